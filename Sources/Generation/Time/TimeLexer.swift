import Chronology

/// A piece of a block in which times may stand.
struct TimeToken {
  let kind: Kind
  /// Its bytes in the block's content.
  let range: Range<Int>
  /// Whether white space stands before it.
  let isSpaced: Bool
  let isCapitalised: Bool

  enum Kind: Equatable {
    /// Digits and how many.
    case number(Int, digits: Int)
    /// A number with thousands or decimals, or glued to letters: never a year.
    case quantity
    /// A number with thousands, which may be a year before our era.
    case grouped(Int)
    case ordinal(Int)
    /// "1960s" (196 tens, four digits), "'60s", "sixties".
    case decade(Int, digits: Int)
    case word(TimeWord)
    /// A word of no meaning for time.
    case other
    case hyphen
    case dash
    case slash
    case comma
    case dot
    /// A mark that ends a clause: . ! ? ; :
    case stop
    case open
    case close
    case quote
    case possessive
    case percent
    case symbol
  }
}

/// Splits a block into pieces.
struct TimeLexer {
  private let bytes: [UInt8]
  private var index = 0
  private var tokens: [TimeToken] = []

  static func tokens(of bytes: [UInt8]) -> [TimeToken] {
    var lexer = TimeLexer(bytes: bytes)
    lexer.tokens.reserveCapacity(bytes.count / 5)
    while lexer.read() {}
    return lexer.tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read() -> Bool {
    let before = index
    while index < bytes.count, bytes[index].isASCIISpace { index += 1 }
    guard index < bytes.count else { return false }
    let start = index
    let isSpaced = start > before || start == 0
    let kind = next()
    tokens.append(
      TimeToken(
        kind: kind, range: start..<index, isSpaced: isSpaced,
        isCapitalised: bytes[start].isASCIIUpper || isCapitalBeyondASCII(at: start)))
    return true
  }

  /// Whether a character of the Latin-1 block at an index is a capital, as in "Émile".
  private func isCapitalBeyondASCII(at index: Int) -> Bool {
    bytes[index] == 0xc3 && index + 1 < bytes.count && (0x80...0x9e).contains(bytes[index + 1])
  }

  private mutating func next() -> TimeToken.Kind {
    let byte = bytes[index]
    if byte.isASCIIDigit { return number() }
    if byte.isASCIILetter { return word() }
    if byte >= 0x80 { return beyondASCII() }
    index += 1
    switch byte {
    case UInt8(ascii: "-"):
      // Two hyphens are a typist's dash.
      guard index < bytes.count, bytes[index] == UInt8(ascii: "-") else { return .hyphen }
      index += 1
      return .dash
    case UInt8(ascii: "/"): return .slash
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: "."): return .dot
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"), UInt8(ascii: ":"): return .stop
    case UInt8(ascii: "("): return .open
    case UInt8(ascii: ")"): return .close
    case UInt8(ascii: "\""): return .quote
    case UInt8(ascii: "%"): return .percent
    case UInt8(ascii: "&"): return .word(.and)
    case UInt8(ascii: "'"): return apostrophe()
    default: return .symbol
    }
  }

  /// After an apostrophe: the ending of a possessive, a short decade ("'60s"), or a quotation mark.
  private mutating func apostrophe() -> TimeToken.Kind {
    if index < bytes.count, bytes[index] == UInt8(ascii: "s"),
      index + 1 == bytes.count || !bytes[index + 1].isWordByte
    {
      index += 1
      return .possessive
    }
    if index + 2 < bytes.count, bytes[index].isASCIIDigit, bytes[index + 1] == 0x30,
      bytes[index + 2] == UInt8(ascii: "s"),
      index + 3 == bytes.count || !bytes[index + 3].isWordByte
    {
      let tens = Int(bytes[index] - 0x30)
      index += 3
      return .decade(tens, digits: 2)
    }
    return .quote
  }

  private mutating func beyondASCII() -> TimeToken.Kind {
    if bytes[index] == 0xe2, index + 2 < bytes.count, bytes[index + 1] == 0x80 {
      let last = bytes[index + 2]
      switch last {
      case 0x92...0x95:
        index += 3
        return .dash
      case 0x98, 0x99:
        index += 3
        return apostrophe()
      case 0x9c, 0x9d, 0x9e:
        index += 3
        return .quote
      case 0xa6:
        index += 3
        return .stop
      default: break
      }
    }
    if bytes.has("\u{2212}", at: index) {
      index += 3
      return .dash
    }
    if isSymbol(at: index) {
      index += bytes[index] < 0xe0 ? 2 : bytes[index] < 0xf0 ? 3 : 4
      index = min(index, bytes.count)
      return .symbol
    }
    while index < bytes.count, bytes[index].isWordByte, !isPunctuation(at: index) { index += 1 }
    return .other
  }

