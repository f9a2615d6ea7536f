extension TOMLParser {
  /// `"…"` on one line.
  mutating func readBasicString() throws(TOMLError) -> String {
    let start = index
    index += 1
    var text: [UInt8] = []
    while let byte = peek, byte != .lineFeed, byte != .carriageReturn {
      switch byte {
      case .quotationMark:
        index += 1
        return String(decoding: text, as: UTF8.self)
      case .backslash: try readEscape(into: &text)
      case _:
        guard !byte.isControl else { throw error(.controlCharacter(byte)) }
        text.append(byte)
        index += 1
      }
    }
    throw error(.unterminated(.string), at: start)
  }

  /// `'…'` on one line, in which nothing is escaped.
  mutating func readLiteralString() throws(TOMLError) -> String {
    let start = index
    index += 1
    while let byte = peek, byte != .lineFeed, byte != .carriageReturn {
      if byte == .apostrophe {
        index += 1
        return String(decoding: bytes[start + 1..<index - 1], as: UTF8.self)
      }
      guard !byte.isControl else { throw error(.controlCharacter(byte)) }
      index += 1
    }
    throw error(.unterminated(.string), at: start)
  }

  /// A string in triple quotes of either kind.
  ///
  /// A line end right after the opening is dropped; up to two quotes may stand before the end.
  mutating func readMultiLineString() throws(TOMLError) -> String {
    let start = index
    let quote = bytes[index]
    index += 3
    _ = skipNewline()
    var text: [UInt8] = []
    while let byte = peek {
      if byte == quote, peek(1) == quote, peek(2) == quote {
        var extra = 0
        while extra < 2, peek(3 + extra) == quote { extra += 1 }
        index += 3 + extra
        text.append(contentsOf: repeatElement(quote, count: extra))
        return String(decoding: text, as: UTF8.self)
      }
      if skipNewline() {
        text.append(.lineFeed)
      } else if byte == .backslash, quote == .quotationMark {
        if !skipFoldedLine() { try readEscape(into: &text) }
      } else {
        guard !byte.isControl else { throw error(.controlCharacter(byte)) }
        text.append(byte)
        index += 1
      }
    }
    throw error(.unterminated(.multiLineString), at: start)
  }

  /// A `\` at a line's end, with all space up to the next character.
  private mutating func skipFoldedLine() -> Bool {
    var ahead = 1
    while let byte = peek(ahead), byte == .space || byte == .tab { ahead += 1 }
    guard let byte = peek(ahead), byte == .lineFeed || byte == .carriageReturn else {
      return false
    }
    index += ahead
    repeat { skipSpace() } while skipNewline()
    return true
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(TOMLError) {
    let start = index
    index += 1
    guard let byte = peek else { throw error(.badEscape, at: start) }
    index += 1
    switch UnicodeScalar(byte) {
    case "b": text.append(0x08)
    case "t": text.append(.tab)
    case "n": text.append(.lineFeed)
    case "f": text.append(0x0c)
    case "r": text.append(.carriageReturn)
    case "\"": text.append(.quotationMark)
    case "\\": text.append(.backslash)
    case "u": try readScalar(digits: 4, from: start, into: &text)
    case "U": try readScalar(digits: 8, from: start, into: &text)
    case _: throw error(.badEscape, at: start)
    }
  }

  private mutating func readScalar(
    digits: Int, from start: Int, into text: inout [UInt8]
  ) throws(TOMLError) {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let byte = peek, let digit = hexDigit(byte) else {
        throw error(.badEscape, at: start)
      }
      value = value << 4 | digit
      index += 1
    }
    guard let scalar = UnicodeScalar(value) else { throw error(.badEscape, at: start) }
    text.append(contentsOf: Array(String(Character(scalar)).utf8))
  }
}

private func hexDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 0x30...0x39: UInt32(byte - 0x30)
  case 0x41...0x46: UInt32(byte - 0x41 + 10)
  case 0x61...0x66: UInt32(byte - 0x61 + 10)
  case _: nil
  }
}
