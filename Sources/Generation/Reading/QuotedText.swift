/// Quotation marks in a paragraph.
enum QuotedText {
  /// Whether a paragraph is one quotation from its first to its last character.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    let ranges = ranges(in: bytes)
    guard let first = ranges.first, ranges.count == 1, first.lowerBound == 0 else { return false }
    // A full stop or a bracket may stand behind the closing mark.
    return bytes.count - first.upperBound <= 2 && first.count > 40
  }

  /// The stretches in quotation marks, marks included; an inner quotation belongs to its outer one.
  ///
  /// A quotation that is never closed runs to the end of the paragraph, as where a speech goes on
  /// in the next one.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var open: Int?
    var depth = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x22 {
        if let start = open, depth == 1 {
          ranges.append(start..<index + 1)
          open = nil
          depth = 0
        } else if open == nil {
          open = index
          depth = 1
        }
      } else if bytes.has("\u{201c}", at: index) {
        if open == nil { open = index }
        depth += 1
        index += 2
      } else if bytes.has("\u{201d}", at: index), let start = open {
        depth -= 1
        index += 2
        if depth <= 0 {
          ranges.append(start..<index + 1)
          open = nil
          depth = 0
        }
      }
      index += 1
    }
    if let start = open { ranges.append(start..<bytes.count) }
    return ranges
  }
}
