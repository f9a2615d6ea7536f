import Language

/// Finds words that a card cannot explain: pronouns, demonstratives, "the company".
struct Reference {
  private let tree: Sentence
  /// The words whose meaning is known.
  private let known: Set<Int>
  private let descriptions: Descriptions

  init(_ sentence: SourceSentence, _ tree: Sentence, _ descriptions: Descriptions) {
    self.tree = tree
    self.descriptions = descriptions
    known = Set(sentence.standIns.keys)
  }

  /// Whether words of a card point to something that is not among them.
  ///
  /// - Parameters:
  ///   - words: the words of the card, in order.
  ///   - hasSubject: whether a named or described subject stands before the rest, or is asked for.
  /// - Returns: whether there is such a word.
  func isOpen(_ words: [Int], hasSubject: Bool) -> Bool {
    let kept = Set(words)
    for index in words where !known.contains(index) {
      let token = tree.tokens[index]
      let form = token.form.lowercased()
      let isSoCalled =
        form == "so" && index + 1 < tree.tokens.count && tree.tokens[index + 1].form == "-"
      // "Following their defeat" is a preposition.
      if ["following", "including"].contains(form), token.relation == .caseMark { continue }
      // "US" is no pronoun, and "155 others" are people.
      if form == "others", index > 0, tree.tokens[index - 1].penn == .cardinal { continue }
      // "One dollar" counts.
      if form == "one", index + 1 < tree.tokens.count, tree.tokens[index + 1].universal == .noun {
        continue
      }
      if Self.pointers.contains(form), !isSoCalled, token.form != "US" { return true }
      if Self.orders.contains(form), stands(alone: index) { return true }
      switch token.penn {
      case .pronoun:
        if !form.hasSuffix("self") && !form.hasSuffix("selves") { return true }
      case .possessivePronoun:
        let isExplained = words.contains { word in
          word < index && tree.tokens[word].universal == .properNoun
        }
        if !hasSubject && !isExplained || ["my", "our", "your"].contains(form) { return true }
        // "Presented her with a book".
        if index + 1 < tree.tokens.count {
          let next = tree.tokens[index + 1]
          if next.universal == .adposition || next.universal == .punctuation { return true }
        }
      case .determiner:
        if Self.demonstratives.contains(form) { return true }
        if form == "the", let noun = token.head, isBare(noun, kept) { return true }
      case _: break
      }
    }
    return false
  }

  /// Whether "the last", "his second" stands without the noun that it counts.
  private func stands(alone index: Int) -> Bool {
    guard index > 0,
      tree.tokens[index - 1].universal == .determiner
        || tree.tokens[index - 1].penn == .possessivePronoun
    else { return false }
    guard index + 1 < tree.tokens.count else { return true }
    let next = tree.tokens[index + 1]
    return !next.universal.isNominal && next.universal != .adjective && next.universal != .numeral
      && next.universal != .adverb && next.form != "of" && next.form != "to" && next.penn != .hyphen
      && next.penn != .gerund && next.penn != .pastParticiple && next.penn != .conjunction
  }

  private static let orders: Set<String> = [
    "first", "second", "third", "fourth", "last", "latest", "largest", "smallest", "oldest",
  ]

  /// A common noun with nothing but its article, and not one of a kind.
  private func isBare(_ noun: Int, _ kept: Set<Int>) -> Bool {
    let token = tree.tokens[noun]
    let form = token.form.lowercased()
    if !Self.persons.contains(form), !Self.partial.contains(form), descriptions.isPlain(form) {
      return false
    }
    // "The Huguenots" name themselves, whatever the tagger says.
    guard token.universal == .noun, !known.contains(noun),
      token.form.first?.isUppercase != true || noun == 0,
      !Self.unique.contains(token.form.lowercased())
    else {
      return false
    }
    // "The final version": of what?
    if Self.relational.contains(form),
      !(kept.contains(noun + 1) && tree.tokens[noun + 1].form == "of")
    {
      return true
    }
    // "The emperor Michael".
    if kept.contains(noun + 1), tree.tokens[noun + 1].universal == .properNoun { return false }
    // "The leadership of Jean Ribault", whatever the tree makes of it.
    if kept.contains(noun + 1), kept.contains(noun + 2), tree.tokens[noun + 1].form == "of" {
      return false
    }
    return !tree.dependents(of: noun).contains { index in
      guard kept.contains(index) else { return false }
      switch tree.tokens[index].relation {
      case .adjectivalModifier, .nominalModifier, .compound, .relativeClause, .adnominalClause,
        .flat, .possessive, .descriptiveModifier, .unmarkedModifier:
        return true
      case .apposition, .oblique: return true
      case _: return false
      }
    }
  }

  /// Whether words are open for nothing but their bare article, and are no role either.
  func isOnlyBare(_ words: [Int]) -> Bool {
    !hasBareRole(words)
      && !words.contains { index in
        Self.pointers.contains(tree.tokens[index].form.lowercased())
          || tree.tokens[index].penn == .determiner
            && Self.demonstratives.contains(tree.tokens[index].form.lowercased())
      }
  }

  /// Whether a noun that only the text before explains stands alone with its article: "the king".
  func hasBareRole(_ words: [Int]) -> Bool {
    words.contains { index in
      guard tree.tokens[index].form.lowercased() == "the", !known.contains(index),
        let noun = tree.tokens[index].head
      else { return false }
      return Self.roles.contains(tree.tokens[noun].form.lowercased()) && isBare(noun, Set(words))
    }
  }

  private static let roles: Set<String> = [
    "king", "queen", "emperor", "president", "minister", "general", "pope", "company",
    "corporation", "firm", "business", "city", "town", "village", "country", "island", "war",
    "battle", "treaty", "agreement", "party", "couple", "team", "court", "law", "act", "plan",
    "project", "book", "film", "ship", "building", "church", "school", "man", "woman", "author",
    "league", "proposal", "offer", "attack", "decision", "patient", "armies", "sides",
  ]

  /// Nouns that stand for somebody whom the text has named otherwise.
  private static let persons: Set<String> = [
    "king", "queen", "emperor", "president", "minister", "general", "pope", "couple", "team", "man",
    "woman", "author", "patient", "company", "corporation", "firm", "business", "men", "women",
    "pair", "two", "three", "prince", "duke", "premier", "leader", "boy", "girl",
    "child", "son", "daughter", "brother", "sister", "father", "mother", "wife", "husband",
  ]

  /// Nouns that say nothing without what they are of.
  static let partial: Set<String> = ["rest", "right", "effect", "result", "cause"]

  private static let demonstratives: Set<String> = [
    "this", "that", "these", "those", "both", "such",
  ]

  private static let pointers: Set<String> = [
    "this", "these", "those", "former", "latter", "aforementioned", "same", "another", "other",
    "others", "following", "previous", "next", "subsequent", "ensuing", "respective", "such",
    "here", "there", "today", "now",
    "ago", "thereby", "above", "below", "i", "we", "us", "you", "me", "respectively", "so",
    "one", "ones", "did", "too", "likewise", "including", "earlier",
  ]

  /// Nouns that mean something only with what they are of.
  private static let relational: Set<String> = [
    "version", "half", "remainder", "majority", "minority", "portion", "edition", "sequel",
  ]

  private static let unique: Set<String> = [
    "world", "throne", "sea", "sun", "moon", "earth", "public", "press", "past", "future", "south",
    "north", "east", "west", "papacy", "pope", "bible", "internet", "end",
    "start", "beginning", "age", "time", "middle", "construction", "first", "poor", "rich",
    "death", "aim", "help", "monarchy", "sky", "coast", "death penalty",
  ]
}
