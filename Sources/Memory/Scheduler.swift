/// FSRS-6 with learning steps: from a schedule and a rating to the next schedule.
///
/// A value of settings and pure functions; it reads no clock and draws no random number. Steps,
/// rounding, fuzz and the order of intervals are Anki's, but for two things: the maximum interval
/// holds after a lapse too, and stability is not cut off at 36,500 days.
package struct Scheduler: Hashable, Sendable {
  /// The chance of recall at which a card is due, above 0 and below 1.
  package let desiredRetention: Double
  /// In days.
  package let maximumInterval: Int
  /// Whether intervals of 2.5 days and more are spread a little, by the seed of each review.
  package var fuzz: Bool
  /// The formulas, with the parameters worked in.
  package let model: Model

  let learning: Steps
  let relearning: Steps
  /// Whether intervals below half a day may stand in for steps where there are none.
  let schedulesShortTerm: Bool
  /// The interval at the desired retention of a card of stability 1, in days.
  let intervalPerStability: Double
  private let validated: Parameters

  /// The scheduler with the settings of `tripos.toml`.
  ///
  /// - Parameters:
  ///   - parameters: w0..w20, or the 19 of FSRS-5 or 17 of FSRS-4.5, which are converted.
  ///   - desiredRetention: above 0 and below 1.
  ///   - learningSteps: delays in seconds, perhaps none, within `stepBounds`.
  ///   - relearningSteps: the same for cards forgotten after they were learnt.
  ///   - maximumInterval: in days, within `maximumIntervalBounds`.
  ///   - fuzz: whether intervals are spread.
  /// - Throws: `SettingError` for the first setting that is out of its bounds.
  package init(
    parameters: [Double] = Scheduler.defaultParameters, desiredRetention: Double = 0.9,
    learningSteps: [Int] = [60, 600], relearningSteps: [Int] = [600],
    maximumInterval: Int = 36_500, fuzz: Bool = true
  ) throws(SettingError) {
    let validated = try Parameters(parameters)
    guard desiredRetention > 0 && desiredRetention < 1 else {
      throw .desiredRetention(desiredRetention)
    }
    let bounds = Scheduler.stepBounds
    for (index, seconds) in learningSteps.enumerated() where !bounds.contains(seconds) {
      throw .learningStep(index: index, seconds: seconds, bounds: bounds)
    }
    for (index, seconds) in relearningSteps.enumerated() where !bounds.contains(seconds) {
      throw .relearningStep(index: index, seconds: seconds, bounds: bounds)
    }
    guard Scheduler.maximumIntervalBounds.contains(maximumInterval) else {
      throw .maximumInterval(maximumInterval, bounds: Scheduler.maximumIntervalBounds)
    }
    self.init(
      validated, desiredRetention: desiredRetention, learning: Steps(delays: learningSteps),
      relearning: Steps(delays: relearningSteps), maximumInterval: maximumInterval, fuzz: fuzz)
  }

  /// The scheduler with the settings that hold where none are given.
  package init() {
    self.init(
      .published, desiredRetention: 0.9, learning: Steps(delays: [60, 600]),
      relearning: Steps(delays: [600]), maximumInterval: 36_500, fuzz: true)
  }

  private init(
    _ parameters: Parameters, desiredRetention: Double, learning: Steps, relearning: Steps,
    maximumInterval: Int, fuzz: Bool
  ) {
    self.validated = parameters
    self.desiredRetention = desiredRetention
    self.maximumInterval = maximumInterval
    self.fuzz = fuzz
    self.learning = learning
    self.relearning = relearning
    model = Model(parameters)
    intervalPerStability = model.intervalPerStability(retention: desiredRetention)
    schedulesShortTerm = parameters.values[17] > 0 && parameters.values[18] > 0
  }

  /// w0..w20, converted where they were given in an older form.
  package var parameters: [Double] { validated.values }

  /// Delays in seconds.
  package var learningSteps: [Int] { learning.delays }

  /// Delays in seconds.
  package var relearningSteps: [Int] { relearning.delays }

  /// The parameters of FSRS-6 as published.
  package static let defaultParameters: [Double] = Parameters.published.values

  /// How long a step may be, in seconds: up to 100 years.
  package static let stepBounds = 1...3_153_600_000

  /// What the maximum interval may be, in days.
  package static let maximumIntervalBounds = 1...1_000_000
}

extension Scheduler {
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
  ) -> Schedule {
    let transition = transition(from: schedule, rating: rating, day: day, seed: seed)
    let lapsed = schedule.phase == .review && rating == .again
    return Schedule(
      phase: transition.phase, memory: transition.memory,
      due: transition.delay.due(second: second, day: day), interval: transition.interval,
      lastDay: day, lastSecond: second, reviews: schedule.reviews.addingSaturated(1),
      lapses: lapsed ? schedule.lapses.addingSaturated(1) : schedule.lapses)
  }

  /// What each of the four ratings would do to a card, for the same seed as `next`.
  package func preview(_ schedule: Schedule, day: Int, seed: UInt64) -> PerRating<Transition> {
    PerRating { rating in transition(from: schedule, rating: rating, day: day, seed: seed) }
  }

  /// The chance, 0–1, that a card is recalled on a study day; `nil` for a new card.
  package func retrievability(_ schedule: Schedule, day: Int) -> Double? {
    guard let memory = schedule.memory?.withinBounds else { return nil }
    return model.retrievability(
      days: Double(elapsedDays(since: schedule, day: day)), stability: memory.stability)
  }

  /// The chance, 0–1, that a card is recalled at an instant, for figures finer than a day.
  ///
  /// - Parameters:
  ///   - schedule: where the card stands.
  ///   - second: the instant, in seconds since 1970 (UTC); before the last review counts as then.
  /// - Returns: `nil` for a new card.
  package func retrievability(_ schedule: Schedule, second: Int64) -> Double? {
    guard let memory = schedule.memory?.withinBounds else { return nil }
    let days = (Double(second) - Double(schedule.lastSecond)) / Double(secondsPerDay)
    return model.retrievability(days: days, stability: memory.stability)
  }

  /// Whole study days since the last review; a day before it counts as its own.
  func elapsedDays(since schedule: Schedule, day: Int) -> Int {
    guard day > schedule.lastDay else { return 0 }
    let (days, overflow) = day.subtractingReportingOverflow(schedule.lastDay)
    return overflow ? .max : days
  }
}
