import Decks

/// What class of thing a prompt asks for, in its own noun: "which city", "the province of […]".
///
/// A distractor of a place, a term or a free text is plausible only where its own card names the
/// same class; for people and states the kind of the card says enough.
enum AnswerClass {
  /// The nouns that name what is asked; empty where the prompt names none.
  ///
  /// - Parameters:
  ///   - prompt: a question, or a sentence with a blank.
  ///   - kind: the card's kind; a place may be named by a few nouns only.
  /// - Returns: lower-case singular nouns.
  static func nouns(in prompt: String, kind: CardKind) -> Set<String> {
    if let blank = prompt.firstRange(of: Cloze.mark) {
      let before = Words.all(String(prompt[..<blank.lowerBound]))
      guard before.count > 1, before.last == "of", let noun = before.dropLast().last else {
        return []
      }
      return Words.function.contains(noun) ? [] : [singular(noun)]
    }
    let words = prompt.split(whereSeparator: \.isWhitespace).map(String.init)
    guard
      let start = words.firstIndex(where: { ["which", "what"].contains($0.lowercased()) })
    else { return kind == .place && words.first == "Where" ? ["place"] : [] }
    var nouns: [String] = []
    for word in words[(start + 1)...].prefix(4) {
      let bare = word.filter { $0.isLetter || $0 == "-" || $0 == "'" || $0 == "’" }
      if isEnd(bare.lowercased()) { break }
      // "Which state's view" asks for a state, whatever follows.
      if bare.hasSuffix("'s") || bare.hasSuffix("’s") {
        nouns = [String(bare.dropLast(2))]
        break
      }
      if bare.isEmpty || word.contains(where: \.isNumber) { break }
      if bare.first?.isLowercase == true { nouns.append(bare) }
      if word.last == "," || word.last == "?" { break }
    }
    return Set(nouns.suffix(2).map { singular($0.lowercased()) }).subtracting(vague)
  }

  private static func isEnd(_ word: String) -> Bool {
    verbs.contains(word) || Words.function.contains(word) && word != "name" && word != "kind"
      || word.count > 4 && word.hasSuffix("ed")
  }

  private static func singular(_ word: String) -> String {
    if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
    return word.hasSuffix("s") && !word.hasSuffix("ss") && word.count > 3
      ? String(word.dropLast()) : word
  }

  /// Nouns that say nothing about what kind of thing is meant.
  private static let vague: Set<String> = ["kind", "name", "thing", "word", "sort", "type", "part"]

  /// Nouns that any organisation answers to.
  static let anyBody: Set<String> = [
    "body", "institution", "organisation", "organization", "actor",
  ]

  /// Ranks and kinship that few bear, and that show in a name: no man answers "which queen".
  static let ranks: Set<String> = [
    "queen", "king", "prince", "princess", "emperor", "empress", "pope", "sultan", "tsar",
    "duchess", "woman", "goddess", "nun", "wife", "mother", "daughter", "sister",
  ]

  /// The nouns by which a prompt tells some persons or organisations from the others; none where
  /// anybody may be meant.
  static func telling(_ prompt: String, kind: CardKind) -> Set<String> {
    switch kind {
    case .organisation: nouns(in: prompt, kind: kind).subtracting(anyBody)
    case .person: nouns(in: prompt, kind: kind).intersection(ranks)
    case .date, .place, .number, .state, .term, .cause, .quotation, .list, .text: []
    }
  }

  /// Verbs without "-ed" that stand after what is asked.
  private static let verbs: Set<String> = [
    "began", "became", "broke", "built", "came", "fell", "fought", "found", "gave", "gives", "got",
    "grew", "held", "kept", "keeps", "killed", "led", "left", "lost", "made", "met", "put", "ran",
    "rose", "ruled", "said", "sank", "saw", "sees", "sent", "set", "shows", "shot", "stood", "sold",
    "took", "used", "went", "won", "wrote", "describes", "states", "argues",
  ]
}
