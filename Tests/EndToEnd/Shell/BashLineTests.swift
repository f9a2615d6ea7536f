import Testing

@testable import tripos

/// What bash has of a line, and what belongs in place of the piece before the cursor.
@Suite struct BashLineTests {
  @Test func words() {
    let cases: [(String, [String], String, Character?)] = [
      ("tripos ", ["tripos"], "", nil),
      ("tripos rev", ["tripos"], "rev", nil),
      ("tripos  review\t", ["tripos", "review"], "", nil),
      ("tripos review \"North Ko", ["tripos", "review"], "North Ko", "\""),
      ("tripos review 'It''s", ["tripos", "review"], "Its", "'"),
      ("tripos review North\\ Ko", ["tripos", "review"], "North Ko", nil),
      ("tripos \"\" x", ["tripos", ""], "x", nil),
      ("tripos \"a\\\"b\\c\" ", ["tripos", "a\"b\\c"], "", nil),
      ("tripos a\"b c\"d", ["tripos"], "ab cd", nil),
      ("", [], "", nil),
      ("tripos x\\", ["tripos"], "x", nil),
    ]
    for (text, words, current, quote) in cases {
      let line = BashLine(text)
      #expect(line.words == words, "\(text)")
      #expect(line.current == current, "\(text)")
      #expect(line.openQuote == quote, "\(text)")
    }
  }

  @Test func replacements() {
    let cases: [(line: String, piece: String, word: String, expected: String)] = [
      ("tripos review Nor", "Nor", "North Korea", "North\\ Korea"),
      ("tripos review \"Nor", "Nor", "North Korea", "North Korea"),
      ("tripos review \"a $", "a $", "a $b \"c\"", "a \\$b \\\"c\\\""),
      ("tripos review 'It", "It", "It's", "It'\\''s"),
      ("tripos review It", "It", "It's a test", "It\\'s\\ a\\ test"),
      ("tripos review North\\ K", "North\\ K", "North Korea", "North\\ Korea"),
      // Bash takes words apart at colons and equals signs.
      ("tripos review Vietnam:\\ a", "\\ a", "Vietnam: a history", "\\ a\\ history"),
      ("tripos review --section=Be", "Be", "--section=Before & after", "Before\\ \\&\\ after"),
      ("tripos review --section=\"Be", "Be", "--section=Before & after", "Before & after"),
      ("tripos review \"a: b", "a: b", "a: b c", "a: b c"),
      ("tripos ", "", "review", "review"),
      ("tripos review việt", "việt", "Việt Nam (1945–1975)", "Việt\\ Nam\\ \\(1945–1975\\)"),
    ]
    for (line, piece, word, expected) in cases {
      #expect(BashLine(line).replacement(for: word, of: piece) == expected, "\(line)")
    }
  }
}
