/// Decodes UTF-8 by hand, since text may hold bytes that are none.
enum UTF8Scanner {
  /// Decodes the character at a place.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - place: where the character begins.
  ///   - end: where the text ends.
  /// - Returns: the character and how many bytes it takes; a replacement of one byte for a fault.
  @inline(__always)
  static func scalar(in bytes: [UInt8], at place: Int, end: Int) -> (Unicode.Scalar, Int) {
    let first = bytes[place]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
    guard first >= 0xc2, first < 0xf5, place + length <= end else { return ("\u{fffd}", 1) }
    var value = UInt32(first) & (0x7f >> UInt32(length))
    for index in place + 1..<place + length {
      guard bytes[index] & 0xc0 == 0x80 else { return ("\u{fffd}", 1) }
      value = value << 6 | UInt32(bytes[index] & 0x3f)
    }
    let least: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
    guard value >= least, let scalar = Unicode.Scalar(value) else { return ("\u{fffd}", 1) }
    return (scalar, length)
  }
}
