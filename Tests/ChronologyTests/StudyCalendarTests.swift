import Proving
import Testing

@testable import Chronology

@Suite struct StudyCalendarTests {
  /// A zone that changes its offset at instants written in ISO 8601.
  private func zone(_ before: Int, _ changes: [(at: String, hours: Int)]) -> StudyCalendar {
    let steps = changes.map { (at: Instant(iso: $0.at)?.seconds ?? 0, offset: $0.hours * 3600) }
    return StudyCalendar { instant in
      steps.last { $0.at <= instant.seconds }?.offset ?? before * 3600
    }
  }

  private func day(_ calendar: StudyCalendar, _ iso: String) -> String? {
    Instant(iso: iso).map { calendar.day(of: $0).iso }
  }

  private func start(_ calendar: StudyCalendar, _ iso: String) -> String? {
    CivilDay(iso: iso).map { calendar.start(of: $0).iso }
  }

  @Test func aDayBeginsAtTheRolloverHour() {
    let utc = zone(0, [])
    #expect(day(utc, "2026-11-25T03:59:59.999Z") == "2026-11-24")
    #expect(day(utc, "2026-11-25T04:00:00.000Z") == "2026-11-25")
    #expect(day(utc, "1969-12-31T23:00:00.000Z") == "1969-12-31")
    #expect(start(utc, "2026-11-25") == "2026-11-25T04:00:00.000Z")
    let midnight = StudyCalendar(rolloverHour: 0) { _ in 0 }
    #expect(day(midnight, "2026-11-25T00:00:00Z") == "2026-11-25")
  }

  @Test func londonGoesForwardAndBack() {
    let london = zone(0, [("2026-03-29T01:00:00Z", 1), ("2026-10-25T01:00:00Z", 0)])
    #expect(day(london, "2026-03-29T02:59:59Z") == "2026-03-28")
    #expect(day(london, "2026-03-29T03:00:00Z") == "2026-03-29")
    #expect(start(london, "2026-03-28") == "2026-03-28T04:00:00.000Z")
    #expect(start(london, "2026-03-29") == "2026-03-29T03:00:00.000Z")
    #expect(day(london, "2026-10-25T03:59:59Z") == "2026-10-24")
    #expect(day(london, "2026-10-25T04:00:00Z") == "2026-10-25")
    #expect(start(london, "2026-10-25") == "2026-10-25T04:00:00.000Z")
  }

  @Test func saoPauloHasNoMidnight() {
    let saoPaulo = zone(-3, [("2018-11-04T03:00:00Z", -2), ("2019-02-17T02:00:00Z", -3)])
    #expect(start(saoPaulo, "2018-11-04") == "2018-11-04T06:00:00.000Z")
    var midnight = StudyCalendar(rolloverHour: 0, offset: saoPaulo.offset)
    #expect(start(midnight, "2018-11-04") == "2018-11-04T03:00:00.000Z")
    #expect(day(midnight, "2018-11-04T02:59:59Z") == "2018-11-03")
    #expect(day(midnight, "2018-11-04T03:00:00Z") == "2018-11-04")
    midnight = StudyCalendar(rolloverHour: 4, offset: saoPaulo.offset)
    #expect(day(midnight, "2018-11-04T05:59:59Z") == "2018-11-03")
  }

  @Test func apiaSkipsADay() {
    let apia = zone(-10, [("2011-12-30T10:00:00Z", 14)])
    #expect(day(apia, "2011-12-30T09:59:59Z") == "2011-12-29")
    // The local clock goes on at 31 December, 00:00, before that day's roll-over: still "the 30th".
    #expect(day(apia, "2011-12-30T10:00:00Z") == "2011-12-30")
    #expect(day(apia, "2011-12-30T14:00:00Z") == "2011-12-31")
    #expect(start(apia, "2011-12-30") == "2011-12-30T10:00:00.000Z")
    #expect(start(apia, "2011-12-31") == "2011-12-30T14:00:00.000Z")
    let midnight = StudyCalendar(rolloverHour: 0, offset: apia.offset)
    #expect(start(midnight, "2011-12-30") == start(midnight, "2011-12-31"))
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func aDaysStartBelongsToIt(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let london = zone(0, [("2026-03-29T01:00:00Z", 1), ("2026-10-25T01:00:00Z", 0)])
    for _ in 0..<50 {
      let day = CivilDay(number: .random(in: 20_400...20_900, using: &random))
      let start = london.start(of: day)
      #expect(london.day(of: start) == day)
      #expect(london.day(of: start.advanced(byMilliseconds: -1)) < day)
    }
  }
}
