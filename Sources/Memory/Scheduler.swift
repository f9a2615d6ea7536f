/// FSRS-6 with learning steps: from a schedule and a rating to the next schedule.
///
/// A value of settings and pure functions; it reads no clock and draws no random number.
package struct Scheduler: Hashable, Sendable {
  /// w0..w20.
  package var parameters: [Double]
  /// The chance of recall at which a card is due, above 0 and below 1.
  package var desiredRetention: Double
  /// Delays in seconds.
  package var learningSteps: [Int]
  /// Delays in seconds.
  package var relearningSteps: [Int]
  /// In days, at least 1.
  package var maximumInterval: Int
  /// Whether intervals of 2.5 days and more are spread a little, by the seed of each review.
  package var fuzz: Bool

  /// The scheduler with the settings of `tripos.toml`.
  package init(
    parameters: [Double] = Scheduler.defaultParameters, desiredRetention: Double = 0.9,
    learningSteps: [Int] = [60, 600], relearningSteps: [Int] = [600],
    maximumInterval: Int = 36_500, fuzz: Bool = true
  ) {
    self.parameters = parameters
    self.desiredRetention = desiredRetention
    self.learningSteps = learningSteps
    self.relearningSteps = relearningSteps
    self.maximumInterval = maximumInterval
    self.fuzz = fuzz
  }

  /// The parameters of FSRS-6 as published.
  package static let defaultParameters: [Double] = []

  /// The schedule after a review.
  ///
  /// - Parameters:
  ///   - schedule: where the card stood.
  ///   - rating: what the answer was rated.
  ///   - second: the instant of the review, in seconds since 1970 (UTC).
  ///   - day: the study day of the review, counted from 1970-01-01.
  ///   - seed: what the fuzz is drawn from: the same seed gives the same day on every machine.
  /// - Returns: where the card stands now.
  package func next(
    _ schedule: Schedule, rating: Rating, second: Int64, day: Int, seed: UInt64
  ) -> Schedule { schedule }

  /// The chance, 0–1, that a card is recalled on a study day; `nil` for a new card.
  package func retrievability(_ schedule: Schedule, day: Int) -> Double? { nil }
}