  /// Currency signs, section signs and the like: what is neither letter nor mark.
  private func isSymbol(at index: Int) -> Bool {
    let (first, second) = (bytes[index], index + 1 < bytes.count ? bytes[index + 1] : 0)
    return first == 0xc2 || first == 0xe2 && second >= 0x80 || first == 0xf0 && second == 0x9f
  }

  private func isPunctuation(at index: Int) -> Bool {
    bytes[index] >= 0x80 && (bytes[index] == 0xe2 || bytes[index] == 0xc2)
  }

  private mutating func word() -> TimeToken.Kind {
    let start = index
    var key = TimeLexicon.Key()
    while index < bytes.count, bytes[index].isASCIILetter {
      key.append(bytes[index].lowercasedASCII)
      index += 1
    }
    if index < bytes.count,
      bytes[index].isASCIIDigit || bytes[index] >= 0x80 && !isPunctuation(at: index)
    {
      while index < bytes.count, bytes[index].isWordByte, !isPunctuation(at: index) { index += 1 }
      return monthsOfYear(bytes[start..<index]) ?? .other
    }
    if skipAddress(from: start) { return .symbol }
    if index - start == 1, let era = dottedEra(from: start) { return .word(.era(era)) }
    if let kind = OrdinalWords.kind(of: bytes[start..<index]) { return kind }
    guard let meaning = TimeLexicon.meaning(of: key) else { return .other }
    switch meaning {
    case .month(_, let isShort):
      guard bytes[start].isASCIIUpper else { return .other }
      if isShort { skipAbbreviationDot() }
    case .weekday: guard bytes[start].isASCIIUpper else { return .other }
    case .era:
      guard bytes[start].isASCIIUpper, bytes[index - 1].isASCIIUpper else { return .other }
    case .circa: skipAbbreviationDot()
    case .fiscal: if index - start == 2, !bytes[start].isASCIIUpper { return .other }
    default: break
    }
    return .word(meaning)
  }

  /// "Q1" to "Q4", "H1" and "H2".
  private func monthsOfYear(_ word: ArraySlice<UInt8>) -> TimeToken.Kind? {
    guard word.count == 2, let letter = word.first, let digit = word.last else { return nil }
    let number = Int(digit) - 0x30
    switch letter {
    case UInt8(ascii: "Q") where (1...4).contains(number):
      return .word(.monthsOfYear(first: number * 3 - 2, last: number * 3))
    case UInt8(ascii: "H") where (1...2).contains(number):
      return .word(.monthsOfYear(first: number * 6 - 5, last: number * 6))
    default: return nil
    }
  }

  /// Moves past the dot of "Jan." or "c.", where a number or a lower-case word follows.
  private mutating func skipAbbreviationDot() {
    guard index < bytes.count, bytes[index] == UInt8(ascii: ".") else { return }
    var next = index + 1
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    guard next < bytes.count, bytes[next].isASCIIDigit else { return }
    index += 1
  }

  /// "B.C.", "A.D.", "B.C.E.", "C.E.": moves past them.
  private mutating func dottedEra(from start: Int) -> PartialDate.Era? {
    let forms: [(StaticString, PartialDate.Era)] = [
      ("B.C.E", .beforeChrist), ("B.C", .beforeChrist), ("A.D", .ofChrist), ("C.E", .ofChrist),
    ]
    for (form, era) in forms where bytes.has(form, at: start) {
      index = start + form.utf8CodeUnitCount
      if index < bytes.count, bytes[index] == UInt8(ascii: ".") { index += 1 }
      return era
    }
    return nil
  }

  /// Moves past an address of the web or of mail; their numbers are no years.
  private mutating func skipAddress(from start: Int) -> Bool {
    guard index < bytes.count,
      bytes.has("://", at: index) || bytes.hasFolded("www.", at: start)
        || bytes[index] == UInt8(ascii: "@") || bytes.hasFolded("doi:", at: start)
    else { return false }
    while index < bytes.count, !bytes[index].isASCIISpace { index += 1 }
    return true
  }

  private mutating func number() -> TimeToken.Kind {
    let start = index
    var value = 0
    while index < bytes.count, bytes[index].isASCIIDigit {
      value = index - start < 9 ? value * 10 + Int(bytes[index] - 0x30) : value
      index += 1
    }
    let digits = index - start
    if start > 0, bytes[start - 1].isASCIILetter { return .quantity }
    if let grouped = thousands(value, digits) { return grouped }
    // "3.5": decimals; "12.30" may be a time of day.
    if index + 1 < bytes.count, bytes[index] == 0x2e, bytes[index + 1].isASCIIDigit {
      return dotted(value, digits)
    }
    guard index < bytes.count,
      bytes[index].isASCIILetter || bytes[index] >= 0x80 || bytes[index] == 0x27
    else { return digits <= 9 ? .number(value, digits: digits) : .quantity }
    return suffixed(value, digits)
  }

