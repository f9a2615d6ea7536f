import Proving
import Testing

@testable import Memory

@Suite struct FuzzTests {
  @Test func boundsAreThoseOfAnki() {
    let expected: [(Double, Int, Int)] = [
      (0, 0, 0), (1, 1, 1), (2.49, 2, 2), (2.5, 2, 4), (3, 2, 4), (5, 4, 6), (7, 5, 9),
      (10, 8, 12), (20, 17, 23), (100, 93, 107), (365, 345, 385), (36_500, 34_673, 38_327),
    ]
    for (days, lower, upper) in expected {
      #expect(Fuzz.bounds(days) == (lower, upper), "\(days)")
    }
  }

  @Test func theFractionReachesBothEnds() {
    func spread(_ fraction: Double) -> Int {
      Fuzz.spread(10, minimum: 1, maximum: 36_500, fraction: fraction)
    }
    #expect(spread(0) == 8)
    #expect(spread(0.5) == 10)
    #expect(spread(1.0.nextDown) == 12)
  }

  @Test func minimumAndMaximumHold() {
    #expect(Fuzz.spread(10, minimum: 10, maximum: 36_500, fraction: 0) == 10)
    #expect(Fuzz.spread(10, minimum: 1, maximum: 10, fraction: 0.999) == 10)
    #expect(Fuzz.spread(10, minimum: 20, maximum: 36_500, fraction: 0) == 20)
    #expect(Fuzz.spread(10, minimum: 7, maximum: 7, fraction: 0.999) == 7)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func theSameSeedGivesTheSameDayWithinTheBounds(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let days = Double.random(in: 0...2000, using: &random)
    let minimum = Int.random(in: 0...2000, using: &random)
    let maximum = Int.random(in: minimum...3000, using: &random)
    let fraction = Fuzz.fraction(seed: seed)
    #expect((0..<1).contains(fraction))
    let day = Fuzz.spread(days, minimum: minimum, maximum: maximum, fraction: fraction)
    #expect((minimum...maximum).contains(day))
    #expect(
      day
        == Fuzz.spread(
          days, minimum: minimum, maximum: maximum, fraction: Fuzz.fraction(seed: seed)))
  }

  /// The generator must never change: the journal's due dates were drawn from it.
  @Test func theGeneratorIsFixed() {
    #expect(Fuzz.fraction(seed: 0) == 0.8833108082136426)
    #expect(Fuzz.fraction(seed: 1) == 0.5665615751722809)
    #expect(Fuzz.fraction(seed: .max) == 0.8939429202831845)
  }

  @Test func neighbouringSeedsSpreadEvenly() {
    var counts = [Int](repeating: 0, count: 5)
    for seed in 0..<10_000 as Range<UInt64> {
      let day = Fuzz.spread(
        10, minimum: 1, maximum: 36_500, fraction: Fuzz.fraction(seed: seed))
      counts[day - 8] += 1
    }
    #expect(counts.allSatisfy { (1850...2150).contains($0) }, "\(counts)")
  }
}
