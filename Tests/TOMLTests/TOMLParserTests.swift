import Proving
import Testing

@testable import TOML

/// A document as `key = value` lines with line numbers, so that a test compares the whole of it.
private func outline(_ text: String) throws -> String {
  func show(_ toml: TOML, _ path: String) -> [String] {
    switch toml.value {
    case .string(let text): ["\(toml.line) \(path) string \(text.debugDescription)"]
    case .integer(let number): ["\(toml.line) \(path) integer \(number)"]
    case .number(let number): ["\(toml.line) \(path) number \(number)"]
    case .bool(let truth): ["\(toml.line) \(path) bool \(truth)"]
    case .date(let date): ["\(toml.line) \(path) date \(date)"]
    case .array(let values):
      ["\(toml.line) \(path) array \(values.count)"]
        + values.enumerated().flatMap { show($1, "\(path)[\($0)]") }
    case .table(let entries):
      ["\(toml.line) \(path) table"]
        + entries.flatMap { show($0.value, path.isEmpty ? $0.key : "\(path).\($0.key)") }
    }
  }
  return show(try TOML.parse(text.utf8), "").joined(separator: "\n")
}

private func fault(_ text: String) -> TOMLError? {
  do {
    _ = try TOML.parse(text.utf8)
    return nil
  } catch { return error }
}

@Test func keysOfAllForms() throws {
  let text = """
    bare_key-1 = 1
    1234 = "digits"
    "quoted key" = 'a'
    'single "quoted"' = 'b'
    site."example.org" = true
    fruit . colour = "yellow"
    "" = "empty"
    """
  #expect(
    try outline(text) == """
      1  table
      1 bare_key-1 integer 1
      2 1234 string "digits"
      3 quoted key string "a"
      4 single "quoted" string "b"
      5 site table
      5 site.example.org bool true
      6 fruit table
      6 fruit.colour string "yellow"
      7  string "empty"
      """)
}

@Test func tablesAndArraysOfTables() throws {
  let text = """
    name = "Deck"  # a comment

    [actors."Soviet Union"]
    kind = "state"
    also = [
      "USSR",  # the usual one
      "Soviets",
    ]

    [[exam]]
    day = 2026-12-01
    [exam.weights]
    dates = 2
    [[exam]]
    [a.b.c]
    x = 1
    [a]
    y = 2
    """
  #expect(
    try outline(text) == """
      1  table
      1 name string "Deck"
      3 actors table
      3 actors.Soviet Union table
      4 actors.Soviet Union.kind string "state"
      5 actors.Soviet Union.also array 2
      6 actors.Soviet Union.also[0] string "USSR"
      7 actors.Soviet Union.also[1] string "Soviets"
      10 exam array 2
      10 exam[0] table
      11 exam[0].day date 2026-12-01
      12 exam[0].weights table
      13 exam[0].weights.dates integer 2
      14 exam[1] table
      17 a table
      15 a.b table
      15 a.b.c table
      16 a.b.c.x integer 1
      18 a.y integer 2
      """)
}

@Test func numbers() throws {
  let text = """
    a = +99
    b = -1_000
    c = 0xDEAD_beef
    d = 0o755
    e = 0b1101
    f = 9223372036854775807
    g = -9223372036854775808
    h = 3.14
    i = -2e-2
    j = 6.626e+34
    k = 1_000.000_1
    l = -inf
    m = 0
    """
  #expect(
    try outline(text) == """
      1  table
      1 a integer 99
      2 b integer -1000
      3 c integer 3735928559
      4 d integer 493
      5 e integer 13
      6 f integer 9223372036854775807
      7 g integer -9223372036854775808
      8 h number 3.14
      9 i number -0.02
      10 j number 6.626e+34
      11 k number 1000.0001
      12 l number -inf
      13 m integer 0
      """)
}

