import Chronology
import Proving
import Testing

@testable import Progress

@Suite struct BackupAgesTests {
  /// The ages in hours of what is kept, of backups made so many hours ago.
  private func kept(_ hours: [Int]) -> [Int] {
    let now = noon(400)
    let oldestFirst = hours.sorted(by: >)
    let instants = oldestFirst.map { now.advanced(byMilliseconds: Int64($0) * -3_600_000) }
    return BackupAges.kept(instants, at: now).sorted().map { oldestFirst[$0] }
  }

  @Test func allOfTheLastDayAndOneOfEachDayBefore() {
    #expect(kept([0, 1, 5, 24]) == [24, 5, 1, 0])
    // It is noon: 36 hours ago was midnight.
    #expect(kept([30, 36, 37, 50]) == [37, 30])
    #expect(kept([14 * 24, 14 * 24 + 1, 14 * 24 + 2]) == [14 * 24 + 1, 14 * 24])
  }

  @Test func oneOfEachWeekThenOfEachMonth() {
    let daily = (0...400).map { $0 * 24 }
    let days = kept(daily).map { $0 / 24 }
    #expect(days.filter { $0 <= 14 } == Array((0...14).reversed()))
    let weekly = days.filter { (15...91).contains($0) }
    #expect((11...13).contains(weekly.count))
    #expect(zip(weekly, weekly.dropFirst()).dropFirst().dropLast().allSatisfy { $0 - $1 == 7 })
    let monthly = days.filter { $0 > 91 }
    #expect((10...12).contains(monthly.count))
    #expect(zip(monthly, monthly.dropFirst()).allSatisfy { (1...31).contains($0 - $1) })
  }

  @Test func theNewestStaysAndThoseOfAWrongClock() {
    #expect(kept([5000]) == [5000])
    #expect(kept([-24, -48]) == [-24, -48])
    #expect(BackupAges.kept([], at: noon(0)) == [])
  }

  /// What is kept today is enough to go on from: thinning every day keeps what thinning once would.
  @Test(arguments: 0..<20 as Range<UInt64>) func thinningAgainAndAgain(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var left: [Instant] = []
    for day in 0..<500 {
      let now = noon(day)
      if Int.random(in: 0..<10, using: &random) > 2 {
        left.append(now.advanced(byMilliseconds: -Int64.random(in: 0..<80_000_000, using: &random)))
        left.sort()
      }
      let kept = BackupAges.kept(left, at: now)
      if let last = left.indices.last { #expect(kept.contains(last)) }
      left = left.indices.filter { kept.contains($0) }.map { left[$0] }
    }
    #expect((15...45).contains(left.count))
  }
}
