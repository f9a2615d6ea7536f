import Language

/// Finds statements by the order of their words alone, where the two trees do not agree.
///
/// English puts the subject right before its verb. A stretch from a place where a clause can begin
/// up to the first finite verb is a subject if nothing in it can open another clause; the
/// predicate then runs to the first mark or word that ends it.
struct PlainClauseReader {
  let sentence: SourceSentence
  let tree: Sentence

  /// - Parameters:
  ///   - sentence: the sentence, with what its pronouns stand for.
  ///   - tree: its words with their tags.
  init(_ sentence: SourceSentence, _ tree: Sentence) {
    self.sentence = sentence
    self.tree = tree
  }

  /// The statements, in the order of their verbs.
  func predications() -> [Predication] {
    let found =
      clauseStarts.compactMap { predication(from: $0) } + [behindRelative()].compactMap(\.self)
    let main = found.first { $0.clauseStart == opening }
    let joined = found + found.flatMap(coordinated)
    return joined + found.compactMap(asideParticiple)
      + joined.flatMap { DatedSeriesReader($0).statements() }
      + [participle(from: opening), main.flatMap(gerund), main.flatMap(perfect)].compactMap(\.self)
  }

  /// What a gerund before the main clause says of its subject: "After signing the treaty in 1261,
  /// the emperor …".
  func gerund(before main: Predication) -> Predication? {
    guard let start = main.clauseStart, start > 2,
      let verb = tree.tokens.prefix(2).firstIndex(where: { $0.penn == .gerund }),
      verb == 0 || Self.introducing.contains(tree.tokens[0].form.lowercased()),
      !["having", "being", "following", "including", "according", "concerning", "regarding"]
        .contains(tree.tokens[verb].form.lowercased())
    else { return nil }
    let end = predicateEnd(verb)
    guard end < start, tree.tokens[end].penn == .comma, end > verb + 1 else { return nil }
    return Predication(
      sentence: sentence, tree: tree, predicate: verb, subject: main.subject,
      body: withoutBrackets(Array(verb..<end)), auxiliaries: [], isPassive: false,
      isParticiple: false, clauseStart: verb)
  }

  static let introducing: Set<String> = [
    "after", "before", "when", "while", "by", "on", "upon", "since",
  ]

  /// What a participle with a date says of the subject: "X was a company founded in 1890", "X, a
  /// tube invented in 1907, …".
  private func participle(from start: Int) -> Predication? {
    guard
      let verb = tree.tokens.indices.first(where: { index in
        guard index > start + 1, tree.tokens[index].penn == .pastParticiple,
          index + 1 < tree.tokens.count, isDate(index + 1)
        else { return false }
        return sentence.times.contains {
          $0.role == .adverbial && sentence.words(in: $0.phrase).lowerBound == index + 1
        }
      }),
      let end = tree.tokens[start..<verb].firstIndex(where: {
        $0.penn == .comma || ["was", "is", "were"].contains($0.form.lowercased())
      }), isSubject(Array(start..<end)), end + 1 < verb,
      tree.tokens[start..<end].contains(where: { $0.universal == .properNoun || $0.form == "the" })
        || tree.tokens[start].form.lowercased() == "the"
    else { return nil }
    let between = tree.tokens[end + 1..<verb]
    let isDescription =
      ["a", "an", "the"].contains(tree.tokens[end + 1].form.lowercased())
      && between.dropFirst().allSatisfy { token in
        token.universal == .adjective || token.universal.isNominal || token.penn == .comma
      }
    guard isDescription else { return nil }
    return Predication(
      sentence: sentence, tree: tree, predicate: verb,
      subject: Array(start..<end), body: withoutBrackets(Array(verb..<predicateEnd(verb))),
      auxiliaries: [], isPassive: true, isParticiple: true, clauseStart: start)
  }

