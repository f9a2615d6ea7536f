import Language

/// Statements around and before what a comma sets off.
extension PlainClauseReader {
  /// "X, whose company failed in 1867, was expelled": the verb behind a relative clause.
  func behindRelative() -> Predication? {
    let start = opening
    guard
      let comma = tree.tokens.indices.first(where: { $0 > start && tree.tokens[$0].penn == .comma }
      ),
      comma - start <= 12, isSubject(Array(start..<comma)), comma + 2 < tree.tokens.count,
      [.whPronoun, .whDeterminer, .possessiveWh, .whAdverb].contains(tree.tokens[comma + 1].penn)
        // "Leonard Thompson, a boy of fourteen who weighed 29 kilograms, became …".
        || tree.tokens[comma + 1].universal == .determiner
        || tree.tokens[comma + 1].universal == .adposition
          && tree.tokens[comma + 2].penn == .whDeterminer
    else { return nil }
    let end = tree.tokens.indices.first { index in
      guard index > comma + 2, tree.tokens[index].penn == .comma, hasVerb(comma..<index) else {
        return false
      }
      return verbBehind(index) != nil
    }
    guard let end, let verb = verbBehind(end),
      !tree.tokens[comma..<end].contains(where: { $0.form == ";" }),
      let group = verbGroup(verb)
    else { return nil }
    let last = shortened(predicateEnd(group.predicate), from: end, group.predicate)
    let body = withoutBrackets(Array(end + 1..<last))
    guard !hasHalfPair(body), body.count > 1 else { return nil }
    return Predication(
      sentence: sentence, tree: tree, predicate: group.predicate,
      subject: Array(start..<comma), body: body, auxiliaries: group.auxiliaries,
      isPassive: group.isPassive, isParticiple: false, clauseStart: start)
  }

  /// "The application, made in 1961, was refused": what the participle says of the subject.
  func asideParticiple(in clause: Predication) -> Predication? {
    guard let last = clause.subject.last, last + 3 < tree.tokens.count,
      tree.tokens[last + 1].penn == .comma, tree.tokens[last + 2].penn == .pastParticiple,
      let end = tree.tokens[(last + 3)...].firstIndex(where: { $0.penn == .comma }),
      (last + 3..<end).contains(where: isDate), !hasVerb(last + 2..<end),
      clause.predicate > end
    else { return nil }
    return Predication(
      sentence: sentence, tree: tree, predicate: last + 2, subject: clause.subject,
      body: Array(last + 2..<end), auxiliaries: [], isPassive: true, isParticiple: true,
      clauseStart: last + 2)
  }

  /// The first word of the main clause behind a phrase that ends with its date: "At a conference
  /// in Berlin in 1954 the powers agreed".
  func behindPhrase(_ start: Int) -> Int? {
    guard ["at", "in", "on", "during"].contains(tree.tokens[start].form.lowercased()),
      let time = sentence.times.first(where: { time in
        time.date != nil && time.role == .adverbial && time.relation == .during
          && (start + 2...start + 12).contains(sentence.words(in: time.phrase).lowerBound)
      })
    else { return nil }
    let words = sentence.words(in: time.phrase)
    guard words.upperBound < tree.tokens.count,
      !tree.tokens[start..<words.lowerBound].contains(where: {
        $0.universal == .verb || $0.universal == .auxiliary || $0.penn == .comma
      })
    else { return nil }
    let next =
      tree.tokens[words.upperBound].penn == .comma ? words.upperBound + 1 : words.upperBound
    guard let verb = verb(from: next), verb.start > next,
      isSubject(Array(next..<verb.start)) || pronoun(next, verb.start) != nil
    else { return nil }
    return next
  }

  /// The first word of the main clause behind a place or an event that opens the sentence: "In
  /// Hawaii the writ was suspended".
  func behindScene(_ start: Int) -> Int? {
    guard Self.scenes.contains(tree.tokens[start].form.lowercased()) else { return nil }
    var end = start + 1
    while end < tree.tokens.count, end - start <= 7,
      tree.tokens[end].universal.isNominal || tree.tokens[end].universal == .adjective
        || tree.tokens[end].universal == .determiner && end == start + 1
    {
      end += 1
    }
    guard end > start + 1, end < tree.tokens.count,
      tree.tokens[start + 1..<end].contains(where: { $0.universal == .properNoun }),
      tree.tokens[end].penn == .determiner || tree.tokens[end].penn == .pronoun
        || tree.tokens[end].penn == .possessivePronoun,
      let verb = verb(from: end), verb.start > end,
      isSubject(Array(end..<verb.start)) || pronoun(end, verb.start) != nil
    else { return nil }
    return end
  }

  /// The words before a main clause that its question must not lose.
  func scene(before start: Int) -> [Int] {
    var end = start
    while end > 0, tree.tokens[end - 1].penn == .comma { end -= 1 }
    let words = Array(0..<end)
    guard (2...8).contains(words.count), Self.scenes.contains(tree.tokens[0].form.lowercased()),
      words.contains(where: { tree.tokens[$0].universal == .properNoun }),
      !words.contains(where: { word in
        let token = tree.tokens[word]
        return token.universal == .verb || token.universal == .auxiliary
          || token.universal == .pronoun || token.penn == .possessivePronoun
          || token.universal == .punctuation && token.penn != .hyphen
          || ["this", "that", "these", "those", "such"].contains(token.form.lowercased())
          || isDate(word)
      })
    else { return [] }
    return words
  }

  private static let scenes: Set<String> = ["in", "at", "during", "under", "near"]

  /// The finite verb right behind a comma, adverbs left aside.
  private func verbBehind(_ comma: Int) -> Int? {
    var verb = comma + 1
    while verb < tree.tokens.count, tree.tokens[verb].universal == .adverb { verb += 1 }
    guard verb < tree.tokens.count, tree.tokens[verb].penn == .pastTense else { return nil }
    return verb
  }

  /// What a perfect participle before the main clause says of its subject: "Having joined the
  /// league in 1955, the state …".
  func perfect(before main: Predication) -> Predication? {
    guard let start = main.clauseStart, start > 3, tree.tokens[0].form == "Having",
      tree.tokens[1].penn == .pastParticiple, tree.tokens[1].form != "been",
      // "Having gone" has another past tense than its participle.
      tree.tokens[1].form.hasSuffix("ed")
        || [
          "won", "lost", "left", "built", "made", "held", "brought", "sold", "bought", "sent",
          "led", "met", "found", "fought", "taught",
        ].contains(tree.tokens[1].form)
    else { return nil }
    let end = predicateEnd(1)
    guard end < start, tree.tokens[end].penn == .comma, end > 2 else { return nil }
    return Predication(
      sentence: sentence, tree: tree, predicate: 1, subject: main.subject,
      body: withoutBrackets(Array(1..<end)), auxiliaries: [], isPassive: false,
      isParticiple: false, clauseStart: 1)
  }
}
