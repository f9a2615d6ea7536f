import Testing

@testable import Decks

@Test func promptsThatAreSharedGetTheAnswerInTheirKey() {
  let first = deck("Q: Who led it?\nA: Kim\nQ: Who else?\nA: Ho", path: "a.md")
  let second = deck("Q: Who  led it?\nA: Le Duan", path: "b.md")
  let alone = homeCards([first])
  let both = homeCards([first, second])
  #expect(alone.map(\.key) == ["Who led it?", "Who else?"].map { CardKey.make(prompt: $0) })
  #expect(
    both.map(\.key) == [
      CardKey.make(prompt: "Who led it?", answer: "Kim"),
      CardKey.make(prompt: "Who else?"),
      CardKey.make(prompt: "Who led it?", answer: "Le Duan"),
    ])
}

@Test func identicalCardsAreOne() {
  let first = deck("Q: a?\nA: b", path: "a.md")
  let second = deck("Q:  a?\nA: b\nC: [x] y", path: "b.md")
  let cards = homeCards([first, second])
  #expect(cards.map(\.path) == ["a.md", "b.md"])
  #expect(cards.map(\.key) == ["a?", "[…] y"].map { CardKey.make(prompt: $0) })
}

@Test func anIdThatIsTakenIsNotAskedTwice() {
  let text = """
    Q: a?
    A: b
    Id: x.1

    C: [c] and [d]
    Id: x
    """
  #expect(deck(text).cards.map(\.key) == ["x.1", "x.2"])
}
