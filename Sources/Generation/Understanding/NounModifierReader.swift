import Language

/// Finds the statements that participles and relative clauses make of the noun before them: "the
/// port, founded in 1641, …", "a clerk, who left the town in 1702".
struct NounModifierReader {
  private let sentence: SourceSentence
  private let tree: Sentence

  /// - Parameters:
  ///   - sentence: the sentence, with what its pronouns stand for.
  ///   - tree: its words with their tags.
  init(_ sentence: SourceSentence, _ tree: Sentence) {
    self.sentence = sentence
    self.tree = tree
  }

  /// The statements, in the order of their verbs.
  func predications() -> [Predication] {
    tree.tokens.indices.compactMap { index in
      let token = tree.tokens[index]
      let isBy = index + 1 < tree.tokens.count && tree.tokens[index + 1].form == "by"
      if token.penn == .pastParticiple || token.penn == .pastTense && isBy {
        return participle(index)
      }
      if ["who", "which"].contains(token.form.lowercased()) || token.penn == .whDeterminer {
        return relative(index)
      }
      return nil
    }
  }

  /// "X, founded in 1890" and "X founded in 1890", with a date or who acted right behind the verb.
  private func participle(_ verb: Int) -> Predication? {
    guard verb > 0, verb + 1 < tree.tokens.count, says(verb) else { return nil }
    var before = verb - 1
    while before > 0, tree.tokens[before].universal == .adverb { before -= 1 }
    let hasComma = tree.tokens[before].penn == .comma
    guard let phrase = nounPhrase(endingAt: hasComma ? before - 1 : before),
      belongs(verb, to: phrase) || phrase.lowerBound == 0 || behindBy(phrase, verb)
    else { return nil }
    let noun = hasComma ? phrase : nearest(phrase, to: verb)
    guard !(hasComma && (isListed(noun) || isLoose(noun, verb))) else { return nil }
    let subject = described(noun)
    guard let subject else { return nil }
    let end = bodyEnd(verb)
    guard hasComma || isInside(noun, end), !Self.naming.contains(tree.tokens[verb].form) else {
      return nil
    }
    return Predication(
      sentence: sentence, tree: tree, predicate: verb, subject: Array(subject),
      body: Array(verb..<end), auxiliaries: [], isPassive: true, isParticiple: true,
      clauseStart: verb)
  }

  /// "X, who left the town in 1702".
  private func relative(_ word: Int) -> Predication? {
    guard word > 0 else { return nil }
    var verb = word + 1
    while verb < tree.tokens.count, tree.tokens[verb].universal == .adverb { verb += 1 }
    guard verb < tree.tokens.count, tree.tokens[verb].penn == .pastTense else { return nil }
    let hasComma = tree.tokens[word - 1].penn == .comma
    guard let noun = nounPhrase(endingAt: hasComma ? word - 2 : word - 1), !isListed(noun),
      !isCompany(noun)
    else { return nil }
    var predicate = verb
    var auxiliaries: [Int] = []
    if tree.tokens[verb].universal == .auxiliary {
      let participle = tree.tokens[(verb + 1)...].prefix(3).firstIndex {
        $0.penn == .pastParticiple
      }
      guard let participle, tree.tokens[verb].form.lowercased() != "had" else { return nil }
      predicate = participle
      auxiliaries = [verb]
    }
    let isPerson = tree.tokens[word].form.lowercased() == "who"
    guard belongs(predicate, to: noun), !(hasComma && isLoose(noun, predicate) && !isPerson),
      !(isPerson && tree.tokens[noun.upperBound - 1].name.kind == .place)
    else { return nil }
    let end = bodyEnd(predicate)
    guard end > predicate + 1, let subject = described(noun) else { return nil }
    return Predication(
      sentence: sentence, tree: tree, predicate: predicate, subject: Array(subject),
      body: Array(word + 1..<end), auxiliaries: auxiliaries, isPassive: !auxiliaries.isEmpty,
      isParticiple: false, clauseStart: word + 1)
  }

