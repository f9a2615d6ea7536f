import Testing

@testable import Chronology

@Suite struct EDTFTests {
  @Test(
    arguments: [
      ("1969-07-25", "25 July 1969"), ("1957-07", "July 1957"), ("1978", "1978"),
      ("1944-21", "spring 1944"), ("1944-22", "summer 1944"), ("1944-23", "autumn 1944"),
      ("1944-24", "winter 1944"), ("1965-40", "first half of 1965"),
      ("1965-41", "second half of 1965"), ("196X", "1960s"), ("180X", "1800s (decade)"),
      ("18XX", "19th century"), ("1XXX", "2nd millennium"), ("00XX", "1st century"),
      ("-0043", "44 BC"), ("-0043-03-15", "15 March 44 BC"), ("0000", "1 BC"),
      ("0040", "AD 40"), ("-044X", "440s BC"), ("-000X", "0s BC"), ("-04XX", "5th century BC"),
      ("-00XX", "1st century BC"), ("-2XXX", "3rd millennium BC"), ("Y-11999", "12000 BC"),
      ("1450~", "c. 1450"), ("1450?", "1450?"), ("1450%", "c. 1450?"),
      ("1969-07-25~", "c. 25 July 1969"), ("196X?", "1960s?"),
      ("1965/1968", "1965–1968"), ("1965-07/1966-08", "July 1965 – August 1966"),
      ("1450~/1460?", "c. 1450 – 1460?"), ("1985/..", "since 1985"), ("../1985", "until 1985"),
      ("1985/", "1985 – unknown"), ("/1985", "unknown – 1985"),
      ("[..1974]", "before 1975"), ("[1976..]", "after 1975"), ("[..196X]", "before the 1970s"),
      ("{1966-01,1966-09}", "January and September 1966"), ("[1965,1966]", "1965 or 1966"),
      ("{1960,1961,1965}", "1960, 1961 and 1965"),
      ("1983-02-~10/1983-02-~20", "mid-February 1983"), ("1965-~01/1965-~04", "early 1965"),
      ("~1963/~1967", "mid-1960s"), ("%1965/%1969", "second half of the 1960s"),
      ("~186X/~189X", "late 19th century"), ("~189X/~190X", "turn of the 20th century"),
      ("~-19XX/~-16XX", "early 2nd millennium BC"), ("~1945/~1967", "late 1940s – mid-1960s"),
      ("[..~1963]", "before the mid-1960s"), ("[~1967..]", "after the mid-1960s"),
    ])
  func eachFormReadsAndWrites(edtf: String, english: String) {
    let date = HistoricalDate(edtf: edtf)
    #expect(date?.english == english)
    #expect(date?.edtf == edtf)
  }

  /// Forms with the same meaning as one that is written.
  @Test(
    arguments: [
      ("~1450", "1450~"), ("2004-06-~11", "2004-06-11~"), ("?1450", "1450?"),
      ("{1966..1968}", "{1966,1967,1968}"), ("[1966, 1968]", "[1966,1968]"),
    ])
  func equivalentForms(typed: String, written: String) {
    #expect(HistoricalDate(edtf: typed)?.edtf == written)
  }

  @Test(
    arguments: [
      "", "196", "19699", "1969-7-25", "1969-13", "1969-02-30", "1969-00", "1969-25", "XXXX",
      "X969", "19X9", "1969-XX", "196X-05", "1969-07-25T10:00", "1965/1966/1967", "/", "../..",
      "..", "1968/1965", "[1965]", "{1965}", "{}", "[]", "[..]", "{1965,}", "-0000", "Y1969",
      "Y170000002", "1950S2", "1969~~", "~~1969", "[1965..1966-01]", "{1..2}", "1965/x", "--1965",
      "1969-07-25-01", "{1000..9999}", "١٩٦٩",
    ])
  func otherTextFails(text: String) { #expect(HistoricalDate(edtf: text) == nil) }

  /// Found by the fuzzer: a month and a part of it in one set.
  @Test func aPartInASetIsReadAgain() {
    let readings = HistoricalDate.readings(of: "mid,February 1984")
    #expect(!readings.isEmpty)
    for case .whole(let date) in readings {
      #expect(HistoricalDate(edtf: date.edtf)?.edtf == date.edtf)
    }
    // One of them with a wrong weekday, which EDTF leaves out.
    let twice = HistoricalDate.readings(of: "Wednesday, 3 Sept., 3 Sept 0969")
    for case .whole(let date) in twice { #expect(HistoricalDate(edtf: date.edtf) != nil) }
    let range = HistoricalDate.readings(of: "Wed,3 Sept.- 3  1938")
    for case .whole(let date) in range { #expect(HistoricalDate(edtf: date.edtf) != nil) }
    #expect(HistoricalDate(edtf: "{1984-02,1984-02-~10/1984-02-~20}") != nil)
    #expect(HistoricalDate(edtf: "{1984-02,1984-02/1984-05}") == nil)
  }

  @Test func whatEDTFCannotSayIsLeftOut() {
    #expect(HistoricalDate("25 October 1917 (O.S.)")?.edtf == "1917-11-07")
    #expect(HistoricalDate("late summer 1944")?.edtf == "1944-22")
    #expect(HistoricalDate("before late summer 1944")?.edtf == "[..1944-21]")
    #expect(HistoricalDate("Saturday 25 July 1969")?.edtf == "1969-07-25")
  }
}
