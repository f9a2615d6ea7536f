import Chronology

/// What can be said of one card by itself.
struct CardStyle {
  let card: Card
  let frontMatter: FrontMatter

  /// Every piece of advice that fits.
  var advice: [StyleAdvice] {
    var advice: [StyleAdvice] = []
    if let fact = secondFact { advice.append(.twoFacts(fact)) }
    if let words = answerInPrompt { advice.append(.answerInPrompt(words)) }
    if let pronoun { advice.append(.pronoun(pronoun)) }
    if let words = longAnswer { advice.append(.longAnswer(words: words)) }
    if isYesOrNo { advice.append(.yesOrNo) }
    if card.kind == .date, card.event == nil { advice.append(.missingEvent) }
    return advice
  }

  /// A prompt without case, punctuation and articles.
  static func bare(_ prompt: String) -> String {
    words(prompt).filter { !articles.contains($0) }.joined(separator: " ")
  }

  private static let articles: Set<String> = ["a", "an", "the"]

  /// The words of a text in lower case; the mark of a blank is one.
  private static func words(_ text: String) -> [String] {
    text.lowercased().split {
      !$0.isLetter && !$0.isNumber && $0 != "…" && $0 != "'" && $0 != "’"
    }.map(String.init)
  }

  // MARK: The answer

  /// The second of two facts in the answer.
  ///
  /// Said of two sentences, of parts apart by a semicolon, and of "X and Y" where both are dates,
  /// both numbers or both actors, unless the prompt asks for several.
  private var secondFact: String? {
    guard card.kind != .list, card.kind != .quotation, !asksForSeveral else { return nil }
    let answer = card.answer
    if let parts = halves(answer, at: "; ") ?? halves(answer, at: ". "),
      parts.0.split(separator: " ").count > 1, parts.1.first?.isLetter == true,
      !parts.0.hasSuffix("."), parts.0.split(separator: " ").last.map({ $0.count > 2 }) == true
    {
      return parts.1
    }
    guard frontMatter.actor(named: answer) == nil, let (left, right) = halves(answer, at: " and "),
      HistoricalDate(answer) == nil
    else { return nil }
    let areActors = frontMatter.actor(named: left) != nil && frontMatter.actor(named: right) != nil
    let areDates = HistoricalDate(left) != nil && HistoricalDate(right) != nil
    return areActors || areDates ? right : nil
  }

  private func halves(_ text: String, at separator: String) -> (String, String)? {
    guard let found = text.firstRange(of: separator) else { return nil }
    let right = text[found.upperBound...].trimmed
    return right.isEmpty ? nil : (String(text[..<found.lowerBound]), right)
  }

  private var asksForSeveral: Bool {
    let words = CardStyle.words(card.prompt)
    return words.contains { CardStyle.severalWords.contains($0) }
  }

  private static let severalWords: Set<String> = [
    "two", "three", "four", "five", "both", "countries", "states", "parties", "people", "leaders",
    "between", "whom", "dates", "years", "names", "things", "reasons", "ways",
  ]

  /// The number of words of an answer, or of an item of a list, that has more than twelve.
  private var longAnswer: Int? {
    let parts = card.kind == .list ? card.answer.split(separator: "\n") : [Substring(card.answer)]
    let longest = parts.map { $0.split(whereSeparator: \.isWhitespace).count }.max() ?? 0
    return longest > 12 ? longest : nil
  }

  private var isYesOrNo: Bool {
    let answer = CardStyle.words(card.answer)
    if answer == ["yes"] || answer == ["no"] || answer == ["true"] || answer == ["false"] {
      return true
    }
    let prompt = CardStyle.words(card.prompt)
    guard card.blank == nil, let first = prompt.first, let said = answer.first else { return false }
    return CardStyle.auxiliaries.contains(first) && (said == "yes" || said == "no")
  }

  private static let auxiliaries: Set<String> = [
    "am", "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might",
    "must", "should", "was", "were", "will", "would",
  ]

  // MARK: The prompt

  /// The answer, where all its words that tell something stand in the prompt.
  private var answerInPrompt: String? {
    guard card.kind != .list, !isYesOrNo else { return nil }
    let telling = CardStyle.words(card.answer).filter { !CardStyle.dullWords.contains($0) }
    guard !telling.isEmpty else { return nil }
    let prompt = Set(CardStyle.words(card.prompt))
    let isChoice = prompt.contains("or") || prompt.contains("whether")
    guard !isChoice, telling.allSatisfy(prompt.contains) else { return nil }
    return card.answer
  }

  private static let dullWords: Set<String> = [
    "a", "an", "as", "at", "be", "by", "in", "is", "it", "of", "on", "or", "to", "the", "and",
    "for", "with", "from", "that", "this", "was", "were", "are", "had", "has", "its",
    "his", "her", "their", "not", "but", "into", "than", "who", "which", "yes", "one", "all",
  ]

  /// A pronoun before which the prompt names nothing that it could stand for.
  private var pronoun: String? {
    for word in card.prompt.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
      if word.contains("…") { return nil }
      let plain = word.lowercased().filter { $0.isLetter || $0 == "'" }
      if CardStyle.pronouns.contains(plain) { return String(word.filter(\.isLetter)) }
      guard CardStyle.explainsNothing.contains(plain) else { return nil }
    }
    return nil
  }

  private static let pronouns: Set<String> = [
    "he", "she", "it", "they", "him", "them", "his", "hers", "its", "their", "theirs",
  ]

  /// Words that a question opens with before it names anything.
  private static let explainsNothing: Set<String> = auxiliaries.union([
    "who", "whom", "what", "when", "where", "why", "how", "which", "whose", "in", "on", "at", "to",
    "from", "by", "of", "for", "with", "since", "until", "after", "before", "year", "month",
    "day", "date", "many", "much", "long", "often", "and", "then",
  ])
}
