/// Splits a text about a number into numerals, words and signs.
enum NumberToken: Hashable {
  /// Digits with their separators, as written.
  case numeral(String)
  /// A word in lower case, or a currency or per-cent sign.
  case word(String)
  /// A dash or slash between two tokens.
  case dash
  case slash
  /// A comma, semicolon or other mark that parts two statements.
  case stop
}

/// Reads the tokens of a text; hostile text costs no more than its first scalars.
func numberTokens(_ text: String) -> [NumberToken] {
  let scalars = Array(text.unicodeScalars.prefix(512))
  var tokens: [NumberToken] = []
  var index = 0
  while index < scalars.count {
    let scalar = scalars[index]
    if asciiDigit(scalar) != nil {
      tokens.append(.numeral(numeral(scalars, &index)))
      continue
    }
    if let fraction = vulgarFractions[scalar] {
      tokens.append(.numeral(fraction))
    } else if "$£€¥₹₩₫%".unicodeScalars.contains(scalar) {
      // "US$" is one sign, and the state before it no word of its own.
      if case .word("us")? = tokens.last { tokens.removeLast() }
      tokens.append(.word(String(scalar)))
    } else if scalar.properties.isAlphabetic {
      let start = index
      while index < scalars.count,
        scalars[index].properties.isAlphabetic || scalars[index].value == 0x27
          || (0x300...0x36f).contains(scalars[index].value)
          || (scalars[index] == "." && index - start == 1 && index + 1 < scalars.count
            && scalars[index + 1].properties.isAlphabetic)
      {
        index += 1
      }
      var word = String.UnicodeScalarView()
      word.append(contentsOf: scalars[start..<index])
      for part in Folded(String(word)).words { tokens.append(.word(part)) }
      continue
    } else {
      switch scalar {
      case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}", "~":
        tokens.append(.dash)
      case "/": tokens.append(.slash)
      case ",", ";", "\n", "?", "|": tokens.append(.stop)
      default: break
      }
    }
    index += 1
  }
  return tokens
}

private let vulgarFractions: [Unicode.Scalar: String] = [
  "½": "0.5", "¼": "0.25", "¾": "0.75",
]

private func asciiDigit(_ scalar: Unicode.Scalar) -> Character? {
  switch scalar.value {
  case 0x30...0x39: return Character(scalar)
  case 0x660...0x669: return digit(scalar.value - 0x660)
  case 0x6f0...0x6f9: return digit(scalar.value - 0x6f0)
  case 0xff10...0xff19: return digit(scalar.value - 0xff10)
  default: return nil
  }
}

private func digit(_ value: UInt32) -> Character { Character(String(value)) }

/// Reads one numeral from `index` on: digits, and separators that stand between digits; a space
/// is one where three digits follow it.
private func numeral(_ scalars: [Unicode.Scalar], _ index: inout Int) -> String {
  var text = ""
  while index < scalars.count {
    if let digit = asciiDigit(scalars[index]) {
      text.append(digit)
      index += 1
      continue
    }
    var following = 0
    while index + 1 + following < scalars.count, following < 4,
      asciiDigit(scalars[index + 1 + following]) != nil
    {
      following += 1
    }
    switch scalars[index] {
    case ".", ",":
      if following == 0 { return text }
      text.append(Character(scalars[index]))
    case "'", "\u{2019}", "_", " ", "\u{a0}", "\u{202f}", "\u{2009}":
      if following != 3 { return text }
    default: return text
    }
    index += 1
  }
  return text
}

/// The values that a numeral can mean, and how many of its digits are significant.
///
/// `1.500` is fifteen hundred in one convention and one and a half in the other: both readings
/// count. A comma before three digits parts thousands.
func readings(ofNumeral text: String) -> (values: [Double], significant: Int) {
  let dots = text.count { $0 == "." }
  let commas = text.count { $0 == "," }
  let plain = text.filter(\.isNumber)
  let digits = plain.drop { $0 == "0" }
  func decimal(at mark: Character) -> Double? {
    Double(String(text.filter { $0.isNumber || $0 == mark }.map { $0 == mark ? "." : $0 }))
  }
  func lastGroup(_ mark: Character) -> Int {
    text.split(separator: mark, omittingEmptySubsequences: false).last?.count ?? 0
  }
  var values: [Double] = []
  let hasDecimals: Bool
  if dots > 0 && commas > 0 {
    let mark: Character =
      (text.lastIndex(of: ".") ?? text.startIndex) > (text.lastIndex(of: ",") ?? text.startIndex)
      ? "." : ","
    hasDecimals = true
    values = [decimal(at: mark)].compactMap(\.self)
  } else if dots == 1 {
    hasDecimals = true
    values = [decimal(at: ".")].compactMap(\.self)
    if lastGroup(".") == 3 { values += [Double(plain)].compactMap(\.self) }
  } else if commas == 1 && lastGroup(",") != 3 {
    hasDecimals = true
    values = [decimal(at: ",")].compactMap(\.self)
  } else {
    hasDecimals = false
    values = [Double(plain)].compactMap(\.self)
  }
  let trailing =
    hasDecimals ? digits.count : digits.count - digits.reversed().prefix { $0 == "0" }.count
  return (values, max(1, trailing))
}
