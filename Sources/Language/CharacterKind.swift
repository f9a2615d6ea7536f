/// What a character is to the tokeniser.
enum CharacterKind: Sendable {
  case capital
  case small
  /// A letter of a script without case, or a mark that goes with a letter.
  case letter
  case digit
  /// A digit above or below the line, as footnotes have them.
  case raisedDigit
  case space
  case dot
  case ellipsis
  /// An exclamation or question mark.
  case terminator
  case comma
  /// A colon.
  case colon
  case semicolon
  /// `'` and its typographic forms, which may open or close a quotation too.
  case apostrophe
  /// `"` and its typographic forms.
  case quote
  case hyphen
  /// An en or em dash.
  case dash
  case slash
  case openBracket
  case closeBracket
  case currency
  case ampersand
  case underscore
  case at
  case symbol

  /// Whether words are made of such characters.
  var isWord: Bool {
    switch self {
    case .capital, .small, .letter, .digit: true
    case .raisedDigit, .space, .dot, .ellipsis, .terminator, .comma, .colon, .semicolon,
      .apostrophe, .quote, .hyphen, .dash, .slash, .openBracket, .closeBracket, .currency,
      .ampersand, .underscore, .at, .symbol:
      false
    }
  }

  /// Whether it is a letter.
  var isLetter: Bool { isWord && self != .digit }

  init(_ scalar: Unicode.Scalar) {
    if scalar.value < 0x80 {
      self = Self.ascii[Int(scalar.value)]
      return
    }
    switch scalar.value {
    case 0x2018, 0x2019, 0x201a, 0x201b, 0x2032, 0x2bc: self = .apostrophe
    case 0x201c...0x201f, 0x2033, 0xab, 0xbb: self = .quote
    case 0x2010, 0x2011: self = .hyphen
    case 0x2012...0x2015, 0x2212: self = .dash
    case 0x2026: self = .ellipsis
    case 0xb2, 0xb3, 0xb9, 0x2070...0x2079, 0x2080...0x2089: self = .raisedDigit
    case 0xad, 0x200b...0x200d, 0x2060, 0xfeff: self = .letter
    case _: self.init(category: scalar)
    }
  }

  private init(category scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: self = .capital
    case .lowercaseLetter: self = .small
    case .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark, .enclosingMark:
      self = .letter
    case .decimalNumber: self = .digit
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: self = .space
    case .openPunctuation: self = .openBracket
    case .closePunctuation: self = .closeBracket
    case .initialPunctuation, .finalPunctuation: self = .quote
    case .currencySymbol: self = .currency
    case _: self = .symbol
    }
  }

  private static let ascii: [CharacterKind] = (0..<0x80).map { (value: UInt8) in
    switch value {
    case 0...0x20, 0x7f: .space
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .capital
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .small
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: "!"), UInt8(ascii: "?"): .terminator
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
    case UInt8(ascii: "\""): .quote
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .openBracket
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closeBracket
    case UInt8(ascii: "$"): .currency
    case UInt8(ascii: "&"): .ampersand
    case UInt8(ascii: "_"): .underscore
    case UInt8(ascii: "@"): .at
    case _: .symbol
    }
  }
}
