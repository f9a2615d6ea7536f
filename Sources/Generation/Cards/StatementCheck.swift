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
      !subject.contains(where: {
        // Old prose speaks of a country as "her".
        tree.tokens[$0].name.kind == .person
          || tree.tokens[$0].name.kind == .place && !isHis
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
    if hasLostPronoun(predication, kept) { return .reference }
    if Self.telling.contains(verb), predication.isPassive == false,
      !kept.contains(where: {
        $0 != predication.predicate && tree.tokens[$0].universal != .auxiliary
      })
    {
      return .vague
    }
    // Tables put capitals where prose has none; "born in Graz, Haas" is no subject.
    if predication.predicate > 0,
      tree.tokens[predication.predicate].form.first?.isUppercase == true
        || predication.subject.first.map({ tree.tokens[$0].form == "Born" }) == true
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

  /// Whether "him" was taken for the subject itself, or "its" has a person before it only.
  private func hasLostPronoun(_ predication: Predication, _ kept: [Int]) -> Bool {
    let tree = predication.tree
    // A single name may be a firm's, whatever it was taken for.
    let isPerson =
      predication.subject.count { tree.tokens[$0].name.kind == .person } >= 2
      && !predication.subject.contains { tree.tokens[$0].penn == .possessiveEnding }
    let own = predication.resolvedSubject ?? tree.text(predication.subject)
    return kept.contains { word in
      let token = tree.tokens[word]
      let standIn = predication.sentence.standIns[word]
      switch token.form.lowercased() {
      case "him", "her", "them":
        guard token.penn == .pronoun, let standIn else { return false }
        return own.contains(standIn.name) || standIn.name.contains(own)
      case "its":
        guard isPerson, standIn == nil else { return false }
        return !kept.contains { before in
          before < word && before != predication.predicate
            && tree.tokens[before].universal.isNominal && tree.tokens[before].name.kind != .person
        }
      case _: return false
      }
    }
  }

  /// Verbs that say nothing without what was told or decided.
  private static let telling: Set<String> = [
    "rule", "declare", "announce", "decide", "vote", "agree", "propose", "order", "demand",
    "report", "find", "hold", "show", "conclude", "write", "note", "recommend", "promise", "warn",
  ]

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
