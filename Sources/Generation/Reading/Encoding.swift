import Files

/// The encodings that a text may announce.
package enum Encoding: Hashable, Sendable {
  case utf8
  /// ISO 8859-1, read as Windows-1252, as browsers do.
  case latin1
}

extension Encoding {
  /// The encoding with a name, as in `charset=iso-8859-1`.
  init?(named name: String) {
    switch name.lowercased() {
    case "utf-8", "utf8", "us-ascii", "ascii": self = .utf8
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin-1", "latin1", "windows-1252", "cp1252",
      "iso-8859-15", "latin-9":
      self = .latin1
    default: return nil
    }
  }

  /// The name of an encoding that the first bytes of a text announce.
  ///
  /// Found after `charset=`, `coding:`, `encoding=` or `encoding:` in the first 1,024 bytes: in
  /// HTML, XML, e-mail headers, editors' cookies and the headers of digital libraries.
  static func announced(in bytes: [UInt8]) -> String? {
    let head = 0..<min(1024, bytes.count)
    for mark in ["charset", "coding"] as [StaticString] {
      var start = head.lowerBound
      while let found = bytes.firstFolded(mark, in: start..<head.upperBound) {
        start = found + mark.utf8CodeUnitCount
        var index = start
        let isSkipped = { (byte: UInt8) in
          byte == 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        }
        while index < head.upperBound, isSkipped(bytes[index]) { index += 1 }
        guard index < head.upperBound,
          bytes[index] == UInt8(ascii: "=") || bytes[index] == UInt8(ascii: ":")
        else { continue }
        index += 1
        while index < head.upperBound, isSkipped(bytes[index]) { index += 1 }
        let nameStart = index
        while index < head.upperBound,
          bytes[index].isASCIILetter || bytes[index].isASCIIDigit
            || bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "_")
        {
          index += 1
        }
        let name = String(decoding: bytes[nameStart..<index], as: UTF8.self)
        // Prose may speak of "coding: a history"; a name of an encoding has a digit or is ASCII.
        if name.utf8.contains(where: \.isASCIIDigit) || name.lowercased().hasSuffix("ascii") {
          return name
        }
      }
    }
    return nil
  }
}

/// Turns bytes of any encoding we know into UTF-8 text that keeps their places.
enum TextDecoder {
  /// The text of a file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - stated: The encoding that the user names, which goes before what the file says.
  /// - Returns: The text, a byte order mark apart.
  /// - Throws: Where a byte is none of the encoding's, or the encoding is unknown.
  static func decoded(_ bytes: [UInt8], stated: Encoding?) throws(ReadingError) -> MappedText {
    switch ByteOrderMark(of: bytes) {
    case .utf16BigEndian: return utf16(bytes, isBigEndian: true)
    case .utf16LittleEndian: return utf16(bytes, isBigEndian: false)
    case .utf8: return try utf8(bytes, from: 3)
    case nil: break
    }
    switch stated {
    case .latin1: return latin1(bytes)
    case .utf8: return try utf8(bytes, from: 0)
    case nil: break
    }
    guard let offset = UTF8Check.firstInvalid(in: bytes) else { return MappedText(bytes) }
    guard let name = Encoding.announced(in: bytes) else {
      throw invalid(bytes, offset)
    }
    switch Encoding(named: name) {
    case .latin1: return latin1(bytes)
    case .utf8: throw invalid(bytes, offset)
    case nil: throw .unknownEncoding(name)
    }
  }

  private static func utf8(_ bytes: [UInt8], from start: Int) throws(ReadingError) -> MappedText {
    if let offset = UTF8Check.firstInvalid(in: bytes) { throw invalid(bytes, offset) }
    return MappedText(bytes, from: start)
  }

  private static func invalid(_ bytes: [UInt8], _ offset: Int) -> ReadingError {
    let line = bytes[..<offset].count { $0 == 0x0a } + 1
    return .invalidUTF8(offset: offset, line: line)
  }

  private static func latin1(_ bytes: [UInt8]) -> MappedText {
    var text = MappedText()
    var plain = 0
    for (index, byte) in bytes.enumerated() where byte >= 0x80 {
      text.append(bytes[plain..<index], for: plain..<index)
      text.append(Array(String(Encodings.windows1252(byte)).utf8), for: index..<index + 1)
      plain = index + 1
    }
    text.append(bytes[plain...], for: plain..<bytes.count)
    return text
  }

  private static func utf16(_ bytes: [UInt8], isBigEndian: Bool) -> MappedText {
    var text = MappedText()
    let unit = { (index: Int) -> UInt32? in
      guard index + 1 < bytes.count else { return nil }
      let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var index = 2
    while let first = unit(index) {
      var value = first
      var length = 2
      if (0xd800..<0xdc00).contains(first), let second = unit(index + 2),
        (0xdc00..<0xe000).contains(second)
      {
        value = 0x10000 + (first - 0xd800) << 10 + (second - 0xdc00)
        length = 4
      }
      let scalar = Unicode.Scalar(value) ?? "\u{fffd}"
      text.append(Array(String(scalar).utf8), for: index..<index + length)
      index += length
    }
    return text
  }
}

/// Strict checking of UTF-8.
enum UTF8Check {
  /// The offset of the first byte that no UTF-8 character has in that place.
  static func firstInvalid(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        if byte < 0x80 {
          index += 1
          continue
        }
        guard let length = Encodings.utf8Length(buffer, at: index) else { return index }
        index += length
      }
      return nil
    }
  }
}
