import Decks
import JSON
import Testing

@testable import Exchange

@Suite struct DeckJSONTests {
  private func read(_ text: String) throws -> Findings {
    try FileReading.read(Array(text.utf8), as: .json)
  }

  @Test func plainLists() throws {
    let text = """
      {"name": "Rome", "cards": [
        {"question": "Who?", "answer": "Caesar", "tags": ["a", "b"], "other": 1},
        {"front": "When?", "back": 44},
        ["Where?", "Rome"],
        {"question": "Which?", "answer": ["Numa", "Tullus"], "also": "both", "kind": "list"},
        {"question": "no"},
        {"answer": "no"},
        7,
        {"question": "q", "answer": "a", "kind": "colour"}
      ]}
      """
    let findings = try read(text)
    #expect(findings.decks.map(\.name) == ["Rome"])
    #expect(
      findings.decks[0].notes.map { "\($0.place) \($0.note.text.replacing("\n", with: "⏎"))" } == [
        "line(2) Q: Who?⏎A: Caesar⏎Tags: a, b", "line(3) Q: When?⏎A: 44",
        "line(4) Q: Where?⏎A: Rome", "line(5) Q: Which?⏎A:⏎- Numa⏎- Tullus⏎Also: both⏎Kind: list",
      ])
    #expect(
      findings.skipped.map { "\($0.place) \($0.reason)" } == [
        "line(6) noAnswer", "line(7) noQuestion", "line(8) notANote",
        "line(9) unknownKind(\"colour\")",
      ])
  }

  @Test(arguments: [
    ("{}", ExchangeError.noDeckJSON), ("[]", .noDeckJSON), ("{\"a\": [1]}", .noDeckJSON),
    ("{\"schema\": 2, \"decks\": [{\"notes\": [[\"a\", \"b\"]]}]}", .newerVersion(2)),
    ("{\"schema\": 1, \"scheduler\": \"x\", \"journals\": [], \"cards\": {}}", .ownProgress),
    ("{\"v\":1,\"dev\":\"a\",\"crc\":\"b\"}\n{\"v\":1}", .ownProgress),
  ])
  func whatIsNoDeck(_ text: String, _ error: ExchangeError) {
    #expect(throws: error) { try read(text) }
  }

  @Test func brokenJSON() {
    #expect(throws: ExchangeError.self) { try read("[{\"question\": \"a\", \"answer\": \"b\"}") }
  }

  @Test func aChangedNoteCountsMoreThanTheText() throws {
    let deck = Deck.parse(bytes: Array("Some prose.\n\nQ: a\nA: b\n".utf8), path: "x.md")
    let text = FileWriting.write([deck], as: .json).bytes.text
    #expect(try read(text).decks[0].contents == deck.bytes)
    let changed = try read(text.replacing("\"answer\": \"b\"", with: "\"answer\": \"c\""))
    #expect(changed.decks[0].contents == nil)
    #expect(changed.decks[0].notes[0].note.text == "Q: a\nA: c")
  }

  @Test func wholeDocument() {
    let source =
      "---\nname = \"R\"\n[actors.\"A\"]\nkind = \"person\"\nalso = [\"B\"]\n---\n# S\n"
      + "C: [x] y [z]\nAlso 2: w\nTags: t\n"
    let deck = Deck.parse(bytes: Array(source.utf8), path: "x.md")
    #expect(
      FileWriting.write([deck], as: .json).bytes.text
        == JSON.object([
          .init("schema", .integer(1)),
          .init(
            "decks",
            .array([
              .object([
                .init("name", .string("R")), .init("file", .string("x.md")),
                .init(
                  "actors",
                  .array([
                    .object([
                      .init("name", .string("A")), .init("kind", .string("person")),
                      .init("also", .array([.string("B")])),
                    ])
                  ])),
                .init(
                  "notes",
                  .array([
                    .object([
                      .init("section", .array([.string("S")])),
                      .init("cloze", .string("[x] y [z]")),
                      .init(
                        "blanks",
                        .array([
                          .object([]), .object([.init("also", .array([.string("w")]))]),
                        ])),
                      .init("tags", .array([.string("t")])),
                    ])
                  ])),
                .init("text", .string(source)),
              ])
            ])),
        ]).pretty + "\n")
  }
}
