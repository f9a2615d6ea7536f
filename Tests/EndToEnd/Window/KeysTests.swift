import Glibc
import Proving
import Testing

/// Keys and signals: what a person does to a prompt beside typing an answer.
@Suite struct KeysTests {
  /// A deck without a story, so that the first prompt is a question.
  private static let plain = """
    Q: Who led North Korea in 1965?
    A: 김일성
    Also: Kim Il Sung
    Kind: person

    Q: Who was the first president of North Vietnam?
    A: Hồ Chí Minh
    Kind: person

    Q: In which year was the Geneva conference on Indochina?
    A: 1954

    Q: In which month and year did the Korean War begin?
    A: June 1950

    """

  private func start(
    _ environment: [String: String] = [:], without: String? = nil
  ) throws -> (TemporaryHome, PtySession) {
    let home = try TemporaryHome(decks: ["plain.md": KeysTests.plain])
    let session = try home.terminal(
      ["review"] + evening, environment: environment, without: without)
    try session.nextPrompt()
    return (home, session)
  }

  @Test func interruptedOnceStays() throws {
    let (home, session) = try start()
    session.send("half an answer")
    #expect(try session.enter("\u{3}", pressingEnter: false) == "person>")
    #expect(session.screen.text.contains("Nothing was marked. Ctrl-D or :quit stops"))
    #expect(home.journal() == [])
    #expect(try session.enter("Kim Il Sung") == "person>")
    // Another one much later, or after a line, is a first one again.
    try session.enter("\u{3}", pressingEnter: false)
    #expect(!session.hasEnded)
    #expect(home.journal().map(\.given) == ["Kim Il Sung"])
  }

  @Test func interruptedTwiceLeaves() throws {
    let (home, session) = try start()
    try session.enter("Kim Il Sung")
    try session.enter("\u{3}", pressingEnter: false)
    try session.enter("\u{3}", pressingEnter: false)
    #expect(try session.finish() == 130)
    #expect(session.screen.text.contains("1 answered, 1 right first time, 1 new."))
    try expectSnapshotAsRebuilt(home)
  }

