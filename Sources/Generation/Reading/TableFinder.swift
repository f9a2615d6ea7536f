/// Finds tables in plain text: lines in columns.
enum TableFinder {
  /// The end of the table that begins with a line; `nil` where there is none.
  ///
  /// Two lines with three columns, or three with two, standing one below the other.
  static func table(from start: Int, in lines: [Line], _ bytes: [UInt8]) -> Int? {
    let columns = columns(of: lines[start], bytes)
    guard columns >= 2 else { return nil }
    var end = start + 1
    while end < lines.count, lines[end].blanksBefore <= 1, lines[end].page == lines[start].page,
      self.columns(of: lines[end], bytes) >= 2
    {
      end += 1
    }
    let rows = end - start
    return rows >= 3 || rows == 2 && columns >= 3 ? end : nil
  }

  /// How many columns a line has, by gaps of three spaces, tabs or upright strokes.
  private static func columns(of line: Line, _ bytes: [UInt8]) -> Int {
    var columns = 1
    var index = line.range.lowerBound
    var strokes = 0
    while index < line.range.upperBound {
      if bytes[index] == UInt8(ascii: "|") { strokes += 1 }
      let start = index
      var hasTab = false
      while index < line.range.upperBound, bytes[index].isASCIISpace {
        hasTab = hasTab || bytes[index] == 0x09
        index += 1
      }
      if index - start >= 3 || hasTab { columns += 1 }
      if index == start { index += 1 }
    }
    return max(columns, strokes >= 2 ? strokes : 1)
  }
}
