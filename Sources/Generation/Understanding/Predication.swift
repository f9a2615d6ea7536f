import Language

/// A statement of the text: who or what, and what is said of it.
///
/// Made only where both trees agree on the subject and its verb. Asides are left out: relative
/// clauses, appositions and participles behind a comma, brackets, and what is coordinated with
/// the verb.
struct Predication {
  let sentence: SourceSentence
  let tree: Sentence
  /// The head of the predicate.
  let predicate: Int
  /// The words of the subject.
  let subject: [Int]
  /// The words of the predicate in order, auxiliaries included.
  let body: [Int]
  /// The auxiliaries among them, or the copula.
  let auxiliaries: [Int]
  let isPassive: Bool
  /// A participle behind its noun, to which the auxiliary has to be added.
  let isParticiple: Bool
  /// Where its clause begins, if it was read by the order of words alone; else `nil`.
  var clauseStart: Int?
  /// The words before its subject that say where, when or in whose view it is so: "In Hawaii".
  var scene: [Int] = []
  /// Whether it is one of several statements that share their verb, each with its own date.
  var isOfSeries = false

  /// Whether the subject's words are many of something.
  var isPlural: Bool {
    if let first = subject.first, let name = resolvedSubject,
      tree.tokens[first].form.lowercased() == "the",
      name.contains(" and "), subject.last.map({ tree.tokens[$0].form }) == "couple"
    {
      return true
    }
    if let only = subject.first, subject.count == 1, tree.tokens[only].penn == .pronoun {
      return tree.tokens[only].form.lowercased() == "they"
    }
    guard let head = subject.last(where: { tree.tokens[$0].universal.isNominal }) else {
      return false
    }
    let main = subject.first { !subject.contains(tree.tokens[$0].head ?? -1) } ?? head
    let tag = tree.tokens[main].penn
    // "The United States" and "the Netherlands" are one country each.
    if tag == .pluralName, tree.tokens[main].name.kind == .place { return false }
    return tag == .pluralNoun || tag == .pluralName
      || subject.contains { tree.tokens[$0].relation == .conjunct && tree.tokens[$0].head == main }
  }

  /// Whether it says what has been so since: "has been listed", "had decided".
  var isPerfect: Bool {
    auxiliaries.contains { ["has", "have", "had"].contains(tree.tokens[$0].form.lowercased()) }
      && !auxiliaries.contains(predicate)
  }

  /// The same without the participle that ends a long subject: "a delegation of the party led by
  /// X"; `nil` where too little would be left.
  var withShortSubject: Predication? {
    guard
      let participle = subject.dropFirst(3).first(where: { index in
        tree.tokens[index].penn == .pastParticiple && tree.tokens[index].universal == .verb
      }), subject.contains(where: { $0 < participle && tree.tokens[$0].universal == .properNoun })
    else { return nil }
    return without(Set(subject.filter { $0 >= participle }))
  }

  /// The same with some words left out.
  func without(_ left: Set<Int>) -> Predication {
    Predication(
      sentence: sentence, tree: tree, predicate: predicate,
      subject: subject.filter { !left.contains($0) }, body: body.filter { !left.contains($0) },
      auxiliaries: auxiliaries, isPassive: isPassive, isParticiple: isParticiple,
      clauseStart: clauseStart, scene: scene, isOfSeries: isOfSeries)
  }

  /// The words of an expression of time, where both trees hang it on this predicate.
  func attachedWords(of time: TimeExpression) -> Range<Int>? {
    let words = sentence.words(in: time.phrase)
    if let clauseStart { return orderedWords(words, of: time, clauseStart) }
    if time == sentence.fronted { return isMain ? 0..<0 : nil }
    guard !words.isEmpty, words.upperBound <= tree.tokens.count,
      // "Opposition was strong: in 1885 many people marched".
      words.lowerBound < predicate
        || !tree.tokens[predicate..<words.lowerBound].contains(where: { $0.form == ":" })
    else { return nil }
    let forward = attachment(of: words, tree.tokens.map(\.arc))
    let backward = attachment(of: words, tree.tokens.map(\.reverse))
    switch (forward, backward) {
    case (.direct, .direct), (.direct, .indirect), (.indirect, .direct): return words
    case (.indirect, .indirect), (.elsewhere, _), (_, .elsewhere): return nil
    }
  }

