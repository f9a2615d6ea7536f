/// The cards of all decks of a home, in the decks' order, with their keys.
///
/// Two rules look beyond one deck. Where cards share a prompt and differ in the answer, the answer
/// is part of the key of each. Of cards that would then have one key (the same prompt and answer,
/// or the same `Id:`) only the first is asked.
///
/// - Parameter decks: the decks, sorted by path.
/// - Returns: the cards.
package func homeCards(_ decks: [Deck]) -> [Card] {
  var cards = decks.flatMap { deck in deck.notes.flatMap { deck.cards(of: $0) } }
  var first: [String: Int] = [:]
  var isShared = Set<String>()
  for (index, card) in cards.enumerated() where card.key.hasPrefix("h1-") {
    guard let other = first[card.key] else {
      first[card.key] = index
      continue
    }
    if CardKey.prepared(cards[other].answer) != CardKey.prepared(card.answer) {
      isShared.insert(card.key)
    }
  }
  for index in cards.indices where isShared.contains(cards[index].key) {
    cards[index].key = CardKey.make(prompt: cards[index].prompt, answer: cards[index].answer)
  }
  var seen = Set<String>()
  return cards.filter { seen.insert($0.key).inserted }
}
