import Testing

@testable import Marking

@Suite struct QuantityTests {
  @Test(
    arguments: [
      ("50,000 rubles", [50_000.0], "rubles"),
      ("50 thousand roubles", [50_000], "rubles"),
      ("12 300 333", [12_300_333], nil),
      ("12.300.333", [12_300_333], nil),
      ("1.500", [1.5, 1500], nil),
      ("7,2 million dollars", [7_200_000], "dollars"),
      ("US$18m", [18_000_000], "dollars"),
      ("$15 million", [15_000_000], "dollars"),
      ("twenty-four", [24], nil),
      ("one hundred and five", [105], nil),
      ("two hundred thousand", [200_000], nil),
      ("a dozen", [12], nil),
      ("half a million", [500_000], nil),
      ("two thirds", [2.0 / 3], nil),
      ("2/3", [2.0 / 3], nil),
      ("71 per cent", [71], "percent"),
      ("\u{664}\u{660}\u{660}", [400], nil),
      ("3rd", [3], nil),
    ] as [(String, [Double], String?)])
  func reads(text: String, values: [Double], unit: String?) throws {
    let quantity = try #require(Quantity(text))
    #expect(quantity.values == values)
    #expect(quantity.unit?.name == unit)
    #expect(!quantity.hasOthers)
  }

  @Test func readsBounds() {
    #expect(Quantity("about 400")?.bound == .about)
    #expect(Quantity("more than 400")?.bound == .above)
    #expect(Quantity("up to 10 percent")?.bound == .below)
    #expect(Quantity("400")?.bound == .exactly)
  }

  @Test func readsRanges() {
    let range = Quantity("10-15 million")
    #expect(range?.values == [10_000_000])
    #expect(range?.upper == [15_000_000])
    #expect(Quantity("between six and seven")?.upper == [7])
  }

  @Test func typedWordsMayHaveASlip() {
    #expect(Quantity("fourten", isTyped: true)?.values == [14])
    #expect(Quantity("fourten")?.values == nil)
  }

  @Test func metresAreNoMillions() {
    #expect(Quantity("330 m")?.values == [330_000_000])
    #expect(Quantity("330 m", readsMetres: true)?.values == [330])
    #expect(Quantity("330 m", readsMetres: true)?.unit?.name == "metres")
  }

  @Test func wordsWithoutNumberAreNone() {
    #expect(Quantity("many") == nil)
    #expect(Quantity("") == nil)
  }
}
