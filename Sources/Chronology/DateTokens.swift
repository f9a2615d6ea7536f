/// The pieces of a text that is a date and nothing else.
enum DateTokens {
  /// The longest text that is tried, in bytes; no date is as long.
  static let maximumLength = 160

  /// The pieces of a text, with number words joined and misspelt words righted.
  ///
  /// Fails early where a word is none of a date's, so that ordinary text costs next to nothing.
  /// Misspelt words are righted in a text with digits; where `isTolerant`, in any text.
  static func all(of bytes: [UInt8], isTolerant: Bool) -> [DateToken]? {
    let isTolerant = isTolerant || bytes.contains(where: mayBeginDigit)
    var lexer = DateLexer(bytes)
    var tokens: [DateToken] = []
    var hasNumerals = false
    var hasOthers = false
    while var token = lexer.next() {
      switch token.kind {
      case .symbol: return nil
      case .other:
        let word = bytes[token.range]
        if word.count <= 10, word.allSatisfy(Numerals.isRomanLetter) {
          hasOthers = true
        } else {
          guard isTolerant, let meaning = DateLexicon.misspelt(word) else { return nil }
          hasNumerals = hasNumerals || meaning.isNumeral
          token = DateToken(.word(meaning), isSpaced: token.isSpaced, range: token.range)
        }
      case .word(let word): hasNumerals = hasNumerals || word.isNumeral
      case .number, .grouped, .ordinal, .decade, .dash, .slash, .dot, .comma, .question, .tilde,
        .apostrophe, .open, .close, .stop:
        break
      }
      tokens.append(token)
    }
    if hasOthers {
      guard let numbered = withRomanCenturies(tokens, bytes) else { return nil }
      tokens = numbered
    }
    return hasNumerals ? Numerals.joined(tokens) : tokens
  }

  /// Replaces Roman numerals by the ordinals they are; fails where no century gives them sense.
  private static func withRomanCenturies(
    _ tokens: [DateToken], _ bytes: [UInt8]
  ) -> [DateToken]? {
    var numbered = tokens
    for (index, token) in tokens.enumerated() where token.kind == .other {
      let next = tokens[(index + 1)...].first { !$0.mayJoinCenturies }
      guard let next, next.isCentury, let value = Numerals.roman(bytes[token.range]) else {
        return nil
      }
      numbered[index] = DateToken(.ordinal(value), isSpaced: token.isSpaced, range: token.range)
    }
    return numbered
  }

  /// Whether a byte is a digit or may begin one of another script.
  private static func mayBeginDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0xd9, 0xdb, 0xdf, 0xe0, 0xe1, 0xea, 0xef, 0xf0: true
    default: false
    }
  }
}

extension DateToken {
  fileprivate var isCentury: Bool {
    kind == .word(.century) || kind == .word(.initialC) || kind == .word(.millennium)
  }

  /// Whether the piece may stand between a Roman numeral and its century: "XVIII to XIX century".
  fileprivate var mayJoinCenturies: Bool {
    switch kind {
    case .other, .ordinal, .dash, .slash, .comma: true
    case .word(let word): word == .and || word == .or || word == .to
    case .number, .grouped, .decade, .dot, .question, .tilde, .apostrophe, .open, .close, .stop,
      .symbol:
      false
    }
  }
}
