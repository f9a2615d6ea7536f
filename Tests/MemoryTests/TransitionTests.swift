import Testing

@testable import Memory

@Suite struct TransitionTests {
  @Test func delaysOfADayOrMoreAreDueOnAStudyDay() {
    func due(_ delay: Transition.Delay) -> Schedule.Due { delay.due(second: 1000, day: 7) }
    #expect(due(.seconds(1)) == .second(1001))
    #expect(due(.seconds(86_399)) == .second(87_399))
    #expect(due(.seconds(86_400)) == .day(8))
    #expect(due(.seconds(129_599)) == .day(8))
    #expect(due(.seconds(129_600)) == .day(9))
    #expect(due(.days(1)) == .day(8))
  }

  @Test func whatIsDueBeyondAllTimeIsDueAtItsEnd() {
    #expect(Transition.Delay.seconds(60).due(second: .max, day: 0) == .second(.max))
    #expect(Transition.Delay.days(5).due(second: 0, day: .max) == .day(.max))
  }
}
