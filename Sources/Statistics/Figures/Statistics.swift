import Chronology
import Decks
import Memory
import Progress

/// What the answers of a student and the cards as they stand come to.
///
/// An answer is right unless it was rated again. Days are study days, as they were decided when the
/// answer was given; hours are local ones of then.
package struct Statistics: Hashable, Sendable {
  /// The interval in days from which on a card is mature.
  package static let matureInterval = 21
  /// How many days the forecast covers, today among them.
  package static let forecastDays = 30

  /// The study day now.
  package let today: CivilDay
  /// The first study day whose answers count; `nil` for all.
  package let since: CivilDay?
  /// The chance of recall at which cards are asked, 0–1.
  package let desiredRetention: Double
  /// The sections that cards are in.
  package let sections: [StudiedSection]
  package let states: CardStates

  /// The answers of today.
  package var day = Tally()
  /// The answers since Monday.
  package var week = Tally()
  /// All answers that count.
  package var all = Tally()
  /// The months in which anything was answered, oldest first.
  package var months: [Month] = []
  /// How many answers there were on each study day that has any, oldest first.
  package var days: [DayCount] = []
  /// How many cards are due for the first time today, tomorrow and so on; those overdue today.
  package var forecast = [Int](repeating: 0, count: Statistics.forecastDays)
  /// How many of today's were due on an earlier day.
  package var overdue = 0
  /// The intervals of the cards in review, in days.
  package let intervals: Distribution
  /// The stabilities of the cards that were reviewed, in days.
  package let stabilities: Distribution
  /// The difficulties of the cards that were reviewed, 1–10.
  package let difficulties: Distribution
  /// The chances that the cards that were reviewed are recalled now, in per cent.
  package let recalls: Distribution
  /// Answers to cards that had been asked before, by what is asked.
  package var kinds: [CardKind: Share] = [:]
  /// The same by the index of the section.
  package var successBySection: [Share]
  /// The same of cards that are in no deck any more.
  package var vanished = Share()
  /// The same by the local hour, 0–23.
  package var hours = [Share](repeating: Share(), count: 24)
  package var streak = Streak([], today: 0)
  /// The cards that keep failing, the worst first.
  package var leeches: [Leech] = []
  /// The cards that are confused, the most frequent first.
  package var pairs: [ConfusedPair] = []

  /// How many answers a study day saw.
  package struct DayCount: Hashable, Sendable {
    package var day: CivilDay
    package var answers: Int

    package init(day: CivilDay, answers: Int) {
      self.day = day
      self.answers = answers
    }
  }

  /// Reviews of cards after an interval of 1 to 20 days.
  package var young: Share { months.reduce(Share()) { $0 + $1.young } }
  /// Reviews of cards after an interval of 21 days or more.
  package var mature: Share { months.reduce(Share()) { $0 + $1.mature } }
  /// How many of the cards that were reviewed are likely known now.
  package var likelyKnown: Double { (recalls.mean ?? 0) / 100 * Double(recalls.count) }
  /// The Monday of this week.
  package var monday: CivilDay { CivilDay(number: today.number - today.weekday) }

  /// Which answers and what instant statistics are about.
  package struct Span: Hashable, Sendable {
    /// The study day now.
    package var today: CivilDay
    /// Now, in seconds since 1970 (UTC).
    package var second: Int64
    /// The first study day whose answers count; `nil` for all.
    package var since: CivilDay?

    package init(today: CivilDay, second: Int64, since: CivilDay? = nil) {
      self.today = today
      self.second = second
      self.since = since
    }
  }

  /// Counts.
  ///
  /// - Parameters:
  ///   - log: all answers of the home.
  ///   - cards: the cards that statistics are about.
  ///   - sections: the sections that these are in.
  ///   - isEverything: whether answers to cards count that are in no deck any more; else only those
  ///     to `cards` do.
  ///   - scheduler: says how likely a card is recalled, and how likely it is to be.
  ///   - span: which answers count, and what now is.
  package init(
    _ log: AnswerLog, cards: [StudiedCard], sections: [StudiedSection], isEverything: Bool,
    scheduler: Scheduler, span: Span
  ) {
    today = span.today
    since = span.since
    desiredRetention = scheduler.desiredRetention
    self.sections = sections
    states = CardStates(cards)
    successBySection = Array(repeating: Share(), count: sections.count)
    let reviewed = cards.filter { !$0.isSuspended && $0.schedule.memory != nil }
    let memories = reviewed.compactMap(\.schedule.memory)
    intervals = Distribution(
      reviewed.filter { $0.schedule.phase == .review }.map { Double($0.schedule.interval) },
      bounds: Distribution.days, isOpen: true)
    stabilities = Distribution(
      memories.map(\.stability), bounds: Distribution.days, isOpen: true)
    difficulties = Distribution(
      memories.map(\.difficulty), bounds: Distribution.difficulties, isOpen: false)
    recalls = Distribution(
      reviewed.compactMap { scheduler.retrievability($0.schedule, second: span.second) }
        .map { $0 * 100 },
      bounds: Distribution.chances, isOpen: false)
    for card in cards where !card.isSuspended {
      guard let due = card.dueDay, due < today.number + Statistics.forecastDays else { continue }
      forecast[max(0, due - today.number)] += 1
      if due < today.number { overdue += 1 }
    }
    var counting = Counting(log, cards: cards, isEverything: isEverything, span: span)
    counting.run()
    counting.report(to: &self)
  }
}

extension CivilDay {
  /// The day of the week: 0 is Monday, 6 is Sunday.
  package var weekday: Int { ((number + 3) % 7 + 7) % 7 }
}
