/// Undoes pages of two columns, as `pdftotext -layout` keeps them side by side.
///
/// A gutter is a stretch of blank columns near the middle of nearly all lines of a page. Lines that
/// run across it, such as titles, stay where they are; between them the left column goes before the
/// right one.
enum Columns {
  /// The lines in reading order.
  static func read(_ lines: [Line], in bytes: [UInt8]) -> [Line] {
    var result: [Line] = []
    var start = 0
    while start < lines.count {
      var end = start
      while end < lines.count, lines[end].page == lines[start].page { end += 1 }
      let page = Array(lines[start..<end])
      if let gutter = gutter(of: page, bytes) {
        result += split(page, at: gutter, bytes)
      } else {
        result += page
      }
      start = end
    }
    return result
  }

  /// The column in the middle of the gutter of a page.
  private static func gutter(of page: [Line], _ bytes: [UInt8]) -> Int? {
    let width = page.map { $0.indent + $0.length }.max() ?? 0
    guard page.count >= 8, width >= 60 else { return nil }
    var filled = [Int](repeating: 0, count: width + 2)
    for line in page {
      var column = line.indent
      for index in line.range where bytes[index] & 0xc0 != 0x80 {
        if !bytes[index].isASCIISpace { filled[column] += 1 }
        column += 1
      }
    }
    // Up to one line in eight may run across.
    let middle = width * 3 / 10..<width * 7 / 10
    let open = middle.filter { filled[$0] * 8 <= page.count && filled[$0 + 1] * 8 <= page.count }
    guard let gutter = open.first(where: { isBetweenColumns($0 + 1, page, bytes) }) else {
      return nil
    }
    return gutter + 1
  }

  /// Whether both sides of a column are prose: long pieces in most lines, as tables do not have.
  private static func isBetweenColumns(_ gutter: Int, _ page: [Line], _ bytes: [UInt8]) -> Bool {
    // Few lines of a text that is not wrapped are as long: no need to look into them.
    let long = page.count { $0.indent < gutter && $0.indent + $0.length > gutter }
    guard long * 2 >= page.count else { return false }
    var (both, left, right) = (0, 0, 0)
    for line in page {
      guard let (first, second) = halves(of: line, at: gutter, bytes) else { continue }
      both += 1
      left += first.count
      right += second.count
      let letters = bytes[second].count { $0.isASCIILower }
      if letters * 2 < second.count { both -= 1 }
    }
    return both * 2 >= page.count && left >= both * 20 && right >= both * 20
  }

  /// The two pieces of a line that has text on both sides of a gutter of two spaces at least.
  private static func halves(
    of line: Line, at gutter: Int, _ bytes: [UInt8]
  ) -> (Range<Int>, Range<Int>)? {
    guard let cut = place(of: gutter, in: line, bytes), cut > line.range.lowerBound,
      bytes[cut].isASCIISpace || bytes[cut - 1].isASCIISpace
    else { return nil }
    var (low, high) = (cut, cut)
    while low > line.range.lowerBound, bytes[low - 1].isASCIISpace { low -= 1 }
    while high < line.range.upperBound, bytes[high].isASCIISpace { high += 1 }
    guard high - low >= 2 else { return nil }
    return (line.range.lowerBound..<low, high..<line.range.upperBound)
  }

  /// The byte at a column of a line; `nil` where the line ends before it or begins behind it.
  private static func place(of wanted: Int, in line: Line, _ bytes: [UInt8]) -> Int? {
    var column = line.indent
    guard column < wanted else { return nil }
    for index in line.range where bytes[index] & 0xc0 != 0x80 {
      if column == wanted { return index }
      column += 1
    }
    return nil
  }

  private static func split(_ page: [Line], at gutter: Int, _ bytes: [UInt8]) -> [Line] {
    var result: [Line] = []
    var (left, right): ([Line], [Line]) = ([], [])
    for line in page {
      if let (first, second) = halves(of: line, at: gutter, bytes) {
        left.append(
          Line(range: first, indent: line.indent, blanksBefore: line.blanksBefore, page: line.page))
        right.append(
          Line(range: second, indent: 0, blanksBefore: line.blanksBefore, page: line.page))
      } else if line.indent >= gutter {
        right.append(
          Line(range: line.range, indent: 0, blanksBefore: line.blanksBefore, page: line.page))
      } else if line.indent + line.length <= gutter + 1 {
        left.append(line)
      } else {
        result += left + right + [line]
        (left, right) = ([], [])
      }
    }
    return result + left + right
  }
}
