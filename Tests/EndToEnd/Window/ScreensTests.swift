import Proving
import Testing

/// What the window of 80 by 24 shows, screen by screen.
@Suite struct ScreensTests {
  @Test func homePrompt() throws {
    let home = try MoonDeck.home()
    let window = WindowRecording(try home.terminal(evening))
    try window.session.nextPrompt()
    window.note("bare tripos")
    try window.enter("help", "help")
    try window.enter("decks", "decks")
    try window.enter("read first", "a story")
    try window.enter("frobnicate", "no command")
    try window.enter("", "Enter: review")
    try window.enter("", "the first question")
    try window.enter(":quit", "back at the prompt")
    #expect(try window.session.enter("quit") == "")
    #expect(try window.session.finish() == 0)
    #expect(differenceFromGolden(home.masked(window.text), name: "home") == nil)
    #expect(window.session.screen.unknown == [])
  }

  @Test func review() throws {
    let home = try MoonDeck.home()
    let window = WindowRecording(try home.terminal(["review"] + evening))
    try window.session.nextPrompt()
    window.note("the story of a section")
    try window.enter("", "a new card")
    try window.enter("ussr", "right: the next one follows at once")
    try window.enter("Gagarin", "new and not known")
    try window.enter("", "after Enter")
    try window.enter("1969", "almost: a second try")
    try window.enter("20 July 1969", "right at the second try")
    try window.enter("", "an empty line")
    try window.enter("", "another one: the answer is shown")
    try window.enter("", "the next section")
    try window.enter("mare", "an alias is right")
    try window.enter("iron", "almost")
    try window.enter("", "Enter: show")
    try window.enter("", "after Enter")
    try window.enter("It turns once an orbit", "an answer that Tripos is not sure of")
    try window.enter("y", "settled; what was missed comes back, from memory")
    try window.enter("13", "wrong")
    try window.enter("", "after Enter")
    try window.enter("quit", "a bare word")
    try window.enter("y", "the end")
    #expect(try window.session.finish() == 0)
    #expect(differenceFromGolden(home.masked(window.text), name: "review") == nil)
    #expect(window.session.screen.unknown == [])
    try expectSnapshotAsRebuilt(home)
  }

  @Test func commands() throws {
    let home = try MoonDeck.home()
    let window = WindowRecording(try home.terminal(["review", "--section", "2"] + evening))
    try window.session.nextPrompt()
    try window.enter("?", "the list of commands")
    try window.enter(":hint", "a hint")
    try window.enter(":why", "why it is asked")
    try window.enter(":skip", "skipped")
    try window.enter("iron, titanium", "right")
    try window.enter(":hard", "rated otherwise")
    try window.enter(":undo", "taken back: asked again at once")
    try window.enter("titanium and iron", "right again")
    try window.enter(":bury", "buried")
    try window.enter(":suspend", "suspended")
    #expect(differenceFromGolden(home.masked(window.text), name: "commands") == nil)
  }

  /// Where Tripos cannot tell, the commands of a session work at its question too.
  @Test func commandsAtWereYouRight() throws {
    let home = try MoonDeck.home()
    let window = WindowRecording(
      try home.terminal(["review", "--section", "2", "--kind", "cause"] + evening))
    try window.session.nextPrompt()
    try window.enter("It turns once an orbit", "the question")
    try window.enter("perhaps", "neither yes nor no")
    try window.enter(":why", "why it is asked")
    try window.enter("?", "what can be said here")
    try window.enter(":undo", "asked again")
    try window.enter("It turns once an orbit", "the question again")
    try window.enter(":quit", "the end")
    #expect(try window.session.finish() == 0)
    #expect(differenceFromGolden(home.masked(window.text), name: "were-you-right") == nil)
  }

  /// Another home than last time is named once, above everything else.
  @Test func anotherHomeIsNamedOnce() throws {
    let home = try MoonDeck.home()
    try home.write("\(home.root)/other\n", to: "state/tripos/home")
    let session = try home.terminal(evening)
    try session.nextPrompt()
    #expect(session.screen.text.contains("Last time: "))
    #expect(try !session.enter("review --section 2").contains("Last time: "))
    #expect(session.screen.text.contains("What are the dark plains on the Moon called?\nanswer>"))
  }

  /// The home used last is offered where the folder at hand has no decks.
  @Test func lastHomeIsOffered() throws {
    let home = try MoonDeck.home()
    _ = try home.run(["review"] + evening, input: "USSR\n:quit\n")
    try home.write("", to: "elsewhere/tripos.toml")
    let window = WindowRecording(
      try home.terminal(evening, environment: ["PWD": home.root], in: home.root + "/elsewhere"))
    try window.session.nextPrompt()
    window.note("in a folder without decks")
    try window.enter("", "Enter: there")
    try window.enter("quit", "left")
    #expect(try window.session.finish() == 0)
    #expect(differenceFromGolden(home.masked(window.text), name: "last-home") == nil)
  }

  /// Words for a screen reader: no dots, dashes or signs that it would spell out.
  @Test func accessible() throws {
    let home = try MoonDeck.home()
    let window = WindowRecording(try home.terminal(["review", "--accessible"] + evening))
    try window.session.nextPrompt()
    for line in ["", "USSR", "x", "", "1969", "20 July 1969", ":quit"] {
      try window.enter(line, line.isEmpty ? "Enter" : line)
    }
    #expect(try window.session.finish() == 0)
    let text = home.masked(window.text)
    #expect(differenceFromGolden(text, name: "accessible") == nil)
    #expect(!text.contains { "·…–—→•│█".contains($0) })
  }

  @Test func nothingIsDue() throws {
    let home = try TemporaryHome(decks: ["one.md": "Q: One?\nA: 1\n"])
    _ = try home.run(["review"] + evening, input: "1\n:easy\n")
    let window = WindowRecording(try home.terminal(["review"] + evening))
    #expect(try window.session.finish() == 0)
    window.note("nothing is due")
    #expect(differenceFromGolden(home.masked(window.text), name: "nothing-is-due") == nil)
  }

  /// The same words with colour and without; none where it is not wanted.
  @Test func colourIsNeverAlone() throws {
    func show(_ variables: [String: String], _ arguments: [String]) throws -> PtySession {
      let home = try MoonDeck.home()
      let session = try home.terminal(
        ["review"] + arguments + evening, environment: variables)
      try session.nextPrompt()
      for line in ["", "USSR", "x", ""] { try session.enter(line) }
      return session
    }
    let coloured = try show([:], [])
    #expect(coloured.bytes.contains(sequence: "\u{1b}[1m"))
    for (variables, arguments) in [
      (["NO_COLOR": "1"], []), ([:], ["--plain"]), ([:], ["--colour", "never"]),
    ] as [([String: String], [String])] {
      let plain = try show(variables, arguments)
      // Plain output has commas in place of dots.
      let dot = arguments == ["--plain"] ? ", " : " · "
      #expect(plain.screen.text == coloured.screen.text.replacing(" · ", with: dot))
      #expect(!plain.bytes.contains(sequence: "m", after: "\u{1b}["))
    }
  }
}

extension [UInt8] {
  func contains(sequence: String) -> Bool { firstRange(of: Array(sequence.utf8)) != nil }

  /// Whether an escape sequence that begins so ends so.
  func contains(sequence end: String, after start: String) -> Bool {
    let last = Array(end.utf8).last
    return ranges(of: Array(start.utf8)).contains { range in
      self[range.upperBound...].first { (0x40...0x7e).contains($0) } == last
    }
  }
}
