import Testing

@testable import Exams

@Suite struct ApportionmentTests {
  @Test func sharesAddUpAndStayWithinOne() {
    #expect(largestRemainder(10, by: [1, 1, 1]) == [4, 3, 3])
    #expect(largestRemainder(20, by: [0.5, 0.5]) == [10, 10])
    #expect(largestRemainder(7, by: [0.6, 0.3, 0.1]) == [4, 2, 1])
    #expect(largestRemainder(5, by: [0, 2, 0]) == [0, 5, 0])
    #expect(largestRemainder(0, by: [1, 2]) == [0, 0])
    #expect(largestRemainder(3, by: [0, 0]) == [0, 0])
    #expect(largestRemainder(3, by: [1e308, 1e308, 1e308]) == [1, 1, 1])
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func everyShareIsItsQuotaRounded(seed: UInt64) {
    var draw = SeededDraw(seed: seed)
    let weights = (0...draw.below(12)).map { _ in Double(draw.below(50)) }
    let total = draw.below(200)
    let shares = largestRemainder(total, by: weights)
    let sum = weights.reduce(0, +)
    #expect(shares.reduce(0, +) == (sum > 0 ? total : 0))
    for (share, weight) in zip(shares, weights) where sum > 0 {
      #expect(abs(Double(share) - Double(total) * weight / sum) < 1)
    }
  }

  @Test func transportMovesUnitsToMakeRoom() {
    var draw = SeededDraw(seed: 3)
    // The second row can only use the first column.
    let table = Transport(
      rows: [2, 2], columns: [2, 2], capacity: [[2, 2], [2, 0]], using: &draw)
    #expect(table.amounts == [[0, 2], [2, 0]])
  }
}
