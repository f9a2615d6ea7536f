import Chronology

/// What kind a card is when its note does not say: `formats`' order of tests, the first that fits.
enum KindInference {
  /// The kind of a card.
  ///
  /// - Parameters:
  ///   - answer: the expected answer.
  ///   - prompt: what is asked; a cloze's prompt shows what stands around the blank.
  ///   - frontMatter: where the deck's actors are declared.
  /// - Returns: the kind; never term or place, unless an actor is a place.
  static func kind(answer: String, prompt: String, frontMatter: FrontMatter) -> CardKind {
    if let actor = frontMatter.actor(named: answer) { return kind(of: actor.kind) }
    if answer.utf8.count <= 100, !answer.utf8.contains(.lineFeed) {
      if isDate(answer, prompt: prompt) { return .date }
      if isNumber(answer, prompt: prompt) { return .number }
    }
    if isList(answer) { return .list }
    if isQuoted(answer) { return .quotation }
    if asksWhy(prompt) { return .cause }
    return .text
  }

  /// A group is neither an organisation nor a state, and cards know no third word for it.
  private static func kind(of actor: Actor.Kind) -> CardKind {
    switch actor {
    case .person: .person
    case .state: .state
    case .organisation: .organisation
    case .group: .text
    case .place: .place
    }
  }

  // MARK: Dates

  private static func isDate(_ answer: String, prompt: String) -> Bool {
    guard mayBeDate(answer), HistoricalDate(answer) != nil else { return false }
    guard isBareFigures(answer) else { return true }
    let years = answer.split { !$0.isNumber }.compactMap { Int($0) }
    guard let first = years.first, (1000...2100).contains(first) else { return false }
    return !asksHowMany(prompt) && !isFollowedByUnit(prompt)
  }

  /// Whether a text holds a digit or one of the words that dates are made of; asking is cheaper
  /// than reading a date.
  private static func mayBeDate(_ text: String) -> Bool {
    if text.utf8.contains(where: \.isDigit) { return true }
    return text.utf8.split { !$0.isASCIILetter }.contains { word in
      (3...10).contains(word.count) && timeWords.contains(foldedName(Substring(word)))
    }
  }

