/// A 64-bit fingerprint of a key: FNV-1a, then mixed so that every bit counts.
///
/// The same on every machine and in every version, so that caches made by different runs can be
/// joined by it. It names cards in caches only; the key itself is what the journal holds.
package struct Fingerprint: Hashable, Comparable, Sendable {
  /// The 64 bits.
  package let bits: UInt64

  /// The fingerprint of the UTF-8 bytes of a key.
  package init(of bytes: some Sequence<UInt8>) {
    var hash = offsetBasis
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* prime }
    self.init(mixing: hash)
  }

  /// The fingerprint of a key whose UTF-8 is in memory.
  package init(of bytes: UnsafeRawBufferPointer) {
    var hash = offsetBasis
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* prime }
    self.init(mixing: hash)
  }

  private init(mixing hash: UInt64) {
    var hash = hash
    hash = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
    hash = (hash ^ hash >> 33) &* 0xc4ce_b9fe_1a85_ec53
    self.bits = hash ^ hash >> 33
  }

  /// The fingerprint of a key.
  package init(_ key: String) {
    var key = key
    self = key.withUTF8 { Fingerprint(of: UnsafeRawBufferPointer($0)) }
  }

  /// A fingerprint read back from a cache.
  package init(bits: UInt64) { self.bits = bits }

  package static func < (left: Self, right: Self) -> Bool { left.bits < right.bits }
}

/// Of FNV-1a in 64 bits (RFC 9923).
private let offsetBasis: UInt64 = 0xcbf2_9ce4_8422_2325
private let prime: UInt64 = 0x100_0000_01b3
