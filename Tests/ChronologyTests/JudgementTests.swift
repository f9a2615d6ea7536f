import Testing

@testable import Chronology

/// A judgement in short: "coarser year | month day" for what is right and what is missing.
private func summary(_ judgement: HistoricalDate.Judgement?) -> String {
  func names(_ components: [DateComponent]) -> String {
    components.map { "\($0)" }.joined(separator: " ")
  }
  switch judgement?.agreement {
  case .same: return "same"
  case .coarser(let right, let missing): return "coarser: \(names(right)) | \(names(missing))"
  case .finer(let right, let extra): return "finer: \(names(right)) | \(names(extra))"
  case .oneEnd(let end): return "one end: \(end)"
  case .incomplete(let missing):
    return "incomplete: \(missing.map(\.english).joined(separator: ", "))"
  case .hedging: return "hedging"
  case .overlapping: return "overlapping"
  case .contradicting(let wrong, let right): return "wrong: \(names(wrong)) | \(names(right))"
  case nil: return "unreadable"
  }
}

/// Typed answers to one expected date, each with its judgement.
private func check(
  _ expected: String, _ answers: [(typed: String, judgement: String)],
  _ location: SourceLocation = #_sourceLocation
) {
  guard let date = HistoricalDate(expected) else {
    Issue.record("\(expected)", sourceLocation: location)
    return
  }
  for (typed, judgement) in answers {
    #expect(
      summary(date.judgement(of: typed)) == judgement, "\(typed)", sourceLocation: location)
  }
}

@Suite struct JudgementTests {
  @Test func aFullDate() {
    check(
      "25 July 1969",
      [
        ("25 July 1969", "same"), ("July 25, 1969", "same"), ("7/25/1969", "same"),
        ("25/7/1969", "same"), ("25.7.69", "same"), ("7/25/69", "same"), ("25 July '69", "same"),
        ("69-07-25", "same"), ("Friday 25 July 1969", "same"), ("c. 25 July 1969", "same"),
        ("1969", "coarser: year | month day"), ("July 1969", "coarser: year month | day"),
        ("7/1969", "coarser: year month | day"), ("July '69", "coarser: year month | day"),
        ("late July 1969", "coarser: year month | day"),
        ("summer 1969", "coarser: year | month day"),
        ("the 1960s", "coarser: decade | year month day"),
        ("20th century", "coarser: century | year month day"),
        ("25 July", "coarser: month day | year"), ("7/25", "coarser: month day | year"),
        ("July 25th", "coarser: month day | year"), ("July", "coarser: month | year day"),
        ("the 25th", "coarser: day | year month"),
        ("Friday", "coarser: weekday | year month day"),
        ("25 June 1969", "wrong: month | year day"), ("26 July 1969", "wrong: day | year month"),
        ("25 July 1968", "wrong: year | month day"), ("25 June 1968", "wrong: year month | day"),
        ("25 July 1869", "wrong: year | month day"), ("25.7.68", "wrong: year | month day"),
        ("Saturday 25 July 1969", "wrong: weekday | year month day"),
        ("Saturday 25 July", "wrong: weekday | month day"),
        ("Monday", "wrong: weekday | "), ("26 July", "wrong: day | month"),
        ("August", "wrong: month | "), ("1970", "wrong: year | "),
        ("early July 1969", "wrong: part | year month"), ("the 1970s", "wrong: decade | "),
        ("25 July 1969 or 26 July 1969", "hedging"), ("not 25 July 1969", "unreadable"),
        ("25 July 19690", "unreadable"),
      ])
  }

  @Test func ambiguousDigits() {
    check("2 September 1945", [("2/9/1945", "same"), ("9/2/1945", "same"), ("9/2/45", "same")])
    check(
      "3 April 1969",
      [("3/4/1969", "same"), ("4/3/1969", "same"), ("4/4/1969", "wrong: day | year month")])
    check("July 1904", [("1904-07", "same"), ("7/04", "same")])
    check("1904–1907", [("1904-07", "same"), ("1904-7", "same")])
    check("winter 1921", [("1921-24", "same")])
    check("1921–1924", [("1921-24", "same")])
    check("1800s (decade)", [("the 1800s", "same")])
    check("20th century", [("the 1900s", "same")])
    check("July 1912", [("July 12", "same")])
    check("12 July 1912", [("July 12", "coarser: month day | year")])
  }

