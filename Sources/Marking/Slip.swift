/// How far two spellings are apart, and how much of that is a slip of the fingers.
enum Slip {
  /// Longer words are never compared letter by letter.
  static let longest = 64

  /// The edit distance with swaps counted once (optimal string alignment): of neighbours, and of
  /// two letters across a third, which stays ("Slizard").
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
    var rows = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: 2)
    var previous = Array(0...b.count)
    var current = previous
    for i in a.indices {
      current[0] = i + 1
      var best = current[0]
      for j in b.indices {
        var cost = min(
          previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, rows[1][j - 1] + 1)
        }
        if i > 1, j > 1, a[i] == b[j - 2], a[i - 1] == b[j - 1], a[i - 2] == b[j] {
          cost = min(cost, rows[0][j - 2] + 1)
        }
        current[j + 1] = cost
        best = min(best, cost)
      }
      if best > limit { return nil }
      (rows[0], rows[1], previous, current) = (rows[1], previous, current, rows[0])
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

/// The spellings of one English word.
enum Spelling {
  /// A folded word with what American and British spelling write differently made one.
  static func plain(_ word: String) -> String {
    var plain = word
    for (british, american) in pairs {
      plain = replaced(plain, british, by: american)
    }
    return plain
  }

  private static func replaced(_ word: String, _ old: String, by new: String) -> String {
    var bytes: [UInt8] = []
    let all = Array(word.utf8)
    let from = Array(old.utf8)
    var index = 0
    while index < all.count {
      if all[index...].starts(with: from) {
        bytes += Array(new.utf8)
        index += from.count
      } else {
        bytes.append(all[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let pairs = [
    ("ae", "e"), ("oe", "e"), ("our", "or"), ("isation", "ization"), ("ise", "ize"), ("yse", "yze"),
    ("ll", "l"), ("ogue", "og"), ("mme", "m"), ("visor", "viser"),
  ]
}
