/// The hashed features of one decision; a feature's template is its place in the list.
package struct FeatureList: ~Copyable {
  /// How many features a list may hold.
  package static let capacity = 144
  /// How many features the list holds.
  package private(set) var count = 0
  /// The hashes, cut to 32 bits; a weight table takes as many of them as it has rows.
  package let rows: UnsafeMutablePointer<UInt32>

  package init() {
    rows = .allocate(capacity: Self.capacity)
    rows.initialize(repeating: 0, count: Self.capacity)
  }

  deinit { rows.deallocate() }

  /// Empties the list.
  @inline(__always)
  package mutating func removeAll() { count = 0 }

  /// Adds a feature of one value.
  @inline(__always)
  package mutating func add(_ value: UInt64) {
    assert(count < Self.capacity)
    let template = UInt64(truncatingIfNeeded: count &+ 1) &* 0x9e37_79b9_7f4a_7c15
    rows[count] = UInt32(truncatingIfNeeded: Hashing.finish(value ^ template) &>> 32)
    count &+= 1
  }

  /// Adds a feature of two values.
  @inline(__always)
  package mutating func add(_ first: UInt64, _ second: UInt64) {
    add(Hashing.pair(first, second))
  }

  /// Adds a feature of three values.
  @inline(__always)
  package mutating func add(_ first: UInt64, _ second: UInt64, _ third: UInt64) {
    add(Hashing.pair(Hashing.pair(first, second), third))
  }
}
