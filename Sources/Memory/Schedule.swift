/// Where a card stands with the scheduler after its latest review.
package struct Schedule: Hashable, Sendable {
  /// The stage of a card's life.
  package enum Phase: Hashable, Sendable {
    case new
    /// In the learning steps; `step` counts from 0.
    case learning(step: Int)
    case review
    /// Lapsed, in the relearning steps; `step` counts from 0.
    case relearning(step: Int)
  }

  /// When a card is next to be asked.
  package enum Due: Hashable, Sendable {
    /// Never asked so far.
    case new
    /// At a second since 1970 (UTC): learning steps of less than a day.
    case second(Int64)
    /// On a study day, counted from 1970-01-01.
    case day(Int)
  }

  package var phase: Phase
  /// `nil` for a card that was never reviewed.
  package var memory: MemoryState?
  package var due: Due
  /// The interval last given, in days: 0 in learning, and in relearning the days to graduate with.
  package var interval: Int
  /// The study day of the last review, counted from 1970-01-01.
  package var lastDay: Int
  /// The second of the last review since 1970 (UTC).
  package var lastSecond: Int64
  /// How often the card was reviewed.
  package var reviews: Int
  /// How often it was forgotten after it had been learnt.
  package var lapses: Int

  /// A card that was never reviewed.
  package static let new = Schedule(
    phase: .new, memory: nil, due: .new, interval: 0, lastDay: 0, lastSecond: 0, reviews: 0,
    lapses: 0)

  package init(
    phase: Phase, memory: MemoryState?, due: Due, interval: Int, lastDay: Int, lastSecond: Int64,
    reviews: Int, lapses: Int
  ) {
    self.phase = phase
    self.memory = memory
    self.due = due
    self.interval = interval
    self.lastDay = lastDay
    self.lastSecond = lastSecond
    self.reviews = reviews
    self.lapses = lapses
  }
}
