/// Numbers in words and in Roman numerals, as dates use them.
enum Numerals {
  static let units = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]

  static let unitOrdinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
  ]

  static let tens = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  /// Whether a byte may stand in the Roman numeral of a century, the ending of an ordinal included.
  static func isRomanLetter(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "i"), UInt8(ascii: "v"), UInt8(ascii: "x"), UInt8(ascii: "l"),
      UInt8(ascii: "c"), UInt8(ascii: "t"), UInt8(ascii: "h"), UInt8(ascii: "s"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "d"):
      true
    default: false
    }
  }

  /// The value of a Roman numeral, 1–99, written in the standard way: "XIX" or "XIXth".
  static func roman(_ letters: ArraySlice<UInt8>) -> Int? {
    var rest = String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self)[...]
    var value = 0
    for numerals in [romanTens, romanUnits] {
      if let (numeral, worth) = numerals.first(where: { rest.hasPrefix($0.0) }) {
        value += worth
        rest = rest.dropFirst(numeral.count)
      }
    }
    let isWhole = rest.isEmpty || ["th", "st", "nd", "rd"].contains(rest)
    return isWhole && value > 0 ? value : nil
  }

  private static let romanTens = [
    ("lxxx", 80), ("lxx", 70), ("lx", 60), ("xc", 90), ("xl", 40), ("l", 50), ("xxx", 30),
    ("xx", 20), ("x", 10),
  ]

  private static let romanUnits = [
    ("viii", 8), ("vii", 7), ("vi", 6), ("iv", 4), ("ix", 9), ("v", 5), ("iii", 3), ("ii", 2),
    ("i", 1),
  ]
}

extension Numerals {
  /// Replaces runs of number words by the number, ordinal or decade that they say.
  ///
  /// "nineteen sixty-nine" becomes 1969, "twenty-fifth" the 25th, "nineteen-sixties" the 1960s.
  static func joined(_ tokens: [DateToken]) -> [DateToken] {
    var result: [DateToken] = []
    result.reserveCapacity(tokens.count)
    var index = 0
    while index < tokens.count {
      var run = Run(tokens: tokens, index: index)
      if let kind = run.read() {
        let (first, last) = (tokens[index], tokens[run.index - 1])
        result.append(
          DateToken(
            kind, isSpaced: first.isSpaced, range: first.range.lowerBound..<last.range.upperBound)
        )
        index = run.index
      } else {
        result.append(tokens[index])
        index += 1
      }
    }
    return result
  }

  /// A reader of one run of number words.
  private struct Run {
    let tokens: [DateToken]
    var index: Int

    /// The number at the index, which moves past it; `nil` where there is none.
    mutating func read() -> DateToken.Kind? {
      if case .ordinal(let value) = word {
        index += 1
        return .ordinal(value)
      }
      if case .tensPlural(let value) = word {
        index += 1
        return .decade(value, digits: 2)
      }
      if case .tens(let tens) = word, case .ordinal(let unit) = wordAfterHyphen, unit < 10 {
        skipWord()
        index += 1
        return .ordinal(tens + unit)
      }
      guard let lead = belowHundred() else { return nil }
      if word == .thousand {
        skipWord()
        return number(lead * 1000 + remainder())
      }
      if word == .hundred {
        skipWord()
        return number(lead * 100 + remainder())
      }
      if word == .hundreds {
        index += 1
        return .decade(lead * 100, digits: 4)
      }
      guard lead >= 10 else { return number(lead) }
      if case .tensPlural(let tens) = word {
        index += 1
        return .decade(lead * 100 + tens, digits: 4)
      }
      let start = index
      let hasZero = word == .oh
      if hasZero { skipWord() }
      if let tail = belowHundred(), hasZero ? tail < 10 : tail >= 10 {
        return number(lead * 100 + tail)
      }
      index = start
      return number(lead)
    }

    /// The word at the index, a hyphen before it apart.
    private var word: DateWord? {
      guard index < tokens.count, case .word(let word) = tokens[index].kind else { return nil }
      return word
    }

    private var wordAfterHyphen: DateWord? {
      var next = self
      next.skipWord()
      return next.word
    }

    /// Moves past a word and a hyphen glued to it.
    private mutating func skipWord() {
      index += 1
      if index + 1 < tokens.count, tokens[index].kind == .dash, !tokens[index].isSpaced,
        !tokens[index + 1].isSpaced, case .word(let next) = tokens[index + 1].kind,
        next.isNumeral
      {
        index += 1
      }
    }

    /// A number from 1 to 99.
    private mutating func belowHundred() -> Int? {
      if case .cardinal(let value) = word {
        skipWord()
        return value
      }
      guard case .tens(let tens) = word else { return nil }
      skipWord()
      guard case .cardinal(let unit) = word, unit < 10 else { return tens }
      skipWord()
      return tens + unit
    }

    /// What follows a hundred or a thousand: "and four", "nine hundred and five".
    private mutating func remainder() -> Int {
      let start = index
      if word == .and { index += 1 }
      guard let value = belowHundred() else {
        index = start
        return 0
      }
      guard word == .hundred else { return value }
      skipWord()
      return value * 100 + remainder()
    }

    private func number(_ value: Int) -> DateToken.Kind {
      .number(value, digits: String(value).utf8.count)
    }
  }
}

extension DateWord {
  /// Whether the word is a piece of a number.
  var isNumeral: Bool {
    switch self {
    case .cardinal, .tens, .tensPlural, .ordinal, .hundred, .hundreds, .thousand, .oh: true
    case .month, .season, .weekday, .part, .half, .latter, .circa, .initialC, .perhaps, .era,
      .century,
      .millennium, .decade, .from, .to, .between, .and, .or, .since, .until, .before, .after,
      .onwards, .present, .unknown, .styleAdjective, .styleNoun, .style, .filler, .noun:
      false
    }
  }
}
