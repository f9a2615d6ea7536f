import Proving
import Testing

/// `tripos practice` in a terminal: feedback at once, and misses until they are right.
@Suite struct PracticeTests {
  /// A home whose first section was studied an evening before.
  private func studied() throws -> TemporaryHome {
    let home = try MoonDeck.home()
    let answers = ["", "USSR", "September 1959", "Armstrong", "20 July 1969", "12", "maria"]
    _ = try home.run(["review"] + evening, input: answers.joined(separator: "\n") + "\n")
    return home
  }

  @Test func missesComeBackUntilTheyAreRight() throws {
    let home = try studied()
    let before = home.journal().count
    let window = WindowRecording(try home.terminal(["practice", "dates"] + nextEvening))
    try window.session.nextPrompt()
    window.note("the first question")
    try window.enter("July 1969", "almost, and again")
    try window.enter("1958", "wrong, and again")
    try window.enter("20 July 1969", "right, and the end")
    #expect(try window.session.finish() == 0)
    #expect(differenceFromGolden(home.masked(window.text), name: "practice") == nil)
    #expect(window.session.screen.unknown == [])
    let records = home.journal().dropFirst(before)
    #expect(records.allSatisfy { $0.kind == "practice" })
    #expect(records.map(\.mark) == ["almost", "wrong", "correct"])
    try expectSnapshotAsRebuilt(home)
  }

  @Test func hitsMoveNoDueDateAndMissesComeFirst() throws {
    let home = try studied()
    let due = try home.run(["due", "--json"] + nextEvening).output
    _ = try home.run(["practice", "dates"] + nextEvening, input: "20 July 1969\nSept 1959\n")
    #expect(try home.run(["due", "--json"] + nextEvening).output == due)
    _ = try home.run(["practice", "actors"] + nextEvening, input: "Gagarin\n:quit\n")
    let missed = try #require(home.journal().last)
    let third = ["--now", "2026-11-27T20:00:00Z", "--seed", "1"]
    let review = try home.run(["review"] + third, input: "x\n:quit\n")
    #expect(review.code == 0)
    #expect(home.journal().last?.key == missed.key)
  }

  @Test func whatCannotBePractised() throws {
    let fresh = try MoonDeck.home()
    let nothing = try fresh.run(["practice"] + evening)
    let wrong = try fresh.run(["practice", "dtaes"] + evening)
    let minutes = try fresh.run(["practice", "--minutes", "5000"] + evening)
    #expect(
      differenceFromGolden(
        [nothing, wrong, minutes].map { fresh.masked($0.report) }.joined(), name: "practice-bad")
        == nil)
  }
}
