import Chronology

/// Which of many backups are worth their room, by age alone.
///
/// All of the last day; the last one of each day for two weeks, of each week for three months, and
/// of each month after that.
enum BackupAges {
  /// The age up to which each of a group is told apart.
  private static let day: Int64 = 86_400_000

  /// The group within which only the newest backup is kept.
  private enum Group: Hashable {
    case itself(Int)
    case day(Int)
    case week(Int)
    case month(year: Int, month: Int)
  }

  /// Which of the backups are kept.
  ///
  /// - Parameters:
  ///   - instants: when they were made, oldest first.
  ///   - now: the instant now.
  /// - Returns: their indices; the newest is always among them.
  static func kept(_ instants: [Instant], at now: Instant) -> Set<Int> {
    var newest: [Group: Int] = [:]
    for (index, instant) in instants.enumerated() {
      newest[group(index, instant, age: now.milliseconds - instant.milliseconds)] = index
    }
    return Set(newest.values).union(instants.indices.suffix(1))
  }

  private static func group(_ index: Int, _ instant: Instant, age: Int64) -> Group {
    let seconds = instant.seconds
    let number = Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
    if age <= day { return .itself(index) }
    if age <= 14 * day { return .day(number) }
    // Day 0 was a Thursday; weeks begin on Monday.
    if age <= 91 * day { return .week((number + 3) / 7) }
    let (year, month, _) = CivilDay(number: number).components
    return .month(year: year, month: month)
  }
}
