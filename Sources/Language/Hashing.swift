/// The 64-bit hashes that name words and features: FNV-1a, then the finaliser of MurmurHash3.
package enum Hashing {
  /// The value before the first byte.
  package static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The running hash after one more byte.
  @inline(__always)
  package static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// Spreads every bit over all others.
  @inline(__always)
  package static func finish(_ hash: UInt64) -> UInt64 {
    var hash = hash
    hash = (hash ^ hash &>> 33) &* 0xff51_afd7_ed55_8ccd
    hash = (hash ^ hash &>> 33) &* 0xc4ce_b9fe_1a85_ec53
    return hash ^ hash &>> 33
  }

  /// The hash of bytes.
  package static func bytes(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = step(hash, byte) }
    return finish(hash)
  }

  /// The hash of a small number, for tags, relations and counts.
  @inline(__always)
  package static func number(_ value: Int) -> UInt64 {
    finish(UInt64(truncatingIfNeeded: value) &+ 0x9e37_79b9_7f4a_7c15)
  }

  /// The hash of two hashes in this order.
  @inline(__always)
  package static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first &* 0x9fb2_1c65_1e98_df25) ^ (second &<< 29 | second &>> 35)
  }
}
