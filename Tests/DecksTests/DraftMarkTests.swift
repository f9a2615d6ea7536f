import Proving
import Testing

@testable import Decks

private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

@Test func theDraftMarkIsTakenAway() {
  let text = """
    Q: a?
    A: b
    Tags: draft
    Id: g-aaaaaaaa-bbbbbbbb

    Q: c?
    A: d
    Tags: sea, draft, ship

    Q: e?
    A: f
    Tags: drafty

    C: [g] h
    Tags: draft
    """
  let deck = deck(text)
  #expect(deck.notes.map(\.isMarkedDraft) == [true, true, false, true])
  #expect(deck.cards.map(\.isMarkedDraft) == [true, true, false, true])
  #expect(
    string(deck.removingDraftMark(from: deck.notes))
      == text.replacing("Tags: draft\nId", with: "Id").replacing(
        "sea, draft, ship", with: "sea, ship"
      )
      .replacing("h\nTags: draft", with: "h"))
  #expect(deck.removingDraftMark(from: []) == deck.bytes)
}

/// Whatever notes lose the mark: the cards stay the same, and so do the marks of the others.
@Test(arguments: 0..<100) func nothingButTheMarkGoes(seed: UInt64) {
  var random = SplitMix64(seed: seed)
  let end = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
  var lines: [String] = []
  for number in 0..<Int.random(in: 1...8, using: &random) {
    lines +=
      Bool.random(using: &random)
      ? ["Q: number \(number)?", "A: \(number)"] : ["C: number [\(number)] of many"]
    var fields = ["Kind: text", "Source: s", "Id: id\(number)"].filter { _ in
      Bool.random(using: &random)
    }
    if Bool.random(using: &random) {
      let tag = ["draft", "x, draft", "draft, y"].randomElement(using: &random) ?? "draft"
      fields.insert("Tags: \(tag)", at: Int.random(in: 0...fields.count, using: &random))
    }
    lines += fields
    if Bool.random(using: &random) { lines += ["", "Some prose about Tags: draft here."] }
    if Bool.random(using: &random) { lines.append("") }
  }
  let before = deck(lines.joined(separator: end))
  let chosen = before.notes.filter { _ in Bool.random(using: &random) }
  let after = deck(string(before.removingDraftMark(from: chosen)))
  let places = Set(chosen.map(\.ordinal))
  #expect(after.notes.count == before.notes.count)
  for (old, new) in zip(before.notes, after.notes) {
    var expected = old.fields
    if places.contains(old.ordinal) { expected.tags.removeAll { $0 == DraftMark.tag } }
    #expect(new.fields == expected && new.body == old.body)
  }
}

@Test func generatedIdsNameTheirSentence() {
  let id = GeneratedId.make(sentence: "abcdefgh", card: "ijklmnop")
  #expect(id == "g-abcdefgh-ijklmnop" && CardKey.isUsable(id: id))
  #expect(GeneratedId(id) == GeneratedId("g-abcdefgh-qqqqqqqq"))
  #expect(GeneratedId(id) != GeneratedId("g-abcdefgi-ijklmnop"))
  for other in ["", "g-", "g-abc", "h-abcdefgh-ijklmnop", "g-abcdefghxijklmnop", id + "x"] {
    #expect(GeneratedId(other) == nil, "\(other)")
  }
}

@Test func placesForEditsAreFound() {
  let text = "---\nname = \"n\"\n---\n\n# A\n\nQ: a?\nA: b\n\n## B\n\nText.\n\n# C\n"
  let deck = deck(text)
  #expect(
    deck.frontMatterEnd.map { string(Array(deck.bytes[$0...])) }?.hasPrefix("---\n\n#") == true)
  func rest(_ place: Int) -> String { string(Array(deck.bytes[place...])) }
  #expect(rest(deck.contentEnd(ofSection: 1, andBelow: false)).hasPrefix("\n\n## B"))
  #expect(rest(deck.contentEnd(ofSection: 1, andBelow: true)).hasPrefix("\n\n# C"))
  #expect(rest(deck.contentEnd(ofSection: 3, andBelow: true)) == "\n")
  let edits = [
    Deck.Edit(0..<0, "1"), Deck.Edit(deck.bytes.count..<deck.bytes.count, "3\n"),
    Deck.Edit(0..<0, "2"),
  ]
  #expect(string(deck.applying(edits)) == "12" + text + "3\n")
  #expect(deck.replacing(field: .source, of: deck.notes[0], with: "x") == nil)
}
