/// A line of a plain text that is not blank.
struct Line: Equatable {
  /// Its bytes without white space at the ends.
  let range: Range<Int>
  /// How far it is indented, in columns.
  let indent: Int
  /// How many blank lines stand before it.
  var blanksBefore: Int
  /// The page it stands on, counted from 0; form feeds and page numbers separate pages.
  var page: Int

  /// The length in bytes.
  var length: Int { range.count }

  /// The lines of a text that are not blank.
  static func all(of text: MappedText) -> [Line] {
    let bytes = text.bytes
    var lines: [Line] = []
    var (start, blanks, page) = (0, 0, 0)
    var isAfterFeed = false
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0a, bytes[end] != 0x0c { end += 1 }
      var (low, high, indent) = (start, end, 0)
      while low < high, bytes[low].isASCIISpace {
        indent += bytes[low] == 0x09 ? 8 - indent % 8 : 1
        low += 1
      }
      while high > low, bytes[high - 1].isASCIISpace { high -= 1 }
      if low < high {
        lines.append(Line(range: low..<high, indent: indent, blanksBefore: blanks, page: page))
        blanks = 0
      } else if !isAfterFeed || end < bytes.count && bytes[end] == 0x0a {
        blanks += 1
      }
      isAfterFeed = end < bytes.count && bytes[end] == 0x0c
      if isAfterFeed { page += 1 }
      start = end + 1
    }
    return lines
  }
}

/// What a line looks like to the rules that put lines together.
extension Array where Element == UInt8 {
  /// Whether a line ends as sentences do, closing quotation marks, brackets and citations apart.
  func endsSentence(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound {
      let byte = self[end - 1]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ")") {
        end -= 1
      } else if end - 3 >= range.lowerBound,
        has("\u{201d}", at: end - 3) || has("\u{2019}", at: end - 3)
      {
        end -= 3
      } else if byte == UInt8(ascii: "]"),
        let open = self[range.lowerBound..<end].lastIndex(of: 0x5b),
        end - open <= 40
      {
        end = open
        while end > range.lowerBound, self[end - 1].isASCIISpace { end -= 1 }
      } else {
        break
      }
    }
    guard end > range.lowerBound else { return false }
    let byte = self[end - 1]
    return byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  func beginsLowercase(_ range: Range<Int>) -> Bool {
    range.lowerBound < range.upperBound && self[range.lowerBound].isASCIILower
  }

  func beginsUppercase(_ range: Range<Int>) -> Bool {
    range.lowerBound < range.upperBound && self[range.lowerBound].isASCIIUpper
  }

  /// The length of the hyphen that a range ends in; 0 where there is none.
  ///
  /// The keyboard's has one byte, a soft hyphen two, a typesetter's three.
  func hyphenLength(at range: Range<Int>) -> Int {
    guard let last = range.last, range.count > 1 else { return 0 }
    if self[last] == UInt8(ascii: "-") { return self[last - 1].isWordByte ? 1 : 0 }
    if has("\u{ad}", at: last - 1) { return 2 }
    return has("\u{2010}", at: last - 2) ? 3 : 0
  }

  /// The words of a range, separated by white space.
  func words(in range: Range<Int>) -> [ArraySlice<UInt8>] {
    self[range].split(whereSeparator: \.isASCIISpace)
  }
}
