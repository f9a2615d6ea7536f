import Files
import Proving
import Testing

/// Drafts in a session: marked, shown with their source, and settled.
@Suite struct DraftReviewTests {
  @Test func screens() throws {
    let home = try HarbourText.homeWithDrafts()
    let window = WindowRecording(try home.terminal(["review"] + evening))
    try window.session.nextPrompt()
    window.note("a draft is marked")
    try window.enter("1641", "its source stands below the mark, and there is time to judge it")
    try window.enter(":keep", "kept; the next one")
    try window.enter("?", "keep and reject are listed")
    try window.enter(":reject", "rejected without an answer")
    try window.enter(":undo", "taken back")
    try window.enter("1 May 1690", "not known: the answer and its source")
    try window.enter(":reject", "rejected after the mark")
    window.session.send(":edit\n")
    for (line, typed) in [
      ("Q: In which", " In short?\n"), ("A: 1710", "\n"), ("Kind: date", "\n"),
      ("Event: Sweden", "\n"), ("Source: line", "\n"), ("Tags: draft", "\n"),
    ] {
      try window.session.wait(forText: "note> \(line)")
      window.session.send(typed)
    }
    try window.session.wait(forText: "note> Id: g-")
    try window.enter("", "edited on prefilled lines, and kept")
    #expect(differenceFromGolden(home.masked(window.text), name: "drafts") == nil)
    #expect(window.session.screen.unknown == [])
  }

  @Test func commandsOfDraftsAreNotOfferedElsewhere() throws {
    let home = try MoonDeck.home()
    let session = try home.terminal(["review", "--section", "2"] + evening)
    try session.nextPrompt()
    session.send(":ke\t")
    try session.wait(forText: ":ke")
    try session.enter("ep")
    #expect(session.screen.text.contains("This card is no draft."))
    try session.enter("?")
    #expect(!session.screen.text.contains(":reject"))
  }

  @Test func tabCompletesForDrafts() throws {
    let home = try HarbourText.homeWithDrafts()
    let session = try home.terminal(["review"] + evening)
    try session.nextPrompt()
    session.send(":rej\t")
    try session.wait(forText: ":reject")
  }

  /// A kept draft loses its mark in the deck, a rejected one its note, when the session ends.
  @Test func theDeckFollows() throws {
    let home = try HarbourText.homeWithDrafts()
    let path = "\(home.decks)/\(HarbourText.name)"
    let before = String(decoding: try readFile(path).bytes, as: UTF8.self)
    _ = try home.run(["review"] + evening, input: ":keep\n1641\n:reject\n")
    let after = String(decoding: try readFile(path).bytes, as: UTF8.self)
    #expect(before.ranges(of: "Tags: draft\n").count == after.ranges(of: "Tags: draft\n").count + 2)
    #expect(before.ranges(of: "Q: ").count == after.ranges(of: "Q: ").count + 1)
    let next = try home.run(["review"] + nextEvening, input: "")
    #expect(!next.output.contains("edited"))
    try expectSnapshotAsRebuilt(home)
  }

  @Test func rightOnTwoDaysKeeps() throws {
    let home = try TemporaryHome(decks: [
      "one.md": "Q: In which year?\nA: 1641\nSource: line 1: In 1641.\nTags: draft, sea\n"
    ])
    let first = try home.run(["review"] + evening, input: "1641\n:easy\n")
    #expect(first.output.contains("Source: line 1: In 1641."))
    let later = ["--now", "2026-12-24T20:00:00Z", "--seed", "1"]
    let second = try home.run(["review"] + later, input: "1641\n")
    #expect(second.output.contains("Right on 2 days: kept. It is no draft any more."))
    let deck = String(decoding: try readFile("\(home.decks)/one.md").bytes, as: UTF8.self)
    #expect(deck == "Q: In which year?\nA: 1641\nSource: line 1: In 1641.\nTags: sea\n")
  }

  /// The cards of one sentence tell what the others ask: one a day.
  @Test func oneCardOfASentenceADay() throws {
    let home = try HarbourText.homeWithDrafts()
    let result = try home.run(["review"] + evening, input: String(repeating: "x\n\n", count: 40))
    #expect(result.output.hasPrefix("8 new"))
    #expect(!result.output.contains("Who built the Great Crane"))
  }

  @Test func examsUseNoDrafts() throws {
    let home = try HarbourText.homeWithDrafts()
    let none = try home.run(["exam"] + evening)
    #expect(none.code == 65)
    #expect(none.messages.contains("there is nothing but 14 drafts, and exams ask none."))
    _ = try home.run(["generate", "--read", "harbour"] + evening, input: "s\ns\ns\n")
    #expect(try home.run(["exam", "print"] + evening).output.contains("Royal Shipyard"))
  }
}
