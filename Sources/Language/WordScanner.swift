/// Finds where a word ends: which hyphens, full stops, commas and slashes belong to it.
struct WordScanner {
  let kinds: [CharacterKind]
  let start: Int
  let end: Int
  /// Whether a name stands right before, so that a hyphen may join syllables of a given name.
  let isFamilyName: Bool

  /// The end of the word.
  ///
  /// - Parameter text: gives the text of a range of characters.
  /// - Returns: the number of the first character behind it.
  func end(text: (Range<Int>) -> String) -> Int {
    var index = start + 1
    var part = start
    while index < end {
      if kinds[index].isWord {
        index += 1
        continue
      }
      guard index + 1 < end, kinds[index + 1].isWord else { break }
      guard joins(at: index, part: part..<index, text: text) else { break }
      index += 1
      part = index
    }
    return index
  }

  /// Whether the character at `index` belongs to the word; letters or digits stand on both sides.
  private func joins(at index: Int, part: Range<Int>, text: (Range<Int>) -> String) -> Bool {
    let left = kinds[index - 1]
    let right = kinds[index + 1]
    let next = index + 1..<endOfRun(from: index + 1)
    switch kinds[index] {
    case .apostrophe, .ampersand, .underscore: return true
    case .dot: return joinsDot(left, right, part, next)
    case .comma: return left == .digit && next.count == 3 && next.allSatisfy { kinds[$0] == .digit }
    case .colon: return left == .digit && right == .digit
    case .slash:
      return left == .digit && right == .digit || part.count == 1 && next.count == 1
    case .hyphen: return joinsHyphen(part, next, text: text)
    case .capital, .small, .letter, .digit, .raisedDigit, .space, .ellipsis, .terminator,
      .semicolon, .quote, .dash, .openBracket, .closeBracket, .currency, .at, .symbol:
      return false
    }
  }

  private func endOfRun(from index: Int) -> Int {
    var index = index
    while index < end, kinds[index].isWord { index += 1 }
    return index
  }

  /// Full stops join decimals, single letters and parts of addresses, but no missing space.
  private func joinsDot(
    _ left: CharacterKind, _ right: CharacterKind, _ part: Range<Int>, _ next: Range<Int>
  ) -> Bool {
    if left == .digit { return right == .digit }
    if right == .digit { return part.count == 1 && part.lowerBound == start && next.count > 3 }
    if part.count == 1 { return next.count <= 2 || right == .small }
    // "Ph.D", "nytimes.com", but not "war.The".
    return right == .small || part.count == 2 && next.count == 1
  }

  /// Hyphens join prefixes, telephone numbers and dates, and the syllables of given names.
  private func joinsHyphen(
    _ part: Range<Int>, _ next: Range<Int>, text: (Range<Int>) -> String
  ) -> Bool {
    let left = text(part)
    if kinds[part.lowerBound] == .digit {
      // Years and scores are split, longer chains of digits are one number.
      return isDigits(part) && isDigits(next)
        && (part.lowerBound > start && kinds[part.lowerBound - 1] == .hyphen
          || next.upperBound < end && kinds[next.upperBound] == .hyphen
            && next.upperBound + 1 < end && kinds[next.upperBound + 1] == .digit)
    }
    if part.lowerBound == start, Self.prefixes.contains(left.lowercased()) { return true }
    return isFamilyName && part.lowerBound == start && part.count <= 6 && next.count <= 6
      && kinds[part.lowerBound] == .capital && part.dropFirst().allSatisfy { kinds[$0] == .small }
      && next.allSatisfy { kinds[$0] == .small }
      && (next.upperBound == end || kinds[next.upperBound] != .hyphen)
      && !Self.seconds.contains(text(next))
  }

  private func isDigits(_ range: Range<Int>) -> Bool { range.allSatisfy { kinds[$0] == .digit } }

  /// Prefixes that the treebanks do not split off.
  private static let prefixes: Set<String> = [
    "anti", "arch", "co", "counter", "cross", "e", "ex", "inter", "intra", "macro", "micro", "mid",
    "mini", "multi", "non", "over", "post", "pre", "pro", "pseudo", "psycho", "quasi", "re",
    "semi", "socio", "sub", "trans", "ultra", "un", "under",
  ]

  /// Second halves that make an English compound of a name: "Hanoi-based".
  private static let seconds: Set<String> = [
    "age", "aged", "backed", "based", "born", "built", "bred", "class", "day", "driven", "era",
    "faced", "held", "in", "led", "level", "like", "long", "made", "only", "owned", "page", "party",
    "pound", "ready", "ruled", "run", "s", "size", "sized", "style", "term", "time", "to", "type",
    "wide", "winner", "year",
  ]
}
