/// What one rating does to a card, before it is put on the calendar.
package struct Transition: Hashable, Sendable {
  /// How long after the review the card is due.
  package enum Delay: Hashable, Sendable {
    /// A learning step, or an interval of less than half a day that serves as one.
    case seconds(Int)
    /// An interval between study days.
    case days(Int)
  }

  package var phase: Schedule.Phase
  package var memory: MemoryState
  package var delay: Delay
  /// As in `Schedule.interval`.
  package var interval: Int
}

extension Transition.Delay {
  /// When a card reviewed at `second`, on the study day `day`, is due.
  ///
  /// A step of a day or more counts in study days, rounded, as other long delays do.
  func due(second: Int64, day: Int) -> Schedule.Due {
    switch self {
    case .seconds(let seconds) where seconds < secondsPerDay:
      .second(second.addingSaturated(Int64(seconds)))
    case .seconds(let seconds): .day(day.addingSaturated(wholeDays(seconds: seconds)))
    case .days(let days): .day(day.addingSaturated(days))
    }
  }
}

extension FixedWidthInteger {
  /// The sum, or the end of the range that it lies beyond.
  func addingSaturated(_ other: Self) -> Self {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other < 0 ? .min : .max) : sum
  }
}