@Test func strings() throws {
  let text = #"""
    a = "tab\t quote\" \u00e9 \U0001F600 back\\"
    b = 'C:\raw'
    c = """
    first
    second\
        joined ""quoted"" end"""
    d = '''
    raw\n'quoted'
    '''
    e = """"four"""""
    """#
  #expect(
    try outline(text) == #"""
      1  table
      1 a string "tab\t quote\" é 😀 back\\"
      2 b string "C:\\raw"
      3 c string "first\nsecondjoined \"\"quoted\"\" end"
      7 d string "raw\\n\'quoted\'\n"
      10 e string "\"four\"\""
      """#)
}

@Test func dates() throws {
  let text = """
    a = 1979-05-27T07:32:00Z
    b = 1979-05-27 00:32:00.999-07:00
    c = 1979-05-27T07:32:00
    d = 1979-05-27
    e = 07:32:00.5
    f = 2024-02-29
    """
  #expect(
    try outline(text) == """
      1  table
      1 a date 1979-05-27T07:32:00Z
      2 b date 1979-05-27 00:32:00.999-07:00
      3 c date 1979-05-27T07:32:00
      4 d date 1979-05-27
      5 e date 07:32:00.5
      6 f date 2024-02-29
      """)
}

@Test func inlineTables() throws {
  #expect(
    try outline("point = { x = 1, deep.y = [ { z = true } ], empty = {} }") == """
      1  table
      1 point table
      1 point.x integer 1
      1 point.deep table
      1 point.deep.y array 1
      1 point.deep.y[0] table
      1 point.deep.y[0].z bool true
      1 point.empty table
      """)
}

@Test(arguments: ["a = 1\nb = 2\n", "a = 1\r\nb = 2\r\n", "a = 1\rb = 2", "\u{feff}a = 1\nb = 2"])
func lineEnds(text: String) throws {
  #expect(try outline(text) == "1  table\n1 a integer 1\n2 b integer 2")
}

@Test func linesAreCountedFromTheGivenOne() throws {
  let toml = try TOML.parse("\na = 1".utf8, line: 5)
  #expect(toml["a"]?.line == 6)
  #expect(
    throws: TOMLError(.expected(.value), line: 6, column: 5),
    performing: { try TOML.parse("\nb = ".utf8, line: 5) })
}

@Test(
  arguments: [
    ("a", .init(.expected(.equalsSign), line: 1, column: 2)),
    ("= 1", .init(.expected(.key), line: 1, column: 1)),
    ("a = ", .init(.expected(.value), line: 1, column: 5)),
    ("a = 1 b = 2", .init(.expected(.endOfLine), line: 1, column: 7)),
    ("a = 1\né = 2", .init(.expected(.key), line: 2, column: 1)),
    ("\"é\" = x", .init(.badValue("x"), line: 1, column: 7)),
    ("a = 1\na = 2", .init(.duplicate(key: "a", firstLine: 1), line: 2, column: 1)),
    ("a.b = 1\na.b = 2", .init(.duplicate(key: "a.b", firstLine: 1), line: 2, column: 1)),
    ("[t]\n[t]", .init(.duplicate(key: "t", firstLine: 1), line: 2, column: 2)),
    ("a = 1\n[a]", .init(.duplicate(key: "a", firstLine: 1), line: 2, column: 2)),
    ("a = 1\na.b = 2", .init(.notATable(key: "a", firstLine: 1), line: 2, column: 1)),
    ("a = {}\n[a.b]", .init(.notATable(key: "a", firstLine: 1), line: 2, column: 2)),
    ("a = []\n[[a]]", .init(.duplicate(key: "a", firstLine: 1), line: 2, column: 3)),
    ("[[a]]\n[a]", .init(.duplicate(key: "a", firstLine: 1), line: 2, column: 2)),
    (
      "[a.b]\nx = 1\n[a]\nb.y = 2",
      .init(.notATable(key: "b", firstLine: 1), line: 4, column: 1)
    ),
    ("a.b = 1\n[a]", .init(.duplicate(key: "a", firstLine: 1), line: 2, column: 2)),
    ("[t", .init(.expected(.closingBracket), line: 1, column: 3)),
    ("[[t]", .init(.expected(.closingBracket), line: 1, column: 5)),
    ("a = \"x", .init(.unterminated(.string), line: 1, column: 5)),
    ("a = 'x\n'", .init(.unterminated(.string), line: 1, column: 5)),
    ("a = \"\"\"x\n\n", .init(.unterminated(.multiLineString), line: 1, column: 5)),
    ("a = [1,\n2", .init(.unterminated(.array), line: 1, column: 5)),
    ("a = [1 2]", .init(.expected(.commaOrBracket), line: 1, column: 8)),
    ("a = {b = 1", .init(.unterminated(.inlineTable), line: 1, column: 5)),
    ("a = {b = 1,}", .init(.expected(.key), line: 1, column: 12)),
    ("a = {b = 1, b = 2}", .init(.duplicate(key: "b", firstLine: 1), line: 1, column: 13)),
    ("a = \"\\q\"", .init(.badEscape, line: 1, column: 6)),
    ("a = \"\\ud800\"", .init(.badEscape, line: 1, column: 6)),
    ("a = \"\u{1}\"", .init(.controlCharacter(1), line: 1, column: 6)),
    ("# \u{7}", .init(.controlCharacter(7), line: 1, column: 3)),
    ("a = 01", .init(.badValue("01"), line: 1, column: 5)),
    ("a = 1__0", .init(.badValue("1__0"), line: 1, column: 5)),
    ("a = 1.", .init(.badValue("1."), line: 1, column: 5)),
    ("a = .5", .init(.badValue(".5"), line: 1, column: 5)),
    ("a = True", .init(.badValue("True"), line: 1, column: 5)),
    ("a = Custom", .init(.badValue("Custom"), line: 1, column: 5)),
    (
      "a = 9223372036854775808",
      .init(.outOfRange("9223372036854775808"), line: 1, column: 5)
    ),
    ("a = 2025-02-30", .init(.badDate("2025-02-30"), line: 1, column: 5)),
    ("a = 25:00:00", .init(.badDate("25:00:00"), line: 1, column: 5)),
  ] as [(String, TOMLError)])
func faults(text: String, expected: TOMLError) {
  #expect(fault(text) == expected)
}

@Test func invalidBytesAreNamed() {
  #expect(
    throws: TOMLError(.invalidUTF8, line: 2, column: 6),
    performing: { try TOML.parse(Array("a = 1\nb = \"".utf8) + [0xff] + Array("\"".utf8)) })
}

@Test func nestingHasALimit() {
  let deep = "a = " + String(repeating: "[", count: 100_000)
  #expect(fault(deep) == TOMLError(.tooDeep, line: 1, column: 69))
  let path = (0..<1000).map { "k\($0)" }.joined(separator: ".")
  #expect(fault("[\(path)]")?.cause == .tooDeep)
}

@Test(arguments: 0..<200)
func noBytesCrash(seed: Int) {
  var random = SplitMix64(seed: UInt64(seed))
  let alphabet = Array("ab=.[]{}\"'\\#\n\r,_-+0179:Te \u{e9}".utf8) + [0xff, 0]
  for _ in 0..<200 {
    let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
      alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
    }
    do {
      _ = try TOML.parse(bytes)
    } catch {
      #expect(error.line >= 1 && error.column >= 1)
      #expect(!error.cause.clause.isEmpty)
    }
  }
}
