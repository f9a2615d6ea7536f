import Digest
import Testing

@testable import Progress

@Suite struct FingerprintPlacesTests {
  @Test(arguments: [0, 1, 2, 3, 100, 1000])
  func everyFingerprintIsFoundAtItsPlaceAndNoOther(count: Int) {
    let sorted = (0..<count).map { Fingerprint("card \($0)") }.sorted()
    let places = FingerprintPlaces(count: count) { sorted[$0] }
    for (index, fingerprint) in sorted.enumerated() {
      #expect(places.candidates(fingerprint).filter { sorted[$0] == fingerprint } == [index])
    }
    for number in 0..<100 {
      let absent = Fingerprint("no card \(number)")
      #expect(places.candidates(absent).allSatisfy { sorted[$0] != absent })
    }
  }

  @Test func theOutermostFingerprintsAreFound() {
    let sorted = [Fingerprint(bits: 0), Fingerprint(bits: 7), Fingerprint(bits: .max)]
    let places = FingerprintPlaces(count: 3) { sorted[$0] }
    #expect(places.candidates(sorted[0]) == 0..<2)
    #expect(places.candidates(sorted[1]) == 0..<2)
    #expect(places.candidates(sorted[2]) == 2..<3)
  }

  @Test func anUnsortedListGivesPlacesWithinIt() {
    let unsorted = (0..<50).map { Fingerprint("card \($0)") }
    let places = FingerprintPlaces(count: 50) { unsorted[$0] }
    for fingerprint in unsorted {
      #expect((0...50).contains(places.candidates(fingerprint).upperBound))
    }
  }
}