  /// Whether a noun only goes with another one, of which a relative clause may speak as well: "a
  /// council with twenty members that survived".
  private func isCompany(_ noun: Range<Int>) -> Bool {
    noun.lowerBound > 0
      && ["with", "without", "including"].contains(tree.tokens[noun.lowerBound - 1].form)
  }

  /// What a description is of: in "Cowley was a player who won the cup" Cowley.
  private func described(_ noun: Range<Int>) -> Range<Int>? {
    guard noun.lowerBound > 1,
      ["was", "is", "were", "are"].contains(tree.tokens[noun.lowerBound - 1].form)
    else { return noun }
    // "The price was the Treaty of Paris, signed in 1763": the treaty was signed.
    if tree.tokens[noun.lowerBound].form == "the",
      tree.tokens[noun].contains(where: { $0.universal == .properNoun })
    {
      return noun
    }
    var end = noun.lowerBound - 2
    if tree.tokens[end].penn == .closingBracket {
      guard let open = tree.tokens[..<end].lastIndex(where: { $0.penn == .openingBracket }) else {
        return nil
      }
      end = open - 1
    }
    guard let subject = nounPhrase(endingAt: end), subject.lowerBound == 0 else {
      let isIndefinite = ["a", "an"].contains(tree.tokens[noun.lowerBound].form)
      return isIndefinite ? nil : noun
    }
    return subject
  }

  /// Whether a date or who acted stands near behind a participle.
  private func says(_ verb: Int) -> Bool {
    let next = verb + 1
    if tree.tokens[next].form.lowercased() == "by" { return true }
    return sentence.times.contains { time in
      guard time.date != nil, time.role == .adverbial else { return false }
      let first = sentence.words(in: time.phrase).lowerBound
      return first >= next && first <= next + 6
        && !tree.tokens[next..<first].contains { token in
          token.universal == .verb || token.universal == .auxiliary || token.penn == .comma
        } && tree.tokens[next..<first].count { $0.universal == .adposition } <= 1
    }
  }

  /// Whether a participle's clause has a verb around it, so that it is none itself.
  private func isInside(_ noun: Range<Int>, _ end: Int) -> Bool {
    if tree.tokens[..<noun.lowerBound].contains(where: { $0.penn.isTensed }) { return true }
    return tree.tokens[end...].prefix(2).contains { $0.penn.isTensed }
  }

  /// The part of a noun phrase that a participle right behind it is about: in "the visit of a
  /// delegation headed by X" the delegation.
  private func nearest(_ phrase: Range<Int>, to verb: Int) -> Range<Int> {
    let heads = [tree.tokens[verb].head, tree.tokens[verb].reverse.head].compactMap(\.self)
    guard let of = phrase.last(where: { tree.tokens[$0].form == "of" }), !heads.isEmpty,
      heads.allSatisfy({ $0 > of })
    else { return phrase }
    return of + 1..<phrase.upperBound
  }

  private static let naming: Set<String> = [
    "called", "named", "known", "dubbed", "titled", "entitled", "based", "considered", "used",
    "made", "given", "followed",
  ]

  /// Whether who acted follows a participle that no other noun can claim.
  private func behindBy(_ phrase: Range<Int>, _ verb: Int) -> Bool {
    let isBehindPreposition =
      phrase.lowerBound > 0 && tree.tokens[phrase.lowerBound - 1].universal == .adposition
    return tree.tokens[verb + 1].form == "by" && !tree.tokens[phrase].contains { $0.form == "of" }
      && (!isBehindPreposition || tree.tokens[phrase.lowerBound].universal == .determiner)
  }

  /// Whether one of the trees hangs a verb on a noun phrase.
  private func belongs(_ verb: Int, to noun: Range<Int>) -> Bool {
    tree.tokens[verb].head.map(noun.contains) == true
      || tree.tokens[verb].reverse.head.map(noun.contains) == true
  }

