import Proving
import Testing

/// Sessions from a script: every line that is read and every mark that comes of it.
@Suite struct PipedSessionTests {
  /// What the journal holds, without what differs from run to run.
  private func records(_ home: TemporaryHome) -> String {
    home.journal().map { line in
      [
        "\(line.number)", line.day, line.kind, line.mark ?? "-", line.grade.map { "\($0)" } ?? "-",
        line.of.map { "of \($0)" } ?? "-", line.given.map { "\"\($0)\"" } ?? "-",
      ].joined(separator: " ") + "\n"
    }.joined()
  }

  @Test func everyKindOfMarkAndCommand() throws {
    let home = try MoonDeck.home()
    let lines = [
      // The Soviet Union: hinted at, right, then rated otherwise.
      ":hint", "ussr", ":easy",
      // Neil Armstrong: wrong, and the verdict overruled.
      "Yuri Gagarin", ":right",
      // 20 July 1969: almost, then right.
      "July 1969", "20/7/1969",
      // 12: a word that is a command but meant as an answer.
      "quit", "n",
      // maria: empty lines count as not known only when there are two.
      "", ":flag two names", "",
      // iron and titanium: commands that are none, then almost and no second try.
      ":hnit", ":why", "iron", "",
      // The same face: Tripos cannot tell.
      "Tides have slowed its spin down until both took equally long", "y",
      // What was missed comes back; an answer may begin with a colon or a space.
      " quit", ":undo", "12", "maria",
    ]
    let first = try home.run(["review"] + evening, input: lines.joined(separator: "\n") + "\n")
    let transcript = first.report + "--- journal\n" + records(home)
    #expect(differenceFromGolden(home.masked(transcript), name: "first-session") == nil)
    try expectSnapshotAsRebuilt(home)

    let later = ["--now", "2026-11-25T21:30:00Z", "--seed", "1"]
    let second = try home.run(["review"] + later, input: "iron, titanium\n\n\n")
    #expect(differenceFromGolden(home.masked(second.report), name: "second-session") == nil)
    try expectSnapshotAsRebuilt(home)

    let third = try home.run(["review"] + nextEvening, input: "Sept. 1959\n:quit\n")
    #expect(differenceFromGolden(home.masked(third.report), name: "next-day") == nil)
    try expectSnapshotAsRebuilt(home)
  }

  @Test func listOfCommands() throws {
    let home = try MoonDeck.home()
    let result = try home.run(["review"] + evening, input: "?\n")
    #expect(differenceFromGolden(result.report, name: "commands") == nil)
    #expect(home.journal() == [])
  }

  @Test func theStudentSaysWhatItWasWorth() throws {
    let home = try MoonDeck.home()
    let lines = ["", "3", "again", ":hard", "what I think", "easy", "x", "2"]
    let result = try home.run(
      ["review", "--flip"] + evening, input: lines.joined(separator: "\n") + "\n")
    let transcript = result.report + "--- journal\n" + records(home)
    #expect(differenceFromGolden(transcript, name: "flip") == nil)
    try expectSnapshotAsRebuilt(home)
  }

  /// The end of the input may come at any line; what was answered is kept.
  @Test(arguments: 0...5)
  func endsWithItsInput(_ count: Int) throws {
    let home = try MoonDeck.home()
    let lines = ["USSR", "Tides did it", "July 1969", "1", "n"].prefix(count)
    let result = try home.run(
      ["review"] + evening, input: lines.map { $0 + "\n" }.joined())
    #expect(result.code == 0 && result.messages == "")
    try expectSnapshotAsRebuilt(home)
  }

  /// An answer without a verdict is written down and is no review.
  @Test func pendingAnswerIsNoReview() throws {
    let home = try MoonDeck.home()
    let result = try home.run(["review", "--flip"] + evening, input: "\n")
    #expect(result.code == 0)
    #expect(home.journal().map(\.kind) == ["pending"])
    let due = try home.run(["due"] + evening)
    #expect(due.output == "7\n")
  }

  @Test func lineEndingsAndOddBytes() throws {
    let home = try MoonDeck.home()
    let result = try home.run(["review"] + evening, input: "USSR\r\n\u{7}\u{1b}[31mx\u{0}\n")
    #expect(result.code == 0)
    #expect(home.journal().map(\.given) == ["USSR", "\u{7}\u{1b}[31mx\u{0}"])
    #expect(!result.output.utf8.contains(0x1b) && !result.output.utf8.contains(7))
  }

  @Test func firstSectionOfTheShippedDeck() throws {
    let home = try TemporaryHome.withShippedDeck()
    let lines = ["turn of the 20th century", "imperialist", "WWII", "1945", "", "", ":quit"]
    let result = try home.run(
      ["review", "--section", "1"] + evening, input: lines.joined(separator: "\n") + "\n")
    #expect(differenceFromGolden(result.report, name: "shipped-section") == nil)
  }
}
