/// CRC-32 as in IEEE 802.3 (reflected, polynomial 0xEDB88320), which guards each journal line.
package enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { word, _ in
      word & 1 == 1 ? 0xedb8_8320 ^ word >> 1 : word >> 1
    }
  }

  /// The checksum of `bytes`.
  package static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
    table.withUnsafeBufferPointer { table in
      ~bytes.reduce(~0) { word, byte in table[Int((word ^ UInt32(byte)) & 255)] ^ word >> 8 }
    }
  }
}
