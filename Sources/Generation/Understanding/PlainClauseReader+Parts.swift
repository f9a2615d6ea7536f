import Language

/// The parts of a plain clause: its subject, its group of verbs, and where its predicate ends.
extension PlainClauseReader {
  /// The words from a clause's start to its verb, where they are a subject, perhaps with an aside
  /// between commas behind it.
  func subject(_ start: Int, _ end: Int) -> [Int]? {
    if let pronoun = pronoun(start, end) { return pronoun }
    let words = withoutBrackets(Array(start..<end))
    if isSubject(words) { return words.count <= 24 ? words : nil }
    guard let last = words.last, tree.tokens[last].penn == .comma,
      let comma = words.first(where: { tree.tokens[$0].penn == .comma }), comma < last,
      !words.contains(where: { $0 > comma && $0 < last && tree.tokens[$0].penn == .comma }),
      tree.tokens[comma + 1].penn != .conjunction
    else { return nil }
    let phrase = Array(start..<comma)
    guard isSubject(phrase) else { return nil }
    let isNamed = phrase.contains { tree.tokens[$0].universal == .properNoun }
    let isDated = (comma + 1..<last).contains(where: isDate)
    // "The application, made in 1961, was refused in 1967": the participle has a date of its own.
    let isParticiple =
      isDated && phrase.count >= 2 && tree.tokens[comma + 1].penn == .pastParticiple
    return isNamed && !isDated || isParticiple ? phrase : Array(start..<last)
  }

  /// A pronoun as a subject, where it is known what it stands for.
  func pronoun(_ start: Int, _ end: Int) -> [Int]? {
    guard end == start + 1, start < tree.tokens.count, tree.tokens[start].penn == .pronoun,
      sentence.standIns[start] != nil
    else { return nil }
    return [start]
  }

