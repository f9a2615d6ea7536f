import Testing

@testable import Decks

@Test func anIdThatIsTakenNamesBothPlaces() {
  let first = deck("Q: a?\nA: b\nSource: s\nId: x\n\nC: [c] [d]\nId: y", path: "a.md")
  let second = deck("Q: e?\nA: f\nId: y.2\n\nC: [g]\nId: x\n\nQ: h?\nA: i\nId: z", path: "b.md")
  let problems = check([first, second])
  #expect(
    problems.map(\.report) == [
      """
      b.md:3: the Id "y.2" is taken: a.md:7
        | Id: y.2
        Give one of the two another Id; until then only the first is asked.
      """,
      """
      b.md:6: the Id "x" is taken: a.md:4
        | Id: x
        Give one of the two another Id; until then only the first is asked.
      """,
    ])
}

@Test func problemsComeInTheOrderOfFilesAndLines() {
  let first = deck("Q: a?\nA: b\nId: x\nQ: c?\nQ: d?\nA: e\nId: x", path: "a.md")
  let second = deck("C: f", path: "b.md")
  #expect(
    check([first, second]).map { "\($0.place.path):\($0.place.line)" } == [
      "a.md:4", "a.md:7", "b.md:1",
    ])
}

@Test func fieldLinesInADeckForHashcardsAreListed() {
  let cards = (0..<8).map { "Q: q\($0)?\nA: a\($0)\n" }.joined()
  let plain = cards + "Q: Who said it?\nA: Somebody\nSource: hearsay\n"
  #expect(check([deck(plain)]).map(\.what) == [.fieldInPlainDeck(.source)])
  #expect(check([deck(plain + "Also: x\n")]) == [])
  #expect(check([deck("# A section\n" + plain)]) == [])
  #expect(check([deck("Q: a?\nA: b\nSource: c")]) == [])
}
