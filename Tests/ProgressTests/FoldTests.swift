import Chronology
import Digest
import Memory
import Proving
import Testing

@testable import Progress

@Suite struct FoldTests {
  @Test(arguments: 0..<300 as Range<UInt64>)
  func agreesWithTheFormats(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let records = [Record].random(40, clockFails: seed % 3 == 0, using: &random)
    let oracle = FoldOracle(records)
    let state = Everything(folded(records))
    #expect(state.cards == oracle.cards)
    #expect(state.days == oracle.days)
    #expect(state.aliases == oracle.aliases)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func doesNotDependOnOrderOrDuplicates(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let records = [Record].random(40, clockFails: true, using: &random)
    let expected = Everything(folded(records))
    for _ in 0..<5 {
      let again = (records + records.shuffled(using: &random).prefix(10)).shuffled(using: &random)
      #expect(Everything(folded(again)) == expected)
    }
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func goesOnFromAnyState(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let records = [Record].random(40, clockFails: seed % 4 == 0, using: &random)
    let expected = Everything(folded(records))
    // Each device's file has grown by some records since the state was made.
    let kept = [deviceA, deviceB].map { device in
      records.filter { $0.id.device == device }.dropLast(.random(in: 0..<6, using: &random))
    }
    let early = records.filter { record in kept.contains { $0.contains(record) } }
    let late = records.filter { !early.contains($0) }
    let base = folded(early)
    let more = Fold.more(contents(late), onto: base, scheduler: Scheduler())
    if let more { #expect(Everything(more) == expected) }
    if let more = Fold.more(contents(late), onto: base.compacted(), scheduler: Scheduler()) {
      #expect(Everything(more.compacted()) == expected)
    }
  }

  @Test func oftenGoesOn() {
    var count = 0
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let records = [Record].random(30, using: &random).sorted { $0.at < $1.at }
      let base = folded(Array(records.dropLast(3)))
      let late = contents(Array(records.suffix(3)))
      if Fold.more(late, onto: base, scheduler: Scheduler()) != nil { count += 1 }
    }
    #expect(count > 50)
  }
}
