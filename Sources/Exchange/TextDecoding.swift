/// Makes UTF-8 of the encodings that spreadsheets and older programs write.
package enum TextDecoding {
  /// What the bytes of a text mean.
  package enum Encoding: String, CaseIterable, Hashable, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    /// Windows-1252, of which Latin-1's letters are a part.
    case windows1252 = "Windows-1252"
  }

  /// The encoding of a text.
  ///
  /// By its byte-order mark; UTF-16 where every other byte is zero; UTF-8 where all of it is, or
  /// where more characters beyond ASCII are good than bytes are bad, as in a damaged file; else
  /// Windows-1252, in which any byte means something.
  package static func encoding(of bytes: [UInt8]) -> Encoding {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { return .utf8 }
    if bytes.starts(with: [0xff, 0xfe]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xfe, 0xff]) { return .utf16BigEndian }
    let head = bytes.prefix(4096)
    let zeros = head.indices.filter { head[$0] == 0 }
    if zeros.count * 3 > head.count, head.count > 1 {
      let odd = zeros.count { $0 % 2 == 1 }
      if odd * 10 > zeros.count * 9 { return .utf16LittleEndian }
      if odd * 10 < zeros.count { return .utf16BigEndian }
    }
    let (good, bad) = utf8Characters(bytes)
    return good >= bad ? .utf8 : .windows1252
  }

  /// The text as UTF-8 without byte-order mark; what is no character becomes U+FFFD.
  package static func text(_ bytes: [UInt8]) -> [UInt8] {
    text(bytes, encoding(of: bytes))
  }

  /// The text as UTF-8 without byte-order mark; what is no character becomes U+FFFD.
  package static func text(_ bytes: [UInt8], _ encoding: Encoding) -> [UInt8] {
    switch encoding {
    case .utf8: bytes.starts(with: [0xef, 0xbb, 0xbf]) ? Array(bytes.dropFirst(3)) : bytes
    case .utf16LittleEndian: utf16(bytes, high: 1)
    case .utf16BigEndian: utf16(bytes, high: 0)
    case .windows1252: bytes.reduce(into: []) { $0 += character($1) }
    }
  }

  private static func character(_ byte: UInt8) -> [UInt8] {
    guard byte >= 0x80 else { return [byte] }
    let value = byte < 0xa0 ? windows1252[Int(byte) - 0x80] : UInt32(byte)
    return Array(String(Unicode.Scalar(value) ?? "\u{fffd}").utf8)
  }

  private static func utf16(_ bytes: [UInt8], high: Int) -> [UInt8] {
    let start = bytes.starts(with: high == 1 ? [0xff, 0xfe] : [0xfe, 0xff]) ? 2 : 0
    let units = stride(from: start, to: bytes.count - 1, by: 2).map { index in
      UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high])
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// How many characters beyond ASCII are UTF-8, and how many bytes are none.
  private static func utf8Characters(_ bytes: [UInt8]) -> (good: Int, bad: Int) {
    bytes.withUnsafeBufferPointer { buffer in
      var (good, bad) = (0, 0)
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        if byte < 0x80 {
          index += 1
        } else if let length = length(of: buffer, at: index) {
          good += 1
          index += length
        } else {
          bad += 1
          index += 1
        }
      }
      return (good, bad)
    }
  }

  /// The length of the character of several bytes at an index; `nil` where there is none.
  private static func length(of buffer: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
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

  /// What Windows-1252 has at 0x80 to 0x9f; the five free places stay control characters (WHATWG
  /// Encoding Standard, index-windows-1252).
  private static let windows1252: [UInt32] = [
    0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
  ]
}
