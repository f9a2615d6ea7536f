import JSON
import Proving
import Testing

@Suite struct JSONPrintTests {
  static let sample = JSON.object([
    .init("schema", .integer(1)), .init("empty", .array([])), .init("none", .object([])),
    .init("list", .array([.number(1.5), .null, .bool(true)])),
    .init("a", .object([.init("b", .string("é \"한\" \\"))])),
  ])

  @Test func printsCompact() {
    #expect(
      Self.sample.compact
        == #"{"schema":1,"empty":[],"none":{},"list":[1.5,null,true],"a":{"b":"é \"한\" \\"}}"#)
  }

  @Test func printsPretty() {
    #expect(
      Self.sample.pretty == #"""
        {
          "schema": 1,
          "empty": [],
          "none": {},
          "list": [
            1.5,
            null,
            true
          ],
          "a": {
            "b": "é \"한\" \\"
          }
        }
        """#)
  }

  @Test(arguments: [
    ("\u{1b}[31m", #""\u001b[31m""#), ("a\nb\tc\rd", #""a\nb\tc\rd""#),
    ("\0\u{8}\u{7f}", #""\u0000\u0008\u007f""#),
    ("\u{80}\u{9b}\u{a0}", "\"\\u0080\\u009b\u{a0}\""),
    ("\u{2028}\u{2029}\u{2027}", "\"\\u2028\\u2029\u{2027}\""),
    ("\u{202e}\u{2066}\u{2069}\u{200e}\u{61c}", #""\u202e\u2066\u2069\u200e\u061c""#),
    ("\u{feff}\u{200b}\u{2060}", #""\ufeff\u200b\u2060""#),
    ("\u{e0041}", #""\udb40\udc41""#), ("👩‍👩‍👧", "\"👩‍👩‍👧\""),
  ])
  func escapesWhatATerminalMustNotSee(_ text: String, _ printed: String) throws {
    #expect(JSON.string(text).compact == printed)
    #expect(try JSON.parse(Array(printed.utf8)) == .string(text))
  }

  @Test(
    arguments: [
      (0, "0"), (9, "9"), (10, "10"), (-1, "-1"), (-10, "-10"), (.max, "9223372036854775807"),
      (.min, "-9223372036854775808"), (1_234_567_890, "1234567890"),
    ] as [(Int64, String)])
  func printsIntegers(_ value: Int64, _ printed: String) {
    #expect(JSON.integer(value).compact == printed)
  }

  @Test(
    arguments: [
      (0.1, "0.1"), (1, "1.0"), (-0.0, "-0.0"), (1e16, "1e+16"), (.leastNonzeroMagnitude, "5e-324"),
      (.infinity, "null"), (-.infinity, "null"), (.nan, "null"),
    ] as [(Double, String)])
  func printsNumbers(_ value: Double, _ printed: String) {
    #expect(JSON.number(value).compact == printed)
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func readsBackWhatItPrints(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let value = JSON.random(depth: 4, using: &random)
    #expect(try JSON.parse(value.utf8(indented: false)) == value)
    #expect(try JSON.parse(value.utf8(indented: true)) == value)
    #expect(value.utf8(indented: false).allSatisfy { $0 >= 0x20 && $0 != 0x7f })
  }
}

extension JSON {
  fileprivate static func random(depth: Int, using random: inout SplitMix64) -> JSON {
    switch Int.random(in: depth > 0 ? 0..<8 : 0..<6, using: &random) {
    case 0: .null
    case 1: .bool(.random(using: &random))
    case 2: .integer(.random(in: .min ... .max, using: &random))
    case 3:
      .number(Double(bitPattern: .random(in: 0..<0x7ff0_0000_0000_0000, using: &random)))
    case 4, 5: .string(text(using: &random))
    case 6:
      .array(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          JSON.random(depth: depth - 1, using: &random)
        })
    default:
      .object(
        (0..<Int.random(in: 0...4, using: &random)).map { index in
          Member("\(index)" + text(using: &random), JSON.random(depth: depth - 1, using: &random))
        })
    }
  }

  private static func text(using random: inout SplitMix64) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<12, using: &random) {
      let limit: UInt32 = Bool.random(using: &random) ? 0x100 : 0x11_0000
      if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