  /// The words of a date right before the clause, or behind its verb with no other verb between.
  private func orderedWords(
    _ words: Range<Int>, of time: TimeExpression, _ start: Int
  ) -> Range<Int>? {
    if isParticiple, words.lowerBound < predicate { return nil }
    if time == sentence.fronted {
      return isParticiple || tree.tokens[..<start].contains { $0.penn.isTensed } ? nil : 0..<0
    }
    guard !words.isEmpty, words.upperBound <= tree.tokens.count else { return nil }
    if words.upperBound <= start {
      // "After establishing relations in January 1950, …": that date is of another verb.
      let between = tree.tokens[words.upperBound..<start]
      let isNext =
        between.allSatisfy { $0.penn == .comma }
        || between.first?.penn == .comma && between.last?.penn == .comma
          && !between.contains { $0.universal == .verb || $0.universal == .auxiliary }
      let isFree =
        words.lowerBound == 0 || tree.tokens[words.lowerBound - 1].universal == .punctuation
        || tree.tokens[words.lowerBound - 1].penn == .conjunction
        || PlainClauseReader(sentence, tree).behindPhrase(0) == start
      return isNext && isFree ? words : nil
    }
    guard words.lowerBound > predicate, words.allSatisfy(body.contains),
      !tree.tokens[predicate..<words.lowerBound].contains(where: { $0.form == ":" })
    else { return nil }
    let isNear = !(predicate + 1..<words.lowerBound).contains { index in
      guard !isOfSeries || body.contains(index) else { return false }
      let token = tree.tokens[index]
      // "An estimated two million" has no verb in it.
      let isModifier =
        token.penn == .pastParticiple && tree.tokens[index - 1].penn == .determiner
      // "Began researching" is one act.
      let isContinued =
        index == predicate + 1 && token.penn == .gerund
        // "Helped to found", "began to make".
        || index == predicate + 2 && tree.tokens[predicate + 1].penn == .to
      // "Visited the province to study its farms in June 2012": both at one time.
      let isPurpose =
        token.penn == .verbBase && tree.tokens[index - 1].penn == .to
        && Self.goings.contains(tree.tokens[predicate].form)
      return (token.universal == .verb || token.universal == .auxiliary) && !isModifier
        && !isPurpose
        && !isContinued
    }
    return isNear ? words : nil
  }

  /// Verbs of going and meeting, whose purpose is of the same time.
  private static let goings: Set<String> = [
    "visited", "travelled", "traveled", "went", "came", "met", "returned", "flew", "sailed",
    "gathered", "arrived", "assembled", "convened",
  ]

  /// Whether this is what the sentence says first and foremost.
  private var isMain: Bool {
    !isParticiple && tree.tokens[predicate].head == nil
      && tree.tokens[predicate].reverse.head == nil
  }

  private enum Attachment {
    case direct
    case indirect
    case elsewhere
  }

  private func attachment(of words: Range<Int>, _ arcs: [Arc]) -> Attachment {
    let tops = words.filter { index in
      arcs[index].relation != .punctuation && !(arcs[index].head.map(words.contains) ?? false)
    }
    guard let top = tops.first, tops.allSatisfy({ arcs[$0].head == arcs[top].head }) else {
      return .elsewhere
    }
    guard var head = arcs[top].head else { return .elsewhere }
    if head == predicate || auxiliaries.contains(head) { return .direct }
    var steps = 0
    while tree.tokens[head].universal != .verb, steps < 20 {
      guard let next = arcs[head].head, !arcs[head].relation.isSubject else { return .elsewhere }
      head = next
      if head == predicate { return .indirect }
      steps += 1
    }
    return .elsewhere
  }

  /// Whether a date stands in what somebody says or thinks: "reported that it had fallen since
  /// 1970".
  func isTold(_ time: TimeExpression) -> Bool {
    let words = sentence.words(in: time.range)
    return tree.tokens.indices.contains { index in
      index > predicate && index < words.lowerBound && tree.tokens[index].form == "that"
        && tree.tokens[index].penn == .preposition
    }
  }

  /// Whether something else than a mark hangs on the words of a date from outside of them.
  func isModified(_ words: Range<Int>) -> Bool {
    tree.tokens.indices.contains { index in
      guard !words.contains(index), let head = tree.tokens[index].head, words.contains(head),
        tree.tokens[index].relation != .punctuation
      else { return false }
      return tree.tokens[index].head == head
        && tree.tokens[index].reverse.head.map(words.contains) ?? false
        || index == words.lowerBound - 1 || index == words.upperBound
    }
  }

