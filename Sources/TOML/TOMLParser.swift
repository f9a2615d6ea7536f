extension TOML {
  /// How deep arrays and inline tables may be nested.
  package static let maximumDepth = 64

  /// Reads a TOML 1.0 document.
  ///
  /// A lone carriage return ends a line too, so that the front matter of a deck with old line
  /// ends can be read; everything else is as the specification has it.
  ///
  /// - Parameters:
  ///   - bytes: the document, in UTF-8, with or without a byte-order mark.
  ///   - line: the number of its first line, for front matter that begins further down.
  /// - Returns: the root table.
  /// - Throws: `TOMLError` at the first thing that is wrong.
  package static func parse(
    _ bytes: some Sequence<UInt8>, line: Int = 1
  ) throws(TOMLError) -> TOML {
    var parser = TOMLParser(Array(bytes), firstLine: line)
    try parser.readDocument()
    return parser.tree.value()
  }
}

/// The document's lines, which are headers and key-value pairs; extensions read the values.
struct TOMLParser {
  let bytes: [UInt8]
  var index = 0
  var line: Int
  var tree: TOMLTree

  init(_ bytes: [UInt8], firstLine: Int) {
    self.bytes = bytes
    self.line = firstLine
    self.tree = TOMLTree(line: firstLine)
  }

  mutating func readDocument() throws(TOMLError) {
    try checkUTF8()
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { index = 3 }
    var table = tree.root
    while true {
      try skipBlank()
      guard let byte = peek else { return }
      if byte == .openBracket {
        table = try readHeader()
      } else {
        try readPair(into: table)
      }
      try endLine()
    }
  }

  private mutating func readHeader() throws(TOMLError) -> Int {
    let start = line
    index += 1
    let isArray = peek == .openBracket
    if isArray { index += 1 }
    skipSpace()
    let place = index
    let path = try readKeyPath()
    for _ in 0..<(isArray ? 2 : 1) {
      guard peek == .closeBracket else { throw error(.expected(.closingBracket)) }
      index += 1
    }
    do {
      return try tree.open(path, isArray: isArray, line: start)
    } catch { throw self.error(error, at: place) }
  }

  private mutating func readPair(into table: Int) throws(TOMLError) {
    let place = index
    let keyLine = line
    let path = try readKeyPath()
    guard peek == .equalsSign else { throw error(.expected(.equalsSign)) }
    index += 1
    skipSpace()
    let value = try readValue(depth: 0)
    do {
      try tree.set(path, to: value, in: table, line: keyLine)
    } catch { throw self.error(error, at: place) }
  }

  /// A bare, quoted or dotted key, and the space after it.
  mutating func readKeyPath() throws(TOMLError) -> [String] {
    var path: [String] = []
    while true {
      guard path.count < TOML.maximumDepth else { throw error(.tooDeep) }
      path.append(try readKey())
      skipSpace()
      guard peek == .dot else { return path }
      index += 1
      skipSpace()
    }
  }

  private mutating func readKey() throws(TOMLError) -> String {
    switch peek {
    case .quotationMark?: return try readBasicString()
    case .apostrophe?: return try readLiteralString()
    case _:
      let start = index
      while let byte = peek, byte.isBareKey { index += 1 }
      guard index > start else { throw error(.expected(.key)) }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
  }

  // MARK: Moving on

  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  func peek(_ offset: Int) -> UInt8? {
    index + offset < bytes.count ? bytes[index + offset] : nil
  }

  mutating func skipSpace() {
    while let byte = peek, byte == .space || byte == .tab { index += 1 }
  }

  /// Skips space, line ends and comments.
  mutating func skipBlank() throws(TOMLError) {
    while true {
      skipSpace()
      try skipComment()
      guard skipNewline() else { return }
    }
  }

  /// Takes a line end, whichever it is.
  mutating func skipNewline() -> Bool {
    guard let byte = peek, byte == .lineFeed || byte == .carriageReturn else { return false }
    index += byte == .carriageReturn && peek(1) == .lineFeed ? 2 : 1
    line += 1
    return true
  }

  private mutating func skipComment() throws(TOMLError) {
    guard peek == .hash else { return }
    while let byte = peek, byte != .lineFeed, byte != .carriageReturn {
      guard !byte.isControl else { throw error(.controlCharacter(byte)) }
      index += 1
    }
  }

  private mutating func endLine() throws(TOMLError) {
    skipSpace()
    try skipComment()
    guard peek == nil || skipNewline() else { throw error(.expected(.endOfLine)) }
  }

  // MARK: Errors

  func error(_ cause: TOMLError.Cause) -> TOMLError { error(cause, at: index) }

  func error(_ cause: TOMLError.Cause, at place: Int) -> TOMLError {
    var line = tree.firstLine
    var start = 0
    for (offset, byte) in bytes[..<place].enumerated()
    where byte == .lineFeed
      || byte == .carriageReturn && (offset + 1 == bytes.count || bytes[offset + 1] != .lineFeed)
    {
      line += 1
      start = offset + 1
    }
    let column = bytes[start..<place].count { $0 & 0xc0 != 0x80 } + 1
    return TOMLError(cause, line: line, column: column)
  }

  private func checkUTF8() throws(TOMLError) {
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var place = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      place += UTF8.width(scalar)
    }
    throw error(.invalidUTF8, at: min(place, bytes.count - 1))
  }
}

extension UInt8 {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0a
  static let carriageReturn: UInt8 = 0x0d
  static let space: UInt8 = 0x20
  static let quotationMark: UInt8 = 0x22
  static let hash: UInt8 = 0x23
  static let apostrophe: UInt8 = 0x27
  static let comma: UInt8 = 0x2c
  static let dot: UInt8 = 0x2e
  static let equalsSign: UInt8 = 0x3d
  static let openBracket: UInt8 = 0x5b
  static let backslash: UInt8 = 0x5c
  static let closeBracket: UInt8 = 0x5d
  static let openBrace: UInt8 = 0x7b
  static let closeBrace: UInt8 = 0x7d

  var isDigit: Bool { (0x30...0x39).contains(self) }

  var isBareKey: Bool {
    isDigit || (0x41...0x5a).contains(self) || (0x61...0x7a).contains(self) || self == 0x2d
      || self == 0x5f
  }

  /// A control character that TOML forbids in comments and one-line strings.
  var isControl: Bool { self < 0x20 && self != .tab || self == 0x7f }
}
