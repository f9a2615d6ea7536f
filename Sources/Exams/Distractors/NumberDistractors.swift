import Decks
import Marking

extension DistractorFinder {
  /// Numbers in their order: the student's own mistakes, the deck's numbers of the same unit and
  /// size, then numbers of the same shape.
  mutating func numberOptions(
    for index: Int, count: Int, using draw: inout SeededDraw
  ) -> OptionSet? {
    let card = bank.cards[index].card
    guard let right = Figure(card.answer) else { return nil }
    var candidates: [(figure: Figure, card: String?)] = []
    for text in bank.earlierWrong[card.key] ?? [] {
      guard let figure = Figure(text), figure.suffix.isEmpty || figure.hasUnit(of: right) else {
        continue
      }
      var like = right
      like.value = figure.value
      candidates.append((like, nil))
    }
    let deck = bank.cards(of: .number, in: card.deck)
    let start = deck.count > 60 ? draw.below(deck.count) : 0
    let sample = (0..<min(deck.count, 60)).map { deck[(start + $0) % deck.count] }
    for other in draw.shuffled(sample) where other != index {
      guard let figure = Figure(bank.cards[other].card.answer), figure.hasUnit(of: right),
        figure.value <= right.value * 5, right.value <= figure.value * 5
      else { continue }
      candidates.append((figure, bank.cards[other].card.key))
    }
    candidates += right.variants(using: &draw).map { ($0, nil) }
    let chosen = chooseAround(count, of: candidates, using: &draw) { candidate in
      candidate.figure.value == right.value ? nil : candidate.figure.value < right.value
    } accepts: { candidate, others in
      !others.contains { $0.figure.value == candidate.figure.value }
        && !Words.contains(candidate.figure.text, in: card.prompt)
        && !isAccepted(candidate.figure.text, for: card)
    }
    guard let chosen else { return nil }
    let sorted = { (figures: [(figure: Figure, card: String?)]) in
      figures.sorted { $0.figure.value < $1.figure.value }
        .map { AnswerOption($0.figure.text, card: $0.card) }
    }
    let before = sorted(chosen.before)
    return OptionSet(
      options: before + [AnswerOption(right.text, card: card.key)] + sorted(chosen.after),
      key: before.count)
  }
}
