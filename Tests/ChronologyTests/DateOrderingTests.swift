import Testing

@testable import Chronology

@Suite struct DateOrderingTests {
  @Test(
    arguments: [
      ("25 July 1969", "26 July 1969", DateOrder.before),
      ("1978", "1973", .after),
      ("44 BC", "AD 14", .before),
      ("44 BC", "63 BC", .after),
      ("1945", "1945", .same),
      ("1945", "May 1945", .unknown),
      ("1960s", "1965", .unknown),
      ("1960s", "1970", .before),
      ("early 1960s", "late 1960s", .before),
      ("mid-1960s", "late 1960s", .unknown),
      ("19th century", "20th century", .before),
      ("1914–1918", "1918", .unknown),
      ("1914–1918", "1919", .before),
      ("before 1975", "1975", .before),
      ("before 1975", "1974", .unknown),
      ("after 1975", "1975", .after),
      ("since 1975", "1974", .after),
      ("since 1975", "1980", .unknown),
      ("1985 – unknown", "1984", .after),
      ("c. 1450", "1452", .unknown),
      ("c. 1450", "1460", .before),
      ("25 October 1917 (O.S.)", "1 November 1917", .after),
      ("summer 1944", "6 June 1944", .unknown),
      ("summer 1944", "December 1944", .before),
      ("January and September 1966", "May 1966", .unknown),
    ])
  func order(left: String, right: String, order: DateOrder) throws {
    let first = try #require(HistoricalDate(left))
    let second = try #require(HistoricalDate(right))
    #expect(first.order(to: second) == order)
  }

  @Test(
    arguments: [
      ("1960s", "1965", true), ("1965", "1960s", false), ("since 1965", "1966–1970", true),
      ("since 1965", "until 1970", false), ("before 1975", "1974", true),
      ("before 1975", "1975", false), ("c. 1450", "1452", true), ("1450", "c. 1450", false),
      ("1965–1968", "July 1968", true), ("1965 – unknown", "2000", true),
    ])
  func containment(outer: String, inner: String, contains: Bool) throws {
    let first = try #require(HistoricalDate(outer))
    let second = try #require(HistoricalDate(inner))
    #expect(first.contains(second) == contains)
  }

  @Test(
    arguments: [
      ("25 July 1969", "1969-07-25 1969-07-25"), ("February 1900", "1900-02-01 1900-02-28"),
      ("mid-February 1983", "1983-02-10 1983-02-20"), ("summer 1944", "1944-06-01 1944-09-30"),
      ("winter 1944", "1944-12-01 1945-03-31"), ("late winter 1944", "1945-02-01 1945-03-31"),
      ("early summer 1944", "1944-06-01 1944-07-31"), ("1960s", "1960-01-01 1969-12-31"),
      ("19th century", "1800-01-01 1899-12-31"), ("1st century", "0001-01-01 0099-12-31"),
      ("5th century BC", "-0499-01-01 -0400-12-31"), ("1st century BC", "-0099-01-01 0000-12-31"),
      ("440s BC", "-0448-01-01 -0439-12-31"), ("0s BC", "-0008-01-01 0000-12-31"),
      ("3rd millennium BC", "-2999-01-01 -2000-12-31"), ("44 BC", "-0043-01-01 -0043-12-31"),
      ("late 1st century BC", "-0038-01-01 0000-12-31"),
      ("turn of the 20th century", "1890-01-01 1909-12-31"), ("since 1975", "1975-01-01 nil"),
      ("until 1975", "nil 1975-12-31"), ("before 1975", "nil 1974-12-31"),
      ("after 1975", "1976-01-01 nil"), ("25 October 1917 (O.S.)", "1917-11-07 1917-11-07"),
      ("c. 25 July 1969", "1969-07-18 1969-08-01"),
      ("January and September 1966", "1966-01-01 1966-09-30"),
    ])
  func bounds(text: String, days: String) throws {
    let (first, last) = try #require(HistoricalDate(text)).bounds
    #expect("\(first?.iso ?? "nil") \(last?.iso ?? "nil")" == days)
  }
}
