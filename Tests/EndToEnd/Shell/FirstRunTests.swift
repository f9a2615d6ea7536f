import Files
import Glibc
import Proving
import Testing

/// The first run of a program that nobody has set up: one Enter, and the first question is there.
@Suite struct FirstRunTests {
  /// A folder without decks, and a home folder that does not exist yet.
  private func newcomer() throws -> TemporaryHome {
    let home = try TemporaryHome()
    try makeFolder("\(home.root)/elsewhere")
    return home
  }

  private func start(
    _ home: TemporaryHome, _ arguments: [String] = [], _ variables: [String: String] = [:]
  ) throws -> PtySession {
    let session = try PtySession(
      arguments, environment: home.environment.merging(variables) { $1 },
      folder: "\(home.root)/elsewhere")
    session.home = home
    return session
  }

  private func deck(_ home: TemporaryHome) -> String {
    "\(home.root)/data/tripos/Decks/north-korea-vietnam.md"
  }

  @Test func oneEnter() throws {
    let home = try newcomer()
    let session = try start(home, evening)
    try session.nextPrompt()
    let window = WindowRecording(session)
    window.note("bare tripos")
    try window.enter("", "Enter: the story of the first section")
    try window.enter("", "the first question")
    try window.enter("1950", "the first mark")
    #expect(
      differenceFromGolden(home.masked(window.text), name: "one-enter") == nil)
    try session.enter("")
    try session.enter(":quit")
    #expect(session.screen.cursorLine.hasPrefix("tripos>"))
    try session.enter("quit")
    #expect(try session.finish() == 0)
    #expect(
      try readFile(deck(home)).bytes
        == readFile("\(Built.checkout)/Decks/north-korea-vietnam.md").bytes)
    #expect(session.screen.unknown == [])
  }

  /// Nothing is made where the offer is not taken; any other word explains it.
  @Test func leaving() throws {
    for ending in ["q\n", "\u{04}", "\u{03}"] {
      let home = try newcomer()
      let session = try start(home)
      try session.nextPrompt()
      #expect(try session.enter("what?").hasPrefix("Enter: begin with it"))
      session.send(ending)
      #expect(try session.finish() == 0)
      #expect(access(deck(home), F_OK) != 0)
    }
  }

  @Test func withoutColourTheWordsAreTheSame() throws {
    func words(_ variables: [String: String]) throws -> (String, Int) {
      let home = try newcomer()
      let session = try start(home, evening, variables)
      try session.nextPrompt()
      for line in ["", "", "1950", "", "imperialism", "", ":quit"] { try session.enter(line) }
      try session.enter("quit")
      #expect(try session.finish() == 0)
      let escapes = session.bytes.split(separator: Array("\u{1b}[".utf8)).dropFirst()
        .count { $0.first.map { (0x30...0x39).contains($0) } ?? false }
      return (home.masked(session.screen.transcript), escapes)
    }
    let coloured = try words([:])
    let plain = try words(["NO_COLOR": "1"])
    #expect(coloured.0 == plain.0)
    #expect(coloured.1 > 0 && plain.1 == 0)
  }

  @Test func withoutATerminal() throws {
    let home = try newcomer()
    let session = try PipeSession(
      Built.program, [], environment: home.environment, folder: "\(home.root)/elsewhere")
    session.closeInput()
    let result = try session.finish()
    #expect(result.code == 66)
    #expect(result.messages.contains("\"tripos sample\" puts a deck there to begin with"))
    #expect(access(deck(home), F_OK) != 0)
  }

  @Test func sampleCommand() throws {
    let home = try newcomer()
    let first = try home.run(["sample", "--home", "../new"])
    #expect(
      home.masked(first.report)
        == """
        ROOT/home/../new/Decks/north-korea-vietnam.md
        199 cards. "tripos review" begins.
        --- exit 0

        """)
    try home.write("Q: Mine?\nA: yes\n", to: "new/Decks/north-korea-vietnam.md")
    let second = try home.run(["sample", "--home", "../new"])
    #expect(
      home.masked(second.report)
        == "It is in ROOT/home/../new/Decks already; nothing was changed.\n--- exit 0\n")
    #expect(
      try readFile("\(home.root)/new/Decks/north-korea-vietnam.md").bytes
        == Array("Q: Mine?\nA: yes\n".utf8))
  }
}
