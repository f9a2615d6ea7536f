import JSON
import Proving
import Testing

@Suite struct JSONParseTests {
  @Test(
    arguments: [
      ("null", .null), ("true", .bool(true)), (" false\r\n", .bool(false)),
      ("0", .integer(0)), ("-7", .integer(-7)), ("-0", .number(-0.0)),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", .number(9_223_372_036_854_775_808)),
      ("9007199254740993", .integer(9_007_199_254_740_993)),
      ("1.5", .number(1.5)), ("1e3", .number(1000)), ("1E+2", .number(100)),
      ("25e-1", .number(2.5)),
      ("1e-999", .number(0)), ("1.7976931348623157e308", .number(.greatestFiniteMagnitude)),
      (#""""#, .string("")), (#""a\n\t\r\b\f\/\\\"b""#, .string("a\n\t\r\u{8}\u{c}/\\\"b")),
      (#""\u00e9\ud83d\ude00\uFFFF\u0000""#, .string("é😀\u{ffff}\0")),
      (#""한국 Việt 🇰🇵""#, .string("한국 Việt 🇰🇵")),
      ("[]", .array([])), ("[ 1 ,[ ] , {} ]", .array([.integer(1), .array([]), .object([])])),
      (
        #"{"b":1,"a":{"":null}}"#,
        .object([.init("b", .integer(1)), .init("a", .object([.init("", .null)]))])
      ),
    ] as [(String, JSON)])
  func reads(_ text: String, _ value: JSON) throws {
    #expect(try JSON.parse(Array(text.utf8)) == value)
  }

  @Test(
    arguments: [
      ("", .unexpectedEnd, 0), ("  \n", .unexpectedEnd, 3), ("[1,", .unexpectedEnd, 3),
      ("[1", .unexpectedEnd, 2), ("{\"a\"", .unexpectedEnd, 4), ("\"abc", .unexpectedEnd, 4),
      ("\"a\\", .unexpectedEnd, 3), ("tru", .unexpectedEnd, 3),
      ("[1,]", .unexpectedByte(0x5d), 3), ("{\"a\":1,}", .unexpectedByte(0x7d), 7),
      ("[,1]", .unexpectedByte(0x2c), 1), ("[1 2]", .unexpectedByte(0x32), 3),
      ("{a:1}", .unexpectedByte(0x61), 1), ("{1:1}", .unexpectedByte(0x31), 1),
      ("NaN", .unexpectedByte(0x4e), 0), ("nul1", .unexpectedByte(0x31), 3),
      ("-Infinity", .malformedNumber, 0), ("+1", .unexpectedByte(0x2b), 0),
      (".5", .unexpectedByte(0x2e), 0), ("'a'", .unexpectedByte(0x27), 0),
      ("01", .malformedNumber, 0), ("-", .malformedNumber, 0), ("1.", .malformedNumber, 0),
      ("[1e]", .malformedNumber, 1), ("1e400", .numberOutOfRange, 0),
      ("1 2", .trailingContent, 2), ("{}{}", .trailingContent, 2), ("null\0", .trailingContent, 4),
      ("\u{feff}1", .byteOrderMark, 0),
      ("\"a\tb\"", .controlCharacter(9), 2), ("\"\\x41\"", .malformedEscape, 1),
      ("\"\\u12g4\"", .malformedEscape, 1), ("\"\\ud800\"", .loneSurrogate, 1),
      ("\"\\udc00\"", .loneSurrogate, 1), ("\"\\ud800\\u0041\"", .loneSurrogate, 1),
      (#"{"a":1,"b":2,"a":3}"#, .duplicateMember("a"), 12),
      (#"{"a":1,"\u0061":3}"#, .duplicateMember("a"), 6),
    ] as [(String, JSONError.Cause, Int)])
  func rejects(_ text: String, _ cause: JSONError.Cause, _ offset: Int) {
    let error = #expect(throws: JSONError.self) { try JSON.parse(Array(text.utf8)) }
    #expect(error?.cause == cause)
    #expect(error?.offset == offset)
  }

  @Test(
    arguments: [
      [0xff], [0xc0, 0x80], [0xe0, 0x80, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80],
      [0xf0, 0x9f, 0x98], [0x80], [0xe2, 0x28, 0xa1],
    ] as [[UInt8]])
  func rejectsWhatIsNoUTF8(_ bytes: [UInt8]) {
    let error = #expect(throws: JSONError.self) { try JSON.parse([0x22, 0x61] + bytes + [0x22]) }
    #expect(error?.cause == .invalidUTF8)
    #expect(error?.offset == 2)
  }

  @Test func namesOfDifferentBytesAreDifferentMembers() throws {
    let value = try JSON.parse(Array("{\"\u{e9}\":1,\"e\u{301}\":2}".utf8))
    #expect(value.members?.map(\.value) == [.integer(1), .integer(2)])
  }

  @Test func saysLineAndColumn() {
    let error = #expect(throws: JSONError.self) {
      try JSON.parse(Array("{\n \"é\": 1,\n \"한국\": x}".utf8))
    }
    #expect(error?.line == 3)
    #expect(error?.column == 8)
    #expect(error?.offset == 23)
  }

  @Test(arguments: [("[", "]"), ("{\"a\":", "}")])
  func nestsToTheLimitAndNoFurther(_ open: String, _ close: String) throws {
    func nested(_ depth: Int) -> [UInt8] {
      let inner = open == "[" ? "" : "1"
      return Array(
        (String(repeating: open, count: depth) + inner + String(repeating: close, count: depth))
          .utf8)
    }
    _ = try JSON.parse(nested(64))
    for depth in [65, 511, 100_000] {
      let error = #expect(throws: JSONError.self) { try JSON.parse(nested(depth)) }
      #expect(error?.cause == .tooDeep)
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func survivesDamage(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let valid = Array(#"{"a":[1,-2.5e3,"\ud83d\ude00é한",true,null],"b":{"c":"\\\""}}"#.utf8)
    for _ in 0..<200 {
      var bytes = valid
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)))
      case 1:
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
          in: 0...255, using: &random)
      default:
        bytes.insert(
          .random(in: 0...255, using: &random), at: Int.random(in: 0...bytes.count, using: &random))
      }
      guard let value = try? JSON.parse(bytes) else { continue }
      #expect((try? JSON.parse(value.utf8(indented: false))) == value)
    }
  }
}
