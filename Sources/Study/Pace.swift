/// How long the student takes for a card, in seconds.
package struct Pace: Hashable, Sendable {
  /// A card that was seen before.
  package var review: Int
  /// A new card, its returns on the first day included.
  package var new: Int

  /// Before anything is known of the student.
  package static let assumed = Pace(review: 15, new: 45)

  package init(review: Int, new: Int) {
    self.review = review
    self.new = new
  }

  /// The pace that earlier days show; the assumed one weighs as much as thirty answers.
  ///
  /// - Parameters:
  ///   - answers: how many answers were given.
  ///   - milliseconds: how long they took together.
  package init(answers: Int, milliseconds: Int64) {
    let prior = 30
    let assumed = Pace.assumed.review * 1000 * prior
    let mean = (Int(clamping: milliseconds) &+ assumed) / ((answers + prior) * 1000)
    self.review = min(60, max(5, mean))
    self.new = self.review * 3
  }
}

/// A length of time as a student says it.
package func minutes(ofSeconds seconds: Int) -> Int {
  seconds <= 0 ? 0 : max(1, (seconds + 30) / 60)
}
