import Chronology
import Testing

@testable import Exams

@Suite struct OrderScoreTests {
  private func score(_ years: [Int]) -> OrderScore {
    OrderScore(years.compactMap { Period(.year($0)).map { HistoricalDate($0) } })
  }

  @Test func theTableOfTheReference() {
    #expect(score([1901, 1902, 1903, 1904, 1905]).tau == 1)
    #expect(score([1901, 1902, 1903, 1904, 1905]).mrs == 1)
    let reverse = score([1905, 1904, 1903, 1902, 1901])
    #expect(reverse.tau == -1 && reverse.credit == 0 && reverse.mrs == 0)
    let swap = score([1902, 1901, 1903, 1904, 1905])
    #expect(abs(swap.tau - 0.8) < 1e-12 && swap.mrs == 0.75)
    let shifted = score([1906, 1901, 1902, 1903, 1904, 1905])
    #expect(abs(shifted.tau - (1 - 4.0 / 6)) < 1e-12 && abs(shifted.mrs - 4.0 / 5) < 1e-12)
    #expect(score([1901]).tau == 1 && score([]).credit == 1)
  }

  @Test func tiesCountEitherWay() throws {
    let dates = try ["1945", "May 1945", "1944"].map { try #require(HistoricalDate($0)) }
    #expect(OrderScore([dates[2], dates[0], dates[1]]).tau == 1)
    #expect(OrderScore([dates[2], dates[1], dates[0]]).tau == 1)
    #expect(OrderScore([dates[0], dates[2], dates[1]]).tau < 1)
  }

  @Test func theMisplacedEventIsNamed() {
    let late = score([1902, 1903, 1904, 1901])
    #expect(late.inOrder == [0, 1, 2])
    #expect(late.misplaced?.index == 3 && late.misplaced?.isTooLate == true)
    let early = score([1904, 1901, 1902, 1903])
    #expect(early.misplaced?.index == 0 && early.misplaced?.isTooLate == false)
  }

  @Test(arguments: [4, 5, 6]) func aRandomOrderEarnsLittle(count: Int) {
    // Full enumeration, as in exams.md: 0.19, 0.16, 0.14.
    var total = 0.0
    var orders = 0
    func permute(_ chosen: [Int], _ left: [Int]) {
      if left.isEmpty {
        total += score(chosen).credit
        orders += 1
      }
      for year in left { permute(chosen + [year], left.filter { $0 != year }) }
    }
    permute([], Array(1901..<1901 + count))
    let mean = total / Double(orders)
    #expect(abs(mean - [4: 0.19, 5: 0.16, 6: 0.14][count, default: 0]) < 0.01, "\(mean)")
  }

  @Test func sortingPutsTiesAsShown() {
    let events = ["1905", "1901", "1901", "March 1903"].map {
      DatedEvent(phrase: $0, date: $0, card: $0)
    }
    #expect(OrderScore.sorted(events) == [1, 2, 3, 0])
  }
}
