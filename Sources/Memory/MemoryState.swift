/// How well a card is remembered, in FSRS's two numbers.
package struct MemoryState: Hashable, Sendable {
  /// Days until the chance of recall has fallen to 90 %; at least 0.001.
  package var stability: Double
  /// How hard the card is, 1–10.
  package var difficulty: Double

  package init(stability: Double, difficulty: Double) {
    self.stability = stability
    self.difficulty = difficulty
  }

  /// The same with each number moved to the nearest that it may be.
  ///
  /// Stability has no upper bound but that of finite numbers: the maximum interval limits days.
  var withinBounds: MemoryState {
    MemoryState(
      stability: clamped(stability, 0.001, .greatestFiniteMagnitude),
      difficulty: clamped(difficulty, 1, 10))
  }
}

/// The nearest number between two; what is no number gives the lower.
private func clamped(_ value: Double, _ lower: Double, _ upper: Double) -> Double {
  value > lower ? min(value, upper) : lower
}
