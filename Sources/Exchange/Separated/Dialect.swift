/// How a file keeps its columns apart.
struct Dialect: Hashable {
  var separator: UInt8
  /// Where the rows begin, after lines that speak of the file.
  var start = 0
  var line = 1

  /// What files keep columns apart with, the surest sign first: a tab in every row is no accident,
  /// and a semicolon in every row hardly one.
  static let separators: [UInt8] = [
    .tab, UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|"),
  ]

  /// How many bytes and rows are looked at.
  private static let sample = (bytes: 1 << 16, rows: 200)

  /// Finds the separator with which most rows have equally many columns.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - start: where the rows begin.
  /// - Returns: the separator; `nil` where none makes columns.
  static func guess(_ text: [UInt8], from start: Int = 0) -> UInt8? {
    var head = Array(text[start..<min(text.count, start + sample.bytes)])
    if head.count < text.count - start, let last = head.lastIndex(of: .lineFeed) {
      head.removeSubrange(last...)
    }
    var best: (separator: UInt8, share: Double)?
    for separator in separators {
      let share = shareOfEqualRows(head, separator)
      if share > best?.share ?? 0.5 { best = (separator, share) }
    }
    return best?.separator
  }

  /// The share of the rows that have the commonest number of columns, and quotation marks only
  /// where they mean something; 0 where that number is one.
  private static func shareOfEqualRows(_ head: [UInt8], _ separator: UInt8) -> Double {
    var rows = SeparatedValues(head, from: 0, line: 1, separator: separator)
    var counts: [Int: Int] = [:]
    var total = 0
    while total < sample.rows, let row = rows.next() {
      let isSound = !row.fields.contains { $0.hasPrefix("\"") }
      if isSound { counts[row.fields.count, default: 0] += 1 }
      total += 1
    }
    guard let common = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      common.key > 1
    else { return 0 }
    return Double(common.value) / Double(total)
  }

  /// Takes the line `sep=;` that Excel reads and writes.
  mutating func takeSeparatorLine(_ text: [UInt8]) -> Bool {
    let line = text[start...].prefix { $0 != .lineFeed && $0 != .return }
    guard line.count == 5, line.text.lowercased().hasPrefix("sep="), let mark = line.last else {
      return false
    }
    separator = mark
    start += 5
    if start < text.count, text[start] == .return { start += 1 }
    if start < text.count, text[start] == .lineFeed { start += 1 }
    self.line += 1
    return true
  }
}