  private static let timeWords: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec", "spring", "summer", "autumn", "fall", "winter", "twenties",
    "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties", "century",
    "millennium",
  ]

  /// Digits and what joins two years: nothing that says "this is a date".
  private static func isBareFigures(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { "0123456789-–—/ ".unicodeScalars.contains($0) }
  }

  private static func asksHowMany(_ prompt: String) -> Bool {
    let words = prompt.lowercased().split { !$0.isLetter }
    return zip(words, words.dropFirst()).contains { $0 == "how" && ($1 == "many" || $1 == "much") }
  }

  /// Whether the word after a blank is what the blank counts: `sent […] soldiers`.
  ///
  /// After "in" or "since" a figure is a year, whatever follows.
  private static func isFollowedByUnit(_ prompt: String) -> Bool {
    guard let blank = prompt.firstRange(of: Cloze.mark) else { return false }
    let before = prompt[..<blank.lowerBound].split(whereSeparator: \.isWhitespace).last
    if let before, yearPrepositions.contains(before.lowercased()) { return false }
    let after = prompt[blank.upperBound...]
    guard after.first == " " else { return after.first == "%" }
    let word = after.dropFirst().prefix { $0.isLetter }
    return word.count > 1 && word.first?.isLowercase == true
      && !functionWords.contains(String(word))
  }

  private static let yearPrepositions: Set<String> = [
    "in", "since", "during", "until", "till", "before", "after", "early", "late", "mid",
  ]

  private static let functionWords: Set<String> = [
    "a", "after", "although", "an", "and", "are", "as", "at", "because", "before", "both", "but",
    "by", "during", "for", "from", "had", "has", "have", "he", "her", "his", "in", "into", "is",
    "it", "its", "of", "on", "or", "over", "saw", "she", "that", "the", "their", "they", "through",
    "to", "under", "until", "was", "were", "when", "where", "which", "while", "who", "with",
  ]

  // MARK: Numbers

  /// Whether a text reads as a number, with a hedge, a scale and up to two words of unit.
  private static func isNumber(_ answer: String, prompt: String) -> Bool {
    let start = foldedName(Substring(answer.utf8.prefix { !$0.isASCIISpace }))
    guard isFigure(start) || isNumberWord(start) || hedges.contains(start) else { return false }
    var words = foldedName(answer).split(separator: " ").map(String.init)
    while let first = words.first, hedges.contains(first) { words.removeFirst() }
    guard let first = words.first else { return false }
    var isInWords = false
    if isFigure(first) {
      words.removeFirst()
    } else {
      let count = words.prefix { isNumberWord($0) }.count
      guard count > 0 else { return false }
      isInWords = true
      words.removeFirst(count)
    }
    while let next = words.first, scales.contains(next) { words.removeFirst() }
    guard !words.isEmpty else { return true }
    guard words.count <= 2, !isInWords || asksHowMany(prompt) else { return false }
    return words.allSatisfy { $0.allSatisfy { $0.isLetter || $0 == "%" || $0 == "-" } }
  }

  /// `50,000`, `3.5`, `40%`, `$12`.
  private static func isFigure(_ word: String) -> Bool {
    var digits = Substring(word).utf8
    if digits.first?.isDigit != true, let sign = word.first, signs.contains(sign) {
      digits = word.dropFirst().utf8
    }
    if digits.last == percentSign { digits = digits.dropLast() }
    guard let first = digits.first, let last = digits.last, first.isDigit, last.isDigit else {
      return false
    }
    return digits.allSatisfy { $0.isDigit || figureMarks.contains($0) }
  }

  private static let percentSign = UInt8(ascii: "%")
  private static let figureMarks = Array(",.'-–/".utf8)
  private static let signs: [Character] = ["-", "+", "−", "±", "$", "€", "£", "¥", "₩", "~", "≈"]

  private static func isNumberWord(_ word: String) -> Bool {
    word.split(separator: "-").allSatisfy { numberWords.contains(String($0)) } && word != "and"
      && word != "a" && !word.hasPrefix("-")
  }

  private static let hedges: Set<String> = [
    "about", "around", "approximately", "nearly", "almost", "over", "roughly", "some", "more",
    "less", "fewer", "than", "at", "least", "most", "up", "to", "c.", "ca.",
  ]

  private static let scales: Set<String> = [
    "hundred", "thousand", "million", "billion", "trillion", "percent", "per", "cent", "dozen",
  ]

  private static let numberWords: Set<String> = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    "hundred", "thousand", "million", "billion", "dozen", "half",
  ]

  // MARK: Lists, quotations, causes

  private static func isList(_ answer: String) -> Bool {
    answer.utf8.contains(.lineFeed)
      || ["- ", "* ", "+ "].contains { answer.hasPrefix($0) }
  }

  private static func isQuoted(_ answer: String) -> Bool {
    var text = Substring(answer)
    while let last = text.last, last == "." || last == "," { text.removeLast() }
    guard text.count > 2, let first = text.first, let last = text.last else { return false }
    return quotationMarks[first]?.contains(last) == true
  }

  private static let quotationMarks: [Character: String] = [
    "\"": "\"", "“": "”", "„": "“”", "«": "»", "‘": "’", "'": "'", "「": "」", "『": "』",
  ]

  private static func asksWhy(_ prompt: String) -> Bool {
    let start = prompt.utf8.drop { !$0.isASCIILetter && $0 < 0x80 }
    guard start.first.map({ $0 | 0x20 }) == 0x77 else { return false }
    let word = start.prefix { $0.isASCIILetter || $0 >= 0x80 }
    return String(Substring(word)).lowercased() == "why"
  }
}
