/// Telling headings from prose by the look of a line.
struct Headings {
  let bytes: [UInt8]
  /// The usual length of a full line, or of an unwrapped paragraph.
  let width: Int

  /// What makes a line a heading, if anything does.
  enum Cue: Equatable {
    /// "2. Methods", "Chapter 3"; the number of levels it names.
    case numbered(depth: Int)
    case capitals
    /// "Introduction", "References": names that only headings have.
    case named
    /// Short, without a stop at the end, most words capitalised.
    case titleCase
    /// Short and without a stop at the end.
    case short
  }

  func cue(of range: Range<Int>) -> Cue? {
    let words = bytes.words(in: range)
    guard let first = words.first, let last = bytes[range].last, words.count <= 16,
      range.count <= 140, last != 0x2c, last != 0x3b, last != 0x3a,
      bytes.hyphenLength(at: range) == 0,
      bytes[range].contains(where: \.isASCIILetter)
    else { return nil }
    if let depth = depth(of: first, words) {
      return last == 0x2e && words.count > 8 ? nil : .numbered(depth: depth)
    }
    guard last != 0x2e, !bytes.endsSentence(range) || last == UInt8(ascii: "?") && words.count <= 8
    else {
      return nil
    }
    if Headings.names.contains(bytes[range].lowercasedString) { return .named }
    guard !first[first.startIndex].isASCIILower, words.count <= 12, !isQuoted(range) else {
      return nil
    }
    let letters = bytes[range].filter(\.isASCIILetter)
    if letters.count > 2, letters.allSatisfy(\.isASCIIUpper) { return .capitals }
    let weighty = words.filter { $0.count > 3 || $0.first?.isASCIIUpper ?? false }
    let capitalised = weighty.filter { !($0.first?.isASCIILower ?? true) }
    if capitalised.count * 3 >= weighty.count * 2, range.count < width * 2 / 3 { return .titleCase }
    return range.count <= 90 ? .short : nil
  }

  /// The level of a heading, 1 for the highest.
  func level(of cue: Cue, isFirst: Bool) -> Int {
    switch cue {
    case .numbered(let depth): depth
    case .capitals, .named, .titleCase, .short: isFirst ? 1 : 2
    }
  }

  private func isQuoted(_ range: Range<Int>) -> Bool {
    bytes[range.lowerBound] == 0x22 || bytes.has("\u{201c}", at: range.lowerBound)
  }

  /// How many numbers a heading begins with: "2." one, "2.1" two, "Chapter 3" one.
  private func depth(of first: ArraySlice<UInt8>, _ words: [ArraySlice<UInt8>]) -> Int? {
    guard words.count >= 2 else { return nil }
    let second = words[1]
    if Headings.divisions.contains(first.lowercasedString) {
      let number = second.prefix { $0.isASCIILetter || $0.isASCIIDigit }
      let isNumber = number.allSatisfy(\.isASCIIDigit) || isRoman(number)
      let isOver =
        words.count == 2 || second.count > number.count || words[2].first?.isASCIIUpper ?? false
      return isNumber && isOver && words.count <= 10 ? 1 : nil
    }
    let parts = first.split(separator: 0x2e)
    let hasDot = first.contains(0x2e)
    guard second.first?.isASCIIUpper ?? false, !parts.isEmpty, words.count <= 14 else { return nil }
    if parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) && $0.count <= 2 }) {
      // "12 December" and "3 May 1926 began" are no headings: a bare number needs more.
      if hasDot { return parts.count }
      return words.count <= 8 && !TimeLexicon.isMonth(second) ? 1 : nil
    }
    return hasDot && parts.count == 1 && isRoman(parts[0]) && parts[0].count > 1 ? 1 : nil
  }

  private func isRoman(_ word: ArraySlice<UInt8>) -> Bool {
    !word.isEmpty && word.allSatisfy { "IVXL".utf8.contains($0) }
  }

  private static let divisions: Set<String> = ["chapter", "part", "section", "book", "appendix"]

  static let names: Set<String> = referenceNames.union([
    "abstract", "introduction", "background", "conclusion", "conclusions", "discussion", "summary",
    "history", "preface", "foreword", "epilogue", "prologue", "overview", "legacy", "aftermath",
    "methods", "results", "contents", "acknowledgements", "acknowledgments",
  ])

  /// Headings of parts that are no prose.
  static let referenceNames: Set<String> = [
    "references", "bibliography", "works cited", "notes", "endnotes", "footnotes", "citations",
    "further reading", "external links", "see also", "sources", "notes and references",
    "selected bibliography", "literature cited", "reference list", "literature",
  ]

  /// Whether a heading opens a part that is no prose.
  static func opensReferences(_ heading: [UInt8]) -> Bool {
    let name = heading.drop { !$0.isASCIILetter }
    return referenceNames.contains(name.lowercasedString)
  }
}
