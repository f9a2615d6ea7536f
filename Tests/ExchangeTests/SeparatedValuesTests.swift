import Testing

@testable import Exchange

@Suite struct SeparatedValuesTests {
  private func rows(
    _ text: String, separator: Character = ",", isQuoting: Bool = true
  ) -> [String] {
    var values = SeparatedValues(
      Array(text.utf8), from: 0, line: 1, separator: separator.asciiValue ?? 0,
      isQuoting: isQuoting)
    var rows: [String] = []
    while let row = values.next() {
      let fault = row.fault.map { " \($0)" } ?? ""
      rows.append("\(row.line): \(row.fields)\(fault)")
    }
    return rows
  }

  @Test(arguments: [
    ("a,b\nc,d\n", ["1: [\"a\", \"b\"]", "2: [\"c\", \"d\"]"]),
    ("a,b\r\nc,d", ["1: [\"a\", \"b\"]", "2: [\"c\", \"d\"]"]),
    ("a,b\rc,d", ["1: [\"a\", \"b\"]", "2: [\"c\", \"d\"]"]),
    ("a,\n,b\n,", ["1: [\"a\", \"\"]", "2: [\"\", \"b\"]", "3: [\"\", \"\"]"]),
    ("\n \n\na\n", ["4: [\"a\"]"]),
    ("\"a,b\",c", ["1: [\"a,b\", \"c\"]"]),
    ("\"a\r\nb\",c\nd,e", ["1: [\"a\\nb\", \"c\"]", "3: [\"d\", \"e\"]"]),
    ("\"say \"\"a\"\"\",c", ["1: [\"say \\\"a\\\"\", \"c\"]"]),
    ("\"a\" ,b", ["1: [\"a\", \"b\"]"]),
    ("\"Ulysses\" by whom?,Joyce", ["1: [\"\\\"Ulysses\\\" by whom?\", \"Joyce\"]"]),
    ("a \"b\",c", ["1: [\"a \\\"b\\\"\", \"c\"]"]),
    ("\"open,b\nc,d", ["1: [\"\\\"open\", \"b\"] openQuote", "2: [\"c\", \"d\"]"]),
    ("a,\"", ["1: [\"a\", \"\\\"\"] openQuote"]),
    ("\"\",x", ["1: [\"\", \"x\"]"]),
  ])
  func cutsRows(_ text: String, _ expected: [String]) {
    #expect(rows(text) == expected)
  }

  @Test func takesQuotationMarksAsText() {
    #expect(
      rows("\"a\tb\n\"c\"\td", separator: "\t", isQuoting: false)
        == ["1: [\"\\\"a\", \"b\"]", "2: [\"\\\"c\\\"\", \"d\"]"])
  }

  @Test func limitsAField() {
    let long = String(repeating: "x", count: SeparatedValues.fieldLimit + 5)
    var values = SeparatedValues(
      Array("\"\(long)\",a\nb,c".utf8), from: 0, line: 1, separator: UInt8(ascii: ","))
    #expect(values.next()?.fault == .tooLong(bytes: SeparatedValues.fieldLimit))
    #expect(values.next()?.fields == ["b", "c"])
  }

  @Test(arguments: [
    ("a\tb, c\nd\te\n", "\t"), ("Who, where?;x\nb;y", ";"), ("a,b\nc,d", ","), ("a|b\nc|d", "|"),
    ("\"a;b\",c\n\"d;e\",f", ","),
  ])
  func guessesTheSeparator(_ text: String, _ separator: Character) {
    #expect(Dialect.guess(Array(text.utf8)) == separator.asciiValue)
  }

  @Test func guessesNoneInProse() {
    #expect(Dialect.guess(Array("One sentence.\nAnother, with a comma.\nAnd a third.".utf8)) == nil)
  }
}
