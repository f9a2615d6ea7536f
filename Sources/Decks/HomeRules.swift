/// The rules for keys that look beyond one deck, as `homeCards` has them, on records.
enum HomeRules {
  /// Sets `isShared`, `isRepeated` and the fingerprints of all cards of a home.
  ///
  /// The result depends on the decks and their order only, not on what was set before.
  static func apply(to scans: inout [DeckScan]) {
    let count = scans.reduce(0) { $0 + $1.cards.count }
    var shared = SharedPrompts(capacity: count)
    for scan in scans {
      for card in scan.cards where card.id == 0 { shared.add(card) }
    }
    var keys = HashTable(capacity: count)
    for deck in scans.indices {
      for index in scans[deck].cards.indices {
        if scans[deck].cards[index].id == 0 {
          let isShared = shared.contains(scans[deck].cards[index])
          scans[deck].cards[index].setShared(isShared)
        }
        let fingerprint = scans[deck].cards[index].fingerprint
        scans[deck].cards[index].isRepeated = !keys.insert(fingerprint).isNew
      }
    }
  }
}

/// The prompts that are asked with more than one answer.
private struct SharedPrompts {
  private var table: HashTable
  /// For each prompt the digest with its first answer, and whether another was found.
  private var first: [KeyDigest] = []
  private var isShared: [Bool] = []

  init(capacity: Int) {
    table = HashTable(capacity: capacity)
    first.reserveCapacity(capacity)
    isShared.reserveCapacity(capacity)
  }

  mutating func add(_ card: CardRecord) {
    let (index, isNew) = table.insert(card.plain.high)
    if isNew {
      first.append(card.withAnswer)
      isShared.append(false)
    } else if first[index] != card.withAnswer {
      isShared[index] = true
    }
  }

  func contains(_ card: CardRecord) -> Bool {
    table.index(of: card.plain.high).map { isShared[$0] } ?? false
  }
}

/// Numbers that are digests already, each with the order of its first coming.
///
/// A dictionary would hash them again; for a home of a hundred thousand cards that is most of the
/// time there is.
struct HashTable {
  private var slots: [(key: UInt64, index: Int32)]
  private let mask: Int
  private(set) var count = 0

  /// A table for at most `capacity` numbers.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: (0, -1), count: size)
    mask = size - 1
  }

  /// The position of a number's first coming among the different numbers.
  mutating func insert(_ key: UInt64) -> (index: Int, isNew: Bool) {
    let slot = find(key)
    if slots[slot].index >= 0 { return (Int(slots[slot].index), false) }
    slots[slot] = (key, Int32(count))
    count += 1
    return (count - 1, true)
  }

  func index(of key: UInt64) -> Int? {
    let index = slots[find(key)].index
    return index >= 0 ? Int(index) : nil
  }

  private func find(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot].index >= 0, slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }
}