  func isSubject(_ words: [Int]) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    // "The latter", where it is known who that is.
    if sentence.standIns[first] != nil, words.count > 1,
      words.dropFirst().allSatisfy({ sentence.standIns[$0]?.text.isEmpty == true })
    {
      return true
    }
    // "Between 2,000 and 3,000 people", "over 300 ships", whatever they were read as.
    let isCount =
      ["between", "over", "around", "about", "at", "up"]
      .contains(tree.tokens[first].form.lowercased())
      && words.dropFirst().prefix(2).contains { tree.tokens[$0].penn == .cardinal }
      && !words.dropFirst().prefix(1).contains(where: isDate)
    switch tree.tokens[first].universal {
    case _ where isCount: break
    case .determiner, .noun, .properNoun, .adjective, .numeral: break
    case .pronoun:
      guard [.possessivePronoun, .possessiveWh].contains(tree.tokens[first].penn),
        sentence.standIns[first] != nil
      else { return false }
    case .adverb: guard tree.tokens[first].form.lowercased() != "there" else { return false }
    case .verb:
      // "Renewed warfare".
      guard first == 0, words.count > 1,
        [.pastParticiple, .pastTense].contains(tree.tokens[first].penn),
        tree.tokens[words[1]].universal == .adjective || tree.tokens[words[1]].universal.isNominal
      else { return false }
    case .adposition, .auxiliary, .coordinatingConjunction, .interjection, .particle, .punctuation,
      .subordinatingConjunction, .symbol, .other:
      return false
    }
    guard
      tree.tokens[last].universal.isNominal || tree.tokens[last].universal == .numeral
        || tree.tokens[last].penn == .closingQuote
    else { return false }
    var isQuoted = false
    let list = list(in: words)
    return !words.contains { index in
      if list.contains(index), tree.tokens[index].penn == .comma { return false }
      // The title of an agreement may hold any word.
      if tree.tokens[index].penn == .openingQuote { isQuoted = true }
      if tree.tokens[index].penn == .closingQuote { isQuoted = false }
      guard !isQuoted else { return false }
      if isCount, index == first { return false }
      // "Lieutenant-General".
      if tree.tokens[index].form == "-", !tree.tokens[index].hasSpaceBefore { return false }
      if index == first, tree.tokens[index].penn == .possessiveWh { return false }
      switch tree.tokens[index].penn {
      case .comma, .colon, .openingBracket, .closingBracket, .whAdverb, .whDeterminer, .whPronoun,
        .possessiveWh, .pronoun, .gerund, .modal, .existential:
        return true
      case .verbBase: return index == 0 || tree.tokens[index - 1].penn != .to
      case _:
        return tree.tokens[index].universal == .subordinatingConjunction
          && !Self.prepositions.contains(tree.tokens[index].form.lowercased())
      }
    }
  }

  /// The words of a list that a noun phrase ends with: "Bardeen, Brattain and Shockley".
  func list(in words: [Int]) -> Range<Int> {
    guard let comma = words.first(where: { tree.tokens[$0].penn == .comma }),
      let end = words.last.map({ $0 + 1 }), tree.listEnd(from: comma) == end
    else { return 0..<0 }
    return comma..<end
  }

  func verbGroup(_ verb: Int) -> (predicate: Int, auxiliaries: [Int], isPassive: Bool)? {
    let form = tree.tokens[verb].form.lowercased()
    if ["is", "are"].contains(form) {
      // "King Carlos and his son are shot": told in the present.
      guard
        let next = tree.tokens[(verb + 1)...].prefix(2).firstIndex(where: {
          $0.universal != .adverb
        }),
        tree.tokens[next].penn == .pastParticiple
      else { return nil }
      return (next, [verb], true)
    }
    guard ["was", "were", "had"].contains(form) else {
      let isVerb =
        tree.tokens[verb].penn.isTensed && tree.tokens[verb].universal == .verb
        || tree.tokens[verb].penn == .pastParticiple
      return isVerb ? (verb, [], false) : nil
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
      } else if token.penn == .gerund, form != "had", token.universal == .verb {
        return (index, auxiliaries, false)
      } else {
        break
      }
    }
    // "Was the largest maker": the copula alone.
    if form != "had", index < tree.tokens.count {
      // "Was President of the union".
      let isOffice =
        tree.tokens[index].universal.isNominal && index + 1 < tree.tokens.count
        && tree.tokens[index + 1].form == "of"
      let isCopula = [.determiner, .adjective, .superlativeAdjective, .preposition]
        .contains(tree.tokens[index].penn)
      if isCopula || isOffice { return (verb, [verb], false) }
    }
    // "Had" with an object is a verb of its own.
    return form == "had" && auxiliaries.count == 1 ? (verb, [], false) : nil
  }

  /// The end of a predicate; of a long one the end of its date, where no other verb stands before.
  func shortened(_ end: Int, from start: Int, _ predicate: Int) -> Int {
    guard end - start > 28 else { return end }
    let dates = sentence.times.filter { $0.date != nil && $0.role == .adverbial }
      .map { sentence.words(in: $0.phrase) }
      .filter { $0.lowerBound > predicate + 1 && $0.upperBound < end }
    guard let date = dates.last, !hasVerb(predicate + 1..<date.lowerBound) else { return end }
    return date.upperBound
  }

  func withoutBrackets(_ words: [Int]) -> [Int] {
    let asides = words.map { bracketed(at: $0) }
    return words.filter { word in !asides.contains { $0.contains(word) } }
  }

  /// The words of a short bracket that opens at a word; else none.
  private func bracketed(at index: Int) -> Range<Int> {
    guard tree.tokens[index].penn == .openingBracket,
      let end = tree.tokens[index...].prefix(14).firstIndex(where: { $0.penn == .closingBracket }),
      !hasVerb(index..<end)
    else { return index..<index }
    return index..<end + 1
  }

  /// The first word behind a predicate.
  func predicateEnd(_ predicate: Int) -> Int {
    var index = predicate + 1
    while index < tree.tokens.count {
      let token = tree.tokens[index]
      let aside = bracketed(at: index)
      if isDate(index) || !aside.isEmpty {
        index = max(index + 1, aside.upperBound)
        continue
      }
      if token.form.lowercased() == "because" || pointsBack(at: index) { return index }
      switch token.penn {
      case .comma, .colon, .fullStop, .openingBracket, .whAdverb, .whDeterminer, .whPronoun,
        .possessiveWh:
        if let next = tree.listEnd(from: index) ?? behindAddition(index) ?? behindName(index) {
          index = next
          continue
        }
        // "In which": the preposition goes with it.
        if index + 1 < tree.tokens.count, tree.tokens[index + 1].penn == .closingQuote {
          return index + 2
        }
        let isBehindPreposition = tree.tokens[index - 1].universal == .adposition
        return isBehindPreposition ? index - 1 : index
      case .conjunction:
        if index + 1 < tree.tokens.count, tree.tokens[index + 1].penn == .comma { return index }
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

  /// The word behind ", as well as the crew," and the like.
  private func behindAddition(_ comma: Int) -> Int? {
    guard tree.tokens[comma].penn == .comma, comma + 3 < tree.tokens.count else { return nil }
    let first = tree.tokens[comma + 1].form.lowercased()
    let second = tree.tokens[comma + 2].form.lowercased()
    guard first == "as" && second == "well" || ["along", "together"].contains(first),
      let end = tree.tokens[(comma + 1)...].prefix(12).firstIndex(where: { $0.penn == .comma }),
      !hasVerb(comma..<end)
    else { return nil }
    return end + 1
  }

  /// The word behind the name in "his son, Kim Jong Il, as successor".
  private func behindName(_ comma: Int) -> Int? {
    guard tree.tokens[comma].penn == .comma, comma > 0, tree.tokens[comma - 1].universal == .noun,
      let end = tree.tokens[(comma + 1)...].prefix(6).firstIndex(where: { $0.penn == .comma }),
      end > comma + 1, end + 1 < tree.tokens.count,
      tree.tokens[comma + 1..<end].allSatisfy({ $0.universal == .properNoun }),
      tree.tokens[end + 1].universal == .adposition || isDate(end + 1)
    else { return nil }
    return end + 1
  }

  /// Whether a phrase begins that only the text around explains: "in these words".
  private func pointsBack(at index: Int) -> Bool {
    guard tree.tokens[index].universal == .adposition, index + 1 < tree.tokens.count else {
      return false
    }
    return ["this", "these", "those"].contains(tree.tokens[index + 1].form.lowercased())
  }

  static let connectives: Set<String> = [
    "however", "therefore", "furthermore", "then", "besides", "in addition", "moreover", "thus",
    "consequently", "meanwhile", "finally", "nevertheless", "eventually", "later", "instead",
  ]

  /// Prepositions that may have been read as conjunctions.
  private static let prepositions: Set<String> = [
    "on", "in", "of", "for", "with", "by", "at", "from", "to", "under", "between", "against",
  ]

  static let subordinators: Set<String> = [
    "because", "although", "though", "while", "whereas", "when", "after", "before", "since", "as",
    "until", "if", "where",
  ]

  /// Whether words hold "both" without its "and", or say what did not happen.
  func hasHalfPair(_ words: [Int]) -> Bool {
    let forms = words.map { tree.tokens[$0].form.lowercased() }
    if forms.contains(where: ["not", "never", "neither"].contains) { return true }
    return [("both", "and"), ("either", "or"), ("between", "and")].contains { first, second in
      forms.firstIndex(of: first).map { !forms[$0...].contains(second) } ?? false
    }
  }
}
