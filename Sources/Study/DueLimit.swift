import Memory

/// Draws a due day forward, so that a card is looked at once more before an exam.
package struct DueLimit {
  /// The due day of a card, given the day it would be due on, the study day of its last review and
  /// its position in the library; never later than it would be.
  private let limited: (_ due: Int, _ lastDay: Int, _ entry: Int) -> Int

  /// Draws days forward as the function says; days are counted from 1970-01-01.
  package init(_ limited: @escaping (_ due: Int, _ lastDay: Int, _ entry: Int) -> Int) {
    self.limited = limited
  }

  /// A due date with its day drawn forward; new cards and steps of less than a day stay as they are.
  package func callAsFunction(
    _ due: Schedule.Due, lastDay: Int, entry: Int
  ) -> Schedule.Due {
    switch due {
    case .day(let day): .day(min(day, limited(day, lastDay, entry)))
    case .new, .second: due
    }
  }
}
