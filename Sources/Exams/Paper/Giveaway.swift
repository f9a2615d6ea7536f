import Chronology
import Decks

/// What a card shows and what it asks, to tell whether two cards give each other away.
struct Giveaway {
  private let section: Int
  /// All words that are shown, in their order.
  private let shown: [String]
  private let words: Set<String>
  /// The words of the right answers, as they might stand in another question.
  private let answers: [[String]]
  private let answerWords: Set<String>
  /// The years of a date that is asked for.
  private let years: [String]
  private let isNumeric: Bool

  init(_ banked: BankedCard, in bank: ItemBank) {
    let card = banked.card
    section = banked.section
    shown = Words.all("\(card.prompt) \(card.event ?? "")")
    words = Words.content(of: shown)
    answers = Set([card.answer] + card.also + bank.actors.names(of: card.answer)).map(Words.all)
    answerWords = answers.reduce(into: Set()) { $0.formUnion(Words.content(of: $1)) }
    isNumeric = card.kind == .date || card.kind == .number
    years =
      card.kind == .date
      ? Words.all(card.answer).filter { $0.count >= 4 && $0.first?.isNumber == true } : []
  }

  /// Whether this card's question says, in so many words, what the other asks.
  func gives(away other: Giveaway, namesOf stems: Set<String>) -> Bool {
    let isYearShown = other.years.contains(where: { words.contains($0) })
    let isAnswerShown = other.answers.contains { Words.contains($0, in: shown) }
    guard isYearShown || isAnswerShown else { return false }
    let shared = words.intersection(other.words).subtracting(other.answerWords)
    let telling = shared.subtracting(stems)
    // A year narrows a date down where both speak of one thing.
    if telling.count >= 2, isYearShown { return true }
    guard isAnswerShown else { return false }
    if other.isNumeric { return !telling.isEmpty || section == other.section }
    return section == other.section ? !shared.isEmpty : telling.count >= 2
  }
}