  /// Whether a finite verb stands in the predicate that neither tree puts under a word of its own.
  ///
  /// "What Shockley invented was the first transistor" is read as if "was" hung on "invented".
  var hasStrayVerb: Bool {
    let own = Set(auxiliaries + [predicate])
    // "Soldiers killed in the war have been honoured": the verb is still to come.
    if let last = body.last, last + 1 < tree.tokens.count, !isParticiple || clauseStart == nil {
      let next = tree.tokens[last + 1]
      if next.penn.isTensed || next.penn == .modal { return true }
    }
    // "Selected his son, Kim Jong Il, as successor": what comes behind is part of it.
    if let last = body.last, last + 2 < tree.tokens.count, tree.tokens[last + 1].penn == .comma,
      tree.tokens[last + 2].form == "as"
    {
      return true
    }
    // "Instructed the secretary, James Madison, to withhold them".
    if let last = body.last, isInterrupted(behind: last) || isCutOff(behind: last) { return true }
    for index in body where !own.contains(index) {
      let token = tree.tokens[index]
      guard token.penn.isTensed || token.penn == .modal else { continue }
      let clause = token.universal == .auxiliary ? token.head ?? index : index
      guard !own.contains(clause) || tree.tokens[index].penn == .modal else { return true }
      let opens = body.contains { word in
        word < index && word > predicate && tree.tokens[word].form == "that"
          || word < index && word > predicate
            && [.whDeterminer, .whPronoun, .whAdverb, .possessiveWh].contains(
              tree.tokens[word].penn)
          || word < index && word > predicate && tree.tokens[word].relation == .marker
      }
      if !opens { return true }
    }
    return false
  }

  /// Whether what follows is a part of the last word's phrase: 'called the seabed "the common
  /// heritage"', "ruled that the aid", which has no verb.
  private func isCutOff(behind last: Int) -> Bool {
    if last + 1 < tree.tokens.count, tree.tokens[last + 1].penn == .openingQuote,
      tree.tokens[last].universal.isNominal
    {
      return true
    }
    // "His brother-in-law", "keeps proteins from sticking".
    if last + 2 < tree.tokens.count {
      let next = tree.tokens[last + 1]
      if next.form == "-", !next.hasSpaceBefore { return true }
      // "Born in Frankfurt am": the name goes on.
      let isDate = sentence.times.contains { $0.phrase.overlaps(next.range) }
      if next.universal == .properNoun, tree.tokens[last].universal == .noun, !isDate {
        return true
      }
      if next.form == "from", tree.tokens[last + 2].penn == .gerund { return true }
    }
    guard
      let that = body.first(where: { index in
        index > predicate
          && (tree.tokens[index].form == "that" && tree.tokens[index].penn == .preposition
            || ["because", "although"].contains(tree.tokens[index].form)
              && tree.tokens[min(index + 1, tree.tokens.count - 1)].form != "of")
      })
    else { return false }
    return !tree.tokens[that...last].contains {
      $0.universal == .verb || $0.universal == .auxiliary
    }
  }

  /// Whether a name between two commas follows, and what is to be done behind it.
  private func isInterrupted(behind last: Int) -> Bool {
    guard last + 3 < tree.tokens.count, tree.tokens[last + 1].penn == .comma else { return false }
    if tree.tokens[last + 2].penn == .to, tree.tokens[last + 3].penn == .verbBase { return true }
    guard let close = tree.tokens[(last + 2)...].prefix(8).firstIndex(where: { $0.penn == .comma }),
      close + 2 < tree.tokens.count
    else { return false }
    return tree.tokens[close + 1].penn == .to && tree.tokens[close + 2].penn == .verbBase
  }

  /// Whether something was left out between words that do not stand together without it: what
  /// was left out is no aside between two marks.
  var hasGap: Bool {
    !isOfSeries
      && zip(body, body.dropFirst()).contains { word, next in
        guard next > word + 1 else { return false }
        let left = tree.tokens[word + 1..<next]
        if left.first?.penn == .openingQuote { return true }
        return left.contains { $0.universal != .punctuation && $0.universal != .adverb }
          && !(left.first?.universal == .punctuation && left.last?.universal == .punctuation)
      }
  }

  /// Whom or what a pronoun or a short description as its subject stands for; else `nil`.
  var resolvedSubject: String? {
    guard let first = subject.first, tree.tokens[first].penn != .possessivePronoun,
      tree.tokens[first].penn != .possessiveWh,
      subject.dropFirst().allSatisfy({ sentence.standIns[$0]?.text.isEmpty == true })
    else { return nil }
    return sentence.standIns[first]?.name
  }
}

extension Sentence {
  /// Tokens as text: the spaces of the source, and one wherever something was left out.
  ///
  /// - Parameters:
  ///   - words: the tokens.
  ///   - shown: what is written in the place of some of them; nothing for an empty text.
  /// - Returns: the text.
  func text(_ words: [Int], _ shown: [Int: String] = [:]) -> String {
    var text = ""
    var last: Int?
    for word in words {
      let token = tokens[word]
      let form = shown[word] ?? token.form
      guard !form.isEmpty else {
        last = word
        continue
      }
      let opens = last.map {
        tokens[$0].penn == .openingBracket || tokens[$0].penn == .openingQuote
      }
      let isMark =
        token.universal == .punctuation && token.penn != .openingBracket
        && token.penn != .openingQuote && token.penn != .hyphen
      if let last, token.hasSpaceBefore || (last != word - 1 && !isMark), opens != true {
        text += " "
      }
      text += form
      last = word
    }
    return text
  }
}
