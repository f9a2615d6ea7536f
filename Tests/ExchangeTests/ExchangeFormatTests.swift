import Testing

@testable import Exchange

@Suite struct ExchangeFormatTests {
  @Test(arguments: [
    ("a.csv", "x", ExchangeFormat.csv), ("A.TSV", "x", .tsv), ("a.gift", "x", .gift),
    ("a.json", "x", .json), ("a.md", "x", .markdown),
    ("a.txt", "#separator:tab\na\tb", .text), ("a.txt", "a\tb\nc\td", .csv),
    ("a.txt", "::t::q {=a}", .gift), ("a.txt", "// c\n$CATEGORY: x\n", .gift),
    ("a.txt", "Q: a\nA: b", .markdown), ("a", "[1]", .json), ("a.dat", "{\"a\": 1}", .json),
  ])
  func recognises(_ name: String, _ text: String, _ format: ExchangeFormat) {
    #expect(ExchangeFormat.recognise(Array(text.utf8), fileName: name) == format)
  }

  @Test func knowsNoFormInProse() {
    #expect(ExchangeFormat.recognise(Array("Only prose.".utf8), fileName: nil) == nil)
    #expect(ExchangeFormat(fileName: ".csv") == nil)
  }
}
