import Language

/// Finds the statements of a sentence.
struct PredicationReader {
  private let sentence: SourceSentence
  private let tree: Sentence
  private let forward: [Arc]
  private let backward: [Arc]

  private init(_ sentence: SourceSentence, _ tree: Sentence) {
    self.sentence = sentence
    self.tree = tree
    forward = tree.tokens.map(\.arc)
    backward = tree.tokens.map(\.reverse)
  }

  /// The statements of a sentence, in the order of their verbs.
  ///
  /// - Parameter sentence: the sentence, with what its pronouns stand for.
  /// - Returns: the statements.
  static func predications(in sentence: SourceSentence) -> [Predication] {
    guard let tree = sentence.tree, tree.tokens.count <= 120 else { return [] }
    let found = PredicationReader(sentence, tree).read()
    let plain = PlainClauseReader(sentence, tree)
    let behindNouns = NounModifierReader(sentence, tree).predications()
    return found + plain.predications() + behindNouns
      + behindNouns.flatMap { DatedSeriesReader($0).statements() }
      + behindNouns.filter { !$0.isParticiple }.flatMap(plain.coordinated)
  }

  private func read() -> [Predication] {
    var found: [Predication] = []
    for clause in tree.clauses where clause.isAgreed || isPlain(clause) {
      guard isStated(clause.predicate) else { continue }
      var subject: [Int]?
      if clause.hasNominalSubject || !clause.isAgreed {
        subject = nominal(clause.subject)
      } else {
        let word = tree.tokens[clause.subject].form.lowercased()
        if sentence.standIns[clause.subject] != nil {
          subject = [clause.subject]
        } else if ["who", "which"].contains(word),
          tree.tokens[clause.predicate].relation == .relativeClause,
          tree.tokens[clause.predicate].isAgreed, let noun = tree.tokens[clause.predicate].head,
          tree.tokens[noun].universal == .properNoun, noun < clause.subject
        {
          subject = nominal(noun)
        }
      }
      guard let subject, !subject.isEmpty, isNear(subject, clause) else { continue }
      add(clause.predicate, subject, clause.isPassive, clause.subject, to: &found)
      // "X came to Y and founded Z": what follows has the same subject.
      for next in tree.dependents(of: clause.predicate, .conjunct) {
        let token = tree.tokens[next]
        guard token.isAgreed, token.universal == .verb, token.penn == .pastTense,
          follows(next, clause.predicate),
          tree.tokens[clause.predicate].penn == .pastTense,
          !tree.dependents(of: next).contains(where: {
            tree.tokens[$0].relation.isSubject || tree.tokens[$0].relation == .passiveAuxiliary
              || tree.tokens[$0].relation == .auxiliary
          })
        else { continue }
        add(next, subject, false, next, to: &found)
      }
    }
    for index in tree.tokens.indices { addParticiple(index, to: &found) }
    return found
  }

  /// Whether the order of the words alone makes a clause sure: a subject at the start of the
  /// sentence, and its verb behind the subject.
  private func isPlain(_ clause: Clause) -> Bool {
    guard tree.tokens[clause.predicate].head == nil, tree.tokens[clause.subject].universal.isNominal
    else { return false }
    let words = withoutLooseMarks(subtree(clause.subject, forward, of: .nominal))
    guard let first = words.first, let last = words.last, words == Array(first...last),
      last + 1 < tree.tokens.count,
      !words.contains(where: { tree.tokens[$0].penn.isTensed || tree.tokens[$0].penn == .modal })
    else { return false }
    guard first == 0 else { return false }
    let verb = verbGroupStart(clause.predicate)
    guard tree.tokens[verb].penn.isTensed || tree.tokens[verb].penn == .modal else { return false }
    // An aside between two commas may stand between them.
    return verb == last + 1
      || tree.tokens[last + 1].penn == .comma && verb > last + 2
        && tree.tokens[verb - 1].penn == .comma
        && !tree.tokens[last + 1..<verb].contains { $0.penn.isTensed || $0.penn == .modal }
  }

  /// The first auxiliary of a predicate, or the verb itself.
  private func verbGroupStart(_ predicate: Int) -> Int {
    tree.dependents(of: predicate).first { index in
      index < predicate
        && [.auxiliary, .passiveAuxiliary, .copula].contains(forward[index].relation)
    } ?? predicate
  }

  /// Whether no other finite verb stands between a subject and its own, but in an aside.
  private func isNear(_ subject: [Int], _ clause: Clause) -> Bool {
    guard let last = subject.last, last + 1 < clause.predicate,
      tree.tokens[last + 1].universal != .punctuation
    else { return true }
    let end = verbGroupStart(clause.predicate)
    guard last + 1 < end else { return true }
    return !tree.tokens[last + 1..<end].contains { $0.penn.isTensed }
  }

