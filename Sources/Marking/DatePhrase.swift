import Chronology

/// The date in words that say more than the date, or say it in an unusual order.
enum DatePhrase {
  /// Texts that mean what `text` does and that the reader of dates understands more easily.
  ///
  /// Of "the battle was on 5 May 1862" the date is left, of "May 1862, the 5th" the usual order, and
  /// of "5.V.1862" the month in letters. Empty where the text has no date in it, or where a word
  /// beside the date may change it: "before", "not", "the eve of".
  static func rephrased(_ text: String) -> [String] {
    guard text.utf8.count <= 160 else { return [] }
    if let day = romanDay(text) ?? feast(text) { return [day] }
    guard text.contains(where: \.isNumber) else { return [] }
    var found: [String] = []
    if let ordered = ordered(text) { found.append(ordered) }
    if let bounded = bounded(text) { found.append(bounded) }
    if let decade = decadeOfCentury(text) { found.append(decade) }
    if let date = withoutTime(text) ?? withoutOtherStyle(text) { found.append(date) }
    if found.isEmpty, let inner = inner(text) { found.append(inner) }
    return found
  }

  /// Whether something like a date was typed: a digit, or a word that dates have.
  static func isLikely(_ text: String, _ words: [String]) -> Bool {
    text.contains(where: \.isNumber) || words.contains { isOfDate($0) }
  }

  // MARK: A day, a month and a year in any order

