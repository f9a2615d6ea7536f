/// The bytes that the deck format gives a meaning.
extension UInt8 {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0a
  static let carriageReturn: UInt8 = 0x0d
  static let space: UInt8 = 0x20
  static let exclamationMark: UInt8 = 0x21
  static let hash: UInt8 = 0x23
  static let openParenthesis: UInt8 = 0x28
  static let closeParenthesis: UInt8 = 0x29
  static let dash: UInt8 = 0x2d
  static let colon: UInt8 = 0x3a
  static let letterA: UInt8 = 0x41
  static let letterC: UInt8 = 0x43
  static let letterQ: UInt8 = 0x51
  static let openBracket: UInt8 = 0x5b
  static let backslash: UInt8 = 0x5c
  static let closeBracket: UInt8 = 0x5d
  static let backtick: UInt8 = 0x60
  static let tilde: UInt8 = 0x7e

  var isASCIISpace: Bool { self == .space || (0x09...0x0d).contains(self) }
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isASCIILetter: Bool { (0x61...0x7a).contains(self | 0x20) }
}

extension ArraySlice<UInt8> {
  /// Without ASCII white space at either end.
  var trimmed: ArraySlice<UInt8> {
    var slice = self
    while let first = slice.first, first.isASCIISpace { slice.removeFirst() }
    while let last = slice.last, last.isASCIISpace { slice.removeLast() }
    return slice
  }

  /// The text of the bytes, U+FFFD for what is not UTF-8.
  var text: String { String(decoding: self, as: UTF8.self) }

  /// The position of the first byte that is not UTF-8.
  var firstInvalidUTF8: Int? {
    var index = startIndex
    while index < endIndex {
      let byte = self[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      let length: Int
      var lowest: UInt8 = 0x80
      var highest: UInt8 = 0xbf
      switch byte {
      case 0xc2...0xdf: length = 2
      case 0xe0...0xef:
        length = 3
        if byte == 0xe0 { lowest = 0xa0 }
        if byte == 0xed { highest = 0x9f }
      case 0xf0...0xf4:
        length = 4
        if byte == 0xf0 { lowest = 0x90 }
        if byte == 0xf4 { highest = 0x8f }
      case _: return index
      }
      guard index + length <= endIndex, (lowest...highest).contains(self[index + 1]) else {
        return index
      }
      for next in index + 2..<Swift.max(index + length, index + 2)
      where self[next] & 0xc0 != 0x80 {
        return index
      }
      index += length
    }
    return nil
  }
}
