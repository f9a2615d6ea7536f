import Decks

/// Statements made of a card and an answer, in English that holds for every card.
enum Sentence {
  /// The sentence that a card and an answer make, where grammar allows one; else `nil`.
  ///
  /// A cloze takes any answer of its kind in its blank. A question is turned into a statement where
  /// the answer is its subject: `Who signed the treaty?` gives `Talleyrand signed the treaty.`
  static func make(_ card: Card, answer: String) -> String? {
    if card.isCloze {
      guard let blank = card.prompt.firstRange(of: Cloze.mark) else { return nil }
      let before = card.prompt[..<blank.lowerBound].split(whereSeparator: \.isWhitespace).last
      let hasArticle = ["a", "an", "the"].contains(before?.lowercased() ?? "")
      // Only what the author wrote without an article can lack one: "[Wellington] arrived".
      let named = hasArticle || answer == card.answer ? answer : withArticle(answer, card)
      let text =
        before == nil ? (named.first?.uppercased() ?? "") + named.dropFirst() : named
      return card.prompt.replacingCharacters(in: blank, with: text)
    }
    let prompt = card.prompt
    guard prompt.hasSuffix("?"), !prompt.dropLast().contains(where: { ".?!\n".contains($0) }) else {
      return nil
    }
    let words = prompt.dropLast().split(separator: " ").map(String.init)
    guard let first = words.first?.lowercased(), words.count > 2,
      !dangling.contains(words.last?.lowercased() ?? "")
    else { return nil }
    switch first {
    case "who": return subject(withArticle(answer, card), words[1...])
    case "which", "what":
      guard card.kind != .date, card.kind != .number else { return nil }
      // The noun phrase is "which" and one or two plain nouns: "Which state", "Which news agency".
      for length in 1...2 where words.count > length + 2 {
        let nouns = words[1...length]
        let verb = words[length + 1]
        guard nouns.allSatisfy({ $0.allSatisfy { $0.isLetter && $0.isLowercase } }) else { break }
        if nouns.contains(where: { isVerb($0) || Words.function.contains($0) }) { break }
        if isVerb(verb) { return subject(withArticle(answer, card), words[(length + 1)...]) }
      }
      return nil
    case _: return nil
    }
  }

  private static func subject(_ answer: String, _ rest: ArraySlice<String>) -> String? {
    guard let verb = rest.first?.lowercased(), isVerb(verb) else { return nil }
    let next = rest.dropFirst().first
    // "Who was Caesar" and "Who had Kim chosen" ask for something else than the subject.
    if auxiliaries.contains(verb), next?.first?.isUppercase == true { return nil }
    if inverting.contains(verb) { return nil }
    let pronouns: Set<String> = ["he", "she", "they", "it", "the", "his", "her", "their"]
    if auxiliaries.contains(verb), let next, pronouns.contains(next.lowercased()) {
      // "Who was the first consul": right either way for "be", not for "have".
      guard ["was", "were", "is", "are", "became"].contains(verb), next == "the" else { return nil }
    }
    let start = (answer.first?.uppercased() ?? "") + answer.dropFirst()
    return "\(start) \(rest.joined(separator: " "))."
  }

  /// Names that English gives an article: "the Soviet Union", "the Duke of Wellington".
  private static func withArticle(_ answer: String, _ card: Card) -> String {
    let words = answer.split(separator: " ").map { $0.lowercased() }
    let last = words.last ?? ""
    if card.kind == .person {
      let isTitled = titles.contains(words.first ?? "") && words.dropFirst().first == "of"
      return isTitled ? "the \(answer)" : answer
    }
    guard card.kind == .state || card.kind == .organisation, words.first != "the" else {
      return answer
    }
    let needsArticle =
      words.count > 1 && (articled.contains(last) || words.contains("of")) || last == "netherlands"
    return needsArticle ? "the \(answer)" : answer
  }

  private static func isVerb(_ word: String) -> Bool {
    let word = word.lowercased()
    return auxiliaries.contains(word) || inverting.contains(word) || irregular.contains(word)
      || word.count > 4 && word.hasSuffix("ed")
  }

  private static let auxiliaries: Set<String> = [
    "was", "were", "is", "are", "had", "has", "have", "could", "would", "should", "might", "must",
    "can", "will", "may",
  ]
  private static let inverting: Set<String> = ["did", "does", "do"]
  private static let dangling: Set<String> = [
    "by", "with", "for", "to", "from", "of", "against", "on", "in", "at", "about", "under", "as",
  ]
  private static let articled: Set<String> = [
    "union", "states", "kingdom", "empire", "republic", "federation", "party", "pact", "treaty",
    "movement", "league", "senate", "assembly", "congress", "company", "institute", "center",
    "centre", "council", "committee", "kindergarten", "program", "programme", "alliance",
    "confederation", "association", "society", "corporation", "archive", "tribune", "government",
  ]
  private static let titles: Set<String> = [
    "duke", "duchess", "earl", "count", "marquess", "marquis", "prince", "princess", "bishop",
    "archbishop", "elector", "king", "queen", "emperor", "empress", "sultan",
  ]
  private static let irregular: Set<String> = [
    "beat", "became", "began", "bought", "broke", "brought", "built", "burnt", "came", "caught",
    "chose", "drew", "drove", "fell", "fought", "found", "gave", "grew", "heard", "held", "kept",
    "led", "left", "lent", "lost", "made", "met", "paid", "put", "ran", "rose", "said", "sank",
    "saw", "sent", "set", "shot", "sold", "spoke", "stood", "swore", "taught", "threw", "thought",
    "took", "told", "went", "won", "wore", "wrote", "withdrew", "undertook", "forbade", "overthrew",
    "struck", "sought", "bore",
  ]
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
