import Testing

@testable import Decks

@Test func bytesThatAreNoText() {
  let bytes =
    Array("Q: a".utf8) + [0xe9] + Array("?\nA: b\nQ: c?\nA: d\nC: [e".utf8) + [0]
    + Array("]\n---\nprose ".utf8) + [0xff, 0x0a]
  let deck = Deck.parse(bytes: bytes, path: "deck.md")
  #expect(
    outline(deck) == """
      3/1 | text | "c?" → "d"
      1: error invalidUTF8(byte: 233, column: 5)
      5: error nulByte(column: 6)
      7: error invalidUTF8(byte: 255, column: 7)
      """)
  #expect(deck.problems.map(\.text) == ["Q: a\u{fffd}?", "C: [e\0]", "prose \u{fffd}"])
  #expect(deck.print() == bytes)
}

@Test func aFileInUTF16IsNamed() {
  let deck = Deck.parse(bytes: [0xff, 0xfe, 0x51, 0x00], path: "deck.md")
  #expect(outline(deck) == "1: error notUTF8(encoding: \"UTF-16\")")
  #expect(deck.print() == [0xff, 0xfe, 0x51, 0x00])
}

@Test func notesHaveALimit() {
  let long = "Q: \(String(repeating: "x", count: Deck.Limit.note))\nA: y\nQ: a?\nA: b"
  #expect(
    outline(deck(long)) == """
      3/1 | text | "a?" → "b"
      1: error noteTooLong(bytes: 65545)
      """)
  let blanks = "C: " + String(repeating: "[x] ", count: 101) + "\nC: [y]"
  #expect(
    outline(deck(blanks)) == """
      2/1 | text | blank 1 | "[…]" → "y"
      1: error tooManyBlanks
      """)
  let line = "# " + String(repeating: "x", count: Deck.Limit.line) + "\nC: [y]"
  let deck = deck(line)
  #expect(deck.problems.map(\.what) == [.lineTooLong(bytes: 1_048_578)])
  #expect(deck.problems.map(\.text.count) == [200])
  #expect(deck.notes.count == 1)
}

@Test func problemsHaveALimit() {
  let deck = deck(String(repeating: "C: x\n", count: 1500) + "C: [y]")
  #expect(deck.problems.count == 1001)
  #expect(deck.problems.last?.what == .moreProblems)
  #expect(deck.problems.last?.place.line == 1001)
  #expect(deck.notes.count == 1)
}
