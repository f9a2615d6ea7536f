/// A card's reviews, to be gone through again with a scheduler's settings.
package struct ReplaySequence: Sendable {
  /// One review as it was.
  package struct Review: Hashable, Sendable {
    /// Since 1970 (UTC).
    package var second: Int64
    /// The study day, counted from any day.
    package var day: Int
    package var rating: Rating
    /// The memory to go on from where it is known, rounded or changed since the review before.
    package var memory: MemoryState?

    package init(second: Int64, day: Int, rating: Rating, memory: MemoryState? = nil) {
      self.second = second
      self.day = day
      self.rating = rating
      self.memory = memory
    }
  }

  /// A review with what the scheduler made of it.
  package struct Step: Hashable, Sendable {
    /// The chance of recall just before the review; 0 for a new card.
    package let retrievabilityBefore: Double
    /// What each rating would have done.
    package let buttons: PerRating<Transition>
    /// What the rating given did.
    package let transition: Transition
  }

  package var id: String
  package var scheduler: Scheduler
  package var reviews: [Review]

  package init(id: String, scheduler: Scheduler, reviews: [Review]) {
    self.id = id
    self.scheduler = scheduler
    self.reviews = reviews
  }

  /// What the scheduler makes of each review, from a new card on and without fuzz.
  package func replayed() -> [Step] {
    var scheduler = scheduler
    scheduler.fuzz = false
    var schedule = Schedule.new
    return reviews.map { review in
      schedule.memory = review.memory ?? schedule.memory
      let retrievability = scheduler.retrievability(schedule, day: review.day) ?? 0
      let buttons = scheduler.preview(schedule, day: review.day, seed: 0)
      schedule = scheduler.next(
        schedule, rating: review.rating, second: review.second, day: review.day, seed: 0)
      return Step(
        retrievabilityBefore: retrievability, buttons: buttons,
        transition: buttons[review.rating])
    }
  }
}
