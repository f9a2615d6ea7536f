/// Puts a day's reviews into an order in which neighbours differ.
///
/// Mixed practice tells similar things apart better than practice in blocks (Rohrer 2012), so cards
/// of one section do not follow each other while others are left. New cards keep the order of the
/// deck, which tells its story; they come among the last third of the reviews, so that whoever stops
/// early has done what was due.
///
/// - Parameters:
///   - reviews: the cards due.
///   - new: the new cards, in the order of the deck.
///   - seed: the same seed gives the same order.
/// - Returns: all of them, in the order in which they are asked.
package func interleaved(
  _ reviews: [Candidate], with new: [Candidate], seed: UInt64
) -> [Candidate] {
  let mixed = mixedBySection(reviews, seed: seed)
  guard !new.isEmpty else { return mixed }
  var order: [Candidate] = []
  order.reserveCapacity(mixed.count + new.count)
  var placed = 0
  for (index, card) in new.enumerated() {
    let until = mixed.count * 2 / 3 + (index + 1) * mixed.count / (3 * new.count)
    order += mixed[placed..<until]
    placed = until
    order.append(card)
  }
  return order + mixed[placed...]
}

/// Misses of an exam first, then the sections in turn, each in a random order.
private func mixedBySection(_ cards: [Candidate], seed: UInt64) -> [Candidate] {
  var generator = SeededGenerator(seed: seed)
  var sections: [Int: [Candidate]] = [:]
  for card in cards where !card.isMissed { sections[card.section, default: []].append(card) }
  var piles = sections.sorted { $0.key < $1.key }.map(\.value)
  for index in piles.indices { piles[index].shuffle(seeded: &generator) }
  let total = piles.reduce(0) { $0 + $1.count }
  // Each card of a pile of n gets a place at a random spot in its n-th part of the whole: a big
  // section is spread over the session instead of filling its end.
  var placed: [(place: Double, card: Candidate)] = []
  placed.reserveCapacity(total)
  for pile in piles {
    let step = Double(total) / Double(pile.count)
    let offset = Double(generator.below(1 << 20)) / Double(1 << 20)
    for (index, card) in pile.enumerated() {
      placed.append(((Double(index) + offset) * step, card))
    }
  }
  placed.sort { ($0.place, $0.card.entry) < ($1.place, $1.card.entry) }
  return cards.filter(\.isMissed) + placed.map(\.card)
}
