import Proving
import Testing

@testable import Decks

private let text = """
  # Aid

  Q: a?
  A: b

  Q: c?
  A: d
  Also: e
  Source: s

  A comment.

  ## Trade

  C: [f] and [g]
  Also 2: h
  Id: x

  """

private func string(_ bytes: [UInt8]?) -> String? {
  bytes.map { String(decoding: $0, as: UTF8.self) }
}

@Test func aNoteIsReplaced() {
  let deck = deck(text)
  #expect(deck.source(of: deck.notes[0]) == "Q: a?\nA: b")
  #expect(
    string(deck.replacing(deck.notes[0], with: "Q: new?\nA: x\nWhy: y"))
      == text.replacing("Q: a?\nA: b", with: "Q: new?\nA: x\nWhy: y"))
}

@Test func aNoteIsRemoved() {
  let deck = deck(text)
  #expect(string(deck.removing(deck.notes[0])) == text.replacing("Q: a?\nA: b\n\n", with: ""))
  #expect(
    string(deck.removing(deck.notes[1]))
      == text.replacing("Q: c?\nA: d\nAlso: e\nSource: s\n\nA", with: "---\n\nA"))
}

@Test func anAliasIsAdded() {
  let deck = deck(text)
  #expect(
    string(deck.adding(alias: " B  2 ", to: deck.notes[0]))
      == text.replacing("A: b\n", with: "A: b\nAlso: B 2\n"))
  #expect(
    string(deck.adding(alias: "E", to: deck.notes[1]))
      == text.replacing("Also: e\n", with: "Also: e\nAlso: E\n"))
  #expect(
    string(deck.adding(alias: "F", to: deck.notes[2], blank: 1))
      == text.replacing("Also 2: h\n", with: "Also 1: F\nAlso 2: h\n"))
  #expect(
    string(deck.adding(alias: "H", to: deck.notes[2], blank: 2))
      == text.replacing("Also 2: h\n", with: "Also 2: h\nAlso 2: H\n"))
  #expect(deck.adding(alias: "e", to: deck.notes[1]) == nil)
  #expect(deck.adding(alias: " ", to: deck.notes[0]) == nil)
  #expect(deck.adding(alias: "x", to: deck.notes[2], blank: 3) == nil)
}

@Test func anAliasIsAddedAtTheEndOfTheFile() {
  for (text, expected) in [
    ("Q: a?\nA: b", "Q: a?\nA: b\nAlso: c"),
    ("Q: a?\r\nA: b\r\n", "Q: a?\r\nA: b\r\nAlso: c\r\n"),
    ("Q: a?\nA: ```\nx\n```\n", "Q: a?\nA: ```\nx\n```\nAlso: c\n"),
  ] {
    let deck = deck(text)
    #expect(string(deck.adding(alias: "c", to: deck.notes[0])) == expected)
  }
}

@Test func anAliasThatWouldBeTextIsRefused() {
  let deck = deck("Q: a?\nA: b\n\n\nAlso: not in the run")
  #expect(deck.adding(alias: "c", to: deck.notes[0]) == nil)
}

@Test func aNoteIsAdded() {
  let deck = deck(text)
  let note = "Q: n?\nA: m"
  #expect(
    string(deck.adding(note: note, toSection: "aid"))
      == text.replacing("A comment.\n", with: "A comment.\n\nQ: n?\nA: m\n"))
  #expect(string(deck.adding(note: note, toSection: "Trade")) == text + "\nQ: n?\nA: m\n")
  #expect(string(deck.adding(note: note, toSection: nil)) == text + "\nQ: n?\nA: m\n")
  #expect(
    string(deck.adding(note: note, toSection: "Peace")) == text + "\n# Peace\n\nQ: n?\nA: m\n")
}

@Test func aNoteIsAddedToAnEmptyDeck() {
  #expect(string(deck("").adding(note: "Q: n?\nA: m", toSection: nil)) == "Q: n?\nA: m\n")
  #expect(
    string(deck("---\r\nname = 'N'\r\n---\r\n").adding(note: "Q: n?\nA: m", toSection: "S"))
      == "---\r\nname = 'N'\r\n---\r\n\r\n# S\r\n\r\nQ: n?\r\nA: m\r\n")
}

@Test func aNewNoteSaysWhatItWasGiven() {
  var source = NoteSource(prompt: "Which lines?\nAlso: this", answer: "Q: one\n# two\nthree")
  source.also = ["x\ny", " "]
  source.kind = .list
  source.event = "e"
  source.why = "w"
  source.source = "s"
  source.tags = ["t", "u"]
  source.id = "i"
  #expect(
    source.text == """
      Q: Which lines?
      \\Also: this
      A:
      \\Q: one
      \\# two
      three
      Also: x y
      Kind: list
      Event: e
      Why: w
      Source: s
      Tags: t, u
      Id: i
      """)
  let note = deck(source.text).notes.first
  #expect(note?.body == .question(prompt: source.prompt, answer: source.answer))
}

/// An edit changes what it speaks of and no other note, whatever the deck.
@Test(arguments: 0..<150)
func editsLeaveTheRestAlone(seed: Int) throws {
  var random = SplitMix64(seed: UInt64(seed))
  let pieces = [
    "Q: a?\nA: b\n", "C: [c] d [e]\n", "\n", "---\n", "# S\n", "Also: x\n", "Also 2: y\n",
    "prose\n", "Id: i\n", "Source: s\n", "```\n", "A: stray\n", "C: [f] g\r\n", "\r\n",
  ]
  let text = (0..<Int.random(in: 1..<20, using: &random)).map { _ in
    pieces[Int.random(in: 0..<pieces.count, using: &random)]
  }.joined()
  let before = deck(text)
  guard !before.notes.isEmpty else { return }
  let index = Int.random(in: 0..<before.notes.count, using: &random)
  let note = before.notes[index]
  let others = before.notes.filter { $0.ordinal != note.ordinal }.map(\.body)
  let replaced = Deck.parse(
    bytes: before.replacing(note, with: "Q: new?\nA: new"), path: "deck.md")
  #expect(replaced.note(ordinal: note.ordinal)?.body == .question(prompt: "new?", answer: "new"))
  #expect(replaced.notes.filter { $0.ordinal != note.ordinal }.map(\.body) == others)
  let removed = Deck.parse(bytes: before.removing(note), path: "deck.md")
  #expect(removed.notes.map(\.body) == others)
  if let bytes = before.adding(alias: "alias", to: note, blank: note.cardCount) {
    let added = Deck.parse(bytes: bytes, path: "deck.md")
    #expect(added.notes.map(\.body) == before.notes.map(\.body))
    #expect(added.notes[index].fields.answers.last?.also.contains("alias") == true)
  }
}

extension String {
  fileprivate func replacing(_ old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}
