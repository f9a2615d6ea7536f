import Chronology
import Decks
import Marking

/// Finds wrong answers that are like the right one: of its kind and precision, from its era and
/// company, from the deck first, and never one that the marker would accept.
struct DistractorFinder {
  let bank: ItemBank
  /// The year in which the paper is set: no later date is offered.
  let latestYear: Int
  private var dates: [Int: HistoricalDate?] = [:]
  private var company: [Int: Set<Int>] = [:]

  init(bank: ItemBank, latestYear: Int) {
    self.bank = bank
    self.latestYear = latestYear
  }

  /// The date that a card of the bank asks for.
  mutating func date(_ index: Int) -> HistoricalDate? {
    if let known = dates[index] { return known }
    let card = bank.cards[index].card
    let date = card.kind == .date ? HistoricalDate(card.answer) : nil
    dates[index] = .some(date)
    return date
  }

  /// The actors that a section of the bank speaks of, by the beginning of its cards.
  mutating func actors(ofSection section: Int) -> Set<Int> {
    if let known = company[section] { return known }
    var actors = Set<Int>()
    for index in bank.byTopic[section].prefix(40) {
      let card = bank.cards[index].card
      actors.formUnion(bank.actors.mentioned(in: "\(card.prompt) \(card.answer)"))
    }
    company[section] = actors
    return actors
  }

  /// The options of a choice question, in the order in which they are shown.
  ///
  /// - Parameters:
  ///   - index: the card's position in the bank.
  ///   - count: how many distractors are wanted.
  ///   - draw: decides among those that are as good.
  /// - Returns: `nil` where fewer than two good distractors are found.
  mutating func options(
    for index: Int, count: Int, using draw: inout SeededDraw
  ) -> OptionSet? {
    let card = bank.cards[index].card
    guard !card.answer.contains("\n"), card.answer.utf8.count <= 120, !card.asksNegatively else {
      return nil
    }
    switch card.kind {
    case .date: return dateOptions(for: index, count: count, using: &draw)
    case .number: return numberOptions(for: index, count: count, using: &draw)
    case .person, .state, .organisation: return actorOptions(for: index, count, using: &draw)
    case .place, .term, .text: return classOptions(for: index, count, using: &draw)
    case .cause, .quotation, .list: return nil
    }
  }

  /// One wrong answer for a true/false statement; `nil` where no good one is found.
  mutating func lure(for index: Int, using draw: inout SeededDraw) -> AnswerOption? {
    guard let set = options(for: index, count: 2, using: &draw) else { return nil }
    return draw.pick(set.options.indices.filter { $0 != set.key }.map { set.options[$0] })
  }

  /// Whether the marker takes a text for anything but a wrong answer to the card.
  func isAccepted(_ text: String, for card: Card) -> Bool {
    let verdict = bank.judge(text, Expected(card))
    return verdict.mark != .wrong || verdict.unsure
  }

  /// Whether two options mean the same.
  func isSame(_ left: String, _ right: String, kind: CardKind) -> Bool {
    if left == right { return true }
    return [(left, right), (right, left)].contains { typed, expected in
      let verdict = bank.judge(typed, Expected(answer: expected, kind: kind))
      return verdict.mark != .wrong || verdict.unsure
    }
  }

  /// How closely another card belongs to a card: the same section counts most, then tags.
  func kinship(_ other: Int, to index: Int) -> Int {
    let (card, candidate) = (bank.cards[index], bank.cards[other])
    var kinship = 0
    if card.section == candidate.section { kinship += 3 }
    for tag in card.card.tags where candidate.card.tags.contains(tag) { kinship += 2 }
    if card.card.section.first == candidate.card.section.first { kinship += 1 }
    return kinship
  }

  /// Puts a right answer among distractors, each place as likely.
  func placed(
    _ right: AnswerOption, among wrong: [AnswerOption], using draw: inout SeededDraw
  ) -> OptionSet {
    var options = draw.shuffled(wrong)
    let key = draw.below(options.count + 1)
    options.insert(right, at: key)
    return OptionSet(options: options, key: key)
  }
}

extension Card {
  /// Whether the prompt asks for what is not so; options under a negative stem mislead.
  var asksNegatively: Bool {
    let words = Words.all(prompt)
    return !isCloze
      && (words.contains("not") || words.contains("except") || words.contains("never"))
  }

  /// What the answer must begin like: the blank follows "a" or "an".
  var article: String? {
    guard let blank = prompt.firstRange(of: Cloze.mark) else { return nil }
    let before = prompt[..<blank.lowerBound].split(whereSeparator: \.isWhitespace).last
    return before.map { $0.lowercased() }.flatMap { ["a", "an"].contains($0) ? $0 : nil }
  }
}
