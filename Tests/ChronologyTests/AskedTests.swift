import Testing

@testable import Chronology

@Suite struct AskedTests {
  @Test(
    arguments: [
      ("25 July 1969", "full date", HistoricalDate.Precision.day),
      ("July 1957", "month and year", .month), ("mid-February 1983", "month and year", .month),
      ("summer 1944", "season and year", .season),
      ("mid-summer 1944", "season and year", .season), ("1978", "year", .year),
      ("44 BC", "year", .year), ("c. 1450", "year", .year),
      ("early 1965", "which part of which year", .year),
      ("1960s", "decade", .decade), ("mid-1960s", "which part of which decade", .decade),
      ("19th century", "century", .century),
      ("turn of the 20th century", "which part of which century", .century),
      ("3rd millennium BC", "millennium", .millennium),
      ("1965–1968", "years from-to", .range), ("March–May 1965", "months and year from-to", .range),
      ("5–7 July 1969", "dates from-to", .range), ("1960s – 1970s", "decades from-to", .range),
      ("July 1914 – 11 November 1918", "dates from-to", .range),
      ("since 1975", "year", .year), ("before April 1975", "month and year", .month),
      ("1965 – unknown", "year", .range), ("January and September 1966", "months and year", .set),
      ("December 1965 – January 1966", "months and years from-to", .range),
      ("1965 or 1966", "year", .set),
    ])
  func names(text: String, asked: String, precision: HistoricalDate.Precision) throws {
    let date = try #require(HistoricalDate(text))
    #expect(date.asked == asked)
    #expect(date.precision == precision)
    #expect(date.english == text)
  }
}
