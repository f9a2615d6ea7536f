extension Scheduler {
  /// Days until the chance of recall has fallen to the desired retention, at most the maximum
  /// interval; a fraction.
  func interval(_ memory: MemoryState) -> Double {
    min(memory.stability * intervalPerStability, Double(maximumInterval))
  }

  /// An interval in whole days, rounded half up or spread, and never above the maximum interval.
  ///
  /// - Parameters:
  ///   - interval: in days, at most the maximum interval.
  ///   - minimum: the least days allowed, unless the maximum interval is less.
  ///   - fraction: what chooses among the days that the fuzz allows; `nil` without fuzz.
  /// - Returns: at least `minimum` or the maximum interval, whichever is less.
  func days(_ interval: Double, atLeast minimum: Int, _ fraction: Double?) -> Int {
    let minimum = min(minimum, maximumInterval)
    guard let fraction else { return max(wholeDays(interval), minimum) }
    return Fuzz.spread(interval, minimum: minimum, maximum: maximumInterval, fraction: fraction)
  }

  /// The least days that a card recalled after `previous` days is given, so that neither rounding
  /// nor fuzz takes back what it has earned; 0 where the interval is to shrink.
  func floorForPassed(_ interval: Double, previous: Int) -> Int {
    if wholeDays(interval) > previous { return previous + 1 }
    return previous <= Fuzz.bounds(interval).upper ? previous : 0
  }
}
