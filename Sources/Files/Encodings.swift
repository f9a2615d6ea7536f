/// What readers of other people's files need to know of their encodings.
package enum Encodings {
  /// The character of Windows-1252 for a byte from 0x80; the five free places stay control
  /// characters (WHATWG Encoding Standard, index-windows-1252).
  ///
  /// - Parameter byte: 0x80 to 0xff.
  /// - Returns: the character.
  package static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80..<0xa0).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(windows1252Only[Int(byte) - 0x80]) ?? "\u{fffd}"
  }

  /// The length of the UTF-8 character of several bytes at an index.
  ///
  /// - Parameters:
  ///   - buffer: the bytes.
  ///   - index: where the character begins; the byte there is no ASCII.
  /// - Returns: 2 to 4; `nil` where no character stands there, overlong forms and surrogates
  ///   included (Unicode Standard, table 3-7).
  package static func utf8Length(_ buffer: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let (length, low, high): (Int, UInt8, UInt8)
    switch buffer[index] {
    case 0xc2...0xdf: (length, low, high) = (2, 0x80, 0xbf)
    case 0xe0: (length, low, high) = (3, 0xa0, 0xbf)
    case 0xed: (length, low, high) = (3, 0x80, 0x9f)
    case 0xe1...0xef: (length, low, high) = (3, 0x80, 0xbf)
    case 0xf0: (length, low, high) = (4, 0x90, 0xbf)
    case 0xf1...0xf3: (length, low, high) = (4, 0x80, 0xbf)
    case 0xf4: (length, low, high) = (4, 0x80, 0x8f)
    case _: return nil
    }
    guard index + length <= buffer.count, (low...high).contains(buffer[index + 1]) else {
      return nil
    }
    for next in index + 2..<max(index + 2, index + length) where buffer[next] & 0xc0 != 0x80 {
      return nil
    }
    return length
  }

  private static let windows1252Only: [UInt32] = [
    0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
  ]
}
