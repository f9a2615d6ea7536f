/// Turns instants into study days: local days that begin at the roll-over hour, not at midnight.
package struct StudyCalendar: Sendable {
  /// The hour of the local day, 0–23, at which a study day begins.
  package let rolloverHour: Int
  /// The zone's offset from UTC at an instant, in seconds, east positive.
  package let offset: @Sendable (Instant) -> Int

  package init(rolloverHour: Int = 4, offset: @escaping @Sendable (Instant) -> Int) {
    self.rolloverHour = rolloverHour
    self.offset = offset
  }

  /// The study day that an instant belongs to.
  package func day(of instant: Instant) -> CivilDay {
    let local = instant.seconds + Int64(offset(instant)) - Int64(rolloverHour) * 3600
    return CivilDay(number: Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
  }

  /// The first instant of a study day, to the second.
  ///
  /// Found by asking, not by arithmetic: a day may have 23, 24 or 25 hours, and its first hour may
  /// not exist.
  package func start(of day: CivilDay) -> Instant {
    let middle = Int64(day.number) * 86_400 + Int64(rolloverHour) * 3600
    var low = middle - 2 * 86_400
    var high = middle + 2 * 86_400
    while low < high {
      let probe = low + (high - low) / 2
      if self.day(of: Instant(milliseconds: probe * 1000)) < day {
        low = probe + 1
      } else {
        high = probe
      }
    }
    return Instant(milliseconds: low * 1000)
  }
}
