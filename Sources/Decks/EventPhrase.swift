/// What a sentence says once the date in its blank is taken away.
enum EventPhrase {
  /// The sentence of a cloze without the phrase that the asked blank dates it by.
  ///
  /// `The ship sailed in [May 1912].` gives `The ship sailed`; `In [1957], he left.` gives
  /// `He left`.
  ///
  /// - Parameters:
  ///   - cloze: the sentence.
  ///   - index: the dated blank, counted from 0.
  /// - Returns: the phrase; `nil` where nothing is left.
  static func make(_ cloze: Cloze, asking index: Int) -> String? {
    let text = cloze.prompt(asking: index)
    guard let blank = text.firstRange(of: Cloze.mark) else { return nil }
    var before = words(text[..<blank.lowerBound])
    while let last = before.last, openers.contains(last.lowercased()) { before.removeLast() }
    var after = text[blank.upperBound...]
    if before.isEmpty, after.first == "," { after = after.dropFirst() }
    let isJoined = before.isEmpty || after.first?.isPunctuation == true
    let rest = words(after).joined(separator: " ")
    var phrase = before.joined(separator: " ") + (isJoined || rest.isEmpty ? "" : " ") + rest
    while let last = phrase.last, ".;,:".contains(last) { phrase.removeLast() }
    guard let first = phrase.first else { return nil }
    return first.uppercased() + phrase.dropFirst()
  }

  private static func words(_ text: Substring) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Words that lead up to a date and mean nothing without it.
  private static let openers: Set<String> = [
    "in", "on", "at", "by", "since", "from", "until", "till", "during", "around", "about",
    "early", "late", "mid", "of", "the", "year", "years", "month", "circa", "c.", "between",
    "before", "after",
  ]
}
