/// Puts the lines of a paragraph together as one line.
///
/// Hyphens at line ends are dissolved or kept, ordinals that a PDF has split ("21 st century") are
/// made whole.
struct LineJoiner {
  let text: MappedText
  let vocabulary: Vocabulary
  /// Whether a word is one that English has, where the caller knows; asked in lower case.
  let isWord: (String) -> Bool?

  func joined(_ lines: [Line]) -> MappedText {
    let bytes = text.bytes
    var result = MappedText()
    for (index, line) in lines.enumerated() {
      if index > 0 { appendJoint(lines[index - 1].range, line.range, to: &result) }
      let hyphen = index + 1 < lines.count ? bytes.hyphenLength(at: line.range) : 0
      appendLine(line.range.lowerBound..<line.range.upperBound - hyphen, to: &result)
    }
    return result
  }

  /// Appends what stands between two lines: a space, the hyphen of the first, or nothing.
  private func appendJoint(_ last: Range<Int>, _ next: Range<Int>, to result: inout MappedText) {
    let hyphen = text.bytes.hyphenLength(at: last)
    let end = last.upperBound - hyphen
    if hyphen > 0 {
      if keepsHyphen(last.lowerBound..<end, next, isTyped: hyphen == 1) {
        result.append("-".utf8, insteadOf: end..<last.upperBound, of: text)
      }
    } else if !isOrdinalEnding(next, after: last), !endsInDash(last), !beginsWithDash(next) {
      // The next line of a paragraph may stand before the last one, in another column.
      let gap = last.upperBound..<max(last.upperBound, next.lowerBound)
      result.append(" ".utf8, insteadOf: gap, of: text)
    }
  }

  /// Appends a line with its white space made single and its split ordinals made whole.
  private func appendLine(_ range: Range<Int>, to result: inout MappedText) {
    let bytes = text.bytes
    var index = range.lowerBound
    var kept = index
    while index < range.upperBound {
      guard bytes[index].isASCIISpace else {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, bytes[index].isASCIISpace { index += 1 }
      result.append(kept..<start, of: text)
      if isSplitOrdinal(at: start, ending: index, in: range) {
        // Nothing stands between the number and its ending.
      } else if isStop(at: index), start > range.lowerBound {
        // Where a footnote's mark was taken out before a stop.
      } else if index - start == 1, bytes[start] == 0x20 {
        result.append(start..<index, of: text)
      } else {
        result.append(" ".utf8, insteadOf: start..<index, of: text)
      }
      kept = index
    }
    result.append(kept..<range.upperBound, of: text)
  }

  private func isStop(at index: Int) -> Bool {
    let bytes = text.bytes
    guard index < bytes.count else { return false }
    let isEllipsis =
      index + 1 < bytes.count && (bytes[index + 1] == 0x2e || bytes[index + 1].isASCIIDigit)
    return bytes[index] == 0x2c || bytes[index] == 0x3b || bytes[index] == 0x2e && !isEllipsis
  }

  /// Whether a line is nothing but the ending of the ordinal whose number ends the line before.
  func isOrdinalEnding(_ range: Range<Int>, after last: Range<Int>) -> Bool {
    let ending = text.bytes[range].prefix { $0.isASCIILetter }
    let isAlone = ending.endIndex == range.upperBound || ending.count == 2
    return isAlone && ending.count == 2 && isOrdinal(endingAt: last.upperBound, ending)
  }

  private func isSplitOrdinal(at gap: Int, ending start: Int, in range: Range<Int>) -> Bool {
    let bytes = text.bytes
    let end = start + 2
    guard end <= range.upperBound, end == range.upperBound || !bytes[end].isWordByte else {
      return false
    }
    return isOrdinal(endingAt: gap, bytes[start..<end])
  }

  /// Whether the number that ends at an index takes an ending: 21 takes st, 12 takes th.
  private func isOrdinal(endingAt end: Int, _ ending: ArraySlice<UInt8>) -> Bool {
    let digits = text.bytes[..<end].reversed().prefix { $0.isASCIIDigit }.prefix(4)
    guard let last = digits.first, digits.count <= 3 else { return false }
    let isTeen = digits.dropFirst().first == 0x31
    let right =
      switch last {
      case 0x31 where !isTeen: "st"
      case 0x32 where !isTeen: "nd"
      case 0x33 where !isTeen: "rd"
      default: "th"
      }
    return ending.elementsEqual(right.utf8)
  }

  /// Whether a line ends in a dash that joins two words, without a space before it.
  private func endsInDash(_ range: Range<Int>) -> Bool {
    let bytes = text.bytes
    guard range.count > 4, bytes.has("\u{2014}", at: range.upperBound - 3) else { return false }
    return bytes[range.upperBound - 4] != 0x20
  }

  /// Whether a line begins with a dash that joins two words.
  private func beginsWithDash(_ range: Range<Int>) -> Bool {
    range.count > 3 && text.bytes.has("\u{2014}", at: range.lowerBound)
      && text.bytes[range.lowerBound + 3] != 0x20
  }

  /// Whether the hyphen between a line and the next belongs to the word.
  ///
  /// - Parameters:
  ///   - line: The line up to the hyphen.
  ///   - next: The next line.
  ///   - isTyped: Whether it is the hyphen of the keyboard; the others are made by typesetting.
  /// - Returns: Whether the joined word has the hyphen.
  private func keepsHyphen(_ line: Range<Int>, _ next: Range<Int>, isTyped: Bool) -> Bool {
    let bytes = text.bytes
    var start = line.upperBound
    while start > line.lowerBound, bytes[start - 1].isWordByte || bytes[start - 1] == 0x2d {
      start -= 1
    }
    var end = next.lowerBound
    while end < next.upperBound, bytes[end].isWordByte { end += 1 }
    let (first, second) = (bytes[start..<line.upperBound], bytes[next.lowerBound..<end])
    guard let initial = second.first, let last = first.last else { return true }
    if !isTyped { return initial.isASCIIUpper && last.isASCIILower }
    if initial.isASCIIUpper || initial.isASCIIDigit || last.isASCIIDigit { return true }
    if first.contains(0x2d) { return true }
    let whole = (first + second)[...]
    if vocabulary.hasWord(whole) { return false }
    if vocabulary.hasCompound(first, second) { return true }
    if let isWord = isWord(whole.lowercasedString) { return !isWord }
    if vocabulary.hasWord(first), vocabulary.hasWord(second), second.count > 3 { return true }
    return LineJoiner.compoundFirsts.contains(first.lowercasedString)
      || first.count > 4 && first.lowercasedString.hasSuffix("ly") && second.count > 3
  }

  /// First halves that make a compound with what follows them more often than a word.
  private static let compoundFirsts: Set<String> = [
    "all", "anti", "best", "co", "cross", "ex", "far", "first", "five", "four", "full", "good",
    "great", "half", "hard", "high", "ill", "large", "left", "long", "low", "mid", "most", "multi",
    "much", "nine", "non", "off", "old", "one", "peace", "post", "pre", "pro", "quasi", "right",
    "second", "self", "semi", "seven", "short", "six", "small", "so", "ten", "third", "three",
    "two",
    "vice", "war", "well", "wide", "world",
  ]
}
