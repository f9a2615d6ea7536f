/// How far two spellings are apart, and how much of that is a slip of the fingers.
enum Slip {
  /// Longer words are never compared letter by letter.
  static let longest = 64

  /// The edit distance with swaps of neighbouring letters counted once (optimal string alignment).
  ///
  /// Returns `nil` where it is more than `limit` (0 to 2), or where the digits differ: digits
  /// never get tolerance.
  static func distance(_ left: String, _ right: String, limit: Int) -> Int? {
    if left == right { return 0 }
    let a = Array(left.utf8)
    let b = Array(right.utf8)
    guard limit > 0, abs(a.count - b.count) <= limit, a.count <= longest, b.count <= longest,
      !a.contains(where: isDigit) && !b.contains(where: isDigit)
        || a.filter(isDigit) == b.filter(isDigit)
    else { return nil }
    var beforePrevious = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    var current = previous
    for i in a.indices {
      current[0] = i + 1
      var best = current[0]
      for j in b.indices {
        var cost = min(
          previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforePrevious[j - 1] + 1)
        }
        current[j + 1] = cost
        best = min(best, cost)
      }
      if best > limit { return nil }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[b.count] <= limit ? previous[b.count] : nil
  }

  /// The slips that an answer of `length` letters may have and still be meant: none up to four
  /// letters, one up to eight, two from nine.
  static func allowance(length: Int) -> Int {
    switch length {
    case ...4: 0
    case 5...8: 1
    default: 2
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
