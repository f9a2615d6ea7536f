/// Days in a row on which something was answered.
package struct Streak: Hashable, Sendable {
  /// The days in a row that reach to today or to yesterday; 0 where none do.
  package let current: Int
  /// The longest there ever was.
  package let longest: Int
  /// Whether something was answered today.
  package let includesToday: Bool
  /// On how many of the last thirty days something was answered, today among them.
  package let ofLastThirty: Int
  /// On how many days something was ever answered.
  package let studyDays: Int

  /// The streak of some study days.
  ///
  /// - Parameters:
  ///   - days: the days, counted from 1970-01-01, rising.
  ///   - today: the study day now; what lies behind it does not count.
  init(_ days: [Int], today: Int) {
    let days = days.filter { $0 <= today }
    var longest = 0
    var length = 0
    var previous: Int?
    for day in days {
      length = previous == day - 1 ? length + 1 : 1
      longest = max(longest, length)
      previous = day
    }
    let last = days.last ?? .min
    current = last >= today - 1 ? length : 0
    self.longest = longest
    includesToday = last == today
    ofLastThirty = days.count { $0 > today - 30 }
    studyDays = days.count
  }
}
