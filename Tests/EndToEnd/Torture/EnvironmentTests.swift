import Files
import Glibc
import Testing

/// Groups I and J: names, environments and command lines that nobody thinks of.
@Suite struct EnvironmentTests {
  @Test(
    "I01 H18",
    arguments: [
      "../../outside", "/abs", "a/b", ".", "..", "", "CON", "-rf",
      String(repeating: "x", count: 300),
      "\u{1f600}", "dot.", "space ", "new\nline", "\u{1b}[31m",
    ])
  func namesOfDecks(_ name: String) throws {
    let home = try MoonDeck.home()
    try home.write("In 1969 two men walked on the Moon.\n", to: "text.txt")
    let result = try home.run(
      ["generate", home.root + "/text.txt", "--yes", "--to=\(name)"] + evening)
    expectCalm(result, [0, 64, 65, 66, 73, 74], name)
    for entry in try listFolder(home.root) {
      #expect(
        ["cache", "config", "data", "home", "state", "text.txt", "user"].contains(entry.name))
    }
    expectCalm(try home.run(["check"] + evening), [0, 65], name)
  }

  /// What would do something to a terminal that it reached.
  private static let hostile: [String] = [
    "\u{1b}[31m", "\u{1b}[2J\u{1b}[HRight", "\u{1b}]0;t\u{7}",
    "\u{1b}]8;;http://x\u{1b}\\l\u{1b}]8;;\u{1b}\\",
    "\u{1b}]52;c;AAAA\u{7}", "\u{1b}]unended", "\u{1b}Pq\u{1b}\\", "\u{1b}_x\u{1b}\\",
    "\u{9b}31m\u{9d}0;x",
    "\u{1b}[6n\u{1b}[c\u{1b}P$q\"p\u{1b}\\", String(repeating: "\u{7}", count: 1000),
    "a\u{8}b\u{b}c\u{c}d",
    "\u{1b}[?1049h\u{1b}[?25l\u{1b}[?1000h", "\u{202e}x\u{2066}y", "%n%s%@\\(x)", "\0",
  ]

  /// One by one, or in `make test` several in one text.
  private static let hostileTexts =
    thorough ? hostile : [hostile[..<8].joined(), hostile[8...].joined()]

  @Test("H01 H02 H03 H04 H05 H06 H07 H08 H09 H10 H11 H16 H18 H20", arguments: hostileTexts)
  func hostileEverywhere(_ text: String) throws {
    let deck =
      "---\nname = \"N\"\n---\n# S \(text)\n\nstory \(text)\n\nQ: P \(text)?\nA: A \(text)\nWhy: W \(text)\nTags: t\(text)\n"
    let home = try TemporaryHome(decks: ["d.md": deck])
    for arguments in [
      ["check"], ["check", "--style"], ["decks"], ["find", text], ["find", "P"], ["due", "--json"],
      ["check", "--json"], ["show", text], ["review", text], ["read", text], ["restore", text],
      ["merge", text], ["exam", "--about", text], ["mark", "--json", "--deck", text],
    ] {
      let session = try home.run(arguments + evening)
      expectCalm(session, [0, 1, 64, 65, 66, 73, 74], "\(arguments)")
    }
    expectCalm(try home.run(["review"] + evening, input: "zz1 \(text)\n:flag \(text)\n"), [0], text)
    expectCalm(try home.run(["check", "--flagged"] + evening), [0], text)
  }

  @Test(
    "J03 J05 J08 J09 J16",
    arguments: [
      "TERM= \"$T\" due", "TERM=unknown COLUMNS=0 \"$T\" due", "COLUMNS=1 \"$T\" decks",
      "COLUMNS=10000 \"$T\" decks", "NO_COLOR= FORCE_COLOR=1 \"$T\" due",
      "INPUTRC=/dev/zero \"$T\" due",
      "mkdir -p ../state/tripos/history; \"$T\" due",
      "mkdir x; cd x; rmdir ../x; \"$T\" due --home ..",
      "mkdir y; cd y; rmdir ../y; \"$T\" paths",
    ])
  func environments(_ line: String) throws {
    let home = try MoonDeck.home()
    let result = try home.shell(line)
    let plain = result.output.replacing("\u{1b}[", with: "[")
    expectCalm(
      PipeSession.Result(output: plain, messages: result.messages, code: result.code),
      [0, 64, 66], line)
  }

  @Test(
    "J10",
    arguments: [
      "\"$T\" ''", "\"$T\" --", "\"$T\" find $'\\xff\\xfe'", "\"$T\" review --limit=-1",
      "\"$T\" review --limit ٣",
      "\"$T\" review --limit 1000000000", "\"$T\" due --home ''", "\"$T\" find $(seq 1000)",
      "\"$T\" exam --questions 0", "\"$T\" exam --questions 99999999999999999999",
    ])
  func commandLines(_ line: String) throws {
    let home = try MoonDeck.home()
    expectCalm(try home.shell(line), [0, 1, 64, 65, 66], line)
  }

  @Test("J13") func aVeryLongAnswer() throws {
    let home = try MoonDeck.home()
    for count in [1 << 16, 1 << 20, 5 << 20] {
      let long = String(repeating: "zz", count: count / 2)
      let result = try home.run(["review"] + evening, input: long + "\nzz1\n")
      expectCalm(result, [0], "\(count)")
      try expectSnapshotAsRebuilt(home)
    }
    #expect(home.given.contains("zz1"))
  }
}
