/// Cuts a text into rows and fields as RFC 4180 has it, and as people write it.
///
/// A field in quotation marks may hold separators, line ends and doubled quotation marks. Where a
/// closing mark is followed by something else, the marks are text, as in `"Ulysses" by whom?`. Where
/// none closes, the row is at fault and the next line begins another: one slip costs one row.
struct SeparatedValues {
  /// A row with its first line, counted from 1.
  struct Row {
    var line: Int
    var fields: [String] = []
    var fault: SkipReason?
  }

  /// The most bytes that a field may have.
  static let fieldLimit = 1 << 20

  let text: [UInt8]
  let separator: UInt8
  /// Whether quotation marks keep fields together.
  let isQuoting: Bool
  /// Where the next row begins.
  private(set) var index: Int
  private var line: Int

  /// - Parameters:
  ///   - text: UTF-8.
  ///   - start: where the rows begin.
  ///   - line: the number of the line there.
  ///   - separator: what keeps fields apart.
  ///   - isQuoting: whether quotation marks keep fields together.
  init(_ text: [UInt8], from start: Int, line: Int, separator: UInt8, isQuoting: Bool = true) {
    self.text = text
    self.index = start
    self.line = line
    self.separator = separator
    self.isQuoting = isQuoting
  }

  /// The next row that is not blank; `nil` at the end.
  mutating func next() -> Row? {
    while index < text.count {
      var row = Row(line: line)
      readFields(into: &row)
      let isBlank = row.fields.count == 1 && row.fields[0].utf8.allSatisfy(\.isSpace)
      if !isBlank || row.fault != nil { return row }
    }
    return nil
  }

  private mutating func readFields(into row: inout Row) {
    while true {
      row.fields.append(readField(&row.fault))
      guard index < text.count else { return }
      guard text[index] == separator else {
        index = afterLineEnd(index)
        line += 1
        return
      }
      index += 1
    }
  }

  /// Reads a field and stops at the separator or line end after it.
  private mutating func readField(_ fault: inout SkipReason?) -> String {
    if isQuoting, index < text.count, text[index] == .quote {
      switch quoted() {
      case .closed(let field, let end, let lines):
        index = end
        line += lines
        return field
      case .text: break
      case .open: fault = fault ?? .openQuote
      case .tooLong: fault = fault ?? .tooLong(bytes: Self.fieldLimit)
      }
    }
    let start = index
    let end = text.withUnsafeBufferPointer { text in
      var end = start
      while end < text.count, text[end] != separator, text[end] != .lineFeed, text[end] != .return {
        end += 1
      }
      return end
    }
    index = end
    return text[start..<end].text
  }

  private enum Quoted {
    /// The field, where it ends, and how many line ends are in it.
    case closed(String, end: Int, lines: Int)
    /// The marks are part of the text.
    case text
    case open
    case tooLong
  }

  private func quoted() -> Quoted {
    var field: [UInt8] = []
    var place = index + 1
    var lines = 0
    let limit = min(text.count, place + Self.fieldLimit)
    while place < limit {
      let plain = text.withUnsafeBufferPointer { text in
        var end = place
        while end < limit, text[end] != .quote, text[end] != .lineFeed, text[end] != .return {
          end += 1
        }
        return end
      }
      field += text[place..<plain]
      place = plain
      guard place < limit else { break }
      if text[place] != .quote {
        field.append(.lineFeed)
        place = afterLineEnd(place)
        lines += 1
      } else if place + 1 < text.count, text[place + 1] == .quote {
        field.append(.quote)
        place += 2
      } else {
        var end = place + 1
        while end < text.count, text[end] == .space, separator != .space { end += 1 }
        let isClosed = end == text.count || isBoundary(text[end])
        return isClosed ? .closed(field.text, end: end, lines: lines) : .text
      }
    }
    return limit < text.count ? .tooLong : .open
  }

  private func isBoundary(_ byte: UInt8) -> Bool {
    byte == separator || byte == .lineFeed || byte == .return
  }

  private func afterLineEnd(_ place: Int) -> Int {
    let isPair =
      text[place] == .return && place + 1 < text.count && text[place + 1] == .lineFeed
    return place + (isPair ? 2 : 1)
  }
}
