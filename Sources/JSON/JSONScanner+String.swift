extension JSONScanner {
  /// A string as it stands in the text.
  package struct StringToken {
    /// What stands between the quotation marks.
    package var range: Range<Int>
    /// Whether it holds a backslash, so that its bytes are not yet its text.
    package var isEscaped: Bool
  }

  /// Reads a string.
  ///
  /// - Returns: its text.
  /// - Throws: `JSONError`.
  package mutating func string() throws(JSONError) -> String { text(try stringToken()) }

  /// Steps over a string, checking it.
  ///
  /// - Returns: where it stands.
  /// - Throws: `JSONError`.
  package mutating func stringToken() throws(JSONError) -> StringToken {
    let quote = try peek()
    guard quote == UInt8(ascii: "\"") else { throw error(.unexpectedByte(quote), at: position) }
    return try stringTokenHere()
  }

  /// Steps over a string whose quotation mark stands at the position.
  mutating func stringTokenHere() throws(JSONError) -> StringToken {
    position += 1
    let start = position
    var isEscaped = false
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case 0x20, 0x21, 0x23...0x5b, 0x5d...0x7f: position += 1
      case UInt8(ascii: "\""):
        position += 1
        return StringToken(range: start..<position - 1, isEscaped: isEscaped)
      case UInt8(ascii: "\\"):
        isEscaped = true
        try skipEscape()
      case 0..<0x20: throw error(.controlCharacter(byte), at: position)
      default:
        let length = wellFormedLength(bytes, at: position)
        guard length > 0 else { throw error(.invalidUTF8, at: position) }
        position += length
      }
    }
    throw error(.unexpectedEnd, at: position)
  }

  /// The text of a string that was stepped over.
  package func text(_ token: StringToken) -> String {
    guard token.isEscaped else { return String(decoding: bytes[token.range], as: UTF8.self) }
    return String(decoding: unescaped(token), as: UTF8.self)
  }

  /// The UTF-8 of a string that was stepped over.
  package func unescaped(_ token: StringToken) -> [UInt8] {
    guard token.isEscaped else { return Array(bytes[token.range]) }
    var text: [UInt8] = []
    text.reserveCapacity(token.range.count)
    var at = token.range.lowerBound
    while at < token.range.upperBound {
      guard bytes[at] == UInt8(ascii: "\\") else {
        text.append(bytes[at])
        at += 1
        continue
      }
      switch bytes[at + 1] {
      case UInt8(ascii: "n"): text.append(0x0a)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "r"): text.append(0x0d)
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0c)
      case UInt8(ascii: "u"):
        var code = hexadecimal(at: at + 2) ?? 0xfffd
        at += 4
        if code & 0xfc00 == 0xd800, let low = hexadecimal(at: at + 4) {
          code = 0x1_0000 + (code - 0xd800) << 10 + low - 0xdc00
          at += 6
        }
        text.append(contentsOf: String(Unicode.Scalar(code) ?? "\u{fffd}").utf8)
      default: text.append(bytes[at + 1])
      }
      at += 2
    }
    return text
  }

  private mutating func skipEscape() throws(JSONError) {
    guard position + 1 < bytes.count else { throw error(.unexpectedEnd, at: bytes.count) }
    switch bytes[position + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 2
    case UInt8(ascii: "u"):
      guard let code = hexadecimal(at: position + 2) else {
        throw error(.malformedEscape, at: position)
      }
      guard code & 0xf800 == 0xd800 else {
        position += 6
        return
      }
      guard code < 0xdc00, position + 7 < bytes.count,
        bytes[position + 6] == UInt8(ascii: "\\"), bytes[position + 7] == UInt8(ascii: "u"),
        let low = hexadecimal(at: position + 8), low & 0xfc00 == 0xdc00
      else { throw error(.loneSurrogate, at: position) }
      position += 12
    default: throw error(.malformedEscape, at: position)
    }
  }

  private func hexadecimal(at start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + 4] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - 0x57)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - 0x37)
      default: return nil
      }
    }
    return value
  }
}

/// How many bytes the character of two or more bytes at `start` takes; 0 where it is no UTF-8.
///
/// Table 3-7 of the Unicode standard: no overlong forms, no surrogates, nothing above U+10FFFF.
private func wellFormedLength(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Int {
  let second: ClosedRange<UInt8>
  let length: Int
  switch bytes[start] {
  case 0xc2...0xdf: (length, second) = (2, 0x80...0xbf)
  case 0xe0: (length, second) = (3, 0xa0...0xbf)
  case 0xed: (length, second) = (3, 0x80...0x9f)
  case 0xe1...0xef: (length, second) = (3, 0x80...0xbf)
  case 0xf0: (length, second) = (4, 0x90...0xbf)
  case 0xf1...0xf3: (length, second) = (4, 0x80...0xbf)
  case 0xf4: (length, second) = (4, 0x80...0x8f)
  default: return 0
  }
  guard start + length <= bytes.count, second.contains(bytes[start + 1]) else { return 0 }
  for index in start + 2..<start + length where bytes[index] & 0xc0 != 0x80 { return 0 }
  return length
}
