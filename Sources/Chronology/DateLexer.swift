/// A piece of a text in which a date may stand.
struct DateToken: Hashable, Sendable {
  let kind: Kind
  /// Whether white space stands before it.
  let isSpaced: Bool
  /// Where it stands, in UTF-8 bytes.
  let range: Range<Int>

  init(_ kind: Kind, isSpaced: Bool, range: Range<Int>) {
    self.kind = kind
    self.isSpaced = isSpaced
    self.range = range
  }

  enum Kind: Hashable, Sendable {
    /// A number and how many digits it was written with.
    case number(Int, digits: Int)
    /// A number with separators for thousands: "10,000".
    case grouped(Int)
    case ordinal(Int)
    /// "1960s", "60s", "sixties".
    case decade(Int, digits: Int)
    case word(DateWord)
    /// A word that is none of ours; it may still be a Roman numeral or a misspelt month.
    case other
    case dash
    case slash
    case dot
    case comma
    case question
    case tilde
    case apostrophe
    case open
    case close
    /// "!", ";" and the like, which may end a sentence.
    case stop
    /// Anything else.
    case symbol
  }
}

/// Splits a text into the pieces that dates are made of.
///
/// Works on bytes; digits of any script count as digits, any dash as a dash.
struct DateLexer {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next piece; `nil` at the end.
  mutating func next() -> DateToken? {
    let before = index
    skipSpace()
    let isSpaced = index > before
    let start = index
    guard index < bytes.count else { return nil }
    let kind = read()
    return DateToken(kind, isSpaced: isSpaced, range: start..<index)
  }

