import Files
import Glibc
import Testing

/// Importing, as a user meets it.
@Suite struct ImportTests {
  private func bytes(_ path: String) throws -> [UInt8] { try readFile(path).bytes }

  private func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  private let words = """
    question;answer;tags
    Who was the first in space?;Yuri Gagarin;people, space
    "When did it happen,
    to the day?";12 April 1961;
    Nobody?;;
    "never closed;x;
    Where did he land?;near Engels;

    """

  private let asDeck = """
    ---
    name = "words"
    ---

    Q: Who was the first in space?
    A: Yuri Gagarin
    Tags: people, space

    Q: When did it happen,
    to the day?
    A: 12 April 1961

    Q: Where did he land?
    A: near Engels

    """

  @Test func aTableBecomesADeck() throws {
    let home = try MoonDeck.home()
    try home.write(words, to: "words.csv")
    let trial = try home.run(["import", home.root + "/words.csv", "--dry-run"] + evening)
    #expect(trial.code == 0 && trial.messages.isEmpty)
    #expect(access(home.decks + "/words.md", F_OK) != 0)
    let result = try home.run(["import", home.root + "/words.csv"] + evening)
    #expect(
      home.masked(result.report) == """
        3 notes in words.csv, read as CSV.
        The columns are kept apart by semicolons.
        Made ROOT/home/Decks/words.md: 3 notes.
        2 left out:
          line 5: no answer (Nobody?)
          line 6: a quotation mark is never closed ("never closed)
        "tripos review" asks them as new cards.
        --- exit 0

        """)
    #expect(try text(home.decks + "/words.md") == asDeck)
    let again = try home.run(["import", home.root + "/words.csv"] + evening)
    #expect(again.output.hasSuffix("Nothing new: nothing was written.\n") && again.code == 0)
    #expect(try text(home.decks + "/words.md") == asDeck)
    #expect(access(home.folder + "/Backups", F_OK) != 0)
    let review = try home.run(["review", "words"] + evening, input: "Gagarin\n")
    #expect(review.output.contains("Who was the first in space?"))
    #expect(try home.run(["check"] + evening).code == 0)
  }

  @Test func aDeckIsBackedUpBeforeItGrows() throws {
    let home = try MoonDeck.home()
    try home.write(
      "Who was the first in space?\tYuri Gagarin\nHow many people have walked on the Moon?\t11\n",
      to: "set.txt")
    let before = try bytes(home.decks + "/moon.md")
    let result = try home.run(
      ["import", home.root + "/set.txt", "--to", "moon", "--format", "quizlet"] + evening)
    // Long paths are wrapped at other places in other folders.
    let words = home.masked(result.output).split(whereSeparator: \.isWhitespace)
    #expect(
      words.joined(separator: " ")
        == "2 notes in set.txt, read as a Quizlet set. Added to ROOT/home/Decks/moon.md: 1 note. "
        + "The deck as it was: ROOT/home/Backups/Decks/moon-20261125T200000Z.md 1 left out: "
        + "line 2: ROOT/home/Decks/moon.md:32 asks it already and expects \"12\" (How many people "
        + "have walked on the Moon?) \"tripos review\" asks them as new cards.")
    #expect(result.code == 0 && result.messages.isEmpty)
    let after = try bytes(home.decks + "/moon.md")
    let added = Array("Q: Who was the first in space?\nA: Yuri Gagarin\n\n".utf8)
    #expect(after.count == before.count + added.count)
    let place = try #require(after.firstRange(of: added))
    #expect(after[..<place.lowerBound] + after[place.upperBound...] == before[...])
    #expect(try bytes(home.folder + "/Backups/Decks/moon-20261125T200000Z.md") == before)
  }

  @Test func machinesReadTheReport() throws {
    let home = try MoonDeck.home()
    let result = try home.run(
      ["import", "-", "--json", "--to", "new"] + evening,
      input: "question,answer\na,1\na,1\nb,\n")
    #expect(
      home.masked(result.report)
        == "{\"schema\":1,\"file\":\"standard input\",\"format\":\"csv\",\"dry_run\":false,"
        + "\"notes\":2,\"decks\":[{\"path\":\"ROOT/home/Decks/new.md\",\"new\":true,\"added\":1,"
        + "\"present\":0,\"repeated\":1}],\"skipped\":[{\"line\":4,\"reason\":\"no answer\","
        + "\"text\":\"b\"}],\"remarks\":[]}\n--- exit 0\n")
  }

  @Test func namesLeadNowhereElse() throws {
    let home = try MoonDeck.home()
    for name in ["../../x", ".. / x", "CON", "-rf", String(repeating: "é", count: 90), "a\\b"] {
      let result = try home.run(
        ["import", "-", "--to=\(name)"] + evening, input: "question,answer\na\(name.count),1\n")
      #expect(result.code == 0, "\(name): \(result.messages)")
    }
    let names = try listFolder(home.decks).map(\.name)
    #expect(
      names == [
        "a-b.md", "con.md", "moon.md", "rf.md", "x.md",
        String(repeating: "é", count: 90) + ".md",
      ])
    let bad = try home.run(
      ["import", "-", "--to", "???"] + evening, input: "question,answer\na,1\n")
    #expect(bad.code == 65 && bad.messages.contains("\"???\" is no name for a deck."))
  }

  @Test(arguments: [
    ("empty.csv", "", 65, "empty.csv is empty."),
    ("b.csv", "PK\u{3}\u{4}xxxx", 65, "b.csv is an archive or an office document, no text."),
    ("c.csv", "a\u{1}\u{2}\u{3}\u{4}\u{5}", 65, "c.csv is no text."),
    ("x.dat", "Only prose. No cards.", 65, "x.dat is in no form that Tripos knows."),
    ("x.json", "[{\"question\": 1", 65, "x.json:1:16: the JSON ends too early."),
    ("x.json", "{\"a\": 1}", 65, "x.json holds no questions and answers."),
    ("x.md", "# Only prose", 65, "x.md has no line that begins with \"Q:\" or \"C:\"."),
    (
      "p.json", "{\"schema\":1,\"scheduler\":\"\",\"journals\":[]}", 65,
      "p.json is Tripos's own progress, and no deck."
    ),
  ])
  func whatIsNoListOfCards(_ name: String, _ content: String, _ code: Int32, _ words: String)
    throws
  {
    let home = try MoonDeck.home()
    try home.write(content, to: name)
    let result = try home.run(["import", home.root + "/" + name] + evening)
    #expect(result.code == code && result.output.isEmpty)
    #expect(result.messages.hasPrefix("tripos: \(words)\n"))
    #expect(try listFolder(home.decks).map(\.name) == ["moon.md"])
  }

  @Test func whatCannotBeRead() throws {
    let home = try MoonDeck.home()
    let address = try home.run(["import", "https://example.org/a.csv"] + evening)
    #expect(address.code == 65 && address.messages.contains("which Tripos never uses"))
    #expect(try home.run(["import", home.root + "/none.csv"] + evening).code == 66)
    #expect(try home.run(["import", "/dev/zero"] + evening).code == 66)
    let history = try home.run(["import", "-", "--with-history"] + evening, input: "a,b\nc,d\n")
    #expect(history.code == 64)
    #expect(history.messages.contains("CSV has no place for answers and memory."))
  }

  @Test func encodings() throws {
    let home = try MoonDeck.home()
    try makeFolder(home.root)
    try writeFile(
      home.root + "/latin.csv",
      Array("frage;antwort\nGr".utf8) + [0xf6, 0xdf] + Array("e?;5 ".utf8)
        + [0x80, 0x0a])
    let latin = try home.run(["import", home.root + "/latin.csv"] + evening)
    #expect(latin.output.contains("The text is in Windows-1252; --encoding names another."))
    #expect(try text(home.decks + "/latin.md").contains("Q: Größe?\nA: 5 €\n"))
    var wide: [UInt8] = [0xff, 0xfe]
    for unit in "front\tback\r\nçа?\tÉ\r\n".utf16 {
      wide += [UInt8(unit & 255), UInt8(unit >> 8)]
    }
    try writeFile(home.root + "/wide.txt", wide)
    _ = try home.run(["import", home.root + "/wide.txt"] + evening)
    #expect(try text(home.decks + "/wide.md").contains("Q: çа?\nA: É\n"))
  }

  @Test func ctrlCWritesNothing() throws {
    let home = try MoonDeck.home()
    let session = try home.pipe(["import", "-", "--to", "new"] + evening)
    session.send("question,answer\na,1\n")
    usleep(600_000)
    session.signal(SIGINT)
    let result = try session.finish()
    #expect(result.report == "--- stderr\ntripos: stopped; nothing was written.\n--- exit 130\n")
    #expect(try listFolder(home.decks).map(\.name) == ["moon.md"])
  }

  @Test func severalDecksAtOnce() throws {
    let home = try TemporaryHome(decks: [
      "a.md": "---\nname = \"One\"\n---\n\nProse.\n\nQ: a\nA: 1\n",
      "b.md": "# S\r\n\r\nC: [x] y\r\n",
    ])
    let out = home.root + "/all.json"
    #expect(try home.run(["export", "--to", out] + evening).code == 0)
    let other = try TemporaryHome(settings: "")
    let result = try other.run(["import", out] + evening)
    #expect(result.code == 0 && result.messages.isEmpty)
    for name in ["a.md", "b.md"] {
      #expect(try bytes("\(other.decks)/\(name)") == bytes("\(home.decks)/\(name)"))
    }
    let joined = try other.run(["import", out, "--to", "both"] + evening)
    #expect(joined.code == 0)
    #expect(
      try text(other.decks + "/both.md")
        == "---\nname = \"both\"\n---\n\n# One\n\nQ: a\nA: 1\n\n# b\n\n## S\n\nC: [x] y\n")
  }
}
