import Decks
import Proving
import Testing

@testable import Marking

/// Whatever is typed gets a mark.
@Suite struct HostileInputTests {
  private static let expected: [Expected] = [
    Expected(answer: "25 July 1969", kind: .date), Expected(answer: "50,000 rubles", kind: .number),
    Expected(answer: "Kim Il Sung", kind: .person), Expected(answer: "North Korea", kind: .state),
    Expected(answer: "small arms, ammunition, and clothing", kind: .list),
    Expected(answer: "it had decided to ally with the United States", kind: .cause),
    Expected(answer: "Doi Moi", kind: .term), Expected(answer: "", kind: .text),
    Expected(answer: "\u{0}\u{1b}[31m", kind: .text), Expected(answer: "()", kind: .organisation),
  ]

  private static let hostile: [String] = [
    "", " ", "\n\n\n", "\u{0}", "\u{1b}[2J\u{7}", "\u{1f600}\u{1f600}", "()", ")(", "(((((", "\"",
    "1" + String(repeating: "0", count: 500), String(repeating: "and ", count: 16_384),
    String(repeating: "x", count: 65_536), String(repeating: "1,", count: 32_768),
    String(repeating: "or ", count: 21_845), String(repeating: "kim ", count: 16_384),
    String(repeating: "e\u{301}\u{302}", count: 13_000), "25 July 1969\n25 July 1968",
    String(repeating: "(", count: 65_536), String(repeating: "? ", count: 32_768),
    "\u{202e}gnuS lI miK", "NaN", "-", "1e400", "one one one one one", "a a a a a a",
    String(repeating: "hundred ", count: 8_000), String(repeating: "million ", count: 8_000),
  ]

  @Test(arguments: expected.indices)
  func hostileAnswersGetAMark(index: Int) {
    for text in Self.hostile {
      let verdict = Fixtures.marker.mark(text, for: Self.expected[index])
      _ = verdict.reason + verdict.hint
      #expect(verdict.mark != .correct || index >= 7, "\(text.prefix(20)) is correct")
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func randomAnswersGetAMark(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let pieces = [
      "kim", "il", "1969", "july", ",", "and", "or", "not", "\u{0}", "\u{1f600}", "é", "/", "-",
      "(", ")", "%", "$", "million", "north", "korea", "\n", "\t", "the", "of", ".", "'", "٣",
      "한",
    ]
    let text = (0..<Int.random(in: 0...40, using: &generator))
      .compactMap { _ in pieces.randomElement(using: &generator) }
      .joined(separator: Bool.random(using: &generator) ? " " : "")
    for expected in Self.expected {
      let verdict = Fixtures.marker.mark(text, for: expected)
      #expect(Fixtures.marker.mark(text, for: expected) == verdict)
    }
  }
}
