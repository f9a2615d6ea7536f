import Chronology
import Glibc
import Memory
import Progress

/// The review log and memory of Anki's cards as records of a journal.
///
/// What is here already is left alone: an answer whose instant a card's journal has comes in once,
/// and a card that brings no new answer keeps its state. Where the answers alone do not come to
/// the state that Anki has (other parameters, a log cut off, days set by hand), a record says it.
package struct HistoryImport {
  /// What came in.
  package struct Tally: Hashable, Sendable {
    /// Cards that brought something.
    package var cards = 0
    package var answers = 0
    /// Answers that were there already.
    package var known = 0
    /// Cards whose memory and due day are taken from Anki, not from their answers.
    package var states = 0
    package var suspended = 0
    package var flagged = 0
    /// Log entries of changes by hand, which are no answers.
    package var changesByHand = 0

    package init() {}
  }

  /// The records so far.
  package private(set) var journal = ForeignJournal()
  package private(set) var tally = Tally()

  private let collection: AnkiCollection
  private let calendar: StudyCalendar
  private let scheduler: Scheduler
  /// Each card's part of `entries`.
  private let ranges: [Range<Int>]
  /// Indices of the log, by card and time.
  private let entries: [Int32]

  /// Prepares a collection's log.
  ///
  /// - Parameters:
  ///   - collection: with its log.
  ///   - calendar: gives instants their study days and offsets.
  ///   - scheduler: computes memory states.
  package init(_ collection: AnkiCollection, calendar: StudyCalendar, scheduler: Scheduler) {
    self.collection = collection
    self.calendar = calendar
    self.scheduler = scheduler
    var cardOf: [Int64: Int] = [:]
    cardOf.reserveCapacity(collection.cards.count)
    for (index, card) in collection.cards.enumerated() { cardOf[card.id] = index }
    // The log is in order of time: counting puts each card's entries together.
    let cards = collection.log.map { cardOf[$0.card] ?? -1 }
    var counts = Array(repeating: 0, count: collection.cards.count)
    for card in cards where card >= 0 { counts[card] += 1 }
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(counts.count)
    var next = 0
    for count in counts {
      ranges.append(next..<next + count)
      next += count
    }
    var free = ranges.map(\.lowerBound)
    var entries = Array(repeating: Int32(0), count: next)
    for (index, card) in cards.enumerated() where card >= 0 {
      entries[free[card]] = Int32(index)
      free[card] += 1
    }
    self.ranges = ranges
    self.entries = entries
  }

  /// Adds what is known of one card.
  ///
  /// - Parameters:
  ///   - index: of the collection's cards.
  ///   - key: the card's key here.
  ///   - progress: where it stands here; `nil` for a card without records.
  ///   - known: the instants of the answers it has here, in milliseconds since 1970 (UTC).
  package mutating func add(
    card index: Int, key: String, progress: CardProgress?, known: [Int64] = []
  ) {
    let card = collection.cards[index]
    var answers: [(event: Event, at: Instant, day: CivilDay)] = []
    var isNews = progress == nil
    for entry in entries[ranges[index]].map({ collection.log[Int($0)] }) {
      guard let rating = Rating(rawValue: entry.ease), entry.kind != .manual,
        entry.kind != .rescheduled
      else {
        tally.changesByHand += 1
        continue
      }
      guard !HistoryImport.contains(known, entry.id) else {
        tally.known += 1
        continue
      }
      let at = Instant(milliseconds: min(max(0, entry.id), HistoryImport.lastInstant))
      let day = calendar.day(of: at)
      let answer = Answer(
        rating: rating, mark: nil, given: "", milliseconds: entry.milliseconds,
        due: HistoryImport.due(entry, at, day))
      let isPractice = entry.kind == .filtered && entry.factor == 0
      answers.append(
        (isPractice ? .practice(key: key, answer) : .review(key: key, answer), at, day))
      isNews = true
    }
    guard isNews else { return }
    let before = journal.count
    for answer in answers { add(answer) }
    tally.answers += answers.count
    // Of two accounts the one that goes on longer counts.
    let latest = answers.last?.at ?? Instant(milliseconds: .min)
    if progress == nil || latest > progress?.latest ?? latest {
      addState(card, key, after: answers, isAlone: progress == nil)
    }
    if card.queue == -1, progress?.isSuspended != true {
      add((.suspend(key: key), changed(card, latest), calendar.day(of: changed(card, latest))))
      tally.suspended += 1
    }
    if card.flag > 0, progress?.flag == nil {
      let why = FlagColour.words(card.flag)
      let at = changed(card, latest)
      add((.flag(key: key, why: why), at, calendar.day(of: at)))
      tally.flagged += 1
    }
    if journal.count > before { tally.cards += 1 }
  }

  /// The end of the year 9999.
  private static let lastInstant: Int64 = 253_402_300_799_999

  private mutating func add(_ record: (event: Event, at: Instant, day: CivilDay)) {
    let offset = calendar.offset(record.at)
    journal.add(record.event, at: record.at, zone: offset / 60, day: record.day)
  }

  /// When a card was last changed, which is never before its last answer.
  private func changed(_ card: AnkiCard, _ latest: Instant) -> Instant {
    let limit = HistoryImport.lastInstant / 1000
    return max(latest, Instant(milliseconds: min(max(0, card.modified), limit) * 1000))
  }

  /// Anki moves an entry to the next free millisecond, so that near instants are one.
  private static func contains(_ known: [Int64], _ instant: Int64) -> Bool {
    known.contains { abs($0 - instant) <= 50 }
  }

  private static func due(_ entry: LogEntry, _ at: Instant, _ day: CivilDay) -> Schedule.Due? {
    if entry.interval > 0 { return .day(day.number + entry.interval) }
    return entry.interval < 0 ? .second(at.seconds - Int64(entry.interval)) : nil
  }

  // MARK: States

  private mutating func addState(
    _ card: AnkiCard, _ key: String, after answers: [(event: Event, at: Instant, day: CivilDay)],
    isAlone: Bool
  ) {
    let folded = CardProgress(folding: answers, scheduler: scheduler)
    guard let state = state(of: card, folded: folded.schedule, last: answers.last?.at) else {
      return
    }
    if isAlone && isSame(state, folded) { return }
    let last = max(answers.last?.at ?? Instant(milliseconds: .min), at(of: state, card))
    add((.state(key: key, state), last, calendar.day(of: last)))
    tally.states += 1
  }

  private func at(of state: Schedule, _ card: AnkiCard) -> Instant {
    state.reviews > 0
      ? Instant(milliseconds: state.lastSecond * 1000)
      : changed(card, Instant(milliseconds: .min))
  }

  private func isSame(_ state: Schedule, _ folded: CardProgress) -> Bool {
    let own = folded.schedule
    let isSamePhase: Bool =
      switch (state.phase, own.phase) {
      case (.new, .new), (.learning, .learning), (.review, .review), (.relearning, .relearning):
        true
      case (.new, _), (.learning, _), (.review, _), (.relearning, _): false
      }
    return isSamePhase && state.due == own.due && CardData.isSame(state.memory, own.memory)
      && (state.phase != .review || state.interval == own.interval)
      && (state.reviews == own.reviews || state.reviews == folded.answers)
      && state.lapses == own.lapses
  }

  /// Where the card stands by Anki's account; `nil` for a card that was never met.
  private func state(of card: AnkiCard, folded: Schedule, last: Instant?) -> Schedule? {
    let data = CardData(card.data)
    var state = Schedule.new
    switch card.type {
    case 1: state.phase = .learning(step: step(card, of: scheduler.learningSteps.count))
    case 2: state.phase = .review
    case 3: state.phase = .relearning(step: step(card, of: scheduler.relearningSteps.count))
    case _: return folded.phase == .new ? nil : state
    }
    let isAway = card.homeDeck != 0 && card.homeDue != 0
    let due = isAway ? card.homeDue : card.due
    // Steps within a day are due at a second, all else on a day.
    let isSecond = card.type != 2 && due > 1_000_000_000
    state.due =
      isSecond
      ? .second(min(due, HistoryImport.lastInstant / 1000))
      : .day(collection.firstDay + Int(min(max(due, -36_500), 3_650_000)))
    state.interval = max(0, card.interval)
    state.reviews = max(1, card.reviews)
    state.lapses = card.lapses
    state.lastSecond = lastReview(card, data, state, last)
    state.lastDay = calendar.day(of: Instant(milliseconds: state.lastSecond * 1000)).number
    state.memory = data.memory ?? folded.memory ?? converted(card)
    return state
  }

  private func step(_ card: AnkiCard, of count: Int) -> Int {
    max(0, count - max(1, card.stepsLeft % 1000))
  }

  private func lastReview(
    _ card: AnkiCard, _ data: CardData, _ state: Schedule, _ last: Instant?
  ) -> Int64 {
    if let last = data.lastReview ?? last?.seconds, last > 0 { return last }
    if case .day(let day) = state.due, state.phase == .review {
      return calendar.start(of: CivilDay(number: day - state.interval)).seconds
    }
    return min(max(0, card.modified), HistoryImport.lastInstant / 1000)
  }

  /// The memory that SM-2's interval and ease stand for, at its usual retention of 0.9.
  ///
  /// As Anki converts a card whose history is cut off: the stability is the interval, the
  /// difficulty the one with which Good would multiply it by the ease.
  private func converted(_ card: AnkiCard) -> MemoryState {
    let w = scheduler.parameters
    let stability = max(0.01, Double(max(1, card.interval)))
    let ease = card.factor >= 1300 ? Double(card.factor) / 1000 : 2.5
    let growth = exp(w[8]) * pow(stability, -w[9]) * (exp(0.1 * w[10]) - 1)
    return MemoryState(
      stability: stability, difficulty: min(10, max(1, 11 - (ease - 1) / growth)))
  }
}
