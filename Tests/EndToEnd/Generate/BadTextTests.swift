import Files
import Glibc
import Proving
import Testing

/// Texts that give no deck: each is told what is wrong and how to mend it, and nothing is written.
@Suite struct BadTextTests {
  /// Files by their names, with their bytes.
  private static let files: [(name: String, bytes: [UInt8])] = [
    ("empty.txt", []), ("blank.txt", Array(" \n\t\n".utf8)),
    ("program.txt", [0x7f, 0x45, 0x4c, 0x46] + Array(repeating: 0, count: 400)),
    ("report.docx", [0x50, 0x4b, 0x03, 0x04] + Array(repeating: 0x41, count: 400)),
    ("one-word.txt", Array("History\n".utf8)),
    (
      "latin1.txt",
      Array("The bridge was built in 1900.\nThe caf".utf8) + [0xe9] + Array(" opened.\n".utf8)
    ),
    ("deck.md", Array("# Words\n\nQ: Who?\nA: Nobody\n".utf8)),
    ("table.md", Array("| Year | What |\n|---|---|\n| 1900 | It opened |\n".utf8)),
    (
      "german.txt",
      Array(
        """
        Die Stadt wurde im Jahre 1641 von den Schiffern gegründet, und sie war bald die größte in \
        dem Land. Der Hafen lag an der Küste, und die Schiffe kamen aus dem Norden. Es war nicht \
        leicht, sie zu schützen, denn das Meer war im Winter oft wild.
        """.utf8)
    ),
    ("pictures.pdf", Array(PDFFile.page([]).utf8)),
    ("secret.pdf", Array(PDFFile.page(["A secret text."], isEncrypted: true).utf8)),
  ]

  @Test func files() throws {
    let home = try HarbourText.home()
    var reports = ""
    for file in BadTextTests.files {
      try writeFile("\(home.folder)/\(file.name)", file.bytes)
      let result = try home.run(["generate", file.name, "--yes"])
      #expect(result.code == 65, "\(file.name)")
      reports += "$ tripos generate \(file.name) --yes\n\(result.report)\n"
    }
    for name in ["missing.txt", "Decks"] {
      let result = try home.run(["generate", name, "--yes"])
      #expect(result.code == 66, "\(name)")
      reports += "$ tripos generate \(name) --yes\n\(result.report)\n"
    }
    #expect(differenceFromGolden(home.masked(reports), name: "files") == nil)
    #expect(try listFolder(home.decks).isEmpty)
  }

  @Test func brokenPDF() throws {
    let home = try HarbourText.home()
    try home.write("%PDF-1.4\nnothing\n", to: "home/nonsense.pdf")
    let result = try home.run(["generate", "nonsense.pdf", "--yes"])
    #expect(result.code == 65)
    #expect(result.messages.contains("nonsense.pdf cannot be read as a PDF"))
  }

  @Test func endlessInputIsCutOff() throws {
    let home = try HarbourText.home()
    for line in [
      "yes 'The bridge was built in 1900.' | \"$0\" generate - --yes",
      "\"$0\" generate /dev/zero --yes",
      "ulimit -v 4000000; yes 'The bridge was built in 1900.' | head -c 200000000 >big.txt; "
        + "\"$0\" generate big.txt --yes",
    ] {
      let result = try home.shell(line, [])
      #expect(result.code == 65, "\(line)")
      #expect(result.messages.contains("MiB of text."), "\(line)")
    }
    #expect(try listFolder(home.decks).isEmpty)
  }

  /// A text of which nothing can be asked is no error.
  @Test func nothingToAsk() throws {
    let home = try HarbourText.home()
    try home.write(
      "The sea was calm, and the boats were in the harbour. It was the best time of the year.\n",
      to: "home/calm.txt")
    let result = try home.run(["generate", "calm.txt", "--yes"])
    #expect(result.code == 0)
    #expect(differenceFromGolden(home.masked(result.report), name: "nothing") == nil)
    #expect(try listFolder(home.decks).isEmpty)
    _ = try home.run(["generate", HarbourText.name, "--yes"])
    let before = try readFile("\(home.decks)/harbour.md").bytes
    let other = try home.run(["generate", "calm.txt", "--yes", "--to", "harbour"])
    #expect(other.report == result.report)
    #expect(try readFile("\(home.decks)/harbour.md").bytes == before)
  }

  @Test func pdf() throws {
    let home = try HarbourText.home()
    let lines = HarbourText.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0.drop { $0 == "#" || $0 == " " }) }
    try home.write(PDFFile.page(lines), to: "home/harbour.pdf")
    let result = try home.run(["generate", "harbour.pdf", "--yes"])
    #expect(result.code == 0)
    #expect(result.output.hasPrefix("14 cards from harbour.pdf:"))
    let missing = try home.run(
      ["generate", "harbour.pdf", "--to", "other"], environment: ["PATH": "/nowhere"])
    #expect(missing.code == 65)
    #expect(missing.messages.contains("Install poppler-utils"))
  }

  @Test func standardInput() throws {
    let home = try HarbourText.home()
    let unasked = try home.shell("\"$0\" generate - <\(HarbourText.name)", [])
    #expect(unasked.code == 64)
    let made = try home.shell("\"$0\" generate - --to harbour --yes <\(HarbourText.name)", [])
    #expect(made.code == 0)
    #expect(try listFolder(home.decks).map(\.name) == ["harbour.md"])
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func noRightToWrite() throws {
    let home = try HarbourText.homeWithDrafts()
    try home.write(HarbourText.newer, to: "home/\(HarbourText.name)")
    chmod(home.decks, 0o555)
    let result = try home.run(["generate", HarbourText.name, "--yes"])
    chmod(home.decks, 0o755)
    #expect(result.code == 77)
    #expect(result.messages.contains("Permission denied"))
  }

  @Test func aFileStandsWhereDecksShould() throws {
    let home = try HarbourText.home()
    rmdir(home.decks)
    try home.write("", to: "home/Decks")
    let result = try home.run(["generate", HarbourText.name, "--yes"])
    #expect(result.code != 0)
    #expect(differenceFromGolden(home.masked(result.report), name: "no-folder") == nil)
  }
}
