import Proving
import Testing

@testable import Memory

@Suite struct SchedulerTransitionTests {
  /// Every phase and rating under several settings, two days after the last review and on its day.
  @Test func everyPhaseAndRating() throws {
    var weak = Scheduler.defaultParameters
    weak[0...3] = [0.02, 0.05, 0.1, 0.3]
    var weakWithoutShortTerm = weak
    weakWithoutShortTerm[17] = 0
    let schedulers: [(name: String, Scheduler)] = [
      ("the usual steps", try Scheduler(fuzz: false)),
      ("no steps", try Scheduler(learningSteps: [], relearningSteps: [], fuzz: false)),
      (
        "no steps, weak memory",
        try Scheduler(parameters: weak, learningSteps: [], relearningSteps: [], fuzz: false)
      ),
      (
        "no steps, weak memory, no short term",
        try Scheduler(
          parameters: weakWithoutShortTerm, learningSteps: [], relearningSteps: [], fuzz: false)
      ),
      (
        "steps of days",
        try Scheduler(
          learningSteps: [600, 86_400], relearningSteps: [86_400, 259_200], fuzz: false)
      ),
      ("at most 3 days", try Scheduler(maximumInterval: 3, fuzz: false)),
    ]
    var table = ""
    for (name, scheduler) in schedulers {
      table += "\(name)\n"
      let memory = scheduler.model.next(nil, rating: .good, elapsedDays: 0)
      for (schedule, days) in situations(memory) {
        table += "  \(schedule.phase), \(days) days later\n"
        for rating in Rating.allCases {
          let transition = scheduler.transition(
            from: schedule, rating: rating, day: 100 + days, seed: 0)
          table += "    \(rating): \(transition.text)\n"
        }
      }
    }
    let difference = differenceFromGolden(table, name: "every-phase-and-rating")
    #expect(difference == nil, "\(difference ?? "")")
  }

  /// Cards last reviewed on day 100, and the days that pass until the next review.
  private func situations(_ memory: MemoryState) -> [(Schedule, days: Int)] {
    let phases: [(Schedule.Phase, interval: Int)] = [
      (.learning(step: 0), 0), (.learning(step: 1), 0), (.review, 2), (.relearning(step: 0), 7),
    ]
    let met = phases.flatMap { phase, interval in
      [0, 2].map { days in
        let schedule = Schedule(
          phase: phase, memory: memory, due: .day(102), interval: interval, lastDay: 100,
          lastSecond: 0, reviews: 1, lapses: 0)
        return (schedule, days: days)
      }
    }
    return [(.new, days: 0)] + met
  }

  @Test func previewIsWhatEachRatingWouldDo() {
    let scheduler = Scheduler()
    let card = scheduler.next(.new, rating: .easy, second: 0, day: 100, seed: 4)
    let preview = scheduler.preview(card, day: 110, seed: 5)
    for rating in Rating.allCases {
      let next = scheduler.next(card, rating: rating, second: 0, day: 110, seed: 5)
      #expect(preview[rating].phase == next.phase)
      #expect(preview[rating].memory == next.memory)
      #expect(preview[rating].interval == next.interval)
    }
  }

  /// Easy graduates with a day more than good would, even where good stays in the steps.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func easyGraduatesAfterGood(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let parameters = try randomParameters(&random).values
    let withSteps = try Scheduler(parameters: parameters, fuzz: seed % 2 == 0)
    let without = try Scheduler(
      parameters: parameters.enumerated().map { $0 == 17 ? 0 : $1 }, learningSteps: [],
      fuzz: seed % 2 == 0)
    let easy = withSteps.preview(.new, day: 100, seed: seed).easy
    let good = without.preview(.new, day: 100, seed: seed).good
    #expect(easy.phase == .review)
    #expect(good.phase == .review)
    #expect(easy.interval > good.interval)
  }
}

extension Transition {
  fileprivate var text: String {
    "\(phase) after \(delay), \(interval) d, S \(rounded(memory.stability)), "
      + "D \(rounded(memory.difficulty))"
  }

  private func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }
}
