import Testing

@testable import Memory

@Suite struct ReplayTests {
  private func review(
    _ second: Int64, day: Int, _ rating: Rating, memory: MemoryState? = nil
  ) -> ReplaySequence.Review {
    ReplaySequence.Review(second: second, day: day, rating: rating, memory: memory)
  }

  @Test func eachReviewStartsWhereTheLastEnded() throws {
    let steps = ReplaySequence(
      id: "a", scheduler: Scheduler(),
      reviews: [review(0, day: 0, .good), review(16_290_737, day: 188, .good)]
    ).replayed()
    #expect(steps.count == 2)
    #expect(steps[0].retrievabilityBefore == 0)
    #expect(steps[0].transition.phase == .learning(step: 1))
    #expect(
      Rating.allCases.map { steps[0].buttons[$0].delay } == [
        .seconds(60), .seconds(330), .seconds(600), .days(8),
      ])
    #expect(abs(steps[1].retrievabilityBefore - 0.5079122307110767) < 1e-12)
    #expect(
      Rating.allCases.map { steps[1].buttons[$0].delay } == [
        .seconds(60), .seconds(600), .days(58), .days(106),
      ])
    #expect(steps[1].transition == steps[1].buttons.good)
  }

  @Test func aKnownMemoryTakesThePlaceOfTheRunningOne() {
    let memory = MemoryState(stability: 10, difficulty: 3)
    let steps = ReplaySequence(
      id: "a", scheduler: Scheduler(),
      reviews: [review(0, day: 0, .easy), review(0, day: 10, .good, memory: memory)]
    ).replayed()
    #expect(abs(steps[1].retrievabilityBefore - 0.9) < 1e-12)
    #expect(
      steps[1].transition.memory == Model(.published).next(memory, rating: .good, elapsedDays: 10))
  }

  @Test func noReviewsGiveNoSteps() {
    #expect(ReplaySequence(id: "a", scheduler: Scheduler(), reviews: []).replayed() == [])
  }
}
