import Digest

/// Numbers the keys of cards from 0, in the order in which they are met.
///
/// Two keys are one where their fingerprints are: among 100,000 cards the chance that any two
/// different ones collide is below one in a billion.
struct KeyTable {
  /// The fingerprints, by number.
  private(set) var fingerprints: [Fingerprint] = []
  /// The UTF-8 of all keys, one after the other.
  private var text: [UInt8] = []
  private var ends: [Int] = []
  /// Open addressing: a number, or -1.
  private var slots: [Int32] = Array(repeating: -1, count: 64)

  /// The number of a key, given in UTF-8.
  mutating func number(of key: UnsafeRawBufferPointer) -> Int32 {
    let fingerprint = Fingerprint(of: key)
    var slot = Int(truncatingIfNeeded: fingerprint.bits) & (slots.count - 1)
    while slots[slot] >= 0 {
      if fingerprints[Int(slots[slot])] == fingerprint { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = Int32(fingerprints.count)
    slots[slot] = number
    fingerprints.append(fingerprint)
    text.append(contentsOf: key)
    ends.append(text.count)
    if 2 * fingerprints.count > slots.count { grow() }
    return number
  }

  /// The number of a key.
  mutating func number(of key: String) -> Int32 {
    var key = key
    return key.withUTF8 { number(of: UnsafeRawBufferPointer($0)) }
  }

  /// The UTF-8 of the key of this number.
  func utf8(_ number: Int32) -> ArraySlice<UInt8> {
    let index = Int(number)
    return text[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// How many keys there are.
  var count: Int { fingerprints.count }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, fingerprint) in fingerprints.enumerated() {
      var slot = Int(truncatingIfNeeded: fingerprint.bits) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
