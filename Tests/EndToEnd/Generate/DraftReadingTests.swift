import Files
import Glibc
import Proving
import Testing

/// Drafts read card by card.
@Suite struct DraftReadingTests {
  @Test func screens() throws {
    let home = try HarbourText.home()
    let window = WindowRecording(try home.terminal(["generate", HarbourText.name] + evening))
    try window.session.nextPrompt()
    window.note("samples")
    try window.enter("x", "no choice")
    try window.enter("r", "the first card")
    try window.enter("", "accepted: the second")
    window.session.send("e\n")
    // What stands in the line already may be longer than a line of the window.
    try window.session.wait(forText: "question> In which")
    window.note("editing: the question")
    window.session.send(" In short?\n")
    try window.session.wait(forText: "answer> March 1672")
    window.note("editing: the answer")
    try window.enter("", "edited: the third")
    try window.enter("r", "rejected: the fourth")
    try window.enter("u", "taken back: the third again")
    try window.enter("s", "the rest of the section is accepted")
    try window.enter("what", "no command")
    try window.enter("q", "stopped")
    #expect(try window.session.finish() == 0)
    #expect(differenceFromGolden(home.masked(window.text), name: "reading") == nil)
    #expect(window.session.screen.unknown == [])
    let goOn = WindowRecording(try home.terminal(["generate", "--read", "harbour"] + evening))
    try goOn.session.nextPrompt()
    goOn.note("reading goes on")
    try goOn.enter("s", "the next section")
    try goOn.enter("s", "the end")
    #expect(try goOn.session.finish() == 0)
    #expect(differenceFromGolden(home.masked(goOn.text), name: "reading-goes-on") == nil)
    let deck = try readFile("\(home.decks)/\(HarbourText.name)").bytes
    #expect(!String(decoding: deck, as: UTF8.self).contains("Tags: draft"))
    try expectSnapshotAsRebuilt(home)
  }

  @Test func discarding() throws {
    let home = try HarbourText.home()
    let session = try home.terminal(["generate", HarbourText.name] + evening)
    try session.nextPrompt()
    try session.enter("q")
    #expect(try session.finish() == 0)
    #expect(session.screen.text.contains("Nothing was written."))
    #expect(try listFolder(home.decks).isEmpty)
  }

  /// Whenever reading is killed, every decision whose next card was shown is kept.
  @Test func killedReadingsLoseNothing() throws {
    let rounds = getenv("TRIPOS_KILLS").flatMap { Int(String(cString: $0)) } ?? 12
    var random = SplitMix64(seed: 11)
    for round in 0..<rounds {
      let home = try HarbourText.homeWithDrafts()
      let session = try home.terminal(["generate", "--read", "harbour"] + evening)
      try session.nextPrompt()
      let decisions = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        Bool.random(using: &random) ? "" : "r"
      }
      for decision in decisions { try session.enter(decision) }
      // One more is on its way, or not.
      if round.isMultiple(of: 2) { session.send("\n") }
      session.signal(SIGKILL)
      #expect(try session.finish() == 128 + SIGKILL)
      let kinds = home.journal().map(\.kind)
      let expected = decisions.map { $0.isEmpty ? "keep" : "reject" }
      #expect(Array(kinds.prefix(expected.count)) == expected)
      #expect(kinds.count <= expected.count + 1)
      let next = try home.run(["generate", "--read", "harbour"] + evening, input: "q\n")
      #expect(next.output.contains("1 of \(14 - kinds.count)"))
      #expect(next.output.contains("\(14 - kinds.count) drafts left"))
    }
  }

  @Test func nothingToRead() throws {
    let home = try MoonDeck.home()
    let result = try home.run(["generate", "--read", "The Moon"])
    #expect(result.code == 0 && result.output.contains("moon.md has no draft to read."))
    #expect(try home.run(["generate", "--read", "Mars"]).code == 64)
    #expect(try home.run(["generate"]).code == 64)
    #expect(try home.run(["generate", "a.txt", "--read", "The Moon"]).code == 64)
  }
}