  @Test func endOfInputLeaves() throws {
    let (home, session) = try start()
    try session.enter("Kim Il Sung")
    try session.enter("\u{4}", pressingEnter: false)
    #expect(try session.finish() == 0)
    #expect(session.screen.text.contains("1 answered"))
    try expectSnapshotAsRebuilt(home)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func askedToLeave(_ signal: Int32) throws {
    let (home, session) = try start()
    try session.enter("Kim Il Sung")
    session.signal(signal)
    #expect(try session.finish() == 128 + signal)
    #expect(home.journal().map(\.given) == ["Kim Il Sung"])
    try expectSnapshotAsRebuilt(home)
  }

  /// The home prompt keeps its keys after a session had its own.
  @Test func homePromptAfterASession() throws {
    let home = try TemporaryHome(decks: ["plain.md": KeysTests.plain])
    let session = try home.terminal(evening)
    try session.nextPrompt()
    try session.enter("review")
    try session.enter(":quit")
    #expect(try session.enter("\u{3}", pressingEnter: false) == "tripos>")
    try session.enter("\u{4}", pressingEnter: false)
    #expect(try session.finish() == 0)
  }

  @Test func resizedAtThePrompt() throws {
    let (home, session) = try start()
    session.send("Kim Il")
    try session.wait(forText: "Kim Il")
    session.resize(columns: 40, rows: 20)
    try session.wait(for: "the line drawn again") { $0.cursorLine.hasSuffix("Kim Il") }
    session.send(" Sung")
    try session.enter("")
    #expect(home.journal().map(\.given) == ["Kim Il Sung"])
    #expect(session.screen.lines.contains("Who was the first president of North"))
    #expect(session.screen.unknown == [])
  }

  /// Nobody would wake a stopped process group without a shell, so the system does not stop it.
  @Test func suspensionWithoutAShell() throws {
    let (home, session) = try start()
    session.send("Kim")
    try session.wait(forText: "person> Kim")
    let before = session.bytes.count
    session.send("\u{1a}")
    // What is typed while the terminal changes its mode belongs to nobody yet.
    try session.wait(for: "the line drawn again") { _ in session.bytes.count > before }
    session.send(" Il Sung")
    try session.wait(for: "the line") { $0.cursorLine == "person> Kim Il Sung" }
    try session.enter("")
    #expect(home.journal().map(\.given) == ["Kim Il Sung"])
  }

  @Test func suspendedAndContinued() throws {
    let home = try TemporaryHome(decks: ["plain.md": KeysTests.plain])
    let line = "read before; \"$0\" \"$@\"; echo stopped; read between; fg; echo left; read after"
    let session = try home.shellInTerminal(line, ["review"] + evening)
    let before = session.settings
    session.send("\n")
    try session.nextPrompt()
    #expect(session.settings != before)
    session.send("Kim Il")
    try session.wait(forText: "person> Kim Il")
    session.send("\u{1a}")
    try session.wait(forText: "\nstopped")
    #expect(session.settings == before)
    session.send("\n")
    try session.wait(for: "the line") { $0.cursorLine == "person> Kim Il" }
    #expect(session.settings != before)
    session.send(" Sung\n")
    try session.wait(for: "the next prompt") { $0.cursorLine == "person>" && $0.isPromptOpen }
    session.send("\u{4}")
    try session.wait(forText: "\nleft")
    #expect(session.settings == before)
    #expect(home.journal().map(\.given) == ["Kim Il Sung"])
  }

  /// The terminal is left as it was found, however the session ends.
  @Test(arguments: ["\u{4}", "\u{3}\u{3}", ":quit\n", "TERM"])
  func terminalIsLeftAsItWas(_ end: String) throws {
    let home = try TemporaryHome(decks: ["plain.md": KeysTests.plain])
    let line = "read before; \"$0\" \"$@\"; echo left; read after"
    let session = try home.shellInTerminal(line, ["review"] + evening)
    let before = session.settings
    session.send("\n")
    try session.nextPrompt()
    if end == "TERM" {
      let lock = try session.owner(of: home.progress + "/lock")
      kill(lock, SIGTERM)
    } else {
      for key in end.split(separator: "", omittingEmptySubsequences: true) {
        session.send(String(key))
        if key == "\u{3}" { try session.wait(forText: "Nothing was marked") }
      }
    }
    try session.wait(forText: "\nleft")
    #expect(session.settings == before)
  }

  static let locales: [[String: String]] = [
    ["LANG": "C.UTF-8"], ["LANG": "C"], ["LANG": "", "LC_ALL": "POSIX"],
    ["LANG": "xx_YY.ISO-8859-1"], [:],
  ]

  @Test(arguments: locales)
  func namesInOtherScripts(_ locale: [String: String]) throws {
    let (home, session) = try start(locale, without: locale.isEmpty ? "LANG" : nil)
    // A syllable of three bytes is taken back with one key, and so is a letter with its marks.
    session.send("김일송")
    try session.wait(for: "the name") { $0.cursorLine == "person> 김일송" }
    session.send("\u{7f}")
    try session.wait(for: "the name") { $0.cursorLine == "person> 김일" }
    #expect(try session.enter("성") == "person>")
    session.send("Hồ Chí Mính")
    try session.wait(for: "the name") { $0.cursorLine == "person> Hồ Chí Mính" }
    // Three to the left, delete the letter before, and type another.
    session.send("\u{1b}[D\u{1b}[D\u{7f}i")
    try session.wait(for: "the name") { $0.cursorLine == "person> Hồ Chí Minh" }
    #expect(try session.enter("") == "year>")
    #expect(home.journal().map(\.given) == ["김일성", "Hồ Chí Minh"])
    #expect(home.journal().map(\.mark) == ["correct", "correct"])
  }

  @Test func upRecallsCommandsOnly() throws {
    let (_, session) = try start()
    try session.enter(":why")
    try session.enter("Kim Il Sung")
    try session.enter("Ho Chi Minh")
    session.send("\u{1b}[A")
    try session.wait(for: "the command") { $0.cursorLine == "year> :why" }
    session.send("\u{1b}[A\u{1b}[A x")
    try session.wait(for: "the command still") { $0.cursorLine == "year> :why x" }
    // The next session recalls them too; still no answer.
    session.send("\u{15}\u{4}")
    _ = try session.finish()
  }

  @Test func tabCompletesCommands() throws {
    let (_, session) = try start()
    session.send(":hi\t")
    try session.wait(for: "the command") { $0.cursorLine == "person> :hint" }
    session.send("\u{15}Ki\t")
    try session.wait(for: "no answer") { $0.cursorLine == "person> Ki" }
    session.send("\u{15}")
    try session.enter("\u{4}", pressingEnter: false)
    #expect(try session.finish() == 0)
  }

  @Test func tabOffersSectionsAfterTheirCommand() throws {
    let home = try TemporaryHome(decks: ["plain.md": "# Korea\n\n" + KeysTests.plain])
    let session = try home.terminal(evening)
    #expect(try session.nextPrompt() == "tripos>")
    session.send("rea\t")
    try session.wait(for: "the command alone") { $0.cursorLine == "tripos> read" }
    session.send(" \t")
    try session.wait(for: "the section") { $0.cursorLine == "tripos> read \"Korea\"" }
    session.send("\u{15}")
    try session.enter("\u{4}", pressingEnter: false)
    #expect(try session.finish() == 0)
  }

  @Test func earlyEntersAreDropped() throws {
    let home = try TemporaryHome(decks: ["plain.md": KeysTests.plain])
    let session = try home.terminal(["review"] + evening)
    session.send("\n\n\n")
    #expect(try session.nextPrompt() == "person>")
    #expect(!session.screen.text.contains("Enter again"))
    try session.enter("")
    #expect(session.screen.text.contains("Enter again to see the answer"))
    #expect(home.journal() == [])
  }

  @Test func whatIsTypedAheadIsKept() throws {
    let home = try TemporaryHome(decks: ["plain.md": KeysTests.plain])
    let session = try home.terminal(["review"] + evening)
    session.send("\n\nKim Il Sung\nHo Chi Minh\n")
    try session.wait(for: "the third prompt") { $0.cursorLine == "year>" }
    #expect(home.journal().map(\.given) == ["Kim Il Sung", "Ho Chi Minh"])
  }

  @Test func pastedLinesAreOneAnswer() throws {
    let (home, session) = try start()
    session.send("\u{1b}[200~Kim\nIl\nSung\u{1b}[201~")
    try session.enter("")
    let journal = home.journal()
    #expect(journal.count == 1)
    #expect(journal.first?.given?.split(whereSeparator: \.isWhitespace) == ["Kim", "Il", "Sung"])
    #expect(journal.first?.mark == "correct")
  }

  /// Readline draws its prompt again and again: nothing of a deck may stand in it.
  @Test func noCardTextInAPrompt() throws {
    let (_, session) = try start()
    for line in ["x", "", "Ho Chi Minh", ":hint", "1950", ""] { try session.enter(line) }
    let known = ["person> ", "Enter: go on ", "year> ", "month and year> ", "Enter: finish "]
    #expect(session.promptTexts.count == 7)
    for text in session.promptTexts {
      #expect(known.contains { text.hasPrefix($0) }, "\(text)")
    }
  }
}

extension PtySession {
  /// The process whose number a lock file holds.
  func owner(of lock: String) throws -> pid_t {
    let text = contents(of: lock) ?? ""
    guard let number = pid_t(text.prefix { $0.isNumber }) else {
      throw Failure("the lock names nobody: \(text)")
    }
    return number
  }
}
