import Testing

@testable import Memory

@Suite struct StepsTests {
  /// The way from every step of a list, as `again hard good easy`; `-` graduates.
  private func ways(_ delays: [Int], from step: Int) -> String {
    Rating.allCases.map { rating in
      Steps(delays: delays).next(from: step, rating: rating).map { "\($0.step):\($0.delay)" } ?? "-"
    }.joined(separator: " ")
  }

  @Test func withoutStepsEveryRatingGraduates() {
    #expect(ways([], from: 0) == "- - - -")
    #expect(ways([], from: 3) == "- - - -")
  }

  @Test func theOnlyStepIsHalfAsLongAgainWhenHard() {
    #expect(ways([600], from: 0) == "0:600 0:900 - -")
    #expect(ways([1], from: 0) == "0:1 0:1 - -")
    #expect(ways([57_600], from: 0) == "0:57600 0:86400 - -")
  }

  @Test func aHardDelayOfMoreThanADayIsWholeDaysAndAtMostADayLonger() {
    #expect(ways([86_400], from: 0) == "0:86400 0:172800 - -")
    #expect(ways([172_800], from: 0) == "0:172800 0:259200 - -")
    #expect(ways([864_000], from: 0) == "0:864000 0:950400 - -")
    #expect(ways([600, 259_200], from: 0) == "0:600 0:172800 1:259200 -")
  }

  @Test func hardOnTheFirstStepIsHalfWayToTheSecond() {
    #expect(ways([60, 600], from: 0) == "0:60 0:330 1:600 -")
    #expect(ways([1, 60], from: 0) == "0:1 0:30 1:60 -")
  }

  @Test func laterStepsRepeatWhenHardAndTheLastGraduates() {
    #expect(ways([60, 600, 3600], from: 1) == "0:60 1:600 2:3600 -")
    #expect(ways([60, 600, 3600], from: 2) == "0:60 2:3600 - -")
    #expect(ways([60, 129_600], from: 1) == "0:60 1:129600 - -")
  }

  @Test func aStepBeyondAShortenedListCountsAsItsLast() {
    #expect(ways([60, 600], from: 9) == "0:60 1:600 - -")
    #expect(ways([600], from: 2) == "0:600 0:900 - -")
    #expect(ways([60, 600], from: -1) == "0:60 0:330 1:600 -")
  }
}
