import Proving
import Testing

@testable import Terminal

@Suite("Text on its way to a terminal")
struct SanitiserTests {
  @Test(
    "G12 and group H: nothing of it reaches the terminal as a command",
    arguments: [
      ("plain words", "plain words"),
      ("a\tb", "a b"),
      ("red \u{1b}[31mtext", "red ^[[31mtext"),
      ("\u{1b}]52;c;AAAA\u{07}", "^[]52;c;AAAA^G"),
      ("8-bit \u{9b}31m", "8-bit \\u{9b}31m"),
      ("over\rwrite", "over write"),
      ("back\u{08}space", "back^Hspace"),
      ("nul\u{00}", "nul^@"),
      ("del\u{7f}", "del^?"),
      ("turn\u{202e}ed \u{2066}x\u{2069}", "turned x"),
      ("zero\u{200b}width\u{feff}", "zerowidth"),
      ("tag\u{e0041}", "tag"),
      ("line\u{2028}two\u{2029}three", "line two three"),
      ("crlf\r\nend", "crlf end"),
      ("한국어 Tiếng Việt", "한국어 Tiếng Việt"),
      ("👩‍👩‍👧 family", "👩‍👩‍👧 family"),
    ])
  func sanitisesOneLine(text: String, expected: String) {
    #expect(sanitise(text, keepingLines: false) == expected)
  }

  @Test("Line breaks of every kind become one line break in a block")
  func keepsLines() {
    #expect(sanitise("a\r\nb\rc\nd\u{2028}e", keepingLines: true) == "a\nb\nc\nd\ne")
  }

  @Test("H13: a letter keeps eight marks")
  func limitsMarks() {
    let marks = String(repeating: "\u{301}", count: 1000)
    #expect(
      sanitise("a\(marks)b", keepingLines: false)
        == "a" + String(repeating: "\u{301}", count: 8) + "b")
  }

  @Test("H19: a field of ten megabytes is cut")
  func limitsLength() {
    let long = String(repeating: "x", count: 10_000_000)
    #expect(sanitise(long, keepingLines: false).count == 10_001)
  }

  @Test("No byte below a space and no escape comes out of random text", arguments: 0..<200)
  func lawForRandomText(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = (0..<300).map { _ in UInt8.random(in: 0...255, using: &random) }
    let safe = sanitise(String(decoding: bytes, as: UTF8.self), keepingLines: true)
    let isSafe = safe.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || scalar.value >= 0x20 && !(0x7f...0x9f).contains(scalar.value)
    }
    #expect(isSafe)
    #expect(sanitise(safe, keepingLines: true) == safe)
  }

  @Test("What is put into a text is sanitised; the program's own words are not")
  func interpolates() {
    let hostile = "\u{1b}[2JRight\nWrong"
    let text: SafeText = "Answer: \(hostile), \(3) times"
    #expect(text.plain == "Answer: ^[[2JRight Wrong, 3 times")
  }
}
