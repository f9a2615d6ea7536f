import Proving
import Testing

@testable import Study

@Suite("The order of a day")
struct InterleavingTests {
  @Test("Every card stands in it once, new ones in the deck's order", arguments: 0..<100)
  func isAPermutation(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let reviews = (0..<Int.random(in: 0...60, using: &random)).map {
      reviewed($0, section: Int.random(in: 0...5, using: &random), due: 20_000)
    }
    let new = (100..<(100 + Int.random(in: 0...12, using: &random))).map { unseen($0) }
    let order = interleaved(reviews, with: new, seed: seed)
    #expect(order.map(\.entry).sorted() == (reviews + new).map(\.entry))
    #expect(order.filter(\.isNew) == new)
    #expect(order == interleaved(reviews, with: new, seed: seed))
  }

  @Test("New cards come among the last third of the reviews")
  func spreadsNew() {
    let reviews = (0..<20).map { reviewed($0, due: 20_000) }
    let order = interleaved(reviews, with: [unseen(50), unseen(51)], seed: 1)
    #expect(order.indices.filter { order[$0].isNew } == [16, 20])
  }

  @Test("Two sections of equal size take turns", arguments: 0..<50)
  func mixesSections(seed: UInt64) {
    let reviews = (0..<40).map { reviewed($0, section: $0 / 20, due: 20_000) }
    let order = interleaved(reviews, with: [], seed: seed).map(\.section)
    var longest = 1
    var run = 1
    for (left, right) in zip(order, order.dropFirst()) {
      run = left == right ? run + 1 : 1
      longest = max(longest, run)
    }
    #expect(longest <= 2)
  }

  @Test("Another seed gives another order")
  func dependsOnSeed() {
    let reviews = (0..<40).map { reviewed($0, due: 20_000) }
    #expect(interleaved(reviews, with: [], seed: 1) != interleaved(reviews, with: [], seed: 2))
  }
}
