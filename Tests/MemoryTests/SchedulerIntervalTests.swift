import Proving
import Testing

@testable import Memory

@Suite struct SchedulerIntervalTests {
  @Test func intervalsRoundHalfUpAndAreAtLeastTheirMinimum() throws {
    let scheduler = try Scheduler(maximumInterval: 100, fuzz: false)
    #expect(scheduler.days(2.5, atLeast: 1, nil) == 3)
    #expect(scheduler.days(2.4999, atLeast: 1, nil) == 2)
    #expect(scheduler.days(0.2, atLeast: 1, nil) == 1)
    #expect(scheduler.days(5, atLeast: 9, nil) == 9)
    #expect(scheduler.days(100, atLeast: 101, nil) == 100)
  }

  @Test func theIntervalIsTheStabilityAtNineTenths() throws {
    let memory = MemoryState(stability: 12.25, difficulty: 5)
    #expect(Scheduler().interval(memory) == 12.25)
    #expect(try Scheduler(desiredRetention: 0.95).interval(memory) < 6)
    #expect(try Scheduler(desiredRetention: 0.8).interval(memory) > 30)
    #expect(try Scheduler(maximumInterval: 7).interval(memory) == 7)
  }

  @Test func theFloorKeepsWhatACardHasEarned() {
    let scheduler = Scheduler()
    #expect(scheduler.floorForPassed(12, previous: 10) == 11)
    #expect(scheduler.floorForPassed(10.4, previous: 10) == 10)
    #expect(scheduler.floorForPassed(9, previous: 10) == 10)
    #expect(scheduler.floorForPassed(8, previous: 10) == 10)
    #expect(scheduler.floorForPassed(7, previous: 10) == 0)
    #expect(scheduler.floorForPassed(2, previous: 3) == 0)
    #expect(scheduler.floorForPassed(36_500, previous: .max) == 0)
    #expect(scheduler.floorForPassed(1, previous: .min) == .min + 1)
  }

  /// Through whole histories: hard < good < easy up to the maximum, never below the floor.
  @Test(arguments: 0..<300 as Range<UInt64>)
  func passedCardsKeepTheirOrderAndTheirFloor(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let maximum = [7, 100, 36_500].randomElement(using: &random) ?? 7
    let scheduler = try Scheduler(
      parameters: seed % 3 == 0 ? Scheduler.defaultParameters : randomParameters(&random).values,
      desiredRetention: Double.random(in: 0.7...0.98, using: &random), maximumInterval: maximum,
      fuzz: seed % 2 == 0)
    var card = Schedule.new
    var day = 20_000
    for _ in 0..<25 {
      let reviewSeed = random.next()
      let buttons = scheduler.preview(card, day: day, seed: reviewSeed)
      if card.phase == .review {
        let (hard, good, easy) = (
          buttons.hard.interval, buttons.good.interval, buttons.easy.interval
        )
        #expect(hard >= 1)
        #expect(good > hard || good == maximum)
        #expect(easy > good || easy == maximum)
        for (button, days) in [(buttons.hard, hard), (buttons.good, good), (buttons.easy, easy)] {
          #expect(days <= maximum)
          let floor = scheduler.floorForPassed(
            scheduler.interval(button.memory), previous: card.interval)
          #expect(days >= min(floor, maximum))
        }
      }
      #expect(buttons == scheduler.preview(card, day: day, seed: reviewSeed))
      let rating = Rating.allCases.randomElement(using: &random) ?? .good
      card = scheduler.next(card, rating: rating, second: 0, day: day, seed: reviewSeed)
      day += card.interval + Int.random(in: -card.interval...card.interval + 1, using: &random) / 2
    }
  }

  @Test func aLapseObeysTheMaximumInterval() throws {
    let scheduler = try Scheduler(relearningSteps: [], maximumInterval: 30, fuzz: false)
    let card = Schedule(
      phase: .review, memory: MemoryState(stability: 1e6, difficulty: 1), due: .day(100),
      interval: 30, lastDay: 70, lastSecond: 0, reviews: 9, lapses: 0)
    let next = scheduler.next(card, rating: .again, second: 0, day: 100, seed: 0)
    #expect(next.phase == .review)
    #expect(next.due == .day(130))
  }
}
