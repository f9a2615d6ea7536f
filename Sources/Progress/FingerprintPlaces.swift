import Digest

/// Where each fingerprint may stand in a sorted list of them.
///
/// Fingerprints spread evenly, so their first bits lead to one or two places: a look-up costs one
/// look at memory, where halving the list costs one for every doubling of it.
struct FingerprintPlaces {
  /// How far a fingerprint is shifted to leave the number of its bucket.
  private let shift: UInt64
  /// Where each bucket begins, and at last where the list ends.
  private let starts: [UInt32]

  /// The places in a list that is sorted; in one that is not, cards may not be found.
  ///
  /// - Parameters:
  ///   - count: how many fingerprints there are.
  ///   - fingerprint: the one at an index.
  init(count: Int, fingerprint: (Int) -> Fingerprint) {
    let bits = max(1, Int.bitWidth - count.leadingZeroBitCount - 1)
    shift = UInt64(64 - bits)
    var starts = [UInt32](repeating: 0, count: 1 << bits + 1)
    for index in 0..<count { starts[Int(fingerprint(index).bits >> shift) + 1] += 1 }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
    self.starts = starts
  }

  /// The few indices at which a fingerprint may stand.
  func candidates(_ fingerprint: Fingerprint) -> Range<Int> {
    let bucket = Int(fingerprint.bits >> shift)
    return Int(starts[bucket])..<Int(starts[bucket + 1])
  }
}