  @Test func aMonth() {
    check(
      "November 1964",
      [
        ("11/1964", "same"), ("Nov 64", "same"), ("Nov '64", "same"), ("11/64", "same"),
        ("Novmber 1964", "same"), ("1964", "coarser: year | month"),
        ("November", "coarser: month | year"), ("November 1965", "wrong: year | month"),
        ("Nov 65", "wrong: year | month"), ("autumn 1964", "coarser: year | month"),
        ("15 November 1964", "finer: year month | day"),
        ("late November 1964", "finer: year month | part"), ("late 1964", "coarser: year | month"),
        ("early 1964", "wrong: part | year"), ("October–November 1964", "coarser:  | year month"),
      ])
    check(
      "mid-February 1983",
      [
        ("mid Febuary 1983", "same"), ("the middle of February 1983", "same"),
        ("February 1983", "coarser: year month | part"), ("1983", "coarser: year | month part"),
        ("mid-February", "coarser: month part | year"),
        ("15 February 1983", "finer: year month | day"),
        ("10–20 February 1983", "same"), ("late February 1983", "wrong: part | year month"),
        ("25 February 1983", "wrong: part | year month"), ("mid-March 1983", "wrong: month | year"),
        ("mid-February 1984", "wrong: year | month"),
      ])
  }

  @Test func aYear() {
    check(
      "1978",
      [
        ("in 1978", "same"), ("1978 AD", "same"), ("78", "same"), ("'78", "same"),
        ("nineteen seventy-eight", "same"), ("about 1978", "same"), ("1978?", "same"),
        ("May 1978", "finer: year | month"), ("late 1978", "finer: year | part"),
        ("1970s", "coarser: decade | year"), ("late seventies", "coarser: decade | year"),
        ("20th century", "coarser: century | year"), ("1977–1979", "coarser:  | year"),
        ("after 1975", "coarser:  | year"), ("before 1975", "wrong: relation | "),
        ("1979", "wrong: year | "), ("1878", "wrong: year | "), ("79", "wrong: year | "),
        ("1987", "wrong: year | "), ("1978 BC", "wrong: era | year"), ("1977 or 1978", "hedging"),
        ("not 1978", "unreadable"), ("19788", "unreadable"), ("the following year", "unreadable"),
        ("", "unreadable"),
      ])
  }

  @Test func antiquity() {
    check(
      "15 March 44 BC",
      [
        ("March 15, 44 BC", "same"), ("15/3/44 BC", "same"), ("15 March 44 BCE", "same"),
        ("44 BC", "coarser: year | month day"), ("15 March", "coarser: month day | year"),
        ("15 March 44", "coarser: year month day | era"),
        ("15 March AD 44", "wrong: era | year month day"),
        ("15 March 45 BC", "wrong: year | month day"),
      ])
    check(
      "753 BC",
      [
        ("753 B.C.", "same"), ("753", "coarser: year | era"), ("AD 753", "wrong: era | year"),
        ("754", "wrong: year | "), ("8th century BC", "coarser: century | year"),
        ("8th century", "coarser: century | era year"), ("7th century BC", "wrong: century | "),
        ("750s BC", "coarser: decade | year"),
      ])
    check("AD 476", [("476", "same"), ("476 AD", "same"), ("476 BC", "wrong: era | year")])
    check(
      "264–146 BC",
      [
        ("264-146 BC", "same"), ("264 BC to 146 BC", "same"), ("264 BC", "one end: start"),
        ("146 BC", "one end: end"), ("264-146", "coarser: year | era"),
        ("264-149 BC", "wrong: end | start"),
      ])
    check(
      "5th century BC",
      [("5th century", "coarser: century | era"), ("450 BC", "finer: century | year")])
  }