  /// Where a clause can begin: the sentence's start, behind what introduces it, behind a semicolon
  /// and behind ", and".
  var clauseStarts: [Int] {
    var found = [opening]
    if let word = tree.tokens.prefix(3).firstIndex(where: { $0.form.lowercased() == "when" }) {
      found.append(word + 1)
    }
    for index in tree.tokens.indices.dropFirst() where index > opening {
      let form = tree.tokens[index].form
      if form == ";" {
        found.append(afterDate(index + 1))
      } else if tree.tokens[index].penn == .possessiveWh, sentence.standIns[index] != nil {
        found.append(index)
      } else if ["when", "because", "although", "before", "after", "until", "since", "where"]
        .contains(form.lowercased()), !isDate(index)
      {
        found.append(afterDate(index + 1))
      } else if ["and", "but"].contains(form), !isDate(index), hasVerb(opening..<index) {
        let before = tree.tokens[index - 1]
        let ends =
          before.penn == .comma || isDate(index - 1)
          || index + 1 < tree.tokens.count && tree.tokens[index + 1].penn == .comma
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
  var opening: Int {
    var start = 0
    for words in 1...3 where words < tree.tokens.count && tree.tokens[words].penn == .comma {
      let text = tree.text(Array(0..<words)).lowercased()
      if Self.connectives.contains(text) { start = words + 1 }
    }
    // "Meanwhile Iceland extended its limits".
    if start == 0, let first = tree.tokens.first, first.universal == .adverb,
      Self.connectives.contains(first.form.lowercased())
    {
      start = 1
    }
    let next = afterDate(start)
    if next != start { return next }
    // "After years of war in Vietnam, the king …": a phrase without a verb.
    guard start < tree.tokens.count else { return start }
    if start == 0, tree.tokens.count > 2, tree.tokens[0].form == "There",
      tree.tokens[1].universal == .properNoun
    {
      return 1
    }
    if let main = behindPhrase(start) ?? behindScene(start) { return main }
    if let main = behindSubordinate(start) { return afterDate(main) }
    guard tree.tokens[start].penn == .preposition,
      let comma = tree.tokens[start...].firstIndex(where: { $0.penn == .comma }),
      comma - start <= 14, !hasVerb(start..<comma)
    else { return start }
    // "At a meeting, held on 1 August, the shareholders …".
    if comma + 1 < tree.tokens.count, tree.tokens[comma + 1].penn == .pastParticiple,
      let next = tree.tokens[(comma + 1)...].prefix(12).firstIndex(where: { $0.penn == .comma }),
      !hasVerb(comma..<next)
    {
      return afterDate(next + 1)
    }
    return afterDate(comma + 1)
  }

  /// The first word of the main clause behind a clause or participle that opens the sentence:
  /// "When the war ended, the king …".
  private func behindSubordinate(_ start: Int) -> Int? {
    let first = tree.tokens[start]
    let hasVerb = tree.tokens.dropFirst(start + 1).prefix(8).contains(where: {
      $0.penn == .gerund || $0.penn.isTensed
    })
    let opens = first.universal == .subordinatingConjunction || first.universal == .adposition
    guard
      first.penn == .whAdverb || first.penn == .gerund || first.penn == .pastParticiple
        || first.form == "Born"
        || opens && hasVerb
    else { return nil }
    let commas = tree.tokens.indices.filter { $0 > start && tree.tokens[$0].penn == .comma }
    return commas.prefix(5).map { $0 + 1 }.first { next in
      let after = afterDate(next)
      guard let verb = verb(from: after) else { return false }
      return isSubject(Array(after..<verb.start)) || pronoun(after, verb.start) != nil
    }
  }

  /// The word behind a date and its comma.
  private func afterDate(_ start: Int) -> Int {
    for time in sentence.times where time.date != nil && sentence.isAdverbial(time) {
      let words = sentence.words(in: time.phrase)
      guard words.lowerBound == start, words.upperBound < tree.tokens.count, !words.isEmpty else {
        continue
      }
      let next = words.upperBound
      guard tree.tokens[next].penn == .comma else { return next }
      // "In 1996, with the country in the midst of famine, …".
      guard next + 1 < tree.tokens.count, tree.tokens[next + 1].universal == .adposition,
        let comma = tree.tokens[(next + 1)...].prefix(14).firstIndex(where: { $0.penn == .comma }),
        !hasVerb(next..<comma)
      else { return next + 1 }
      return comma + 1
    }
    return start
  }

  func isDate(_ index: Int) -> Bool {
    sentence.times.contains { sentence.words(in: $0.phrase).contains(index) }
  }

  func hasVerb(_ words: Range<Int>) -> Bool {
    tree.tokens[words].contains { $0.penn.isTensed || $0.penn == .modal }
  }

  private func predication(from start: Int) -> Predication? {
    guard let (verb, end) = verb(from: start), let subject = subject(start, end),
      let group = verbGroup(verb)
    else { return nil }
    let last = shortened(predicateEnd(group.predicate), from: start, group.predicate)
    let body = withoutBrackets(Array(end..<last)).filter { word in
      // American commas stand inside of the quotation.
      !(word + 2 == last && tree.tokens[word].penn == .comma
        && tree.tokens[word + 1].penn == .closingQuote)
    }
    guard !hasHalfPair(body) else { return nil }
    // "And Kim reciprocated" says too little by itself.
    let says = body.contains { word in
      word > group.predicate && !isDate(word)
        && (tree.tokens[word].universal.isNominal || tree.tokens[word].universal == .adjective)
    }
    guard start == opening || says else { return nil }
    return Predication(
      sentence: sentence, tree: tree, predicate: group.predicate,
      subject: subject, body: body, auxiliaries: group.auxiliaries, isPassive: group.isPassive,
      isParticiple: false, clauseStart: start, scene: start == opening ? scene(before: start) : [])
  }

  /// The statements that "and" joins to one of the same subject: "X built a mill and sold it".
  func coordinated(with first: Predication) -> [Predication] {
    var found: [Predication] = []
    var index = first.predicate + 1
    while index + 1 < tree.tokens.count, found.count < 3 {
      let token = tree.tokens[index]
      switch token.penn {
      case .whAdverb, .whDeterminer, .whPronoun, .possessiveWh: return found
      case .colon: if token.form == ";" { return found }
      case .conjunction, .comma:
        let isBoth = token.penn == .comma && tree.tokens[index + 1].penn == .conjunction
        // "X rose, fell and rose again": a comma alone joins only in a list.
        if token.penn == .comma, !isBoth, !isList(from: index + 1) { break }
        var verb = isBoth ? index + 2 : index + 1
        // "And, in 226, agreed to peace".
        if verb + 1 < tree.tokens.count, tree.tokens[verb].penn == .comma,
          let date = sentence.times.first(where: {
            sentence.words(in: $0.phrase).lowerBound == verb + 1 && sentence.isAdverbial($0)
          }), let second = behindComma(sentence.words(in: date.phrase).upperBound),
          let next = self.second(second, second, after: first)
        {
          found.append(next)
          index = next.predicate
          break
        }
        let time = sentence.times.first { sentence.words(in: $0.phrase).lowerBound == verb }
        if let time, sentence.isAdverbial(time) {
          verb = sentence.words(in: time.phrase).upperBound
        }
        let start = verb
        while verb < tree.tokens.count, tree.tokens[verb].universal == .adverb { verb += 1 }
        guard verb < tree.tokens.count, let next = second(verb, start, after: first) else { break }
        found.append(next)
        index = next.predicate
      case _:
        if !isDate(index), token.universal != .adverb,
          Self.subordinators.contains(token.form.lowercased())
        {
          return found
        }
      }
      index += 1
    }
    return found
  }

  /// The finite verb right behind a comma.
  private func behindComma(_ comma: Int) -> Int? {
    guard comma + 1 < tree.tokens.count, tree.tokens[comma].penn == .comma,
      tree.tokens[comma + 1].penn == .pastTense
    else { return nil }
    return comma + 1
  }

  /// Whether a list of verbs goes on behind a word: a verb here, and one behind "and" later.
  private func isList(from start: Int) -> Bool {
    guard tree.tokens[start].penn == .pastTense else { return false }
    return tree.tokens.indices.dropLast().contains { index in
      index > start && tree.tokens[index].penn == .conjunction
        && tree.tokens[index + 1].penn == .pastTense
    }
  }

  func second(_ verb: Int, _ start: Int, after first: Predication) -> Predication? {
    let tag = tree.tokens[verb].penn
    if tag == .pastParticiple || tag == .pastTense && first.isPassive && mayBePassive(verb) {
      // "Made by a treaty, signed in 1921 and ratified in 1922": the treaty was ratified.
      let isNested = (first.predicate + 1..<verb).contains { index in
        tree.tokens[index].penn == .pastParticiple && tree.tokens[index - 1].penn == .comma
      }
      guard !isNested, first.isPassive, !first.auxiliaries.isEmpty,
        tree.tokens[verb - 1].penn != .comma
      else {
        return nil
      }
      return Predication(
        sentence: sentence, tree: tree, predicate: verb, subject: first.subject,
        body: withoutBrackets(Array(verb..<predicateEnd(verb))), auxiliaries: [], isPassive: true,
        isParticiple: true, clauseStart: start, scene: first.scene)
    }
    guard tag == .pastTense, let group = verbGroup(verb) else { return nil }
    let body = withoutBrackets(Array(start..<predicateEnd(group.predicate)))
    guard !hasHalfPair(body), body.count > 1 else { return nil }
    return Predication(
      sentence: sentence, tree: tree, predicate: group.predicate, subject: first.subject,
      body: body, auxiliaries: group.auxiliaries, isPassive: group.isPassive, isParticiple: false,
      clauseStart: start, scene: first.scene)
  }

  /// Whether a past tense may be a participle, as nothing follows that it could take for its object:
  /// "was drawn up in 1978 but dropped two years later".
  private func mayBePassive(_ verb: Int) -> Bool {
    guard tree.tokens[verb].form.hasSuffix("ed"), verb + 1 < tree.tokens.count,
      !Self.intransitive.contains(tree.tokens[verb].form)
    else { return false }
    let next = tree.tokens[verb + 1]
    return isDate(verb + 1) || next.form == "by" || next.universal == .punctuation
      || next.penn == .whAdverb
  }

  /// Past tenses that no passive has.
  private static let intransitive: Set<String> = [
    "died", "resigned", "retired", "returned", "escaped", "emerged", "happened", "occurred",
    "disappeared", "vanished", "collapsed", "survived", "remained", "arrived", "succeeded",
    "appeared", "lived", "stayed", "moved", "departed", "emigrated", "migrated", "married",
    "recovered", "surrendered", "graduated", "ended", "started", "continued", "lasted", "closed",
    "opened", "failed", "sailed", "landed", "worked", "served", "ceased",
  ]

  /// The finite verb of a clause, and where its predicate begins: an adverb before the verb belongs
  /// to it, as in "gradually deteriorated".
  func verb(from start: Int) -> (verb: Int, start: Int)? {
    let first = tree.tokens.indices.first { index in
      guard index >= start, tree.tokens[index].penn.isTensed || isMistaken(index, from: start)
      else { return false }
      // "The first organised group": no noun stands before it.
      return tree.tokens[start..<index].contains {
        $0.universal.isNominal || $0.penn == .pronoun
      } && !isReduced(index)
    }
    guard let verb = first, verb - start <= 28 else { return nil }
    var end = verb
    while end > start, tree.tokens[end - 1].universal == .adverb { end -= 1 }
    return (verb, end)
  }

  /// Whether a verb that was read as a past tense is a participle: "The ship captained by Pereira
  /// called at the island".
  private func isReduced(_ verb: Int) -> Bool {
    // "A period called the Tanzimat".
    if ["called", "named", "known", "dubbed", "titled", "entitled"].contains(
      tree.tokens[verb].form),
      tree.tokens[..<verb].suffix(3).contains(where: { ["a", "an"].contains($0.form.lowercased()) })
    {
      return true
    }
    guard tree.tokens[verb].penn == .pastTense, verb + 1 < tree.tokens.count,
      tree.tokens[verb + 1].form == "by"
    else { return false }
    let rest = tree.tokens[(verb + 2)...].prefix { token in
      token.universal != .punctuation && token.penn != .conjunction && token.penn != .whAdverb
    }
    return rest.contains { $0.penn.isTensed }
  }

  /// Whether a verb that was read as a participle must be the clause's verb, as there is no other:
  /// "A second mill followed on the river, and …".
  private func isMistaken(_ verb: Int, from start: Int) -> Bool {
    guard tree.tokens[verb].penn == .pastParticiple, verb > start,
      verb + 1 < tree.tokens.count, tree.tokens[verb + 1].form.lowercased() != "by",
      isSubject(Array(start..<verb)),
      !tree.tokens[start..<verb].contains(where: { $0.universal == .auxiliary })
    else { return false }
    let end = tree.tokens.indices.first { index in
      guard index > verb else { return false }
      let token = tree.tokens[index]
      return [";", "."].contains(token.form) || token.penn == .whAdverb
        || token.penn == .conjunction && tree.tokens[index - 1].penn == .comma
    }
    return !hasVerb(verb + 1..<(end ?? tree.tokens.count))
  }

}
