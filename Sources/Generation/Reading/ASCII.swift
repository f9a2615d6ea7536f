extension UInt8 {
  var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7a }

  var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }

  var isASCIIUpper: Bool { self >= 0x41 && self <= 0x5a }

  var isASCIILower: Bool { self >= 0x61 && self <= 0x7a }

  /// A space, a tab or a line break of any kind.
  var isASCIISpace: Bool { self == 0x20 || self >= 0x09 && self <= 0x0d }

  /// Whether the byte is a letter, a digit, or part of a character beyond ASCII.
  var isWordByte: Bool { isASCIILetter || isASCIIDigit || self >= 0x80 }

  var lowercasedASCII: UInt8 { isASCIIUpper ? self | 0x20 : self }
}

extension Collection<UInt8> {
  /// The bytes as a string, with ASCII letters in lower case.
  var lowercasedString: String {
    String(decoding: map(\.lowercasedASCII), as: UTF8.self)
  }
}

extension Array where Element == UInt8 {
  /// Whether the bytes at an index are those of a string.
  func has(_ string: StaticString, at index: Int) -> Bool {
    let length = string.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    return string.withUTF8Buffer { buffer in
      for offset in 0..<length where self[index + offset] != buffer[offset] { return false }
      return true
    }
  }

  /// Whether the bytes at an index are those of a string in lower case, whatever their case.
  func hasFolded(_ string: StaticString, at index: Int) -> Bool {
    let length = string.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    return string.withUTF8Buffer { buffer in
      for offset in 0..<length where self[index + offset].lowercasedASCII != buffer[offset] {
        return false
      }
      return true
    }
  }

  /// The first place of a string in lower case, whatever its case, in a range.
  func firstFolded(_ string: StaticString, in range: Range<Int>) -> Int? {
    let first = string.withUTF8Buffer { $0.first ?? 0 }
    var index = range.lowerBound
    while index + string.utf8CodeUnitCount <= Swift.min(range.upperBound, count) {
      if self[index].lowercasedASCII == first, hasFolded(string, at: index) { return index }
      index += 1
    }
    return nil
  }
}
