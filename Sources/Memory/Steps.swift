/// The delays through which a card is learnt, or learnt again after a lapse.
struct Steps: Hashable, Sendable {
  /// In seconds.
  let delays: [Int]

  /// The step that a rating leads to and its delay in seconds; `nil` where the card graduates.
  ///
  /// A step beyond the end, left by a list that was longer once, counts as the last.
  func next(from step: Int, rating: Rating) -> (step: Int, delay: Int)? {
    guard let first = delays.first else { return nil }
    let current = min(max(step, 0), delays.count - 1)
    switch rating {
    case .again: return (0, first)
    case .hard: return (current, current == 0 ? hardOnFirst(first) : delays[current])
    case .good: return current + 1 < delays.count ? (current + 1, delays[current + 1]) : nil
    case .easy: return nil
    }
  }

  /// Between again and good: half-way to the second step, or where there is none half as long
  /// again, but no more than a day longer.
  private func hardOnFirst(_ first: Int) -> Int {
    let delay =
      delays.count > 1 ? (first + delays[1]) / 2 : min(first * 3 / 2, first + secondsPerDay)
    return delay > secondsPerDay ? wholeDays(seconds: delay) * secondsPerDay : delay
  }
}
