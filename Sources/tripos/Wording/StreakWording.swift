import Chronology

/// The streak in words: days in a row on which something was studied.
enum StreakWording {
  /// `3 days in a row.`; `nil` where there is no streak.
  ///
  /// A streak that reaches to yesterday is not broken yet.
  static func sentence(_ days: [CivilDay], today: CivilDay) -> String? {
    guard let last = days.last, today.number - last.number <= 1, today.number >= last.number
    else { return nil }
    var length = 1
    for (later, earlier) in zip(days.reversed(), days.reversed().dropFirst()) {
      guard later.number - earlier.number == 1 else { break }
      length += 1
    }
    if length < 2 { return nil }
    return "\(length) days in a row\(last == today ? "" : ", today is still open")."
  }
}
