/// The names of the months: in full, in short, and as they are misspelt.
enum MonthNames {
  static let full = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  static let abbreviations = [
    ("jan", 1), ("feb", 2), ("febr", 2), ("mar", 3), ("apr", 4), ("jun", 6), ("jul", 7),
    ("aug", 8), ("sep", 9), ("sept", 9), ("oct", 10), ("nov", 11), ("dec", 12),
  ]

  private static let letters = full.map { Array($0.utf8) }

  /// The month that a misspelt name means: one slip in a short name, two in a long one.
  ///
  /// Two slips need the right first letter. Fails where a second month is as near, so that no slip
  /// leads from June to July.
  static func misspelt(_ word: some RandomAccessCollection<UInt8>) -> Int? {
    guard (4...11).contains(word.count) else { return nil }
    var best = (month: 0, distance: 3)
    var runnerUp = 3
    for (index, name) in letters.enumerated() where name.count >= 4 {
      let limit = name.count >= 7 ? 2 : 1
      guard abs(name.count - word.count) <= 2 else { continue }
      let distance = editDistance(word, name, limit: 2)
      if distance < best.distance {
        runnerUp = best.distance
        // A slip in "mark" or "jury" that leads to a short name is more likely another word.
        let isTrusted = distance <= limit && (distance < 2 || word.first == name.first)
        best = (isTrusted ? index + 1 : 0, distance)
      } else {
        runnerUp = min(runnerUp, distance)
      }
    }
    return best.distance < runnerUp && best.month != 0 ? best.month : nil
  }

  /// The number of slips (a letter more, less, wrong, or two swapped) between two words.
  ///
  /// Damerau's distance in its restricted form; `limit + 1` stands for anything above the limit.
  static func editDistance(
    _ left: some RandomAccessCollection<UInt8>, _ right: [UInt8], limit: Int
  ) -> Int {
    if abs(left.count - right.count) > limit { return limit + 1 }
    let left = Array(left)
    var twoBack: [Int] = []
    var previous = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      var least = row + 1
      for column in 0..<right.count {
        let substitution = previous[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(substitution, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, twoBack[column - 1] + 1)
        }
        current.append(cost)
        least = min(least, cost)
      }
      // A swap may still reach back over one row.
      if least > limit + 1 { return limit + 1 }
      twoBack = previous
      previous = current
    }
    return min(previous[right.count], limit + 1)
  }
}