  @Test func decadesAndCenturies() {
    check(
      "mid-1960s",
      [
        ("mid–1960s", "same"), ("mid sixties", "same"), ("mid 60s", "same"), ("c. 1965", "same"),
        ("middle of the 1960s", "same"), ("1965", "finer: decade | year"),
        ("1964–1966", "finer: decade part | start end"), ("1960s", "coarser: decade | part"),
        ("20th century", "coarser: century | decade part"), ("early 1960s", "wrong: part | decade"),
        ("1961", "wrong: part | decade"), ("mid-1950s", "wrong: decade | "),
        ("the mid-1860s", "wrong: decade | "),
      ])
    check(
      "late 1940s",
      [
        ("end of the 1940s", "same"), ("second half of the 1940s", "same"),
        ("late forties", "same"), ("early 1940s", "wrong: part | decade"),
        ("1949", "finer: decade | year"), ("1940s", "coarser: decade | part"),
      ])
    check(
      "turn of the 20th century",
      [
        ("around 1900", "same"), ("c. 1900", "same"), ("1900", "finer: century | year"),
        ("turn of the century", "coarser: part | century"), ("late 19th century", "overlapping"),
        ("early 20th century", "overlapping"), ("20th century", "coarser: century | part"),
        ("turn of the 19th century", "wrong: century | "), ("around 1800", "wrong: century | "),
      ])
    check(
      "19th century",
      [
        ("XIX c.", "same"), ("1800s", "same"), ("19th", "same"), ("nineteenth centruy", "same"),
        ("1850", "finer: century | year"), ("1900", "finer:  | year"),
        ("1901", "wrong: century | "),
        ("1860s", "finer: century | decade"), ("early 19th century", "finer: century | part"),
        ("18th century", "wrong: century | "), ("2nd millennium", "coarser: millennium | century"),
      ])
    check(
      "1960s",
      [("60s", "same"), ("sixties", "same"), ("1960–1969", "same"), ("70s", "wrong: decade | ")])
  }

  @Test func seasons() {
    check(
      "summer 1944",
      [
        ("summer of '44", "same"), ("1944", "coarser: year | season"),
        ("summer", "coarser: season | year"), ("July 1944", "finer: year | month"),
        ("6 June 1944", "finer: year | month day"), ("winter 1944", "wrong: season | year"),
        ("summer 1943", "wrong: year | season"), ("late summer 1944", "finer: year season | part"),
        ("December 1944", "wrong: month | year"),
        ("the 1940s", "coarser: decade | year season"),
      ])
    check(
      "August 1944",
      [
        ("late summer 1944", "coarser: year | month"), ("summer 1944", "coarser: year | month"),
        ("early summer 1944", "wrong: part | year season"),
      ])
    check(
      "late summer 1944",
      [
        ("the end of summer 1944", "same"), ("summer 1944", "coarser: year season | part"),
        ("early summer 1944", "wrong: part | year season"), ("August 1944", "finer: year | month"),
        ("1944", "coarser: year | season part"),
      ])
    check(
      "winter 1944",
      [
        ("winter 1944–45", "same"), ("December 1944", "finer: year | month"),
        ("January 1945", "finer: year | month"), ("January 1944", "finer: year | month"),
        ("1944", "coarser: year | season"), ("July 1944", "wrong: month | year"),
      ])
  }

  @Test func ranges() {
    check(
      "1965–1968",
      [
        ("1965/1968", "same"), ("from 1965 to 1968", "same"), ("1965-8", "same"), ("65-68", "same"),
        ("1965 and 1968", "same"), ("1965", "one end: start"), ("1968", "one end: end"),
        ("since 1965", "one end: start"), ("until 1968", "one end: end"),
        ("1956-1968", "wrong: start | end"), ("1965-1969", "wrong: end | start"),
        ("1956-1986", "wrong: start end | "), ("1966", "overlapping"),
        ("the 1960s", "coarser: decade | start end"), ("1970", "wrong: start end | "),
        ("May 1965 – June 1968", "finer: year | month"),
      ])
    check(
      "July 1914 – November 1918",
      [
        ("July 1914 to Nov. 1918", "same"), ("1914-1918", "coarser: year | month"),
        ("1914", "coarser: year | month end"), ("1918", "coarser: year | month start"),
        ("July 1914", "one end: start"), ("14-18", "coarser: year | month"),
      ])
    check(
      "5–7 July 1969",
      [
        ("July 5-7, 1969", "same"), ("July 5-7", "coarser: month day | year"),
        ("5 July 1969", "one end: start"), ("July 1969", "coarser: year month | start end"),
        ("6 July 1969", "overlapping"),
      ])
    check(
      "since 1975",
      [
        ("1975", "same"), ("from 1975", "same"), ("1976", "wrong: year | "),
        ("until 1975", "wrong: start end | "),
      ])
    check(
      "before 1975",
      [
        ("before 1975", "same"), ("until 1975", "same"), ("1975", "wrong: relation | year"),
        ("after 1975", "wrong: relation | "),
      ])
  }

