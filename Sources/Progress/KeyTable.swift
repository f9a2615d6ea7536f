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
  /// Open addressing; the number is -1 in an empty slot.
  private var slots = Array(repeating: KeyTable.emptySlot, count: 64)

  private static let emptySlot = (fingerprint: UInt64(0), number: Int32(-1))

  /// The number of a key, given in UTF-8.
  mutating func number(of key: UnsafeRawBufferPointer) -> Int32 {
    let fingerprint = Fingerprint(of: key)
    let slot = slot(of: fingerprint.bits)
    if slots[slot].number >= 0 { return slots[slot].number }
    let number = Int32(fingerprints.count)
    slots[slot] = (fingerprint.bits, number)
    fingerprints.append(fingerprint)
    text.append(contentsOf: key)
    ends.append(text.count)
    if 2 * fingerprints.count > slots.count { grow() }
    return number
  }

  /// The slot that holds a fingerprint, or the empty one where it belongs.
  private func slot(of fingerprint: UInt64) -> Int {
    slots.withUnsafeBufferPointer { slots in
      var slot = Int(truncatingIfNeeded: fingerprint) & (slots.count - 1)
      while slots[slot].number >= 0, slots[slot].fingerprint != fingerprint {
        slot = (slot + 1) & (slots.count - 1)
      }
      return slot
    }
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
    slots = Array(repeating: KeyTable.emptySlot, count: slots.count * 2)
    for (number, fingerprint) in fingerprints.enumerated() {
      slots[slot(of: fingerprint.bits)] = (fingerprint.bits, Int32(number))
    }
  }
}
