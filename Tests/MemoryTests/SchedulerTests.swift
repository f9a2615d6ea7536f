import Proving
import Testing

@testable import Memory

@Suite struct SchedulerTests {
  private let day = 20_000
  private let second: Int64 = 20_000 * 86_400 + 43_200

  // MARK: Settings

  @Test func theDefaultsAreThoseOfTheProgram() throws {
    let scheduler = Scheduler()
    #expect(try scheduler == Scheduler(fuzz: true))
    #expect(scheduler.parameters == Scheduler.defaultParameters)
    #expect(scheduler.desiredRetention == 0.9)
    #expect(scheduler.learningSteps == [60, 600])
    #expect(scheduler.relearningSteps == [600])
    #expect(scheduler.maximumInterval == 36_500)
    #expect(scheduler.fuzz)
  }

  @Test(arguments: [0, 1, 1.5, -0.1, .infinity, -.infinity])
  func aRetentionThatIsNoChanceIsRefused(retention: Double) {
    #expect(throws: SettingError.desiredRetention(retention)) {
      try Scheduler(desiredRetention: retention)
    }
  }

  @Test func aRetentionThatIsNoNumberIsRefused() {
    #expect(throws: SettingError.self) { try Scheduler(desiredRetention: .nan) }
  }

  @Test func stepsOutOfBoundsAreNamed() {
    let bounds = Scheduler.stepBounds
    #expect(throws: SettingError.learningStep(index: 1, seconds: 0, bounds: bounds)) {
      try Scheduler(learningSteps: [60, 0])
    }
    #expect(throws: SettingError.relearningStep(index: 0, seconds: .max, bounds: bounds)) {
      try Scheduler(relearningSteps: [.max])
    }
  }

  @Test(arguments: [0, -1, 1_000_001, .max])
  func aMaximumIntervalOutOfBoundsIsRefused(days: Int) {
    let error = SettingError.maximumInterval(days, bounds: Scheduler.maximumIntervalBounds)
    #expect(throws: error) { try Scheduler(maximumInterval: days) }
  }

  @Test func parametersAreChecked() {
    #expect(throws: SettingError.parameterCount(3)) { try Scheduler(parameters: [1, 2, 3]) }
  }

  // MARK: On the calendar

  @Test func aNewCardRatedGoodIsDueAfterItsSecondStep() {
    let card = Scheduler().next(.new, rating: .good, second: second, day: day, seed: 1)
    #expect(
      card
        == Schedule(
          phase: .learning(step: 1),
          memory: Model(.published).next(nil, rating: .good, elapsedDays: 0),
          due: .second(second + 600), interval: 0, lastDay: day, lastSecond: second, reviews: 1,
          lapses: 0))
  }

  @Test func aNewCardRatedEasyIsDueOnADay() {
    var scheduler = Scheduler()
    scheduler.fuzz = false
    let card = scheduler.next(.new, rating: .easy, second: second, day: day, seed: 1)
    #expect(card.phase == .review)
    #expect(card.due == .day(day + 8))
    #expect(card.interval == 8)
  }

  @Test func aStepOfADayOrMoreIsDueOnADay() throws {
    let scheduler = try Scheduler(learningSteps: [86_399, 86_400, 259_200])
    var card = Scheduler().next(.new, rating: .again, second: second, day: day, seed: 1)
    card = scheduler.next(card, rating: .again, second: second, day: day, seed: 1)
    #expect(card.due == .second(second + 86_399))
    card = scheduler.next(card, rating: .good, second: second, day: day, seed: 1)
    #expect(card.due == .day(day + 1))
    #expect(card.phase == .learning(step: 1))
    card = scheduler.next(card, rating: .good, second: second, day: day + 1, seed: 1)
    #expect(card.due == .day(day + 4))
    #expect(card.interval == 0)
  }

  @Test func onlyForgettingALearntCardIsALapse() {
    let scheduler = Scheduler()
    var card = Schedule.new
    let history: [(Rating, lapses: Int)] = [
      (.again, 0), (.easy, 0), (.again, 1), (.again, 1), (.good, 1), (.hard, 1), (.again, 2),
    ]
    for (offset, review) in history.enumerated() {
      card = scheduler.next(card, rating: review.0, second: second, day: day + offset, seed: 1)
      #expect(card.lapses == review.lapses)
      #expect(card.reviews == offset + 1)
    }
  }

  /// The sequence that the reference implementation is tested with, without its rounding.
  @Test func aLongHistoryOfReviewsOnTime() {
    var scheduler = Scheduler()
    scheduler.fuzz = false
    var card = Schedule.new
    var intervals: [Int] = []
    var day = day
    let ratings: [Rating] = [
      .good, .good, .good, .good, .good, .good, .again, .again, .good, .good, .good, .good, .good,
    ]
    for rating in ratings {
      card = scheduler.next(card, rating: rating, second: second, day: day, seed: 0)
      if case .day(let due) = card.due { day = due }
      intervals.append(card.phase == .review ? card.interval : 0)
    }
    #expect(intervals == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21])
  }

  // MARK: Retrievability

  @Test func retrievabilityCountsWholeStudyDays() throws {
    let scheduler = Scheduler()
    #expect(scheduler.retrievability(.new, day: day) == nil)
    #expect(scheduler.retrievability(.new, second: second) == nil)
    let card = scheduler.next(.new, rating: .good, second: second, day: day, seed: 1)
    #expect(scheduler.retrievability(card, day: day) == 1)
    #expect(scheduler.retrievability(card, day: day - 5) == 1)
    let later = try #require(scheduler.retrievability(card, day: day + 188))
    #expect(abs(later - 0.5079122307110767) < 1e-12)
  }

  @Test func retrievabilityAtAnInstantCountsSeconds() throws {
    let scheduler = Scheduler()
    let card = scheduler.next(.new, rating: .good, second: second, day: day, seed: 1)
    #expect(scheduler.retrievability(card, second: second) == 1)
    #expect(scheduler.retrievability(card, second: second - 60) == 1)
    let whole = scheduler.retrievability(card, second: second + 188 * 86_400)
    #expect(whole == scheduler.retrievability(card, day: day + 188))
    let half = try #require(scheduler.retrievability(card, second: second + 43_200))
    #expect((0.9...1).contains(half) && half < 1)
  }

  // MARK: Absurd input

  /// A review before the last one counts as on the same day.
  @Test func negativeDaysCountAsNone() {
    let scheduler = Scheduler()
    let card = scheduler.next(.new, rating: .easy, second: second, day: day, seed: 1)
    let early = scheduler.next(card, rating: .good, second: second, day: day - 40, seed: 1)
    let same = scheduler.next(card, rating: .good, second: second, day: day, seed: 1)
    #expect(early.memory == same.memory)
    #expect(early.interval == same.interval)
  }

  @Test func aThousandReviewsInADayStayFinite() throws {
    for rating in Rating.allCases {
      var card = Schedule.new
      for _ in 0..<1000 {
        card = Scheduler().next(card, rating: rating, second: second, day: day, seed: 1)
      }
      let memory = try #require(card.memory)
      #expect(memory.stability.isFinite && memory.stability >= 0.001)
      #expect(card.reviews == 1000)
      #expect((0...36_500).contains(card.interval))
    }
  }

  @Test func forgettingAHundredTimesLeavesAnIntervalOfADay() throws {
    let scheduler = try Scheduler(relearningSteps: [600], fuzz: false)
    var card = scheduler.next(.new, rating: .easy, second: second, day: day, seed: 1)
    for offset in 1...100 {
      card = scheduler.next(card, rating: .again, second: second, day: day + offset, seed: 1)
    }
    #expect(card.phase == .relearning(step: 0))
    #expect(card.due == .second(second + 600))
    #expect(card.interval == 1)
    #expect(card.lapses == 1)
    #expect(card.reviews == 101)
  }

  /// What a damaged snapshot might hold is survived, and nothing that cannot be stored comes out.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func nothingOverflows(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let days = [Int.min, -1, 0, 1, 20_000, 56_525, .max]
    let doubles = [0, -1, .nan, .infinity, 1e300, 0.001, 4]
    func pick<Value>(_ values: [Value]) throws -> Value {
      try #require(values.randomElement(using: &random))
    }
    let scheduler = try Scheduler(
      parameters: randomParameters(&random).values,
      desiredRetention: pick([.leastNonzeroMagnitude, 0.5, 0.9, 1.0.nextDown]),
      learningSteps: pick([[], [60], [1, Scheduler.stepBounds.upperBound]]),
      relearningSteps: pick([[], [60], [1, Scheduler.stepBounds.upperBound]]),
      maximumInterval: pick([1, 30, 36_500, 1_000_000]), fuzz: pick([true, false]))
    for _ in 0..<200 {
      let odd = Schedule(
        phase: try pick([
          .new, .learning(step: .max), .learning(step: .min), .review, .relearning(step: 1),
        ]),
        memory: try pick([
          nil, MemoryState(stability: try pick(doubles), difficulty: try pick(doubles)),
        ]),
        due: .new, interval: try pick(days), lastDay: try pick(days),
        lastSecond: try pick([.min, 0, .max]), reviews: try pick(days), lapses: try pick(days))
      let day = try pick(days)
      let card = scheduler.next(
        odd, rating: try pick(Rating.allCases), second: try pick([.min, 0, .max]), day: day,
        seed: random.next())
      let memory = try #require(card.memory)
      #expect(memory.stability.isFinite && memory.stability >= 0.001)
      #expect((1...10).contains(memory.difficulty))
      if card.phase == .review {
        #expect((1...scheduler.maximumInterval).contains(card.interval))
      }
      let chance = try #require(scheduler.retrievability(card, day: .max))
      #expect((0...1).contains(chance))
      let fine = try #require(scheduler.retrievability(card, second: .max))
      #expect((0...1).contains(fine))
    }
  }
}
