/// One value for each of the four ratings.
package struct PerRating<Value> {
  package let again: Value
  package let hard: Value
  package let good: Value
  package let easy: Value

  package init(again: Value, hard: Value, good: Value, easy: Value) {
    self.again = again
    self.hard = hard
    self.good = good
    self.easy = easy
  }

  /// The values that `value` gives for each rating.
  package init(_ value: (Rating) -> Value) {
    self.init(again: value(.again), hard: value(.hard), good: value(.good), easy: value(.easy))
  }

  package subscript(rating: Rating) -> Value {
    switch rating {
    case .again: again
    case .hard: hard
    case .good: good
    case .easy: easy
    }
  }
}

extension PerRating: Equatable where Value: Equatable {}
extension PerRating: Hashable where Value: Hashable {}
extension PerRating: Sendable where Value: Sendable {}
