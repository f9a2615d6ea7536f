import Language

/// Says why a statement or a prompt makes no good card.
struct StatementCheck {
  let lemmatiser: Lemmatiser
  let descriptions: Descriptions

  /// Why a statement makes no good question.
  func veto(
    _ predication: Predication, kept: [Int], allowsDates: Bool, except: Range<Int>? = nil,
    asksSubject: Bool = false, most: Int = 32
  ) -> Veto? {
    let tree = predication.tree
    let subject = asksSubject ? [] : predication.subject
    let reference = Reference(predication.sentence, tree, descriptions)
    if reference.isOpen(subject, hasSubject: false) { return .reference }
    let plain = kept.filter { !isAnswered($0, predication) }
    if reference.isOpen(plain, hasSubject: true) { return .reference }
    if tree.tokens[predication.predicate].universal.isNominal, !asksSubject,
      predication.auxiliaries.isEmpty
    {
      return .verb
    }
    let words = subject + kept
    // "Were Sweden sold": half of a subject was read.
    if let auxiliary = predication.auxiliaries.first, predication.resolvedSubject == nil {
      let form = tree.tokens[auxiliary].form.lowercased()
      let isHalf =
        predication.clauseStart == nil
        ? form == "were" && !predication.isPlural || form == "was" && predication.isPlural
        : form == "were" && !mayBePlural(predication)
      if isHalf { return .reading }
    }
    let known = predication.sentence.standIns
    // "Their use" is not that of one subject.
    if !predication.isPlural,
      words.contains(where: { known[$0] == nil && tree.tokens[$0].form.lowercased() == "their" })
    {
      return .reference
    }
    // "The Sorbonne gave his post to his widow": whose?
    let isPersonal = words.contains {
      known[$0] == nil && ["his", "her"].contains(tree.tokens[$0].form.lowercased())
    }
    let isHis = words.contains { tree.tokens[$0].form.lowercased() == "his" }
    if isPersonal, !asksSubject, predication.resolvedSubject == nil,
      !subject.contains(where: { word in
        // "An injection of Collip's extract" is not Collip.
        let isOwner =
          word + 1 < tree.tokens.count && tree.tokens[word + 1].penn == .possessiveEnding
        // Old prose speaks of a country as "her".
        return tree.tokens[word].name.kind == .person && !isOwner
          || tree.tokens[word].name.kind == .place && !isHis && isHead(word, subject, tree)
      })
    {
      return .reference
    }
    // What somebody is told must stand in the question, too.
    let verb = lemmatiser.lemma(of: tree.tokens[predication.predicate])
    if StatementCheck.speaking.contains(verb),
      !words.contains(where: {
        tree.tokens[$0].head == predication.predicate
          && [.clausalComplement, .openComplement].contains(tree.tokens[$0].relation)
      }),
      !words.contains(where: { $0 == predication.predicate + 1 && tree.tokens[$0].form == "that" })
    {
      return .reading
    }
    // "The priest" whose name stood in an apposition that was left out.
    let isUnnamed = words.contains { index in
      tree.tokens[index].universal == .noun
        && tree.dependents(of: index).contains {
          tree.tokens[$0].relation == .apposition && !words.contains($0)
            && tree.tokens[$0].universal == .properNoun
        } && tree.dependents(of: index, .determiner).contains { tree.tokens[$0].form == "the" }
    }
    if isUnnamed { return .reference }
    if subject.contains(where: {
      tree.tokens[$0].penn == .possessiveWh && predication.sentence.standIns[$0] == nil
    }) {
      return .reading
    }
    // Tables put capitals where prose has none; "born in Graz, Haas" is no subject.
    if predication.predicate > 0,
      tree.tokens[predication.predicate].form.first?.isUppercase == true
        || predication.subject.first.map({ tree.tokens[$0].form == "Born" }) == true
    {
      return .reading
    }
    // "Two paintings she had sent to the duke": the object is missing.
    if let only = predication.subject.first, predication.subject.count == 1, only > 0,
      tree.tokens[only].penn == .pronoun, tree.tokens[only - 1].universal.isNominal,
      !predication.sentence.times.contains(where: {
        predication.sentence.words(in: $0.phrase).contains(only - 1)
      })
    {
      return .reading
    }
    // "The lodge, which the society had founded": the object is missing.
    if let first = predication.subject.first, first > 0, first < predication.predicate,
      [.whDeterminer, .whPronoun].contains(tree.tokens[first - 1].penn)
        || tree.tokens[first - 1].form == "whom"
    {
      return .reading
    }
    if predication.hasStrayVerb || predication.hasGap { return .reading }
    // "Yugoslavia, expelled from the Cominform in 1948, was looking for friends".
    if !predication.isParticiple, predication.predicate > 1,
      subject.last == predication.predicate - 2
        || predication.subject.last == predication.predicate - 2,
      tree.tokens[predication.predicate - 1].penn == .comma,
      !predication.subject.contains(where: { tree.tokens[$0].penn == .comma })
    {
      return .reading
    }
    if predication.isParticiple, takesObject(predication, verb) { return .reading }
    // "General secretary of the Convention, a party founded by Danquah": half was read.
    if predication.isParticiple, let first = subject.first, first > 0,
      tree.tokens[first].form.first?.isUppercase != true,
      tree.tokens[first].universal == .noun || tree.tokens[first].universal == .adjective,
      !predication.isPlural
    {
      return .reading
    }
    // "Refused to sign": what?
    if let last = kept.last(where: { !isDate($0, predication) }), last > predication.predicate + 1,
      tree.tokens[last].penn == .verbBase, tree.tokens[last - 1].penn == .to
    {
      return .vague
    }
    if !asksSubject || predication.clauseStart != nil, says(nothing: kept, predication) {
      return .vague
    }
    // "Hodgkin solved its structure", "for bringing her crew ashore": whose?
    if hasForeignPossessive(words, predication) { return .reference }
    // "Where the last keeper left": the place is outside.
    if let start = predication.clauseStart, start > 0, start <= (predication.subject.first ?? 0),
      tree.tokens[start - 1].form == "where",
      !kept.contains(where: { tree.tokens[$0].universal == .properNoun })
    {
      return .vague
    }
    let isRelative = predication.clauseStart.map { $0 > (subject.first ?? 0) } == true
    if isRelative, subject.count == 1, let only = subject.first,
      tree.tokens[only].universal == .noun
    {
      return .vague
    }
    if predication.isParticiple, let first = subject.first, subject.count < 3,
      ["a", "an"].contains(tree.tokens[first].form.lowercased())
    {
      return .vague
    }
    if allowsDates {
      // "In March" without a year, where the year is not certain.
      for time in predication.sentence.times where time.kind == .relative {
        let inside = predication.sentence.words(in: time.range)
        if time.fullPhrase == nil, inside.contains(where: words.contains) { return .time }
      }
    } else {
      for time in predication.sentence.times where time.kind != .duration {
        let inside = predication.sentence.words(in: time.range)
        if inside == except || except?.overlaps(inside) == true { continue }
        if time.kind == .vague || predication.isTold(time) { continue }
        if inside.contains(where: words.contains), time.role != .attributive { return .secondDate }
      }
    }
    let names = words.count { index in
      tree.tokens[index].universal == .properNoun
        && tree.tokens[index].form.first?.isUppercase == true
        && !predication.sentence.times.contains { $0.range.overlaps(tree.tokens[index].range) }
    }
    // "The thermionic triode was invented" speaks of the one kind of thing that there is.
    let isInvention =
      Self.inventing.contains(verb) && subject.count > 2
      && tree.tokens[subject[0]].form.lowercased() == "the"
    // Without a name it must say enough by its nouns and numbers.
    let content = words.count { index in
      let token = tree.tokens[index]
      return
        (token.universal.isNominal || token.universal == .numeral
        || token.universal == .adjective) && !Self.empty.contains(token.form.lowercased())
    }
    let isNamed = names > 0 || predication.resolvedSubject != nil || isInvention || content >= 1
    if !isNamed { return .vague }
    if subject.count == 1, let only = subject.first,
      tree.tokens[only].universal == .noun, tree.tokens[only].penn == .singularNoun, content < 2
    {
      return .vague
    }
    if words.count > most { return .long }
    // The last word must not leave the question hanging.
    if let last = kept.last,
      [PennTag.conjunction, .preposition, .determiner, .to, .possessivePronoun]
        .contains(tree.tokens[last].penn), tree.tokens[last].relation != .particle,
      !tree.dependents(of: predication.predicate).contains(last)
    {
      return .reading
    }
    return nil
  }

