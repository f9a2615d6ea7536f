import Language

/// Cuts a sentence that is too long, or points elsewhere in a part of it, down to a part that can
/// stand alone.
struct SentenceParts {
  private let sentence: SourceSentence
  private let descriptions: Descriptions

  /// - Parameters:
  ///   - sentence: the sentence, with what its pronouns stand for.
  ///   - descriptions: what bare nouns can stand for.
  init(_ sentence: SourceSentence, _ descriptions: Descriptions) {
    self.sentence = sentence
    self.descriptions = descriptions
  }

  /// The parts that hold a date, as bytes of the block, the longest first.
  func around(_ time: TimeExpression) -> [Range<Int>] {
    around(time.phrase, isFronted: time == sentence.fronted)
  }

  /// The parts that hold some bytes, as bytes of the block, the longest first.
  ///
  /// - Parameters:
  ///   - bytes: what they must hold.
  ///   - isFronted: whether that is the date that the sentence begins with.
  /// - Returns: the parts.
  func around(_ bytes: Range<Int>, isFronted: Bool) -> [Range<Int>] {
    guard let tree = sentence.tree else { return [] }
    let date = sentence.words(in: bytes)
    var parts: [Range<Int>] = []
    for start in starts(tree) where isFronted ? start == 0 : start <= date.lowerBound {
      for end in ends(tree) where end > start && (isFronted || end >= date.upperBound) {
        guard isWhole(start..<end, tree, isFronted) else { continue }
        let first =
          start == 0 ? sentence.range.lowerBound : tree.tokens[start].range.lowerBound
        parts.append(first..<tree.tokens[end - 1].range.upperBound)
      }
    }
    return parts.sorted { $0.count > $1.count }
  }

  /// The sentence's first word, and those behind a semicolon or ", and" where a clause begins.
  private func starts(_ tree: Sentence) -> [Int] {
    [0]
      + PlainClauseReader(sentence, tree).clauseStarts.filter { start in
        start > 0 && tree.tokens[start].form.first?.isUppercase == true
          || start > 0 && [";", "and", "but"].contains(tree.tokens[start - 1].form)
      }
  }

  /// Where a sentence can end before its end: before a semicolon, a dash, and a clause or
  /// participle behind a comma.
  private func ends(_ tree: Sentence) -> [Int] {
    tree.tokens.indices.filter { index in
      let token = tree.tokens[index]
      if [";", "—", ".", ":"].contains(token.form) {
        // What somebody says is the end of the statement.
        return index + 1 >= tree.tokens.count || tree.tokens[index + 1].penn != .openingQuote
      }
      guard token.penn == .comma, index + 1 < tree.tokens.count else { return false }
      let next = tree.tokens[index + 1]
      switch next.penn {
      case .whDeterminer, .whPronoun, .whAdverb, .possessiveWh, .gerund: return true
      case .conjunction:
        return tree.tokens[(index + 2)...].prefix(8).contains { $0.penn.isTensed }
      case _:
        return [
          "while", "whereas", "although", "though", "with", "as", "officially", "after",
          "before", "because", "despite", "in", "so", "one",
        ].contains(next.form.lowercased())
      }
    }
  }

  /// Whether words are a statement of 6 to 32 words that points to nothing outside.
  private func isWhole(_ words: Range<Int>, _ tree: Sentence, _ isFronted: Bool) -> Bool {
    let tokens = tree.tokens[words]
    guard (6...32).contains(tokens.count), tokens.contains(where: { $0.penn.isTensed }),
      tokens.first?.universal != .coordinatingConjunction,
      // A clause that only opens the sentence is no statement.
      tokens.first?.universal != .subordinatingConjunction, tokens.first?.penn != .whAdverb,
      tokens.first?.penn != .gerund,
      tokens.first?.universal != .adposition
        || tokens.contains(where: { $0.penn == .comma }) || isFronted,
      tokens.contains(where: { $0.universal == .properNoun }),
      !Self.connectives.contains(tokens.first?.form.lowercased() ?? "")
    else { return false }
    // "…, and by 1949": the clause of that date was cut off.
    if let date = sentence.times.map({ sentence.words(in: $0.phrase) }).first(where: {
      !$0.isEmpty && $0.upperBound == words.upperBound && $0.lowerBound > words.lowerBound
    }), tree.tokens[date.lowerBound - 1].penn == .conjunction,
      date.lowerBound > 1, tree.tokens[date.lowerBound - 2].penn == .comma
    {
      return false
    }
    // "But when Thasos revolted in 465 BC": the main clause is still to come.
    if let opener = words.dropLast(3).last(where: { word in
      [",", ";"].contains(tree.tokens[word].form)
        && tree.tokens[word + 1].penn == .conjunction
        && (tree.tokens[word + 2].penn == .whAdverb
          || tree.tokens[word + 2].universal == .subordinatingConjunction)
    }), !tree.tokens[opener + 2..<words.upperBound].contains(where: { $0.penn == .comma }) {
      return false
    }
    // Of "when Thasos revolted in 465 BC, the truth came out" only the first half is one.
    if words.lowerBound > 0, tokens.contains(where: { $0.penn == .comma }) {
      let before = tree.tokens[words.lowerBound - 1]
      let opener = words.lowerBound - 2
      let isOpening =
        opener < 0 || tree.tokens[opener].universal == .punctuation
        || tree.tokens[opener].penn == .conjunction
      if isOpening, before.penn == .whAdverb || before.universal == .subordinatingConjunction {
        return false
      }
    }
    let verb = words.first { tree.tokens[$0].penn.isTensed } ?? words.upperBound
    // Its main verb does not stand behind a word that makes the clause a lower one.
    let subject = words.lowerBound..<verb
    let isLower = tree.tokens[subject].contains {
      $0.penn == .whDeterminer || $0.penn == .whPronoun || $0.penn == .whAdverb
    }
    guard !isLower, tree.tokens[subject].contains(where: { $0.universal.isNominal }) else {
      return false
    }
    let reference = Reference(sentence, tree, descriptions)
    let hasName = tokens.contains { $0.universal == .properNoun }
    return !words.contains { word in
      let token = tree.tokens[word]
      if token.penn == .possessivePronoun, hasName, word > verb {
        // "Dorothy Hodgkin published its structure": no person is "it".
        let nouns = tree.tokens[words.lowerBound..<word].filter { $0.universal.isNominal }
        if token.form.lowercased() == "its", nouns.count >= 2, sentence.standIns[word] == nil,
          nouns.allSatisfy({ $0.name.kind == .person })
        {
          return true
        }
        if token.form.lowercased() == "her", Referents.isObject(word, tree) { return true }
        guard ["his", "her"].contains(token.form.lowercased()), sentence.standIns[word] == nil
        else { return false }
        return !(words.lowerBound..<word).contains { isPerson(at: $0, tree) }
      }
      return reference.isOpen([word], hasSubject: false)
    }
  }

  /// Whether a word belongs to a name that may be a person's.
  private func isPerson(at index: Int, _ tree: Sentence) -> Bool {
    if tree.tokens[index].name.kind == .person { return true }
    guard index > 0, tree.tokens[index].universal == .properNoun,
      tree.tokens[index - 1].universal == .properNoun
    else { return false }
    return index < 2 || tree.tokens[index - 2].universal != .determiner
  }

  private static let connectives: Set<String> = [
    "however", "therefore", "besides", "furthermore", "moreover", "thus", "then", "consequently",
    "nevertheless", "instead", "both", "and", "but", "so", "yet", "still",
  ]
}
