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
    while let token = lexer.next() {
      switch token.kind {
      case .symbol: return nil
      case .other:
        guard isTolerant || Numerals.roman(lowercased(bytes[token.range])) != nil else {
          return nil
        }
        hasOthers = true
      case .word(let word): hasNumerals = hasNumerals || word.isNumeral
      case .number, .grouped, .ordinal, .decade, .dash, .slash, .dot, .comma, .question, .tilde,
        .apostrophe, .open, .close, .stop:
        break
      }
      tokens.append(token)
    }
    if hasOthers {
      guard let righted = righted(tokens, bytes) else { return nil }
      tokens = righted
      hasNumerals = true
    }
    return hasNumerals ? Numerals.joined(tokens) : tokens
  }

  /// Replaces words that are none of ours by what they mean; fails where one means nothing.
  private static func righted(_ tokens: [DateToken], _ bytes: [UInt8]) -> [DateToken]? {
    let hasCentury = tokens.contains { token in
      token.kind == .word(.century) || token.kind == .word(.initialC)
        || token.kind == .word(.millennium)
    }
    var righted = tokens
    for (index, token) in tokens.enumerated() where token.kind == .other {
      let word = lowercased(bytes[token.range])
      let kind: DateToken.Kind
      if hasCentury, let value = Numerals.roman(word) ?? Numerals.romanOrdinal(word) {
        kind = .ordinal(value)
      } else if let month = MonthNames.misspelt(word) {
        kind = .word(.month(month))
      } else if let meaning = DateLexicon.misspelt(word) {
        kind = .word(meaning)
      } else {
        return nil
      }
      righted[index] = DateToken(kind, isSpaced: token.isSpaced, range: token.range)
    }
    return righted
  }

  private static func lowercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.map { $0 >= 0x41 && $0 <= 0x5a ? $0 | 0x20 : $0 }
  }

  /// Whether a byte is a digit or may begin one of another script.
  private static func mayBeginDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0xd9, 0xdb, 0xdf, 0xe0, 0xe1, 0xea, 0xef, 0xf0: true
    default: false
    }
  }
}

extension DateLexicon {
  /// The long word that a word with one slip means; fails where two are as near.
  static func misspelt(_ word: [UInt8]) -> DateWord? {
    guard (5...15).contains(word.count) else { return nil }
    var found: DateWord?
    for candidate in longWords where abs(candidate.letters.count - word.count) <= 1 {
      guard MonthNames.editDistance(word, candidate.letters, limit: 1) <= 1 else { continue }
      if let found, found != candidate.meaning { return nil }
      found = candidate.meaning
    }
    return found
  }

  /// Words of six letters and more in which a slip is forgiven.
  private static let longWords: [(letters: [UInt8], meaning: DateWord)] = {
    let words =
      ["spring", "summer", "autumn", "winter", "century", "millennium", "decade", "beginning"]
      + ["middle", "between", "approximately", "around", "before", "circa"]
      + Numerals.units + Numerals.unitOrdinals + Numerals.tens
      + Numerals.tens.map { String($0.dropLast()) + "ies" }
      + Numerals.tens.map { String($0.dropLast()) + "ieth" }
    return words.compactMap { word in
      guard word.utf8.count >= 6, let meaning = meaning(of: Key(word)) else { return nil }
      return (Array(word.utf8), meaning)
    }
  }()
}