  /// Whether a noun phrase stands behind a preposition, so that what follows its comma may be
  /// about the phrase around it, and the trees do not agree on it.
  private func isLoose(_ noun: Range<Int>, _ verb: Int) -> Bool {
    guard noun.lowerBound > 0, tree.tokens[noun.lowerBound - 1].universal == .adposition else {
      return false
    }
    return tree.tokens[verb].head.map(noun.contains) != true
      || tree.tokens[verb].reverse.head.map(noun.contains) != true
  }

  /// Whether a noun phrase is one of several, or says more of the noun before it.
  private func isListed(_ noun: Range<Int>) -> Bool {
    guard noun.lowerBound > 0 else { return false }
    let before = tree.tokens[noun.lowerBound - 1]
    return before.penn == .comma || before.penn == .conjunction
  }

  /// The first word behind a predicate: a mark, a relative word, a finite verb or a conjunction.
  private func bodyEnd(_ verb: Int) -> Int {
    var index = verb + 1
    while index < tree.tokens.count {
      let token = tree.tokens[index]
      if sentence.times.contains(where: { sentence.words(in: $0.phrase).contains(index) }) {
        index += 1
        continue
      }
      if let next = tree.listEnd(from: index) {
        index = next
        continue
      }
      switch token.penn {
      case .comma, .colon, .fullStop, .openingBracket, .closingBracket, .whAdverb, .whDeterminer,
        .whPronoun, .possessiveWh, .pastTense, .plainPresent, .thirdPersonPresent, .modal:
        return tree.tokens[index - 1].universal == .adposition ? index - 1 : index
      case .conjunction:
        // "By Marcus and his brother" goes on, a second verb does not.
        let next = tree.tokens[(index + 1)...].prefix(2)
        if next.contains(where: { $0.universal == .verb || $0.universal == .auxiliary }) {
          return index
        }
      case _:
        if token.form == "—" || token.form == "–" && token.hasSpaceBefore { return index }
        if token.universal == .subordinatingConjunction { return index }
      }
      index += 1
    }
    return index
  }

  /// The noun phrase that ends with a word, with what follows "of" in it.
  private func nounPhrase(endingAt end: Int) -> Range<Int>? {
    guard end >= 0, tree.tokens[end].universal.isNominal || tree.tokens[end].penn == .closingQuote
    else { return nil }
    var start = end
    while start > 0 {
      let before = tree.tokens[start - 1]
      let first = tree.tokens[start]
      if first.universal == .determiner || first.penn == .possessivePronoun {
        guard before.form == "of", start > 1, tree.tokens[start - 2].universal.isNominal else {
          break
        }
        start -= 2
        continue
      }
      let isPart =
        before.universal.isNominal || before.universal == .adjective
        || before.universal == .numeral || before.universal == .determiner
        || before.penn == .possessiveEnding || before.penn == .possessivePronoun
        || before.penn == .hyphen || before.penn == .openingQuote || before.penn == .closingQuote
        || before.form == "of" && start > 1 && tree.tokens[start - 2].universal.isNominal
        || before.universal == .adverb && first.universal == .adjective && before.form != "also"
      if before.penn == .closingBracket,
        let open = tree.tokens[max(0, start - 5)..<start].lastIndex(where: {
          $0.penn == .openingBracket
        })
      {
        start = open
        continue
      }
      guard isPart else { break }
      start -= before.form == "of" ? 2 : 1
    }
    let words = start..<end + 1
    guard words.count <= 14, !tree.tokens[start].universal.isMark,
      !sentence.times.contains(where: { sentence.words(in: $0.range).overlaps(words) })
    else { return nil }
    return words
  }
}

extension PartOfSpeech {
  fileprivate var isMark: Bool { self == .punctuation || self == .adposition }
}
