/// A word of dates as it is misspelt.
extension DateLexicon {
  /// What a word means that is none of ours but near to one.
  ///
  /// The name of a month may have one slip, a long name two if its first letter is right; any other
  /// word of six letters and more may have one. Fails where two words with different meanings are as
  /// near, so that no slip leads from June to July.
  static func misspelt(_ word: ArraySlice<UInt8>) -> DateWord? {
    guard (4...15).contains(word.count), word.allSatisfy({ $0 < 0x80 }) else { return nil }
    let written = Spelling(word.map { $0 | 0x20 })
    return nearest(to: written, among: months) { name in
      guard name.letters.count >= 7, written.letters.first == name.letters.first else { return 1 }
      return 2
    } ?? nearest(to: written, among: longWords) { _ in 1 }
  }

  private static func nearest(
    to word: Spelling, among candidates: [(spelling: Spelling, meaning: DateWord)],
    limit: (Spelling) -> Int
  ) -> DateWord? {
    var best: (meaning: DateWord, distance: Int)?
    var isAmbiguous = false
    for (spelling, meaning) in candidates where spelling.mayBeNear(word, limit: 2) {
      let distance = editDistance(word.letters, spelling.letters, limit: 2)
      guard distance <= 2 else { continue }
      if let found = best, found.distance <= distance {
        isAmbiguous = isAmbiguous || found.distance == distance && found.meaning != meaning
        continue
      }
      best = (meaning, distance)
      isAmbiguous = distance > limit(spelling)
    }
    return isAmbiguous ? nil : best?.meaning
  }

  /// A word's letters, and the set of them as bits: words are near only if their sets are.
  private struct Spelling: Sendable {
    let letters: [UInt8]
    private let set: UInt32

    init(_ letters: [UInt8]) {
      self.letters = letters
      self.set = letters.reduce(0) { $0 | 1 << UInt32($1 & 0x1f) }
    }

    func mayBeNear(_ other: Spelling, limit: Int) -> Bool {
      abs(letters.count - other.letters.count) <= limit
        && (set & ~other.set).nonzeroBitCount <= limit
        && (other.set & ~set).nonzeroBitCount <= limit
    }
  }

  private static let months = MonthNames.full.enumerated().filter { $1.utf8.count >= 4 }.map {
    (spelling: Spelling(Array($1.utf8)), meaning: DateWord.month($0 + 1))
  }

  private static let longWords: [(spelling: Spelling, meaning: DateWord)] = {
    let words =
      ["spring", "summer", "autumn", "winter", "century", "millennium", "decade", "beginning"]
      + ["middle", "between", "approximately", "around", "before"]
      + Numerals.units + Numerals.unitOrdinals + Numerals.tens
      + Numerals.tens.map { String($0.dropLast()) + "ies" }
      + Numerals.tens.map { String($0.dropLast()) + "ieth" }
    return words.compactMap { word in
      guard word.utf8.count >= 6, let meaning = meaning(of: Key(word)) else { return nil }
      return (Spelling(Array(word.utf8)), meaning)
    }
  }()

  /// The number of slips (a letter more, less, wrong, or two swapped) between two words.
  ///
  /// Damerau's distance in its restricted form; `limit + 1` stands for anything above the limit.
  static func editDistance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    if abs(left.count - right.count) > limit { return limit + 1 }
    var twoBack: [Int] = []
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in right.indices {
        let substitution = previous[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(substitution, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, twoBack[column - 1] + 1)
        }
        current.append(cost)
      }
      twoBack = previous
      previous = current
    }
    return min(previous[right.count], limit + 1)
  }
}