  /// Whether only adverbs stand between "and" and a second verb, so that it has no other subject.
  private func follows(_ next: Int, _ first: Int) -> Bool {
    var index = next - 1
    while index > first, tree.tokens[index].universal == .adverb { index -= 1 }
    return index > first && tree.tokens[index].penn == .conjunction
  }

  /// Whether a predicate is stated as a fact by the sentence itself.
  private func isStated(_ predicate: Int) -> Bool {
    var index = predicate
    for _ in 0..<6 {
      let token = tree.tokens[index]
      guard let head = token.head else { return true }
      switch token.relation {
      case .conjunct, .parataxis: index = head
      case .relativeClause: return true
      case .adverbialClause:
        let marks = tree.dependents(of: index).filter {
          tree.tokens[$0].relation == .marker || tree.tokens[$0].universal == .adverb
        }
        guard let mark = marks.first.map({ tree.tokens[$0].form.lowercased() }),
          ["when", "as", "after", "because", "although", "though", "while", "where", "since"]
            .contains(mark)
        else { return false }
        return true
      case _: return false
      }
    }
    return false
  }

  private func addParticiple(_ index: Int, to found: inout [Predication]) {
    let token = tree.tokens[index]
    guard token.relation == .adnominalClause, token.isAgreed, token.penn == .pastParticiple,
      var noun = token.head, noun < index
    else { return }
    if tree.tokens[noun].relation == .apposition, tree.tokens[noun].isAgreed,
      let head = tree.tokens[noun].head
    {
      noun = head
    }
    if tree.dependents(of: noun).contains(where: { tree.tokens[$0].relation == .copula }),
      let subject = tree.dependents(of: noun).first(where: {
        tree.tokens[$0].relation.isSubject && tree.tokens[$0].isAgreed
          && tree.tokens[$0].universal.isNominal
      })
    {
      noun = subject
    }
    guard tree.tokens[noun].universal.isNominal, let subject = nominal(noun) else { return }
    let kept = subject.filter { $0 < index }
    guard kept.count == subject.count else { return }
    add(index, subject, true, index, isParticiple: true, to: &found)
  }

  private func add(
    _ predicate: Int, _ subject: [Int], _ isPassive: Bool, _ subjectHead: Int,
    isParticiple: Bool = false, to found: inout [Predication]
  ) {
    let kept = subtree(predicate, forward, of: .predicate)
    let subjectStart =
      isParticiple || subjectHead == predicate
      ? predicate : max(subject.last ?? 0, subjectHead) + 1
    let inSubject = Set(subject)
    var body = kept.filter { $0 >= subjectStart && !inSubject.contains($0) }
    if let end = body.first(where: { $0 > predicate && tree.tokens[$0].form == ";" }) {
      body.removeAll { $0 >= end }
    }
    body = withoutLooseMarks(withoutClause(body))
    if isParticiple,
      let comma = body.first(where: { word in
        word > predicate && tree.tokens[word].penn == .comma && word + 1 < tree.tokens.count
          && tree.tokens[word + 1].universal == .verb
      })
    {
      body = body.filter { $0 < comma }
    }
    // Dates that stand before the subject are of the predicate, too; the cards look at them there.
    let auxiliaries = body.filter {
      forward[$0].head == predicate
        && [.auxiliary, .passiveAuxiliary, .copula].contains(forward[$0].relation)
        && $0 < (body.last ?? 0)
    }
    guard body.contains(predicate) else { return }
    found.append(
      Predication(
        sentence: sentence, tree: tree, predicate: predicate, subject: subject, body: body,
        auxiliaries: auxiliaries, isPassive: isPassive,
        isParticiple: isParticiple))
  }

  /// Words up to a clause of time behind a comma: ", when the war ended".
  private func withoutClause(_ words: [Int]) -> [Int] {
    words.firstIndex { word in
      // "Suggested that … was missing and proposed a name": the second verb is no part of it.
      if word + 1 < tree.tokens.count, tree.tokens[word].penn == .conjunction,
        tree.tokens[word + 1].penn == .pastTense, tree.tokens[word + 1].universal == .verb,
        words.contains(where: { $0 < word && tree.tokens[$0].penn == .pastTense })
      {
        return true
      }
      return word > 0 && tree.tokens[word - 1].penn == .comma
        && (tree.tokens[word].penn == .whAdverb
          || ["but", "while", "after", "before", "although"].contains(tree.tokens[word].form))
    }.map { Array(words[..<$0]) } ?? words
  }

  /// The words of a noun phrase without its asides, where both trees give the same.
  private func nominal(_ head: Int) -> [Int]? {
    let words = withoutLooseMarks(subtree(head, forward, of: .nominal))
    let others = withoutLooseMarks(subtree(head, backward, of: .nominal))
    guard let first = words.first, let last = words.last, words.count <= 16 else { return nil }
    guard tree.tokens[first].universal != .adposition,
      !["between", "about", "nearly", "over"].contains(tree.tokens[first].form.lowercased())
    else { return nil }
    if first > 0 {
      // "Edward the Confessor" is not "the Confessor".
      let before = tree.tokens[first - 1]
      if before.universal.isNominal || before.universal == .adjective
        || before.universal == .numeral || before.penn == .closingQuote
      {
        return nil
      }
    }
    return words == others || standsAlone(first, last) ? words : nil
  }