  private func isDate(_ word: Int, _ predication: Predication) -> Bool {
    predication.sentence.times.contains {
      predication.sentence.words(in: $0.phrase).contains(word)
    }
  }

  /// Whether a word is the first of a subject but for its article.
  private func isHead(_ word: Int, _ subject: [Int], _ tree: Sentence) -> Bool {
    subject.first { tree.tokens[$0].universal != .determiner } == word
  }

  /// Whether a participle that was taken for a passive has an object, as only an active verb has:
  /// "Hülegü's army destroyed the castle".
  private func takesObject(_ predication: Predication, _ verb: String) -> Bool {
    let tree = predication.tree
    guard !Self.giving.contains(verb),
      let next = predication.body.first(where: {
        $0 > predication.predicate && tree.tokens[$0].universal != .adverb
      }),
      !predication.sentence.times.contains(where: {
        predication.sentence.words(in: $0.phrase).contains(next)
      })
    else { return false }
    switch tree.tokens[next].universal {
    case .determiner, .noun, .properNoun, .pronoun, .adjective: return true
    case .adposition, .adverb, .auxiliary, .coordinatingConjunction, .interjection, .numeral,
      .particle, .punctuation, .subordinatingConjunction, .symbol, .verb, .other:
      return false
    }
  }

  /// Verbs whose passive may have an object or a name behind it.
  private static let giving: Set<String> = [
    "give", "award", "grant", "offer", "pay", "send", "show", "teach", "tell", "ask", "deny",
    "allow", "assign", "promise", "leave", "lend", "name", "call", "elect", "appoint", "make",
    "declare", "crown", "ordain", "proclaim", "title", "dub", "christen", "rename", "nickname",
    "consider", "vote", "render", "set", "find", "forbid", "allot", "cost", "charge", "fine",
    "keep", "bear", "nominate", "create", "found", "term", "paint", "bury", "sentence",
  ]

