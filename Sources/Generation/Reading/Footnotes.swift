/// Takes footnotes out, and remembers their marks so that the text loses them too.
///
/// A footnote begins at the foot of a page with a number whose mark is glued to a word on the same
/// page ("Company1"); without that proof the line stays text.
struct Footnotes {
  private(set) var lines: [Line]
  private(set) var removed: [Range<Int>] = []
  /// Where the marks stand in the text.
  private(set) var marks: [Range<Int>] = []

  init(_ lines: [Line], in bytes: [UInt8]) {
    self.lines = []
    var start = 0
    while start < lines.count {
      var end = start
      while end < lines.count, lines[end].page == lines[start].page { end += 1 }
      takePage(Array(lines[start..<end]), isLast: end == lines.count, bytes)
      start = end
    }
  }

  private mutating func takePage(_ page: [Line], isLast: Bool, _ bytes: [UInt8]) {
    guard page.last.map({ $0.page > 0 }) ?? false || !isLast else {
      lines += page
      return
    }
    var first: Int?
    var found: [Range<Int>] = []
    for index in page.indices.reversed().prefix(30) {
      guard let number = Footnotes.number(at: page[index].range, bytes) else { continue }
      let marks = page[..<index].flatMap { Footnotes.marks(of: number, in: $0.range, bytes) }
      guard marks.count == 1 else { break }
      first = index
      found += marks
    }
    guard let first else {
      lines += page
      return
    }
    lines += page[..<first]
    let places = page[first...].map(\.range)
    let low = places.map(\.lowerBound).min() ?? 0
    removed.append(low..<(places.map(\.upperBound).max() ?? low))
    marks += found
  }

  /// The number that a footnote begins with, as in "12 See".
  private static func number(at range: Range<Int>, _ bytes: [UInt8]) -> [UInt8]? {
    var index = range.lowerBound
    while index < range.upperBound, bytes[index].isASCIIDigit { index += 1 }
    guard (1...3).contains(index - range.lowerBound) else { return nil }
    let number = Array(bytes[range.lowerBound..<index])
    if index < range.upperBound, bytes[index] == 0x2e || bytes[index] == 0x29 { index += 1 }
    guard index + 1 < range.upperBound, bytes[index] == 0x20 else { return nil }
    let next = bytes[index + 1]
    return next.isASCIIUpper || next >= 0x80 || next == 0x22 ? number : nil
  }

  /// Where a number is glued to the end of a word, or to a year.
  private static func marks(of number: [UInt8], in range: Range<Int>, _ bytes: [UInt8]) -> [Range<
    Int
  >] {
    var marks: [Range<Int>] = []
    var index = range.lowerBound + 1
    while index + number.count <= range.upperBound {
      defer { index += 1 }
      let end = index + number.count
      guard bytes[index..<end].elementsEqual(number),
        end == range.upperBound || !bytes[end].isWordByte
      else { continue }
      let before = bytes[index - 1]
      let isGlued =
        before.isASCIILetter || before >= 0x80 || before == 0x22 || before == 0x29
        || before == 0x2e && index >= 2 && bytes[index - 2].isASCIILetter
        || before == 0x2c && index >= 2 && bytes[index - 2].isASCIILetter
      if isGlued || isYear(endingAt: index, bytes) { marks.append(index..<end) }
    }
    return marks
  }

  /// Whether exactly four digits that make a year end at an index.
  private static func isYear(endingAt index: Int, _ bytes: [UInt8]) -> Bool {
    guard index >= 4, bytes[index - 4..<index].allSatisfy(\.isASCIIDigit),
      index == 4 || !bytes[index - 5].isWordByte
    else { return false }
    return bytes[index - 4] == 0x31 || bytes[index - 4] == 0x32 && bytes[index - 3] == 0x30
  }
}