  /// Whether nothing but marks, the start or a preposition's phrase stands before a subject, and
  /// its verb or a mark follows at once.
  private func standsAlone(_ first: Int, _ last: Int) -> Bool {
    let isStart =
      first == 0 || tree.tokens[first - 1].universal == .punctuation
      || sentence.times.contains { sentence.words(in: $0.phrase).upperBound == first }
      || tree.tokens[first - 1].universal == .subordinatingConjunction
    guard isStart, last + 1 < tree.tokens.count else { return false }
    let next = tree.tokens[last + 1]
    return next.penn.isTensed || next.universal == .auxiliary || next.penn == .comma
      || next.penn == .openingBracket || next.universal == .adverb
  }

  private enum Phrase {
    case nominal
    case predicate
  }

  /// The words that hang on a head, asides left out.
  private func subtree(_ head: Int, _ arcs: [Arc], of phrase: Phrase) -> [Int] {
    var isInside: [Int: Bool] = [head: true]
    func inside(_ index: Int, _ depth: Int) -> Bool {
      if let known = isInside[index] { return known }
      guard depth < 80, let parent = arcs[index].head else { return false }
      let result =
        inside(parent, depth + 1)
        && !isAside(index, arcs, ofHead: parent == head, phrase)
      isInside[index] = result
      return result
    }
    return arcs.indices.filter { inside($0, 0) }
  }

  private func isAside(_ index: Int, _ arcs: [Arc], ofHead: Bool, _ phrase: Phrase) -> Bool {
    let relation = arcs[index].relation
    if ofHead {
      switch relation {
      case .parataxis, .discourse, .vocative, .dislocated, .marker, .coordination:
        if phrase == .predicate || relation == .parataxis { return true }
      case .copula, .subject, .passiveSubject:
        return phrase == .nominal
      case .conjunct:
        if phrase == .predicate { return true }
      case .relativeClause: if phrase == .nominal { return true }
      case .adverbialClause: if isAfterMark(index, arcs) || phrase == .nominal { return true }
      case _: break
      }
      if phrase == .nominal, hasCopula(arcs[index].head ?? index, arcs),
        relation.isOblique || relation == .auxiliary || relation == .punctuation
          || relation == .adverbialModifier
      {
        return true
      }
    }
    // A name says who "the priest" is.
    if relation == .apposition, tree.tokens[index].universal == .properNoun,
      arcs.count(where: { $0.head == index }) <= 4
    {
      return false
    }
    switch relation {
    case .relativeClause, .adnominalClause, .apposition, .adverbialClause, .oblique,
      .nominalModifier:
      return isAfterMark(index, arcs)
    case .parataxis: return true
    case _: return false
    }
  }

  private func hasCopula(_ head: Int, _ arcs: [Arc]) -> Bool {
    arcs.contains { $0.head == head && $0.relation == .copula }
  }

  /// Whether a comma, dash or bracket stands before the first word of a phrase.
  private func isAfterMark(_ head: Int, _ arcs: [Arc]) -> Bool {
    var first = head
    for index in arcs.indices where index < first {
      var parent: Int? = index
      var steps = 0
      while let current = parent, current != head, steps < 40 {
        parent = arcs[current].head
        steps += 1
      }
      if parent == head {
        first = index
        break
      }
    }
    // The mark may hang on the phrase itself.
    while first < head, tree.tokens[first].universal == .punctuation {
      return true
    }
    guard first > 0 else { return false }
    let before = tree.tokens[first - 1]
    return before.universal == .punctuation && before.penn != .hyphen
      && before.penn != .closingQuote && before.penn != .openingQuote
  }

  /// Words without the commas and brackets that have lost a neighbour.
  private func withoutLooseMarks(_ words: [Int]) -> [Int] {
    let kept = Set(words)
    var result = words.filter { index in
      guard tree.tokens[index].universal == .punctuation else { return true }
      switch tree.tokens[index].penn {
      case .comma, .colon: return kept.contains(index - 1) && kept.contains(index + 1)
      case .fullStop: return false
      case _: return kept.contains(index - 1) || kept.contains(index + 1)
      }
    }
    while let last = result.last, tree.tokens[last].universal == .punctuation,
      tree.tokens[last].penn != .closingQuote, tree.tokens[last].penn != .closingBracket
    {
      result.removeLast()
    }
    while let first = result.first, tree.tokens[first].universal == .punctuation,
      tree.tokens[first].penn != .openingQuote
    {
      result.removeFirst()
    }
    return result
  }
}
