import Language

/// Finds statements by the order of their words alone, where the two trees do not agree.
///
/// English puts the subject right before its verb. A stretch from a place where a clause can begin
/// up to the first finite verb is a subject if nothing in it can open another clause; the
/// predicate then runs to the first mark or word that ends it.
struct PlainClauseReader {
  private let sentence: SourceSentence
  private let tree: Sentence

  /// - Parameters:
  ///   - sentence: the sentence.
  ///   - tree: its words with their tags.
  init(_ sentence: SourceSentence, _ tree: Sentence) {
    self.sentence = sentence
    self.tree = tree
  }

  /// The statements, in the order of their verbs.
  func predications() -> [Predication] {
    starts.compactMap { predication(from: $0) }
  }

  /// Where a clause can begin: the sentence's start, behind what introduces it, behind a semicolon
  /// and behind ", and".
  private var starts: [Int] {
    var found = [opening]
    for index in tree.tokens.indices.dropFirst() where index > opening {
      let form = tree.tokens[index].form
      if form == ";" {
        found.append(afterDate(index + 1))
      } else if ["and", "but"].contains(form), hasVerb(opening..<index) {
        let before = tree.tokens[index - 1]
        let ends = before.penn == .comma || isDate(index - 1)
        guard ends else { continue }
        var next = index + 1
        if next + 2 < tree.tokens.count, tree.tokens[next].penn == .comma,
          tree.tokens[next + 2].penn == .comma
        {
          next += 3
        }
        found.append(afterDate(next))
      }
    }
    return found
  }

  /// The first word of the main clause.
  private var opening: Int {
    var start = 0
    for words in 1...3 where words < tree.tokens.count && tree.tokens[words].penn == .comma {
      let text = tree.text(Array(0..<words)).lowercased()
      if Self.connectives.contains(text) { start = words + 1 }
    }
    let afterDate = afterDate(start)
    if afterDate != start { return afterDate }
    // "After years of war in Vietnam, the king …": a phrase without a verb.
    guard start < tree.tokens.count, tree.tokens[start].penn == .preposition,
      let comma = tree.tokens[start...].firstIndex(where: { $0.penn == .comma }),
      comma - start <= 14, !hasVerb(start..<comma)
    else { return start }
    return self.afterDate(comma + 1)
  }

  /// The word behind a date and its comma.
  private func afterDate(_ start: Int) -> Int {
    for time in sentence.times where time.date != nil && time.role == .adverbial {
      let words = sentence.words(in: time.phrase)
      guard words.lowerBound == start, words.upperBound < tree.tokens.count, !words.isEmpty else {
        continue
      }
      let next = words.upperBound
      return tree.tokens[next].penn == .comma ? next + 1 : next
    }
    return start
  }

  private func isDate(_ index: Int) -> Bool {
    sentence.times.contains { sentence.words(in: $0.phrase).contains(index) }
  }

  private func hasVerb(_ words: Range<Int>) -> Bool {
    tree.tokens[words].contains { $0.penn.isTensed || $0.penn == .modal }
  }

  private func predication(from start: Int) -> Predication? {
    guard
      let verb = tree.tokens.indices.first(where: {
        $0 >= start && tree.tokens[$0].penn.isTensed
      }), verb > start, verb - start <= 18
    else { return nil }
    // An adverb before the verb belongs to the predicate: "gradually deteriorated".
    var end = verb
    while end > start, tree.tokens[end - 1].universal == .adverb { end -= 1 }
    let subject = Array(start..<end)
    guard isSubject(subject), let group = verbGroup(verb) else { return nil }
    let last = predicateEnd(group.predicate)
    let asides = (end..<last).map { bracketed(at: $0) }
    let body = (end..<last).filter { word in !asides.contains { $0.contains(word) } }
    guard !body.contains(where: { Self.pairing.contains(tree.tokens[$0].form.lowercased()) }) else {
      return nil
    }
    // "And Kim reciprocated" says too little by itself.
    let says = body.contains { word in
      word > group.predicate && !isDate(word) && tree.tokens[word].universal.isNominal
    }
    guard start == opening || says else { return nil }
    return Predication(
      sentence: sentence, tree: tree, predicate: group.predicate, resolvedSubject: nil,
      subject: subject, body: body, auxiliaries: group.auxiliaries, isPassive: group.isPassive,
      isParticiple: false, clauseStart: start)
  }