  private mutating func read() -> DateToken.Kind {
    let byte = bytes[index]
    if byte.isLetter { return word() }
    if let (digit, length) = digit(at: index) { return number(digit, length) }
    if byte >= 0x80 { return beyondASCII() }
    index += 1
    switch byte {
    case UInt8(ascii: "-"): return .dash
    case UInt8(ascii: "/"): return .slash
    case UInt8(ascii: "."): return .dot
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: "?"): return .question
    case UInt8(ascii: "~"): return .tilde
    case UInt8(ascii: "'"), UInt8(ascii: "`"): return .apostrophe
    case UInt8(ascii: "("): return .open
    case UInt8(ascii: ")"): return .close
    case UInt8(ascii: "!"), UInt8(ascii: ";"), UInt8(ascii: ":"): return .stop
    case UInt8(ascii: "&"): return .word(.and)
    default: return .symbol
    }
  }

  /// A word, or an acronym with dots such as "B.C.E."; a dot that ends an abbreviation belongs to it.
  private mutating func word() -> DateToken.Kind {
    var key = DateLexicon.Key()
    var isAcronym = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte.isLetter {
        key.append(byte | 0x20)
        index += 1
      } else if byte == UInt8(ascii: "."), key.count == 1 || isAcronym, index + 1 < bytes.count,
        bytes[index + 1].isLetter, index + 2 == bytes.count || !bytes[index + 2].isLetter
      {
        isAcronym = true
        index += 1
      } else {
        break
      }
    }
    if index < bytes.count, bytes[index] >= 0x80, let scalar = scalar(at: index),
      scalar.value.properties.isAlphabetic
    {
      skipLetters()
      return .other
    }
    let meaning = DateLexicon.meaning(of: key)
    if meaning != nil, index < bytes.count, bytes[index] == UInt8(ascii: ".") { index += 1 }
    return meaning.map { .word($0) } ?? .other
  }

  /// A number, an ordinal ("25th"), a decade ("1960s"), or a number with thousands ("10,000").
  private mutating func number(_ first: Int, _ length: Int) -> DateToken.Kind {
    var value = first
    var digits = 1
    index += length
    while let (digit, length) = digit(at: index) {
      value = digits < 9 ? value * 10 + digit : value
      digits += 1
      index += length
    }
    if let thousands = thousands(after: digits) { return .grouped(value * 1000 + thousands) }
    let start = index
    if index < bytes.count, let length = apostrophe(at: index) { index += length }
    let suffixStart = index
    while index < bytes.count, bytes[index].isLetter, index - suffixStart < 3 { index += 1 }
    let hasApostrophe = suffixStart > start
    if index < bytes.count && bytes[index].isLetter {
      index = start
    } else if index == suffixStart + 1, bytes[suffixStart] | 0x20 == UInt8(ascii: "s") {
      return .decade(value, digits: digits)
    } else if index == suffixStart + 2, !hasApostrophe,
      isOrdinalSuffix(bytes[suffixStart] | 0x20, bytes[suffixStart + 1] | 0x20), digits <= 3
    {
      return .ordinal(value)
    } else {
      index = start
    }
    return digits <= 9 ? .number(value, digits: digits) : .symbol
  }

  private func isOrdinalSuffix(_ first: UInt8, _ second: UInt8) -> Bool {
    switch (first, second) {
    case (UInt8(ascii: "t"), UInt8(ascii: "h")), (UInt8(ascii: "s"), UInt8(ascii: "t")),
      (UInt8(ascii: "n"), UInt8(ascii: "d")), (UInt8(ascii: "r"), UInt8(ascii: "d")):
      true
    default: false
    }
  }

  /// Three digits after a comma, as in "10,000"; the index moves past them.
  private mutating func thousands(after digits: Int) -> Int? {
    guard digits <= 3, index + 3 < bytes.count, bytes[index] == UInt8(ascii: ",") else {
      return nil
    }
    var value = 0
    for offset in 1...3 {
      guard let (digit, length) = digit(at: index + offset), length == 1 else { return nil }
      value = value * 10 + digit
    }
    guard digit(at: index + 4) == nil else { return nil }
    index += 4
    return value
  }

  private mutating func beyondASCII() -> DateToken.Kind {
    if let length = apostrophe(at: index) {
      index += length
      return .apostrophe
    }
    guard let scalar = scalar(at: index) else {
      index += 1
      return .symbol
    }
    switch scalar.value.value {
    // Hyphens and dashes, the minus sign, and their full-width forms.
    case 0x2010...0x2015, 0x2212, 0xfe58, 0xfe63, 0xff0d:
      index += scalar.length
      return .dash
    case 0x2044, 0x2215, 0xff0f:
      index += scalar.length
      return .slash
    case 0xff0e, 0x3002:
      index += scalar.length
      return .dot
    case 0xff0c, 0x060c, 0x3001:
      index += scalar.length
      return .comma
    default: break
    }
    if scalar.value.properties.isAlphabetic {
      skipLetters()
      return .other
    }
    index += scalar.length
    return .symbol
  }

  private mutating func skipLetters() {
    while index < bytes.count {
      if bytes[index].isLetter {
        index += 1
      } else if bytes[index] >= 0x80, let scalar = scalar(at: index),
        scalar.value.properties.isAlphabetic
      {
        index += scalar.length
      } else {
        return
      }
    }
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x20 || (0x09...0x0d).contains(byte) {
        index += 1
      } else if byte >= 0xc2, let scalar = scalar(at: index),
        scalar.value.properties.isWhitespace
      {
        index += scalar.length
      } else {
        return
      }
    }
  }

  /// The length of an apostrophe or a raised comma.
  private func apostrophe(at index: Int) -> Int? {
    if bytes[index] == UInt8(ascii: "'") || bytes[index] == UInt8(ascii: "`") { return 1 }
    guard bytes[index] == 0xe2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
      bytes[index + 2] == 0x98 || bytes[index + 2] == 0x99
    else { return nil }
    return 3
  }

  /// The value of a decimal digit of any script, and its length in bytes.
  private func digit(at index: Int) -> (Int, Int)? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    if byte < 0x80 {
      return byte >= 0x30 && byte <= 0x39 ? (Int(byte) - 0x30, 1) : nil
    }
    guard let scalar = scalar(at: index), scalar.value.properties.numericType == .decimal,
      let value = scalar.value.properties.numericValue
    else { return nil }
    return (Int(value), scalar.length)
  }

  /// The scalar that begins at an index; `nil` where the bytes are not UTF-8.
  private func scalar(at index: Int) -> (value: Unicode.Scalar, length: Int)? {
    let length = bytes[index] >= 0xf0 ? 4 : bytes[index] >= 0xe0 ? 3 : 2
    guard bytes[index] >= 0xc2, index + length <= bytes.count else { return nil }
    var value = UInt32(bytes[index]) & (length == 4 ? 0x07 : length == 3 ? 0x0f : 0x1f)
    for offset in 1..<length {
      guard bytes[index + offset] & 0xc0 == 0x80 else { return nil }
      value = value << 6 | UInt32(bytes[index + offset] & 0x3f)
    }
    return Unicode.Scalar(value).map { ($0, length) }
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII letter.
  fileprivate var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7a }
}
