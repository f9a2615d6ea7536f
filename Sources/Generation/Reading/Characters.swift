/// Characters in the forms that the later stages expect.
///
/// Line ends become LF; ligatures letters; odd spaces, spaces; zero-width and control characters
/// go, soft hyphens too unless they end a line, where the joining of lines needs them.
enum Characters {
  static func normalised(_ text: MappedText) -> MappedText {
    let bytes = text.bytes
    let isPlain = bytes.allSatisfy { $0 < 0x80 && ($0 >= 0x20 || $0 == 0x0a || $0 == 0x0c) }
    if isPlain { return text }
    var result = MappedText()
    var kept = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80, byte >= 0x20 || byte == 0x0a || byte == 0x0c {
        index += 1
        continue
      }
      let length = byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      let end = min(index + length, bytes.count)
      guard let (replacement, end) = replacement(at: index, end: end, in: bytes) else {
        index = end
        continue
      }
      result.append(kept..<index, of: text)
      result.append(replacement.utf8, insteadOf: index..<end, of: text)
      kept = end
      index = end
    }
    result.append(kept..<bytes.count, of: text)
    return result
  }

  /// What to put for the character at an index, and where it ends; `nil` where it stays.
  private static func replacement(
    at index: Int, end: Int, in bytes: [UInt8]
  ) -> (String, end: Int)? {
    switch scalar(bytes[index..<end]) {
    case 0x0d: return ("\n", end < bytes.count && bytes[end] == 0x0a ? end + 1 : end)
    case 0x09: return ("\t", end)
    case 0x85, 0x2028, 0x2029, 0x0b: return ("\n", end)
    case 0xa0, 0x1680, 0x2000...0x200a, 0x202f, 0x205f, 0x3000: return (" ", end)
    case 0xad, 0x2010:
      var next = end
      while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x0d { next += 1 }
      if next < bytes.count, bytes[next] == 0x0a { return nil }
      return (bytes[index] == 0xc2 ? "" : "-", end)
    case 0x2011: return ("-", end)
    case 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x2064, 0xfeff: return ("", end)
    case 0xfb00: return ("ff", end)
    case 0xfb01: return ("fi", end)
    case 0xfb02: return ("fl", end)
    case 0xfb03: return ("ffi", end)
    case 0xfb04: return ("ffl", end)
    case 0xfb05, 0xfb06: return ("st", end)
    case 0...0x1f, 0x7f...0x9f: return ("", end)
    default: return nil
    }
  }

  private static func scalar(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    guard let first = bytes.first else { return 0 }
    var value = UInt32(first)
    if bytes.count > 1 { value &= 0xff >> UInt32(bytes.count + 1) }
    for byte in bytes.dropFirst() { value = value << 6 | UInt32(byte & 0x3f) }
    return value
  }
}
