import Chronology
import Decks
import Marking

extension DistractorFinder {
  /// Dates in their order: the student's own mistakes, dates of related events, neighbours in time.
  mutating func dateOptions(
    for index: Int, count: Int, using draw: inout SeededDraw
  ) -> OptionSet? {
    let card = bank.cards[index].card
    guard let right = date(index), bank.judge(right.english, Expected(card)).mark == .correct else {
      return nil
    }
    let years = allowedYears(for: card, around: right)
    let reach = reach(around: right)
    var candidates: [(date: HistoricalDate, card: String?)] = []
    for text in bank.earlierWrong[card.key] ?? [] {
      if let date = HistoricalDate(text) { candidates.append((date, nil)) }
    }
    var related: [(date: HistoricalDate, card: String?, kinship: Int)] = []
    for other in nearbyDates(to: index, using: &draw) {
      guard let date = date(other), isLike(date, right), isWithin(reach, date) else { continue }
      related.append((date, bank.cards[other].card.key, kinship(other, to: index)))
    }
    // The sort keeps the drawn order among equals.
    for tier in related.enumerated().sorted(by: {
      ($1.element.kinship, $0.offset) < ($0.element.kinship, $1.offset)
    }) {
      candidates.append((tier.element.date, tier.element.card))
    }
    candidates += DateVariants.around(right, using: &draw).map { ($0, nil) }
    var verdicts: [HistoricalDate: Bool] = [:]
    func isWrong(_ date: HistoricalDate) -> Bool {
      if let known = verdicts[date] { return known }
      let isWrong = !isAccepted(date.english, for: card)
      verdicts[date] = isWrong
      return isWrong
    }
    let chosen = chooseAround(count, of: candidates, using: &draw) { candidate in
      switch candidate.date.order(to: right) {
      case .before: true
      case .after: false
      case .same, .unknown: nil
      }
    } accepts: { candidate, others in
      isLike(candidate.date, right) && isWithin(years, candidate.date)
        && others.allSatisfy { isApart($0.date, candidate.date) }
        && !isRounder(candidate.date, than: right, beside: others.map(\.date))
        && !Words.contains(candidate.date.english, in: card.prompt) && isWrong(candidate.date)
    }
    guard let chosen else { return nil }
    let sorted = { (dates: [(date: HistoricalDate, card: String?)]) in
      dates.sorted { $0.date.order(to: $1.date) == .before }
        .map { AnswerOption($0.date.english, card: $0.card) }
    }
    let before = sorted(chosen.before)
    return OptionSet(
      options: before + [AnswerOption(right.english, card: card.key)] + sorted(chosen.after),
      key: before.count)
  }

  /// The other dated cards of the deck that come to mind first: of the section, then a sample.
  private func nearbyDates(to index: Int, using draw: inout SeededDraw) -> [Int] {
    let card = bank.cards[index]
    let section = bank.byTopic[card.section].filter {
      $0 != index && bank.cards[$0].card.kind == .date
    }
    let deck = bank.cards(of: .date, in: card.card.deck)
    var sample = draw.shuffled(section.count > 60 ? Array(section.prefix(60)) : section)
    let start = deck.count > 60 ? draw.below(deck.count) : 0
    for offset in 0..<min(deck.count, 60) {
      let other = deck[(start + offset) % deck.count]
      if other != index, bank.cards[other].section != card.section { sample.append(other) }
    }
    return sample
  }

  /// Whether two dates are stated alike, so that precision gives nothing away.
  func isLike(_ date: HistoricalDate, _ right: HistoricalDate) -> Bool {
    guard date.precision == right.precision else { return false }
    switch (date.form, right.form) {
    case (.single(let left), .single(let right)):
      return (left.part == nil) == (right.part == nil)
        && (left.part == .turn) == (right.part == .turn)
        && left.isCirca == right.isCirca && left.isUncertain == right.isUncertain
        && left.style == right.style
    case (.range(.period(let left), .period), .range(.period(let right), .period)):
      return left.unit.precision == right.unit.precision
    case (.range(.period, _), .range(.period, _)), (.range(_, .period), .range(_, .period)),
      (.before, .before), (.after, .after):
      return true
    case (.set(let left, let first), .set(let right, let second)):
      return left.count == right.count && first == second
    case (.single, _), (.range, _), (.before, _), (.after, _), (.set, _): return false
    }
  }

  private func isApart(_ left: HistoricalDate, _ right: HistoricalDate) -> Bool {
    switch left.order(to: right) {
    case .before, .after: true
    case .same, .unknown: false
    }
  }

  /// Whether a round year would stand out among others, or beside another round one.
  private func isRounder(
    _ date: HistoricalDate, than right: HistoricalDate, beside others: [HistoricalDate]
  ) -> Bool {
    func isRound(_ date: HistoricalDate) -> Bool {
      guard case .single(let period) = date.form, case .year(let year) = period.unit else {
        return false
      }
      return year % 10 == 0
    }
    return isRound(date) && !isRound(right) && others.contains(where: isRound)
  }

  /// The years that dates in the deck may come from: three times as far as an invented one.
  private func reach(around date: HistoricalDate) -> ClosedRange<Int> {
    let (first, last) = date.years
    let reach =
      switch date.precision {
      case .century, .millennium: 3000
      case .decade: 60
      case .day, .month, .season, .year, .range, .set:
        min(60, 3 * DateVariants.reach(of: first))
      }
    return first - reach...last + reach
  }

  /// The years in which the thing asked about can have happened: within the lives of the actors
  /// that the prompt names, and not in the future.
  private func allowedYears(
    for card: Card, around right: HistoricalDate
  ) -> ClosedRange<Int> {
    let (first, last) = right.years
    var lower = -10_000
    var upper = max(latestYear, last)
    for index in bank.actors.mentioned(in: "\(card.prompt) \(card.event ?? "")") {
      let actor = bank.actors.actors[index]
      if let from = actor.from.flatMap({ HistoricalDate($0) })?.years.first, from <= first {
        lower = max(lower, from)
      }
      if let to = actor.to.flatMap({ HistoricalDate($0) })?.years.last, to >= last {
        upper = min(upper, to)
      }
    }
    return lower...max(lower, upper)
  }

  private func isWithin(_ years: ClosedRange<Int>, _ date: HistoricalDate) -> Bool {
    let (first, last) = date.years
    return years.contains(first) && years.contains(last)
  }
}

extension HistoricalDate {
  /// The astronomical years of its first and last day; an open end counts as the other one.
  var years: (first: Int, last: Int) {
    let first = bounds.first?.components.year
    let last = bounds.last?.components.year
    return (first ?? last ?? 0, last ?? first ?? 0)
  }
}
