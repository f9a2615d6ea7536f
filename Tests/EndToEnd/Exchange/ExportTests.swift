import Decks
import Digest
import Files
import Glibc
import Testing

/// Exporting and sharing, as a user meets it.
@Suite struct ExportTests {
  private func text(_ path: String) throws -> String {
    String(decoding: try readFile(path).bytes, as: UTF8.self)
  }

  @Test func aTableForASpreadsheet() throws {
    let home = try MoonDeck.home()
    let out = home.root + "/moon.csv"
    let result = try home.run(["export", "moon", "--to", out] + evening)
    #expect(
      home.masked(result.report) == """
        Made ROOT/moon.csv: 7 notes as CSV.
        Not in it: 1 reading passage and the other names of 3 actors.
        --- exit 0

        """)
    #expect(
      try text(out).split(separator: "\r\n").prefix(2) == [
        "\u{feff}deck,section,question,answer,also,kind,event,why,source,tags,id",
        "The Moon,First flights,The probe Luna 2 of the [Soviet Union] struck the Moon in "
          + "[September 1959].,,,,2: Luna 2 strikes the Moon,,,,",
      ])
    let again = try home.run(["export", "moon", "--to", out] + evening)
    #expect(again.code == 65 && again.messages.contains("nothing is written over it"))
    let back = try home.run(["import", out] + evening)
    #expect(back.output.hasSuffix("7 notes there already.\nNothing new: nothing was written.\n"))
  }

  @Test func standardOutputHoldsTheFileAlone() throws {
    let home = try TemporaryHome(decks: ["a.md": "Q: =1\nA: 2\n"])
    let result = try home.run(["export", "--to", "-", "--format", "tsv"] + evening)
    #expect(
      result.report == """
        deck\tsection\tquestion\tanswer\talso\tkind\tevent\twhy\tsource\ttags\tid
        a\t\t'=1\t2\t\t\t\t\t\t\t
        --- stderr
        1 note written.
        --- exit 0

        """)
    #expect(try home.run(["export", "--to", "-"] + evening).code == 65)
    #expect(try home.run(["export", "--to", home.root + "/x.doc"] + evening).code == 65)
    #expect(try home.run(["export", "--to", home.root + "/no/x.csv"] + evening).code == 66)
  }

  @Test func whatOthersGet() throws {
    let home = try TemporaryHome(decks: [
      "deck.md": """
      Prose.

      Q: kept?
      A: yes
      Tags: draft, old

      Q: not decided?
      A: no
      Tags: draft

      More prose.

      Q: flagged?
      A: yes

      """
    ])
    let key = CardKey.make(prompt: "kept?")
    let line =
      "{\"v\":1,\"dev\":\"aaaa\",\"n\":1,\"kind\":\"keep\",\"key\":\"\(key)\","
      + "\"at\":1767355200000,\"tz\":0,\"day\":\"2026-01-02\""
    let sum = String(CRC32.checksum(Array(line.utf8)), radix: 16)
    let crc = String(repeating: "0", count: 8 - sum.count) + sum
    try home.write(
      "\(line),\"crc\":\"\(crc)\"}\n", to: "home/Progress/reviews-aaaa.jsonl")
    let answers = try home.run(["review"] + evening, input: "yes\n:flag doubtful\n")
    #expect(answers.code == 0)
    let out = home.root + "/shared.md"
    let result = try home.run(["share", "deck", "--to", out] + evening)
    #expect(
      home.masked(result.report) == """
        Made ROOT/shared.md: 2 notes as a deck.
        Left out: 1 note that you have not kept, or have rejected.
        Nothing of what you answered or flagged is in it.
        --- exit 0

        """)
    #expect(
      try text(out) == """
        Prose.

        Q: kept?
        A: yes
        Tags: old

        ---

        More prose.

        Q: flagged?
        A: yes

        """)
    let other = try TemporaryHome(settings: "")
    #expect(try other.run(["import", out] + evening).code == 0)
    #expect(try text(other.decks + "/shared.md") == text(out))
  }
}
