import Chronology
import Decks
import Marking

/// Asks the marker what a text would be worth as an answer.
package typealias Judge = @Sendable (_ typed: String, _ expected: Expected) -> Verdict

/// The cards that a paper can be made of, with the actors of their decks.
package struct ItemBank: Sendable {
  /// A section of a deck: the topic of an exam.
  package struct Topic: Hashable, Sendable {
    package let deck: String
    /// The titles from the outermost heading inwards; empty before the first heading.
    package let path: [String]

    /// The section's own title, or the deck's name before the first heading.
    package var title: String { path.last ?? deck }
  }

  package let cards: [BankedCard]
  package let topics: [Topic]
  /// Wrong answers that the student gave earlier, by the card's key, the latest first.
  let earlierWrong: [String: [String]]
  let actors: ActorIndex
  let judge: Judge
  /// The cards of each topic.
  let byTopic: [[Int]]
  private let byKey: [String: Int]
  /// The cards of each kind and deck.
  private let byKind: [CardKind: [String: [Int]]]

  /// Makes a bank.
  ///
  /// - Parameters:
  ///   - cards: the cards that may be asked, in a fixed order; doubtful ones are left out before.
  ///   - actors: the actors of all decks.
  ///   - earlierWrong: wrong answers that the student gave, by the card's key, the latest first.
  ///   - judge: the marker.
  package init(
    cards: [Card], actors: [DeckActor], earlierWrong: [String: [String]] = [:],
    judge: @escaping Judge
  ) {
    var topics: [Topic] = []
    var topicIndex: [Topic: Int] = [:]
    var noteIndex: [String: [Int: Int]] = [:]
    var notes = 0
    var banked: [BankedCard] = []
    banked.reserveCapacity(cards.count)
    var byTopic: [[Int]] = []
    var byKind: [CardKind: [String: [Int]]] = [:]
    for (index, card) in cards.enumerated() {
      let topic = Topic(deck: card.deck, path: card.section)
      let section: Int
      if let known = topicIndex[topic] {
        section = known
      } else {
        section = topics.count
        topicIndex[topic] = section
        topics.append(topic)
        byTopic.append([])
      }
      let note: Int
      if let known = noteIndex[card.path]?[card.note] {
        note = known
      } else {
        note = notes
        notes += 1
        noteIndex[card.path, default: [:]][card.note] = note
      }
      byTopic[section].append(index)
      byKind[card.kind, default: [:]][card.deck, default: []].append(index)
      banked.append(BankedCard(card: card, index: index, note: note, section: section))
    }
    self.cards = banked
    byKey = Dictionary(banked.map { ($0.card.key, $0.index) }) { first, _ in first }
    self.topics = topics
    self.byTopic = byTopic
    self.byKind = byKind
    self.actors = ActorIndex(actors)
    self.earlierWrong = earlierWrong
    self.judge = judge
  }

  /// The position of the card with a key; `nil` where the bank has none.
  func index(ofKey key: String) -> Int? { byKey[key] }

  /// The cards of a kind in a deck, in the bank's order.
  func cards(of kind: CardKind, in deck: String) -> [Int] { byKind[kind]?[deck] ?? [] }

  /// The cards of a kind in all decks.
  func cards(of kind: CardKind) -> [Int] { byKind[kind]?.values.flatMap { $0 }.sorted() ?? [] }
}