  /// A number with a suffix: "21st", "1960s", "1960's"; glued to anything else it is a quantity.
  private mutating func suffixed(_ value: Int, _ digits: Int) -> TimeToken.Kind {
    var suffix = index
    if bytes[suffix] == 0x27 {
      suffix += 1
    } else if bytes.has("\u{2019}", at: suffix) {
      suffix += 3
    }
    if suffix < bytes.count, bytes[suffix] == UInt8(ascii: "s"), digits >= 2, value % 10 == 0,
      suffix + 1 == bytes.count || !bytes[suffix + 1].isASCIILetter
    {
      index = suffix + 1
      return .decade(value / 10, digits: digits)
    }
    if suffix == index, digits <= 2, index + 2 <= bytes.count,
      index + 2 == bytes.count || !bytes[index + 2].isWordByte || bytes[index + 2] >= 0x80
    {
      let ending = bytes[index..<index + 2]
      if ["st", "nd", "rd", "th"].contains(where: { ending.elementsEqual($0.utf8) }) {
        index += 2
        return .ordinal(value)
      }
    }
    guard bytes[index].isASCIILetter else { return .number(value, digits: digits) }
    while index < bytes.count, bytes[index].isASCIILetter || bytes[index].isASCIIDigit {
      index += 1
    }
    return .quantity
  }

  /// A number with thousands: "10,000".
  private mutating func thousands(_ value: Int, _ digits: Int) -> TimeToken.Kind? {
    guard digits <= 3, index < bytes.count, bytes[index] == 0x2c, group(at: index + 1) else {
      return nil
    }
    var value = value
    while index < bytes.count, bytes[index] == 0x2c, group(at: index + 1) {
      for offset in 1...3 where value < 1_000_000_000 {
        value = value * 10 + Int(bytes[index + offset] - 0x30)
      }
      index += 4
    }
    return .grouped(value)
  }

  private func group(at index: Int) -> Bool {
    index + 3 <= bytes.count && bytes[index..<index + 3].allSatisfy(\.isASCIIDigit)
      && (index + 3 == bytes.count || !bytes[index + 3].isASCIIDigit)
  }

  /// Decimals are a quantity; two dots make a numeric date, whose pieces are read one by one.
  private mutating func dotted(_ value: Int, _ digits: Int) -> TimeToken.Kind {
    var next = index + 1
    while next < bytes.count, bytes[next].isASCIIDigit { next += 1 }
    if digits <= 2, next - index <= 3, next + 4 < bytes.count, bytes[next] == 0x2e,
      bytes[next + 1..<next + 5].allSatisfy(\.isASCIIDigit)
    {
      return .number(value, digits: digits)
    }
    let isNumericDate =
      digits <= 2 && next - index == 5 && index >= 3 && bytes[index - digits - 1] == 0x2e
    if isNumericDate { return .number(value, digits: digits) }
    while index < bytes.count, bytes[index] == 0x2e, index + 1 < bytes.count,
      bytes[index + 1].isASCIIDigit
    {
      index += 1
      while index < bytes.count, bytes[index].isASCIIDigit { index += 1 }
    }
    return .quantity
  }
}

/// Ordinals and decades in words: "twentieth", "sixties".
private enum OrdinalWords {
  static func kind(of word: ArraySlice<UInt8>) -> TimeToken.Kind? {
    // All of them end in -th, -nd, -st, -rd or -ies.
    guard word.count >= 5, let last = word.last,
      last == 0x68 || last == 0x64 || last == 0x74 || last == 0x73
    else { return nil }
    let key = TimeLexicon.Key(word.map(\.lowercasedASCII))
    if let value = ordinals[key] { return .ordinal(value) }
    return decades[key].map { .decade($0, digits: 2) }
  }

  private static let ordinals: [TimeLexicon.Key: Int] = {
    let names = [
      "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
      "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
      "eighteenth", "nineteenth", "twentieth",
    ]
    var table: [TimeLexicon.Key: Int] = [:]
    for (index, name) in names.enumerated() { table[TimeLexicon.Key(name.utf8)] = index + 2 }
    return table
  }()

  private static let decades: [TimeLexicon.Key: Int] = {
    let names = [
      "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties",
    ]
    var table: [TimeLexicon.Key: Int] = [:]
    for (index, name) in names.enumerated() { table[TimeLexicon.Key(name.utf8)] = index + 2 }
    return table
  }()
}