  private func isSubject(_ words: [Int]) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    switch tree.tokens[first].universal {
    case .determiner, .noun, .properNoun, .adjective, .numeral: break
    case .adverb: guard tree.tokens[first].form.lowercased() != "there" else { return false }
    case .adposition, .auxiliary, .coordinatingConjunction, .interjection, .particle, .pronoun,
      .punctuation, .subordinatingConjunction, .symbol, .verb, .other:
      return false
    }
    guard tree.tokens[last].universal.isNominal || tree.tokens[last].universal == .numeral else {
      return false
    }
    return !words.contains { index in
      switch tree.tokens[index].penn {
      case .comma, .colon, .openingBracket, .closingBracket, .whAdverb, .whDeterminer, .whPronoun,
        .possessiveWh, .pronoun, .gerund, .verbBase, .modal, .existential:
        return true
      case _: return tree.tokens[index].universal == .subordinatingConjunction
      }
    }
  }

  private func verbGroup(_ verb: Int) -> (predicate: Int, auxiliaries: [Int], isPassive: Bool)? {
    let form = tree.tokens[verb].form.lowercased()
    guard ["was", "were", "had"].contains(form) else {
      return tree.tokens[verb].penn == .pastTense ? (verb, [], false) : nil
    }
    var auxiliaries = [verb]
    var index = verb + 1
    while index < tree.tokens.count {
      let token = tree.tokens[index]
      if token.universal == .adverb {
        index += 1
      } else if token.form.lowercased() == "been" {
        auxiliaries.append(index)
        index += 1
      } else if token.penn == .pastParticiple {
        return (index, auxiliaries, form != "had" || auxiliaries.count > 1)
      } else {
        break
      }
    }
    // "Had" with an object is a verb of its own; "was" with a noun is left to the trees.
    return form == "had" && auxiliaries.count == 1 && index == verb + 1 ? (verb, [], false) : nil
  }

  /// The words of a short bracket without a date that opens at a word; else none.
  private func bracketed(at index: Int) -> Range<Int> {
    guard tree.tokens[index].penn == .openingBracket,
      let end = tree.tokens[index...].prefix(6).firstIndex(where: { $0.penn == .closingBracket }),
      !(index...end).contains(where: isDate), !hasVerb(index..<end)
    else { return index..<index }
    return index..<end + 1
  }

  /// The first word behind a predicate.
  private func predicateEnd(_ predicate: Int) -> Int {
    var index = predicate + 1
    while index < tree.tokens.count {
      let token = tree.tokens[index]
      let aside = bracketed(at: index)
      if isDate(index) || !aside.isEmpty {
        index = max(index + 1, aside.upperBound)
        continue
      }
      switch token.penn {
      case .comma, .colon, .fullStop, .openingBracket, .whAdverb, .whDeterminer, .whPronoun,
        .possessiveWh:
        // "In which": the preposition goes with it.
        let isBehindPreposition = tree.tokens[index - 1].universal == .adposition
        return isBehindPreposition ? index - 1 : index
      case .conjunction:
        let rest = tree.tokens[(index + 1)...].prefix { $0.universal != .punctuation }
        if rest.contains(where: { $0.penn.isTensed || $0.penn == .modal }) { return index }
      case _:
        if token.form == "—" || token.form == "–" && token.hasSpaceBefore { return index }
        if token.universal == .subordinatingConjunction,
          Self.subordinators.contains(token.form.lowercased())
        {
          return index
        }
      }
      index += 1
    }
    return index
  }

  private static let connectives: Set<String> = [
    "however", "therefore", "furthermore", "then", "besides", "in addition", "moreover", "thus",
    "consequently", "meanwhile", "finally", "nevertheless", "eventually", "later", "instead",
  ]

  private static let subordinators: Set<String> = [
    "because", "although", "though", "while", "whereas", "when", "after", "before", "since", "as",
    "until", "if", "where",
  ]

  /// Words that need what stands behind the next comma or "and".
  private static let pairing: Set<String> = ["both", "either", "neither", "not", "never"]
}
