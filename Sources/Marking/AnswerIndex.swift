import Chronology
import Decks

/// Which card a wrong answer is the right answer of.
///
/// Built once over the cards at hand. A date is found by its value, a number by its value, and
/// everything else by its folded form, so that "27/1/1973" finds the card with 27 January 1973.
package struct AnswerIndex: Sendable {
  /// A card whose answer was given for another.
  package struct Hit: Hashable, Sendable {
    /// The position of the card in the cards that the index was built over.
    package let card: Int
    /// The card's key.
    package let key: String
    /// What the given answer is true of: the card's event, else its prompt.
    package let about: String
  }

  private let cards: [Card]
  private let byForm: [String: [Int]]
  private let byDate: [HistoricalDate: [Int]]

  /// Makes an index of cards.
  package init(cards: [Card]) {
    self.cards = cards
    var byForm: [String: [Int]] = [:]
    var byDate: [HistoricalDate: [Int]] = [:]
    byForm.reserveCapacity(cards.count * 2)
    for (number, card) in cards.enumerated() {
      for text in [card.answer] + card.also {
        byForm[Marker.key(text), default: []].append(number)
      }
      if card.kind == .date, let date = HistoricalDate(card.answer) {
        byDate[date, default: []].append(number)
      }
    }
    self.byForm = byForm
    self.byDate = byDate
  }

  /// The card whose answer `typed` is, the asked card and cards of other kinds left out.
  ///
  /// - Parameters:
  ///   - typed: a wrong answer.
  ///   - card: the card that was asked.
  /// - Returns: the first such card in deck order; `nil` where the answer is nobody's, or where
  ///   the asked card has the same answer.
  package func card(for typed: String, insteadOf card: Card) -> Hit? {
    var found: [Int] = byForm[Marker.key(typed)] ?? []
    if card.kind == .date {
      for case .whole(let date) in HistoricalDate.readings(of: typed) {
        found += byDate[date] ?? []
      }
    }
    let other = found.filter { cards[$0].key != card.key && cards[$0].kind == card.kind }.min()
    guard let other, !found.contains(where: { cards[$0].key == card.key }) else { return nil }
    let about = cards[other].event ?? cards[other].prompt
    return Hit(card: other, key: cards[other].key, about: about)
  }
}

extension AnswerIndex.Hit {
  /// The given answer named as what it is: "1973 belongs to: the Paris Peace Accords".
  package func sentence(typed: String, asked: Card) -> String {
    let given = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let event = asked.event else { return "\(given) belongs to: \(about)" }
    return "\(given) belongs to: \(about). Asked was: \(event)."
  }
}
