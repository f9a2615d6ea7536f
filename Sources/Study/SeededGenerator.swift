/// Random numbers from a seed, the same on every machine: SplitMix64 (Steele, Lea and Flood, 2014).
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { self.state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }

  /// A number from 0 up to, not including, `bound`, each as likely; `bound` is at least 1.
  package mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}

extension Array {
  /// Puts the elements into a random order by Fisher and Yates.
  package mutating func shuffle(seeded generator: inout SeededGenerator) {
    for last in indices.dropFirst().reversed() {
      swapAt(last, generator.below(last + 1))
    }
  }
}
