import Chronology

/// What the answers of a calendar month came to.
package struct Month: Hashable, Sendable {
  package var year: Int
  /// 1–12.
  package var month: Int
  /// Reviews of cards after an interval of 1 to 20 days.
  package var young = Share()
  /// Reviews of cards after an interval of 21 days or more.
  package var mature = Share()
  /// Answers of whatever occasion.
  package var answers = 0
  /// From question to answer, over all answers.
  package var milliseconds: Int64 = 0

  package init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }
}
