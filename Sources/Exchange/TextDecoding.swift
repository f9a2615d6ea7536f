import Files

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
    return Array(String(Encodings.windows1252(byte)).utf8)
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
        } else if let length = Encodings.utf8Length(buffer, at: index) {
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
}
