import Proving
import Testing

@testable import Memory

@Suite struct ModelTests {
  let model = Model(.published)

  @Test func theFirstReviewGivesWhatTheParametersSay() {
    let expected: [Rating: (Double, Double)] = [
      .again: (0.212, 6.4133), .hard: (1.2931, 5.112170705601056),
      .good: (2.3065, 2.118103970459016), .easy: (8.2956, 1),
    ]
    for (rating, (stability, difficulty)) in expected {
      let memory = model.next(nil, rating: rating, elapsedDays: 5)
      #expect(memory.stability == stability)
      #expect(abs(memory.difficulty - difficulty) < 1e-12, "\(memory)")
    }
  }

  /// The worked example of the reference implementation: good, and good again 188 days later.
  @Test func aCardRecalledLate() {
    let first = model.next(nil, rating: .good, elapsedDays: 0)
    let retrievability = model.retrievability(days: 188, stability: first.stability)
    let second = model.next(first, rating: .good, elapsedDays: 188)
    #expect(abs(retrievability - 0.5079122307110767) < 1e-12)
    #expect(abs(second.stability - 57.87935618061033) < 1e-9)
    #expect(abs(second.difficulty - 2.111214235785395) < 1e-12)
  }

  @Test func retrievabilityIsNineTenthsWhenTheStabilityHasPassed() {
    #expect(model.retrievability(days: 0, stability: 3) == 1)
    #expect(model.retrievability(days: -1, stability: 3) == 1)
    #expect(abs(model.retrievability(days: 3, stability: 3) - 0.9) < 1e-15)
    #expect(model.intervalPerStability(retention: 0.9) == 1)
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func retrievabilityFallsWithTimeAndTheIntervalInvertsIt(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let model = Model(try randomParameters(&random))
    let stability = Double.random(in: 0.001...2000, using: &random)
    var last = 1.0
    for _ in 0..<20 {
      let retention = last * Double.random(in: 0.8...0.999, using: &random)
      let days = stability * model.intervalPerStability(retention: retention)
      #expect(abs(model.retrievability(days: days, stability: stability) - retention) < 1e-9)
      let later = days * Double.random(in: 1.01...2, using: &random)
      #expect(model.retrievability(days: later, stability: stability) < retention)
      last = retention
    }
  }

  /// Easy helps no less than good, good no less than hard, and a lapse never helps.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func betterRatingsGiveMoreStability(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let model = Model(try randomParameters(&random))
    var memory = model.next(nil, rating: .good, elapsedDays: 0)
    for _ in 0..<20 {
      let days =
        [0, 1, Int.random(in: 1...3000, using: &random)].randomElement(using: &random) ?? 0
      let next = PerRating { model.next(memory, rating: $0, elapsedDays: days) }
      if days > 0 { #expect(next.again.stability <= max(0.001, memory.stability)) }
      #expect(next.hard.stability >= memory.stability)
      #expect(next.good.stability >= next.hard.stability)
      #expect(next.easy.stability >= next.good.stability)
      #expect(next.hard.difficulty >= next.good.difficulty)
      #expect(next.again.difficulty >= next.hard.difficulty)
      memory = next[Rating.allCases.randomElement(using: &random) ?? .good]
    }
  }

  /// No history, however absurd, leads to numbers that cannot be stored.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func everyMemoryIsFiniteAndWithinItsBounds(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let corner = Parameters.bounds.map {
      Bool.random(using: &random) ? $0.lowerBound : $0.upperBound
    }
    let model = Model(try Parameters(corner))
    let odd = [
      0, -1, .nan, .infinity, -.infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude, 1e308,
      0.001, 5,
    ]
    for stability in odd {
      for difficulty in odd {
        for days in [Int.min, -1, 0, 1, 36_525, .max] {
          for rating in Rating.allCases {
            let memory = model.next(
              MemoryState(stability: stability, difficulty: difficulty), rating: rating,
              elapsedDays: days)
            #expect(memory.stability >= 0.001 && memory.stability.isFinite)
            #expect((1...10).contains(memory.difficulty))
          }
        }
      }
    }
  }

  @Test func stabilityHasNoUpperBoundOfItsOwn() {
    let memory = model.next(
      MemoryState(stability: 40_000, difficulty: 1), rating: .easy, elapsedDays: 60_000)
    #expect(memory.stability > 100_000)
  }
}

/// Parameters drawn from within their bounds.
func randomParameters(_ random: inout SplitMix64) throws -> Parameters {
  try Parameters(Parameters.bounds.map { Double.random(in: $0, using: &random) })
}
