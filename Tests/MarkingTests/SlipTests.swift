import Testing

@testable import Marking

@Suite struct SlipTests {
  @Test(arguments: [
    ("habsburg", "hapsburg", 1), ("febuary", "february", 1), ("teh", "the", 1),
    ("kissinger", "kisinegr", 2), ("same", "same", 0),
    ("szilard", "slizard", 1), ("ejido", "edijo", 1), ("abcd", "dbca", 2),
  ])
  func countsEdits(left: String, right: String, distance: Int) {
    #expect(Slip.distance(left, right, limit: 2) == distance)
    #expect(Slip.distance(right, left, limit: 2) == distance)
  }

  @Test func digitsHaveNoTolerance() {
    #expect(Slip.distance("sputnik1", "sputnik2", limit: 2) == nil)
    #expect(Slip.distance("1978", "19788", limit: 2) == nil)
  }

  @Test func farWordsAreNil() {
    #expect(Slip.distance("famine", "feminine", limit: 1) == nil)
    #expect(Slip.distance(String(repeating: "a", count: 65), "a", limit: 2) == nil)
  }

  @Test func allowanceGrowsWithLength() {
    #expect([4, 5, 8, 9].map(Slip.allowance) == [0, 1, 1, 2])
  }
}
