extension Scheduler {
  /// What a rating does to a card; parameters as for `next`.
  package func transition(
    from schedule: Schedule, rating: Rating, day: Int, seed: UInt64
  ) -> Transition {
    let review = Review(
      memory: schedule.memory, rating: rating,
      elapsedDays: elapsedDays(since: schedule, day: day), interval: schedule.interval,
      fraction: fuzz ? Fuzz.fraction(seed: seed) : nil)
    switch schedule.phase {
    case .new: return learn(review, step: 0)
    case .learning(let step): return learn(review, step: step)
    case .review where rating == .again: return relearn(review, step: 0)
    case .review: return pass(review)
    case .relearning(let step): return relearn(review, step: step)
    }
  }

  /// A review as far as a transition depends on it.
  private struct Review {
    let memory: MemoryState?
    let rating: Rating
    let elapsedDays: Int
    /// The interval given at the review before.
    let interval: Int
    /// What chooses among the days that the fuzz allows; `nil` without fuzz.
    let fraction: Double?
  }

  private func learn(_ review: Review, step: Int) -> Transition {
    let memory = memory(after: review)
    if let next = learning.next(from: step, rating: review.rating) {
      return Transition(
        phase: .learning(step: next.step), memory: memory, delay: .seconds(next.delay), interval: 0)
    }
    if let seconds = shortInterval(review, memory, steps: learning) {
      return Transition(
        phase: .learning(step: 0), memory: memory, delay: .seconds(seconds), interval: 0)
    }
    return graduate(review, memory)
  }

  /// A review in the relearning steps, or the lapse that leads to them.
  private func relearn(_ review: Review, step: Int) -> Transition {
    let memory = memory(after: review)
    let interval =
      review.rating == .again ? days(interval(memory), atLeast: 1, nil) : review.interval
    if let next = relearning.next(from: step, rating: review.rating) {
      return Transition(
        phase: .relearning(step: next.step), memory: memory, delay: .seconds(next.delay),
        interval: interval)
    }
    if let seconds = shortInterval(review, memory, steps: relearning) {
      return Transition(
        phase: .relearning(step: 0), memory: memory, delay: .seconds(seconds), interval: interval)
    }
    // Anki does not spread the interval after a lapse either.
    return review.rating == .again ? reviewed(memory, interval) : graduate(review, memory)
  }

  private func memory(after review: Review) -> MemoryState {
    model.next(review.memory, rating: review.rating, elapsedDays: review.elapsedDays)
  }

  /// Where there are no steps, an interval below half a day is kept to the second.
  private func shortInterval(_ review: Review, _ memory: MemoryState, steps: Steps) -> Int? {
    guard schedulesShortTerm, steps.delays.isEmpty, review.rating != .easy else { return nil }
    let days = interval(memory)
    return days < 0.5 ? max(1, Int(days * Double(secondsPerDay))) : nil
  }

  /// The way out of the steps: Easy always gives at least a day more than Good would.
  private func graduate(_ review: Review, _ memory: MemoryState) -> Transition {
    var minimum = 1
    if review.rating == .easy {
      let good = model.next(review.memory, rating: .good, elapsedDays: review.elapsedDays)
      minimum = days(interval(good), atLeast: 1, review.fraction) + 1
    }
    let whole = Double(wholeDays(interval(memory)))
    return reviewed(memory, days(whole, atLeast: minimum, review.fraction))
  }

  /// A learnt card that was recalled: hard < good < easy, each with the floor of `floorForPassed`.
  private func pass(_ review: Review) -> Transition {
    let memory = model.recalled(review.memory, elapsedDays: review.elapsedDays)
    func passing(_ memory: MemoryState, atLeast minimum: Int) -> Int {
      let interval = interval(memory)
      let floor = floorForPassed(interval, previous: review.interval)
      return days(interval, atLeast: max(floor, minimum), review.fraction)
    }
    let hard = passing(memory.hard, atLeast: 1)
    if review.rating == .hard { return reviewed(memory.hard, hard) }
    let good = passing(memory.good, atLeast: hard + 1)
    if review.rating == .good { return reviewed(memory.good, good) }
    return reviewed(memory.easy, passing(memory.easy, atLeast: good + 1))
  }

  private func reviewed(_ memory: MemoryState, _ days: Int) -> Transition {
    Transition(phase: .review, memory: memory, delay: .days(days), interval: days)
  }
}
