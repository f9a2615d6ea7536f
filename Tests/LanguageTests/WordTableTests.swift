import Proving
import Testing

@testable import Language

@Suite struct WordTableTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func findsWhatWasPutInAndNothingElse(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let entries = (0..<500).map { (hash: random.next(), value: 1 + $0 % WordTable.largestValue) }
    let table = WordTable(entries)
    for entry in entries { #expect(table[entry.hash] == entry.value) }
    let strangers = (0..<2000).count { _ in table[random.next()] != 0 }
    #expect(strangers <= 1)
  }

  @Test func anEmptyTableHoldsNothing() {
    #expect(WordTable([])[17] == 0)
  }

  @Test func refusesSlotsThatCannotBeSearched() {
    #expect(WordTable(slots: []) == nil)
    #expect(WordTable(slots: [0, 0, 0]) == nil)
    #expect(WordTable(slots: [1, 1]) == nil)
  }
}
