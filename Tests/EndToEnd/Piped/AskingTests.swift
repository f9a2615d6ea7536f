import JSON
import Proving
import Testing

/// Commands that only answer: for people and, with `--json`, for programs.
@Suite struct AskingTests {
  /// A home in which some cards were answered an hour ago and some yesterday.
  private func studiedHome() throws -> TemporaryHome {
    let home = try MoonDeck.home()
    let lines = ["USSR", "x", "20 July 1969", "13", ":flag in doubt", "mare", ":quit"]
    _ = try home.run(["review"] + evening, input: lines.joined(separator: "\n") + "\n")
    return home
  }

  /// Without what differs from run to run: instants and the device.
  private func masked(_ text: String, _ home: TemporaryHome) -> String {
    home.masked(text)
      .replacing(/"(at|due|latest)":[0-9]{10,}/) { "\"\($0.1)\":0" }
      .replacing(/"device":"[^"]*"/) { _ in "\"device\":\"DEVICE\"" }
      .replacing(Built.checkout, with: "CHECKOUT")
  }

  @Test(arguments: [
    "due", "due --json", "decks", "decks --json", "find moon first", "find moon first --json",
    "find nothing of this", "read", "read words", "read first", "paths", "paths --json",
    "decks moon",
  ])
  func golden(_ command: String) throws {
    let home = try studiedHome()
    let before = home.journal()
    let result = try home.run(command.split(separator: " ").map(String.init) + nextEvening)
    #expect(result.code == 0)
    let name = command.replacing(" ", with: "-")
    #expect(differenceFromGolden(masked(result.report, home), name: name) == nil)
    #expect(home.journal() == before)
    if command.hasSuffix("--json") {
      #expect(try JSON.parse(Array(result.output.utf8))["schema"] == .integer(1))
    }
  }

  @Test func show() throws {
    let home = try studiedHome()
    let key = try #require(home.journal().first { $0.given == "13" }?.key)
    for arguments in [[key], [String(key.prefix(9))], [key, "--json"]] {
      let result = try home.run(["show"] + arguments + nextEvening)
      #expect(result.code == 0)
      let name = "show-\(arguments.count == 1 ? "text" : "json")"
      #expect(differenceFromGolden(masked(result.report, home), name: name) == nil)
    }
  }

  @Test func exitCodeOfDue() throws {
    let home = try studiedHome()
    #expect(try home.run(["due", "--exit-code"] + nextEvening).code == 10)
    let other = try TemporaryHome(decks: ["one.md": "Q: One?\nA: 1\n"])
    #expect(try other.run(["due", "--exit-code"] + evening).code == 10)
    _ = try other.run(["review"] + evening, input: "1\n:easy\n")
    let result = try other.run(["due", "--exit-code"] + evening)
    #expect(result.code == 0 && result.output == "0\n")
  }

  @Test func bareProgramWithoutTerminal() throws {
    let home = try studiedHome()
    let result = try home.run(nextEvening)
    #expect(differenceFromGolden(home.masked(result.report), name: "home") == nil)
  }

  @Test func versionAndHelp() throws {
    let home = try MoonDeck.home()
    #expect(try home.run(["--version"]).output.hasPrefix("tripos 1."))
    for command in ["review", "due", "decks", "show", "find", "read", "paths", "schedule"] {
      let help = try home.run([command, "--help"])
      #expect(help.code == 0 && help.output.contains("tripos \(command)"), "\(command)")
    }
  }

  @Test func schedule() throws {
    let home = try TemporaryHome()
    try home.write(
      """
      {"schema": {"epoch": "2026-01-01T00:00:00Z"},
       "sequences": [{"id": "one", "reviews": [{"t": 0, "rating": 3}, {"t": 600, "rating": 3},
         {"t": 400000, "rating": 1}]}]}
      """, to: "home/reviews.json")
    let text = try home.run(["schedule", "reviews.json"])
    #expect(differenceFromGolden(text.report, name: "schedule") == nil)
    let json = try home.run(["schedule", "reviews.json", "--json"])
    #expect(differenceFromGolden(json.report, name: "schedule-json") == nil)
  }
}
