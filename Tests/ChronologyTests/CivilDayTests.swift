import Testing

@testable import Chronology

@Suite struct CivilDayTests {
  @Test func knownDays() {
    #expect(CivilDay(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(CivilDay(year: 2000, month: 3, day: 1)?.number == 11_017)
    #expect(CivilDay(year: 1, month: 1, day: 1)?.number == -719_162)
    #expect(CivilDay(year: 0, month: 2, day: 29)?.iso == "0000-02-29")
    #expect(CivilDay(year: -43, month: 3, day: 15)?.iso == "-0043-03-15")
    #expect(CivilDay(year: 12_026, month: 1, day: 2)?.iso == "+12026-01-02")
  }

  @Test func daysThatDoNotExist() {
    #expect(CivilDay(year: 1900, month: 2, day: 29) == nil)
    #expect(CivilDay(year: 2000, month: 2, day: 29) != nil)
    #expect(CivilDay(year: 2023, month: 4, day: 31) == nil)
    #expect(CivilDay(year: 2023, month: 13, day: 1) == nil)
    #expect(CivilDay(year: 2023, month: 0, day: 1) == nil)
    #expect(CivilDay(year: 2023, month: 1, day: 0) == nil)
  }

  @Test func everyDayOfEightHundredYearsIsOneAfterTheLast() {
    var number = CivilDay(year: -400, month: 1, day: 1)?.number ?? 0
    for year in -400..<400 {
      for month in 1...12 {
        for day in 1...CivilDay.length(ofMonth: month, year: year) {
          let civil = CivilDay(year: year, month: month, day: day)
          #expect(civil?.number == number)
          let components = CivilDay(number: number).components
          #expect(components == (year, month, day))
          number += 1
        }
      }
    }
  }

  @Test func isoReadsWhatItWrites() {
    #expect(CivilDay(iso: "2026-11-25")?.number == 20_782)
    for text in [
      "", "2026-11-5", "2026-02-29", "2026/11/25", "20261125", "2026-11-25 ", "２026-11-25",
    ] {
      #expect(CivilDay(iso: text) == nil, "\(text)")
    }
  }

  @Test func julianDays() {
    #expect(CivilDay(julianYear: 1917, month: 10, day: 25)?.iso == "1917-11-07")
    #expect(CivilDay(julianYear: 1582, month: 10, day: 5)?.iso == "1582-10-15")
    #expect(CivilDay(julianYear: 1732, month: 2, day: 11)?.iso == "1732-02-22")
    #expect(CivilDay(julianYear: 1900, month: 2, day: 29)?.iso == "1900-03-13")
    #expect(CivilDay(julianYear: -43, month: 3, day: 15)?.iso == "-0043-03-13")
    #expect(CivilDay(julianYear: 1901, month: 2, day: 29) == nil)
  }

  @Test func weekdays() {
    #expect(CivilDay(number: 0).weekday == .thursday)
    #expect(CivilDay(iso: "1969-07-25")?.weekday == .friday)
    #expect(CivilDay(iso: "2026-11-25")?.weekday == .wednesday)
    #expect(CivilDay(julianYear: 1307, month: 10, day: 13)?.weekday == .friday)
    #expect(CivilDay(year: -4, month: 2, day: 29)?.weekday == .thursday)
  }
}