  private static func ordered(_ text: String) -> String? {
    var days: [Int] = []
    var months: [String] = []
    var years: [Int] = []
    for part in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let word = Folded(String(part)).joined
      if let month = month(word) {
        months.append(month)
      } else if let number = Int(word) {
        if part.count > 2 { years.append(number) } else { days.append(number) }
      } else if let day = ordinal(word) {
        days.append(day)
      } else if !["the", "of", "on", "in", "day", "year"].contains(word) {
        return nil
      }
    }
    guard years.count == 1, let year = years.first, years[0] <= 2999 else { return nil }
    if months.count == 1, days.count == 1 { return "\(days[0]) \(months[0]) \(year)" }
    // "29. 5. 1453": dots with spaces; a dash or a slash would make it a range.
    if months.isEmpty, days.count == 2, !text.contains(where: { "-/\u{2013}".contains($0) }),
      text.contains(".")
    {
      return "\(days[0]).\(days[1]).\(year)"
    }
    return nil
  }

  private static func ordinal(_ word: String) -> Int? {
    for suffix in ["st", "nd", "rd", "th"] where word.hasSuffix(suffix) {
      if let day = Int(word.dropLast(2)), (1...31).contains(day) { return day }
    }
    return nil
  }

  /// The English name of a month in letters, in Roman numerals or in a neighbour's language.
  private static func month(_ word: String) -> String? {
    if let name = foreign[word] { return name }
    if let place = roman.firstIndex(of: word) { return english[place] }
    return english.first { $0.lowercased() == word || $0.lowercased().prefix(3) == word }
  }

  private static let roman = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
  ]

  private static let english = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static let foreign: [String: String] = {
    var table: [String: String] = [:]
    for (month, words) in zip(english, names) {
      for word in words.split(separator: " ") { table[String(word)] = month }
    }
    return table
  }()

  private static let names = [
    "januar janner janvier enero gennaio", "februar fevrier febrero febbraio", "marz mars marzo",
    "avril abril aprile", "mai mayo maggio", "juni juin junio giugno",
    "juli juillet julio luglio", "aout agosto", "septembre septiembre settembre",
    "oktober octobre octubre ottobre", "novembre noviembre", "dezember decembre diciembre dicembre",
  ]

  // MARK: Before, and three dots

  private static func bounded(_ text: String) -> String? {
    let lower = text.lowercased()
    for start in ["prior to ", "pre-", "earlier than "] where lower.hasPrefix(start) {
      return "before " + text.dropFirst(start.count)
    }
    for dots in ["...", "\u{2026}"] where text.contains(dots) {
      let parts = text.split(separator: dots)
      if parts.count == 2 { return parts.joined(separator: "-") }
    }
    return nil
  }

  // MARK: Ides, times of day, calendars

  /// The Ides as a day: the 15th of March, May, July and October, the 13th of the other months.
  private static func romanDay(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard
      let ides = words.firstIndex(where: { Folded($0).words == ["ides"] }), ides + 2 < words.count,
      words[ides + 1] == "of", let month = month(Folded(words[ides + 2]).joined)
    else { return nil }
    let isLate = ["March", "May", "July", "October"].contains(month)
    let rest = words[(ides + 3)...].filter { $0 != "," && $0 != "of" }
    return ([isLate ? "15" : "13", month] + rest).joined(separator: " ")
  }

  /// A feast with a fixed day as that day: "New Year's Day 1804".
  private static func feast(_ text: String) -> String? {
    let lower = text.lowercased().replacing("\u{2019}", with: "'")
    for (name, day) in feasts {
      if let range = lower.firstRange(of: name) {
        let rest = lower[..<range.lowerBound] + " " + lower[range.upperBound...]
        let words = rest.split { $0.isWhitespace || $0 == "," }
          .filter { !["on", "of", "in", "the"].contains($0) }
        return ([Substring(day)] + words).joined(separator: " ")
      }
    }
    return nil
  }

  private static let feasts = [
    ("christmas eve", "24 December"), ("christmas day", "25 December"),
    ("christmas", "25 December"), ("new year's day", "1 January"),
    ("new years day", "1 January"), ("new year's eve", "31 December"),
    ("new years eve", "31 December"), ("bastille day", "14 July"),
  ]

  /// "The 20s of the 19th century" as the 1820s.
  private static func decadeOfCentury(_ text: String) -> String? {
    var words = Folded(text).words.filter { $0 != "the" && $0 != "of" }
    guard words.count == 3, words[2] == "century", let century = NumberWords.ordinal(words[1]),
      (2...21).contains(century), words[0].hasSuffix("0s"), words[0].utf8.count == 3,
      let decade = Int(words.removeFirst().dropLast())
    else { return nil }
    return "\((century - 1) * 100 + decade)s"
  }

  /// A date without the time of day at one end: "11 a.m., 11 November 1918".
  private static func withoutTime(_ text: String) -> String? {
    let words = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
    guard words.count <= 10,
      let half = words.firstIndex(where: { halves.contains($0.lowercased()) }), half > 0,
      ClockTime("\(words[half - 1]) \(words[half])") != nil
    else { return nil }
    let rest = words[..<(half - 1)] + words[(half + 1)...]
    let kept = rest.filter { !["at", "on"].contains($0.lowercased()) }
    return kept.isEmpty ? nil : kept.joined(separator: " ")
  }

  private static let halves: Set<String> = ["am", "a.m.", "pm", "p.m."]

  /// A date without the same day of the other calendar behind it: "3 March 1878 (19 February O.S.)".
  private static func withoutOtherStyle(_ text: String) -> String? {
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return nil }
    let inner = Folded(String(text[open...])).words
    let names = [["os"], ["ns"], ["old", "style"], ["new", "style"], ["julian"], ["gregorian"]]
    guard inner.count > 2, names.contains(where: { inner.suffix($0.count).elementsEqual($0) })
    else { return nil }
    return String(text[..<open])
  }

  // MARK: A date among other words

  private static func inner(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard (2...14).contains(words.count) else { return nil }
    let numbered = words.indices.filter { words[$0].contains(where: \.isNumber) }
    guard let first = numbered.first, let last = numbered.last else { return nil }
    for length in stride(from: words.count - 1, through: last - first + 1, by: -1) {
      let starts = max(0, last - length + 1)...min(first, words.count - length)
      for start in starts {
        let rest = words[..<start] + words[(start + length)...]
        guard !rest.contains(where: changes) else { continue }
        let date = words[start..<(start + length)].joined(separator: " ")
          .trimming { !$0.isLetter && !$0.isNumber }
        if !HistoricalDate.readings(of: date).isEmpty { return date }
      }
    }
    return nil
  }

  /// Whether a word beside a date may change what it means, or is part of another date.
  private static func changes(_ word: String) -> Bool {
    Folded(word).words.contains { folded in
      changing.contains(folded) || Negation.single.contains(folded)
        || NumberWords.cardinals[folded] != nil || NumberWords.ordinal(folded) != nil
        || isOfDate(folded)
    }
  }

  private static func isOfDate(_ word: String) -> Bool {
    !Stopwords.all.contains(word) && !HistoricalDate.readings(of: word).isEmpty
      || month(word) != nil && word.utf8.count > 2
  }

  private static let changing: Set<String> = Set(
    """
    before after until till since by from to or between about around circa early mid late earlier \
    later following next previous day days week weeks month months year years decade decades \
    century centuries first second last half quarter bc bce ad ce through beginning end start \
    middle turn and either probably ago morning evening night anniversary era times wrong false \
    incorrect instead rather eve vigil ides kalends calends nones easter whitsun pentecost monday tuesday wednesday thursday friday saturday sunday mon \
    tue tues wed thu thur thurs fri sat sun
    """.split(separator: " ").map(String.init))
}

extension String {
  /// Without the characters at both ends that fit.
  fileprivate func trimming(_ fits: (Character) -> Bool) -> String {
    let start = drop(while: fits)
    guard let last = start.lastIndex(where: { !fits($0) }) else { return "" }
    return String(start[...last])
  }
}
