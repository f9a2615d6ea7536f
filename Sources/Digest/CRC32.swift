/// CRC-32 as in IEEE 802.3 (reflected, polynomial 0xEDB88320), which guards each journal line.
package enum CRC32 {
  /// Eight tables of 256 words: what a byte comes to after 0 to 7 more bytes.
  ///
  /// With them eight bytes are worked in at once (Kounavis and Berry, "slicing-by-8", 2005).
  private static let tables: [UInt32] = {
    var tables: [UInt32] = (0..<256).map { index in
      var word = UInt32(index)
      for _ in 0..<8 { word = word & 1 == 1 ? 0xedb8_8320 ^ word >> 1 : word >> 1 }
      return word
    }
    for index in 256..<2048 {
      let word = tables[index - 256]
      tables.append(tables[Int(word & 255)] ^ word >> 8)
    }
    return tables
  }()

  /// The checksum of `bytes`.
  package static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
    let bytes = Array(bytes)
    return bytes.withUnsafeBytes { checksum($0) }
  }

  /// The checksum of bytes in memory.
  package static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    tables.withUnsafeBufferPointer { tables in
      var word = ~UInt32(0)
      var index = 0
      while index + 8 <= bytes.count {
        let eight = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let both = eight ^ UInt64(word)
        word = 0
        // The byte that comes first has the most bytes after it.
        for place in 0..<8 {
          let byte = Int(truncatingIfNeeded: both >> UInt64(8 * place) & 255)
          word ^= tables[(7 - place) * 256 + byte]
        }
        index += 8
      }
      while index < bytes.count {
        word = tables[Int((word ^ UInt32(bytes[index])) & 255)] ^ word >> 8
        index += 1
      }
      return ~word
    }
  }
}
