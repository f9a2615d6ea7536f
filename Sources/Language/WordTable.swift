/// A compact map from hashed words to small numbers, read without building anything.
///
/// Open addressing over a power of two; a slot holds 20 bits of the hash and 12 bits of value,
/// 0 is an empty slot. One unknown word in a million gets the value of another.
package struct WordTable: Sendable, Equatable {
  /// The largest value that a word can have.
  package static let largestValue = 0xfff
  /// The slots.
  package let slots: [UInt32]

  /// A table of the given slots, or `nil` where their number is no power of two or none is empty.
  package init?(slots: [UInt32]) {
    guard slots.count.nonzeroBitCount == 1, slots.contains(0) else { return nil }
    self.slots = slots
  }

  /// A table of the given words.
  ///
  /// The slots depend on the order of the entries; of two entries with one hash the first counts.
  ///
  /// - Parameter entries: hashes with values from 1 to `largestValue`.
  package init(_ entries: [(hash: UInt64, value: Int)]) {
    var size = 16
    while size * 3 < entries.count * 4 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for (hash, value) in entries {
      let print = Self.print(of: hash)
      var index = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[index] != 0, slots[index] >> 12 != print { index = (index + 1) & (size - 1) }
      guard slots[index] == 0 else { continue }
      slots[index] = print << 12 | UInt32(value & Self.largestValue)
    }
    self.slots = slots
  }

  /// The value of a word, 0 where the table does not hold it.
  package subscript(hash: UInt64) -> Int {
    slots.withUnsafeBufferPointer { slots in
      let print = Self.print(of: hash)
      let mask = slots.count &- 1
      var index = Int(truncatingIfNeeded: hash) & mask
      while slots[index] != 0 {
        if slots[index] >> 12 == print { return Int(slots[index] & 0xfff) }
        index = (index &+ 1) & mask
      }
      return 0
    }
  }

  private static func print(of hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 44) }
}