  /// Whether a predicate is only a verb that says little alone: "Nasser answered".
  private func says(nothing kept: [Int], _ predication: Predication) -> Bool {
    let tree = predication.tree
    let says = kept.contains { index in
      index != predication.predicate && !predication.auxiliaries.contains(index)
        && tree.tokens[index].universal != .adverb && tree.tokens[index].relation != .particle
        && !predication.sentence.times.contains {
          predication.sentence.words(in: $0.phrase).contains(index)
        }
    }
    // "The first volume of her work on caterpillars appeared" says it all.
    guard !says, !predication.isPassive, predication.subject.count <= 3 else { return false }
    return Self.transitive.contains(lemmatiser.lemma(of: tree.tokens[predication.predicate]))
  }

  /// Whether "its" stands where only a person is named, or "her" where a man is.
  private func hasForeignPossessive(_ words: [Int], _ predication: Predication) -> Bool {
    let tree = predication.tree
    guard let first = predication.subject.first, !predication.isPlural else { return false }
    let pronoun = tree.tokens[first].form.lowercased()
    let gender =
      GivenNames.gender(ofPronoun: pronoun)
      ?? GivenNames.gender(of: tree.text(predication.subject))
    // A single word may be a firm's name, unless another clause has what "its" may mean.
    let isSecond = tree.tokens[..<first].contains { $0.penn.isTensed }
    let isPerson =
      gender != nil
      || (predication.subject.count > 1 || isSecond)
        && predication.subject.allSatisfy { tree.tokens[$0].name.kind == .person }
    return words.contains { word in
      guard predication.sentence.standIns[word] == nil, word > predication.predicate,
        tree.tokens[word].penn == .possessivePronoun
      else { return false }
      let form = tree.tokens[word].form.lowercased()
      let between = predication.predicate + 1..<word
      let hasThing = tree.tokens[between].contains {
        $0.universal.isNominal && $0.name.kind != .person
      }
      if form == "its" { return isPerson && !hasThing }
      guard let own = GivenNames.gender(ofPronoun: form), let gender, isPerson else { return false }
      return own != gender
        && !tree.tokens[between].contains { $0.name.kind == .person }
    }
  }

