import Decks

extension Marker {
  /// How a typed phrase contradicts an expected one where their words agree: by a negation, an
  /// opposite, a preposition or an exchange of roles; `nil` where nothing does.
  func contradiction(
    _ typed: [String], _ form: Target.Form, _ target: Target
  ) -> Verdict? {
    let mine = Folded(form.text).words
    if NameTable.key(mine) == NameTable.key(typed) { return nil }
    if let contradicted = Negation.contradiction(mine, typed) {
      return Verdict(.wrong, because: contradicted)
    }
    let denies = { (words: [String]) in
      Negation.isNegated(words) || words.contains("non")
    }
    if denies(mine), !denies(typed), target.kind == .term {
      return Verdict(.wrong, because: .opposite)
    }
    let expectedTokens = tokenizer.tokens(mine).all
    let typedTokens = tokenizer.tokens(typed).all
    let missing = expectedTokens.filter { !typedTokens.contains($0) }
    let extra = typedTokens.filter { !expectedTokens.contains($0) }
    if missing.contains(where: { one in extra.contains { Antonyms.areOpposite(one, $0) } }),
      !Antonyms.tellsOfVictory(missing, typed)
    {
      return Verdict(.wrong, because: .opposite)
    }
    if hasPrefixOpposite(mine, typed) { return Verdict(.wrong, because: .opposite) }
    let expected = Clause(mine, tokenizer)
    let answer = Clause(typed, tokenizer)
    if let reason = expected.contradiction(by: answer) {
      // Where half of the words differ, their order proves nothing.
      let isReworded = missing.count * 2 > expectedTokens.count
      return isReworded
        ? Verdict(.almost, unsure: true, because: .cannotTell) : Verdict(.wrong, because: reason)
    }
    return isOtherSubject(expected, answer, target)
      ? Verdict(.almost, unsure: true, because: .cannotTell) : nil
  }

  /// Whether a pronoun was replaced by a subject that the question does not name.
  private func isOtherSubject(_ expected: Clause, _ typed: Clause, _ target: Target) -> Bool {
    guard let first = expected.items.first, first.token.hasPrefix("~"), first.token != "~both",
      let verb = expected.items.first(where: \.isVerb), !verb.isPassive,
      let place = typed.items.firstIndex(where: { $0.token == verb.token && $0.isVerb }),
      !typed.items[place].isPassive, !typed.items.contains(where: { $0.token == first.token })
    else { return false }
    let asked = Set(tokenizer.tokens(target.questionWords).all)
    let known = Set(expected.items.map(\.token)).union(asked)
    let subjects = typed.items[..<place].filter { $0.preposition == nil && $0.part == 0 }
    return !subjects.isEmpty && !subjects.contains { known.contains($0.token) }
      && !subjects.contains { $0.token.hasPrefix("~") }
  }

  /// Whether a word on one side is a word of the other with a prefix that turns it round.
  private func hasPrefixOpposite(_ expected: [String], _ typed: [String]) -> Bool {
    let mine = expected.filter { !typed.contains($0) }
    let other = typed.filter { !expected.contains($0) }
    return mine.contains { left in
      other.contains { right in Opposites.isTurned(left, right) || Opposites.isTurned(right, left) }
    }
  }
}

/// Words that a prefix turns into their opposites.
enum Opposites {
  /// Whether `word` is `base` behind a prefix that denies it, both of them words of some length.
  static func isTurned(_ word: String, _ base: String) -> Bool {
    guard base.utf8.count >= 4, word.utf8.count > base.utf8.count else { return false }
    return prefixes.contains { prefix in
      word.hasPrefix(prefix) && isForm(String(word.dropFirst(prefix.count)), base)
    }
  }

  private static func isForm(_ left: String, _ right: String) -> Bool {
    left == right || Stem.of(left) == Stem.of(right)
  }

  private static let prefixes = [
    "de", "un", "in", "im", "il", "ir", "dis", "anti", "non", "counter", "mis", "a",
  ]
}

extension Negation {
  /// How two texts differ in what they deny; `nil` where they do not.
  static func contradiction(_ expected: [String], _ typed: [String]) -> Reason? {
    let restricts = { (words: [String]) in words.contains("only") && !hasNotOnly(words) }
    if restricts(expected) && hasNotOnly(typed) || restricts(typed) && hasNotOnly(expected) {
      return .opposite
    }
    // "All men" for only rich men.
    let quantifiers: Set<String> = ["all", "every", "everybody", "everyone"]
    if restricts(expected), !typed.contains("only"), quantifiers.isDisjoint(with: expected),
      !quantifiers.isDisjoint(with: typed)
    {
      return .opposite
    }
    // "Bad air rather than water", "instead of water".
    for (first, second) in zip(typed.indices, typed.indices.dropFirst())
    where typed[first] == "rather" && typed[second] == "than"
      || typed[first] == "instead" && typed[second] == "of"
    {
      let rest = typed[(second + 1)...].filter { !Stopwords.all.contains($0) }
      if rest.contains(where: expected.contains), !expected.contains(typed[first]) {
        return .opposite
      }
    }
    return nil
  }

  private static func hasNotOnly(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { $0 == "not" && ["only", "just"].contains($1) }
  }
}
