/// Takes citation marks out of a paragraph: `[12]`, `[9, emphasis added]`, `[citation needed]`.
///
/// Words that an editor put into a quotation ("for [each] man") stay.
enum CitationMarks {
  static func removed(from text: MappedText) -> MappedText {
    let bytes = text.bytes
    guard bytes.contains(0x5b) || bytes.contains(0xc2) || bytes.contains(0xe2) else { return text }
    var result = MappedText()
    var kept = 0
    var index = 0
    while index < bytes.count {
      guard var end = mark(at: index, in: bytes) else {
        index += 1
        continue
      }
      // "[4]–[6]" is one mark.
      while let next = rangeMark(at: end, in: bytes) { end = next }
      var start = index
      while start > kept, bytes[start - 1] == 0x20 { start -= 1 }
      // A space stays where the mark stood between two words.
      let joinsWords = start < index && end < bytes.count && bytes[end].isWordByte
      result.append(kept..<start, of: text)
      if joinsWords { result.append(start..<start + 1, of: text) }
      index = end
      kept = end
    }
    result.append(kept..<bytes.count, of: text)
    return result
  }

  /// The end of the citation mark that begins at an index.
  private static func mark(at index: Int, in bytes: [UInt8]) -> Int? {
    if bytes[index] == 0x5b {
      guard let close = bytes[index...].prefix(60).firstIndex(of: 0x5d) else { return nil }
      return isMark(bytes[index + 1..<close]) ? close + 1 : nil
    }
    return superscriptMark(at: index, in: bytes)
  }

  /// The end of a mark that a dash joins to the one before it.
  private static func rangeMark(at index: Int, in bytes: [UInt8]) -> Int? {
    let dash = bytes.has("-", at: index) ? 1 : bytes.has("\u{2013}", at: index) ? 3 : 0
    guard dash > 0, bytes.has("[", at: index + dash) else { return nil }
    return mark(at: index + dash, in: bytes)
  }

  private static func isMark(_ inside: ArraySlice<UInt8>) -> Bool {
    guard let first = inside.first else { return false }
    let content = inside.lowercasedString
    if first == UInt8(ascii: "^") { return true }
    if first.isASCIIDigit {
      // Numbers, ranges and pages; an editor's "[1915]" has four digits.
      let numbers = inside.split { !$0.isASCIIDigit }
      let letters = inside.count { $0.isASCIILetter }
      if letters == 0 { return numbers.allSatisfy { $0.count <= 3 } }
      return content.contains("emphasis") || content.contains("p.") || content.contains("note")
    }
    if inside.count == 1 { return first.isASCIILower }
    if words.contains(content) { return true }
    let parts = content.split(separator: " ")
    guard parts.count == 2 else { return content.hasPrefix("dubious") }
    return ["note", "nb", "n", "fn", "ref", "p.", "pp."].contains(parts[0])
      && (parts[1].utf8.first?.isASCIIDigit ?? false)
  }

  private static let words: Set<String> = [
    "citation needed", "citations needed", "clarification needed", "who?", "when?", "where?",
    "which?", "by whom?", "according to whom?", "page needed", "update", "edit",
    "verification needed",
    "not in citation given", "original research?", "better source needed", "full citation needed",
    "emphasis added", "failed verification", "needs update", "specify", "vague", "why?", "how?",
  ]

  /// The end of a raised number that stands after a word or a stop.
  private static func superscriptMark(at index: Int, in bytes: [UInt8]) -> Int? {
    var end = index
    while let next = raisedDigit(at: end, in: bytes) { end = next }
    guard end > index, index > 0, end == bytes.count || !bytes[end].isWordByte else { return nil }
    // "m²" is a unit, "word²" a mark.
    let letters = bytes[..<index].reversed().prefix { $0.isASCIILetter }.count
    let before = bytes[index - 1]
    let isStop = before == 0x2e || before == 0x2c || before == 0x29 || before == 0x22
    return letters > 3 || isStop || bytes.has("\u{201d}", at: index - 3) ? end : nil
  }

  private static func raisedDigit(at index: Int, in bytes: [UInt8]) -> Int? {
    if bytes.has("\u{b9}", at: index) || bytes.has("\u{b2}", at: index)
      || bytes.has("\u{b3}", at: index)
    {
      return index + 2
    }
    guard
      bytes.has("\u{2070}", at: index)
        || index + 2 < bytes.count && bytes[index] == 0xe2
          && bytes[index + 1] == 0x81 && (0xb4...0xb9).contains(bytes[index + 2])
    else { return nil }
    return index + 3
  }
}
