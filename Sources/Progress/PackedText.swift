/// The first sixteen bytes of a text, zeros behind a shorter one, as two words that order as texts
/// do.
struct PackedText: Hashable, Comparable {
  private var high: UInt64 = 0
  private var low: UInt64 = 0

  init(_ text: UnsafeRawBufferPointer) {
    for index in 0..<min(16, text.count) {
      let byte = UInt64(text[index]) << UInt64(56 - index % 8 * 8)
      if index < 8 { high |= byte } else { low |= byte }
    }
  }

  init(_ text: String) {
    var text = text
    self = text.withUTF8 { PackedText(UnsafeRawBufferPointer($0)) }
  }

  static func < (left: Self, right: Self) -> Bool {
    left.high == right.high ? left.low < right.low : left.high < right.high
  }
}
