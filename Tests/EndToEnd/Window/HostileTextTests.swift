import Files
import Testing

/// Text from decks, file names and typed answers never reaches a terminal raw.
@Suite struct HostileTextTests {
  private static let bad = "\u{1b}]0;owned\u{7}\u{1b}[2J\u{9b}31m\u{8}\u{202e}"

  private func home() throws -> TemporaryHome {
    let bad = HostileTextTests.bad
    let deck = """
      ---
      name = "Deck \(escaped(bad))"
      ---

      # Title \(bad)

      Story \(bad) of it.

      Q: Question \(bad) one?
      A: answer \(bad) one
      Also: other \(bad)
      Why: since \(bad)
      Source: page \(bad)
      Tags: tag\(bad)

      Q: Question two?
      A: answer two

      """
    let home = try TemporaryHome(decks: ["file\u{1b}[2Jname\u{7}.md": deck])
    return home
  }

  /// TOML wants control characters escaped.
  private func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let hex = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }.joined()
  }

  @Test func inAWindow() throws {
    let session = try home().terminal(["review", "--plain"] + evening)
    try session.nextPrompt()
    try session.enter("")
    for line in [":hint", "x", "", "", ":read", "", ":quit"] where !session.hasEnded {
      try session.enter(line)
    }
    _ = try session.finish()
    #expect(session.screen.unknown == [])
    #expect(session.screen.transcript.contains("^[]0;owned^G"))
    #expect(!session.bytes.contains(sequence: "\u{1b}]"))
    #expect(!session.bytes.contains(sequence: "\u{1b}[2J"))
    #expect(!session.bytes.contains(sequence: "\u{9b}"))
    #expect(!session.bytes.contains(sequence: "\u{202e}"))
  }

  @Test(arguments: [
    "decks", "find question", "find question --json", "read", "check", "check --style",
    "review Nothing", "review --tag nothing", "decks --json", "due",
  ])
  func printed(_ command: String) throws {
    let home = try home()
    let result = try home.run(command.split(separator: " ").map(String.init))
    for text in [result.output, result.messages] {
      for scalar in text.unicodeScalars where scalar != "\n" {
        #expect(scalar.value >= 0x20 && !(0x7f...0x9f).contains(scalar.value), "\(text)")
        #expect(scalar.value != 0x202e, "\(text)")
      }
    }
  }

  @Test func inTheHistoryOfACard() throws {
    let home = try home()
    _ = try home.run(["review"] + evening, input: "typed \(HostileTextTests.bad)\n")
    let key = try #require(home.journal().first?.key)
    let result = try home.run(["show", key] + evening)
    #expect(result.output.contains("typed ^[]0;owned^G"))
    #expect(result.output.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
  }
}
