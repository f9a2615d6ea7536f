import Glibc
import JSON
import Proving
import Testing

/// The commands around a sitting: papers in print, what was sat, and what was missed again.
@Suite struct ExamCommandsTests {
  private let exam = [
    "exam", "--questions", "3", "--ask", "typed", "--about", "dates,actors", "--name", "moon",
  ]

  /// Without the sitting's own name, which holds the device's.
  private func masked(_ text: String, _ home: TemporaryHome) -> String {
    home.masked(text).replacing(/moon-[a-z0-9]+/) { _ in "moon-DEVICE" }
  }

  @Test(arguments: ["text", "markdown", "gift"])
  func papersInPrint(format: String) throws {
    let home = try TemporaryHome.withShippedDeck()
    let print = [
      "exam", "print", "--format", format, "--questions", "6", "--seed", "5", "--key", "--ask",
      "typed,choice,order,match,truefalse,first",
    ]
    let result = try home.run(print + ["--now", "2026-11-25T20:00:00Z"])
    #expect(result.code == 0)
    #expect(differenceFromGolden(home.masked(result.report), name: "print-\(format)") == nil)
    #expect(try home.run(print + ["--now", "2026-11-25T20:00:00Z"]).output == result.output)
    #expect(home.journal().isEmpty)
  }

  @Test func versionsDifferAndKeysStandAlone() throws {
    let home = try MoonDeck.home()
    let print = ["exam", "print", "--questions", "3", "--ask", "typed"] + evening
    let versions = try home.run(print + ["--versions", "2"]).output
    #expect(versions.contains("version A") && versions.contains("version B"))
    #expect(try home.run(print).output.contains("Neil Armstrong") == false)
    #expect(try home.run(print + ["--key-only"]).output.contains("Neil Armstrong"))
    #expect(try home.run(print + ["--versions", "0"]).code == 64)
    #expect(try home.run(print + ["--format", "docx"]).code == 64)
  }

  @Test func theMissedAgain() throws {
    let home = try MoonDeck.home()
    let first = try home.run(exam + evening, input: "\nx\ny\n20 July 1969\ny\n")
    #expect(first.code == 0)
    let window = WindowRecording(
      try home.terminal(["exam", "again", "--missed"] + nextEvening))
    try window.session.nextPrompt()
    window.note("the summary")
    try window.enter("", "the first of those missed")
    try window.enter(":list", "the list")
    try window.enter(":flag", "flagged")
    try window.enter("Neil Armstrong", "the second")
    try window.enter(":back", "back")
    try window.enter(":finish", "what is open")
    try window.enter("y", "the report")
    #expect(try window.session.finish() == 0)
    #expect(differenceFromGolden(masked(window.text, home), name: "again") == nil)
    #expect(window.session.screen.unknown == [])
    for command in [["list"], ["show", "1"], ["show", "2"]] {
      let result = try home.run(["exam"] + command + nextEvening)
      #expect(result.code == 0)
      let name = command.joined(separator: "-")
      #expect(differenceFromGolden(masked(result.report, home), name: name) == nil)
    }
    let list = try home.run(["exam", "list", "--json"] + nextEvening).output
    #expect(try JSON.parse(Array(list.utf8))["exams"]?.array?.count == 2)
    #expect(try home.run(["exam", "show", "9"] + nextEvening).code != 0)
  }

  /// Before the paper is handed in, everything can still be looked at and changed.
  @Test func commandsAtHandingIn() throws {
    let home = try MoonDeck.home()
    let window = WindowRecording(try home.terminal(exam + evening))
    try window.session.nextPrompt()
    try window.enter("", "the first question")
    try window.enter(":finish", "handing in")
    try window.enter("perhaps", "neither yes nor no")
    try window.enter(":list", "the list")
    try window.enter(":goto 2", "the second question")
    try window.enter(":finish", "handing in again")
    try window.enter(":quit", "stopped, not handed in")
    #expect(try window.session.finish() == 0)
    #expect(differenceFromGolden(masked(window.text, home), name: "handing-in") == nil)
  }

  @Test func missesComeFirstTheNextDay() throws {
    let home = try MoonDeck.home()
    _ = try home.run(
      ["exam", "--questions", "5", "--ask", "typed", "--about", "dates,actors,numbers"] + evening,
      input: "\n\n\n\n\n\n:finish\ny\n")
    let missed = home.journal().filter { $0.kind == "exam" }.map(\.key)
    #expect(!missed.isEmpty)
    _ = try home.run(["review"] + nextEvening, input: "\nx\n\nx\n\n:quit\n")
    let reviews = home.journal().filter { $0.kind == "review" }.map(\.key)
    #expect(reviews.count == 2 && reviews.allSatisfy(missed.contains))
  }
}
