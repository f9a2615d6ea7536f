import Proving
import Testing

@testable import Chronology

@Suite struct InstantTests {
  @Test func isoTextToTheMillisecond() {
    #expect(Instant(milliseconds: 0).iso == "1970-01-01T00:00:00.000Z")
    #expect(Instant(milliseconds: 1_795_572_446_123).iso == "2026-11-25T02:07:26.123Z")
    #expect(Instant(milliseconds: -1).iso == "1969-12-31T23:59:59.999Z")
    #expect(Instant(milliseconds: -86_400_000).iso == "1969-12-31T00:00:00.000Z")
  }

  @Test func isoTextIsRead() {
    #expect(Instant(iso: "2026-11-25T02:07:26.123Z")?.milliseconds == 1_795_572_446_123)
    #expect(Instant(iso: "1970-01-01T00:00:01Z")?.milliseconds == 1000)
    #expect(Instant(iso: "1969-12-31T23:59:59.999Z")?.milliseconds == -1)
    for text in [
      "", "1970-01-01", "1970-01-01T00:00:00", "1970-01-01T24:00:00Z", "1970-01-01T00:60:00Z",
      "1970-01-01T00:00:60Z", "1970-02-30T00:00:00Z", "1970-01-01 00:00:00Z",
      "1970-01-01T00:00:00.12Z", "1970-01-01T00:00:00.x12Z", "1970-01-01T00:00:00+00:00",
    ] {
      #expect(Instant(iso: text) == nil, "\(text)")
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func printedInstantsReadBack(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let range: ClosedRange<Int64> = -62_000_000_000_000...250_000_000_000_000
      let instant = Instant(milliseconds: .random(in: range, using: &random))
      #expect(Instant(iso: instant.iso) == instant)
    }
  }

  @Test func secondsRoundDown() {
    #expect(Instant(milliseconds: 1999).seconds == 1)
    #expect(Instant(milliseconds: -1).seconds == -1)
    #expect(Instant(milliseconds: -1000).seconds == -1)
    #expect(Instant(milliseconds: -1001).seconds == -2)
    #expect(Instant(milliseconds: 5).advanced(byMilliseconds: 7).milliseconds == 12)
  }
}