  /// Whether a pronoun behind "that" stands for the subject: "X announced that it would sell".
  private func isAnswered(_ word: Int, _ predication: Predication) -> Bool {
    let tree = predication.tree
    guard word > predication.predicate, tree.tokens[word].penn == .pronoun,
      tree.tokens[word - 1].form == "that"
    else { return false }
    let isPerson =
      predication.subject.contains { tree.tokens[$0].name.kind == .person }
      || predication.resolvedSubject != nil
    switch tree.tokens[word].form.lowercased() {
    case "it": return !predication.isPlural
    case "they": return predication.isPlural
    case "he", "she": return isPerson && !predication.isPlural
    case _: return false
    }
  }

  /// Whether any word of a subject is many of something; its head is not known by order alone.
  private func mayBePlural(_ predication: Predication) -> Bool {
    predication.subject.contains { index in
      let token = predication.tree.tokens[index]
      return token.penn == .pluralNoun || token.penn == .pluralName || token.form == "and"
    }
  }

  private static let empty: Set<String> = [
    "thing", "things", "people", "number", "place", "part", "way", "first", "end", "new", "many",
    "several", "more", "most", "few", "time", "year", "years",
  ]

  /// Verbs of which one wants to know what or whom they were done to.
  private static let transitive: Set<String> = [
    "answer", "reply", "respond", "attack", "ask", "refuse", "agree", "propose", "follow", "say",
    "write", "speak", "try", "know", "see", "go", "come", "help",
    "vote", "act", "object", "protest", "appear", "prepare", "invade", "succeed",
    "leave", "give", "return", "decide", "change", "rule", "declare", "announce", "order",
    "demand", "report", "find", "hold", "show", "conclude", "note", "recommend", "promise",
    "warn", "ratify", "win", "lose", "rise", "grow", "move",
  ]

  private static let inventing: Set<String> = ["invent", "discover", "patent", "pioneer"]

  private static let speaking: Set<String> = [
    "tell", "inform", "warn", "persuade", "convince", "say", "claim", "argue", "believe", "think",
    "realise", "realize", "suggest", "assure", "insist", "admit", "state",
  ]

  /// Why a prompt is no good whatever it asks.
  func veto(_ prompt: String, answer: String) -> Veto? {
    let asked = prompt.asciiWords
    let words = answer.asciiWords
    if asked.count > 33 { return .long }
    if asked.count < 4 { return .vague }
    if words.isEmpty { return .time }
    if prompt.asksForBareRole { return .vague }
    if asked.indices.contains(where: { asked[$0...].starts(with: words) }) { return .leak }
    let years = words.filter { $0.count == 4 && $0.allSatisfy(\.isNumber) }
    if years.contains(where: asked.contains) { return .leak }
    for (open, close) in [("(", ")"), ("[", "]"), ("“", "”")] {
      if prompt.count(of: open) != prompt.count(of: close) { return .markup }
    }
    if prompt.count(of: "\"") % 2 != 0 || prompt.contains("http") || prompt.contains("*")
      || prompt.contains("|") || prompt.contains("[")
    {
      return .markup
    }
    return nil
  }
}

extension String {
  /// Whether a question ends with what somebody was, but not of what: "was Lübeck the centre?".
  fileprivate var asksForBareRole: Bool {
    let words = split(separator: " ")
    guard words.count > 3, words.last?.last == "?", words.last?.first?.isLowercase == true,
      words[words.count - 2] == "the", words[words.count - 3].first?.isUppercase == true
    else { return false }
    return words.contains { ["was", "were", "is", "are"].contains($0) }
  }

  /// The words in lower case, marks left out.
  var asciiWords: [String] {
    lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  func count(of mark: String) -> Int { ranges(of: mark).count }
}

extension SourceSentence {
  /// Whether every quotation mark and bracket has its other half.
  var hasWholeMarks: Bool {
    var round = 0
    var square = 0
    var straight = 0
    var curly = 0
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "("): round += 1
      case UInt8(ascii: ")"): round -= 1
      case UInt8(ascii: "["): square += 1
      case UInt8(ascii: "]"): square -= 1
      case UInt8(ascii: "\""): straight += 1
      // The last byte of “ and ”.
      case 0x9c where index > 1 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xe2: curly += 1
      case 0x9d where index > 1 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xe2: curly -= 1
      case _: continue
      }
    }
    return round == 0 && square == 0 && straight % 2 == 0 && curly == 0
  }
}
