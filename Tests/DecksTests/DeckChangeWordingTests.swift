import Testing

@testable import Decks

@Test func everyChangeHasItsSentence() {
  let long = String(repeating: "long ", count: 20)
  func card(_ prompt: String, _ section: [String] = ["War", "Aid"]) -> KnownCard {
    KnownCard(
      key: "k", deck: "d", path: "a.md", section: section, place: 0, prompt: prompt, answer: "1957")
  }
  let changes: [DeckChange] = [
    .promptEdited(card("Who\ncame?"), was: "Who cmae?"),
    .answerChanged(card("When?", []), was: "1956"),
    .swapped(card("a?"), card("b?")),
    .reordered(path: "a.md", section: [], notes: 3),
    .movedToSection(card(long), from: []),
    .movedToFile(card("a?"), from: "b.md"),
    .fileRenamed(from: "a.md", to: "b.md", cards: 1),
    .sectionRenamed(path: "a.md", from: ["S"], to: ["T"], cards: 2),
  ]
  #expect(
    changes.map(\.sentence).joined(separator: "\n") == """
      a.md, War / Aid: the question was reworded: "Who came?"
      a.md: the answer is now "1957", it was "1956"
      a.md, War / Aid: two notes changed places: "a?" and "b?"
      a.md: 3 notes stand in another order
      a.md: "\(long.prefix(69))…" moved from the beginning to "War / Aid"
      "a?" moved from b.md to a.md
      a.md is now b.md (1 card)
      a.md: the section "S" is now "T" (2 cards)
      """)
}
