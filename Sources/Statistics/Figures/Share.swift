/// How many answers of some were right: not rated again.
package struct Share: Hashable, Sendable {
  package var right: Int
  package var total: Int

  package init(right: Int = 0, total: Int = 0) {
    self.right = right
    self.total = total
  }

  /// The share, 0–1; `nil` of nothing.
  package var value: Double? { total == 0 ? nil : Double(right) / Double(total) }

  /// Counts one answer more.
  mutating func count(isRight: Bool) {
    total += 1
    if isRight { right += 1 }
  }

  static func + (left: Self, right: Self) -> Self {
    Share(right: left.right + right.right, total: left.total + right.total)
  }
}