  @Test func sets() {
    check(
      "January and September 1966",
      [
        ("September and January 1966", "same"), ("Jan & Sept 1966", "same"),
        ("Jan and Sep", "coarser: month | year"), ("January 1966", "incomplete: September 1966"),
        ("1966", "coarser: year | month"), ("January and October 1966", "hedging"),
        ("March and May 1966", "wrong: month | year"), ("January or September 1966", "hedging"),
      ])
  }

  @Test func calendars() {
    check(
      "25 October 1917 (O.S.)",
      [
        ("7 November 1917", "same"), ("25 October 1917", "same"),
        ("7 November 1917 New Style", "same"),
        ("25 October 1917 N.S.", "wrong: style | year month day"),
        ("26 October 1917", "wrong: day | year month"),
      ])
    check(
      "7 November 1917",
      [("25 October 1917 O.S.", "same"), ("25 October 1917", "wrong: month day | year")])
  }

  @Test func anExpectedDateWithoutItsYear() throws {
    let expected = try #require(HistoricalDate.readings(of: "25 July").first)
    #expect(summary(expected.judgement(of: "July 25")) == "same")
    #expect(summary(expected.judgement(of: "25 July 1969")) == "same")
    #expect(summary(expected.judgement(of: "26 July")) == "wrong: day | year month")
    #expect(summary(expected.judgement(of: "July")) == "coarser: year month | day")
    let month = try #require(HistoricalDate.readings(of: "July").first)
    #expect(summary(month.judgement(of: "in July")) == "same")
    #expect(summary(month.judgement(of: "4 July")) == "finer: year month | day")
    #expect(summary(month.judgement(of: "June")) == "wrong: month | year")
  }

  @Test func whatWasUnderstoodIsReported() throws {
    let date = try #require(HistoricalDate("4 March 1969"))
    #expect(date.judgement(of: "3/4/69")?.date?.english == "4 March 1969")
    #expect(date.judgement(of: "3/5/69")?.date?.english == "5 March 1969")
    #expect(date.judgement(of: "March")?.date?.english == "March 1969")
  }
}

@Suite struct DateReadingTests {
  private func forms(_ text: String) -> [String] {
    HistoricalDate.readings(of: text).map { reading in
      switch reading {
      case .whole(let date): date.english
      case .partial: "partial"
      }
    }
  }

  @Test func allMeaningsOfAForm() {
    #expect(forms("3/4/1969") == ["3 April 1969", "4 March 1969"])
    #expect(forms("25/7/1969") == ["25 July 1969"])
    #expect(forms("4/4/1969") == ["4 April 1969"])
    #expect(forms("1904-07") == ["July 1904", "1904–1907"])
    #expect(forms("1904–07") == ["1904–1907"])
    #expect(forms("the 1800s") == ["19th century", "1800s (decade)"])
    #expect(forms("the 1900s") == ["1900s", "20th century"])
    #expect(forms("1921-22") == ["1921–1922", "summer 1921"])
    #expect(forms("7/4") == ["partial", "partial"])
    #expect(forms("July 12") == ["partial", "partial"])
    #expect(forms("Nov 64") == ["partial"])
    #expect(forms("476") == ["AD 476"])
    #expect(forms("not 1978") == [])
    #expect(forms("19788") == [])
    #expect(forms("") == [])
    #expect(forms("30 February 1969") == [])
    #expect(forms("ninteenth century") == ["19th century"])
  }

  @Test func componentsThatWereTyped() {
    var expected = PartialDate()
    expected.month = 11
    expected.year = 64
    expected.yearDigits = 2
    #expect(HistoricalDate.readings(of: "Nov '64") == [.partial(.single(expected))])
    expected = PartialDate()
    expected.part = .mid
    expected.month = 2
    #expect(HistoricalDate.readings(of: "mid-February") == [.partial(.single(expected))])
  }
}
