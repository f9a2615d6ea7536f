import Decks

/// Terms, places, organisations, events: content words in any order.
extension Marker {
  func markTerm(_ words: [String], _ form: Target.Form, _ target: Target) -> Verdict {
    let wrong = Verdict(.wrong, because: .otherName)
    let squashed = NameTable.key(words)
    let mine = NameTable.key(form.words)
    if squashed == mine { return Verdict(.correct) }
    if isAcronym(words, of: form.words) { return Verdict(.correct) }
    // What an acronym stands for, unless the answer itself says that.
    if isCapital(form.text), isAcronym(form.words, of: words),
      !target.forms.contains(where: { isAcronym(form.words, of: $0.words) })
    {
      return Verdict(.correct)
    }
    let expected = tokenizer.tokens(form.words)
    let typed = tokenizer.tokens(words)
    if expected.all.isEmpty || typed.all.isEmpty { return wrong }
    // "Hanoi's Politburo" is that of North Vietnam.
    let isBody = form.words.contains(where: GenericWords.bodies.contains)
    let match = match(typed, with: expected) { isBody && $0 == words.first }
    let asked = Set(tokenizer.tokens(target.questionWords).all)
    let missing = match.missing.map { expected.all[$0] }
    let extra = match.extra.map { typed.all[$0] }
    let head = headBeforePreposition(form.words)
    let lacking = missing.filter { token in
      token == head && !asksWhich(form.words[0], target)
        || !asked.contains(token) && !isPlaceKind(token, target.kind)
          && !(token.hasSuffix("est") && asked.contains("rank"))
    }
    let added = extra.filter { !asked.contains($0) && !adds(nothing: $0, target.kind) }
    if match.matched.isEmpty {
      return slippedWhole(squashed, mine, words, form) ?? wrong
    }
    // "Apollo 1" for Apollo 11, though the question says "first".
    let number = { (tokens: [String]) in tokens.first { $0.hasPrefix("#") } }
    if number(missing) != nil, number(extra) != nil { return wrong }
    if (missing + extra).contains(where: StrictWords.reversing.contains) { return wrong }
    // "Supreme Court" for that of the United States: two words of its own name it in a context.
    if !lacking.isEmpty, added.isEmpty, missing.count == 1, missing[0].hasPrefix("@"),
      !Clause(form.words, tokenizer).items.contains(where: \.isVerb),
      match.matched.count(where: { !GenericWords.heads.contains(expected.all[$0]) }) >= 2
    {
      return match.otherWord == nil
        ? spelled(match.slips, form, words)
        : Verdict(.almost, because: .misspelled(letters: match.slips), spelling: form.text)
    }
    if lacking.isEmpty && added.isEmpty {
      // What the question names may be left out, but something of the answer must be there.
      let isSubstantial = match.matched.contains { position in
        let token = expected.all[position]
        return missing.isEmpty || !asked.contains(token) && !GenericWords.heads.contains(token)
      }
      guard isSubstantial else { return Verdict(.almost, because: .incompleteTerm) }
      if let other = match.otherWord {
        if match.slips == 1, isDropped(squashed, from: mine), !identities(form.words).isEmpty {
          return Verdict(.correct, because: .misspelled(letters: 1), spelling: form.text)
        }
        return expected.all.count == 1 && other == .common
          ? wrong
          : Verdict(.almost, because: .misspelled(letters: match.slips), spelling: form.text)
      }
      return spelled(match.slips, form, words)
    }
    if let verdict = slippedWhole(squashed, mine, words, form) { return verdict }
    let isDistinctive = match.matched.contains { position in
      let token = expected.all[position]
      return !GenericWords.heads.contains(token) && !asked.contains(token)
    }
    // "German Empire" for the German Confederation, "Thailand" for Thai Binh: only the land agrees.
    if target.kind != .state, !lacking.isEmpty,
      match.matched.allSatisfy({ expected.all[$0].hasPrefix("@") })
    {
      return wrong
    }
    // "The largest" for the second largest.
    if missing.contains(where: { $0.hasPrefix("#") }),
      !extra.contains(where: { $0.hasPrefix("#") }),
      form.words.contains(where: { $0.utf8.count > 5 && $0.hasSuffix("est") })
    {
      return wrong
    }
    if match.missing == [0], extra.isEmpty, match.matched.count >= 2,
      isPassive(words, saysAgent: false), !isPassive(form.words, saysAgent: true)
    {
      return Verdict(.correct)
    }
    // "First Secretary" for that of the Central Committee: an office of two words.
    if words.count >= 2, form.words.starts(with: words + ["of"]),
      words.contains(where: PersonName.titles.contains)
    {
      return Verdict(.correct)
    }
    if suffersInstead(form.words, words) { return Verdict(.wrong, because: .swappedRoles) }
    // "Koreans living in North Korea" for those abroad.
    if !lacking.isEmpty, isDescription(form.text), extra.contains(where: { $0.hasPrefix("@") }) {
      return wrong
    }
    if extra.allSatisfy(asked.contains) {
      // Two words of three name it, common as each may be: "Canal Company".
      let isMost = match.matched.count > 1 && match.matched.count * 2 > expected.all.count
      return isDistinctive || isMost && match.slips <= 1
        ? Verdict(.almost, because: .incompleteTerm) : wrong
    }
    if lacking.isEmpty, missing.isEmpty {
      // A number, a state or a direction added may make it another thing.
      // A year added to an event leaves it what it is, if it is the right one.
      if added.count == 1, let year = added[0].hasPrefix("#") ? Int(added[0].dropFirst()) : nil,
        (1000...2100).contains(year), !form.words.contains(where: { $0.contains { $0.isNumber } })
      {
        return Verdict(.almost, unsure: true, because: .wider)
      }
      if added.contains(where: { $0.hasPrefix("#") || StrictWords.all.contains($0) }) {
        return wrong
      }
      if target.kind == .state { return wrong }
      if added.count <= max(1, expected.all.count / 2),
        target.kind == .place || target.kind == .text
      {
        return placeVerdict(added, target) ?? Verdict(.almost, unsure: true, because: .wider)
      }
      return added.count <= expected.all.count
        ? Verdict(.almost, unsure: true, because: .wider) : wrong
    }
    let isOtherActor =
      missing.contains { $0.hasPrefix("@") } && extra.contains { $0.hasPrefix("@") }
      || match.missing.contains { isProper(expected.sources[$0], in: form.text) }
        && match.extra.contains { isProper(typed.sources[$0], in: "") }
    let verbs = Set(Clause(form.words, tokenizer).items.filter(\.isVerb).map(\.token))
    let tellsTheSame = match.matched.contains { verbs.contains(expected.all[$0]) }
    let isTold =
      tellsTheSame
      || isDescription(form.text) && match.matched.count * 2 >= expected.all.count
        && !isOtherWord(match, expected, typed, asked, in: form.text)
    return isDistinctive && !isOtherActor && isTold && number(missing) == nil
      ? Verdict(.almost, unsure: true, because: .cannotTell) : wrong
  }

  /// Whether a word added to a name of some kind changes nothing: "the French king" is not France.
  private func adds(nothing token: String, _ kind: CardKind) -> Bool {
    kind == .state
      ? GenericWords.states.contains(token) : GenericWords.added.contains(token)
  }

  /// The noun that the rest hangs on by a preposition, "peace" in "peace with Russia": what may
  /// be left out of a name may not be left out there.
  private func headBeforePreposition(_ words: [String]) -> String? {
    guard words.count > 2,
      ["with", "for", "to", "against", "from", "without", "between"].contains(words[1])
    else { return nil }
    return tokenizer.tokens([words[0]]).all.first
  }

  /// Whether the question is "which peace", so that the answer need not say "peace" again.
  private func asksWhich(_ word: String, _ target: Target) -> Bool {
    zip(target.questionWords, target.questionWords.dropFirst()).contains {
      ($0 == "which" || $0 == "what") && $1 == word
    }
  }

  /// "Paris, France" for Paris: the state adds nothing.
  private func placeVerdict(_ added: [String], _ target: Target) -> Verdict? {
    target.kind == .place && added.allSatisfy { $0.hasPrefix("@") } ? Verdict(.correct) : nil
  }

  /// Slips measured over the whole answer, for words written together or apart.
  private func slippedWhole(
    _ typed: String, _ expected: String, _ words: [String], _ form: Target.Form
  ) -> Verdict? {
    guard expected.utf8.count > 4 else { return nil }
    if Romanisation.key(typed, .european) == Romanisation.key(expected, .european) {
      return Verdict(.correct, because: .misspelled(letters: 1), spelling: form.text)
    }
    let limit = Slip.allowance(length: expected.utf8.count)
    guard let slips = Slip.distance(typed, expected, limit: limit) else { return nil }
    // "Ha Giang" is not Bac Giang: a short word has room for one slip, and not at its start.
    if words.count == form.words.count {
      for (left, right) in zip(words, form.words) where left != right && right.utf8.count <= 4 {
        guard left.utf8.first == right.utf8.first || left.utf8.sorted() == right.utf8.sorted(),
          Slip.distance(left, right, limit: 1) != nil
        else { return nil }
      }
    }
    let differing = words.filter { !form.words.contains($0) }
    if differing.contains(where: StrictWords.all.contains) { return nil }
    let others = differing.compactMap { otherWord($0, than: form.words) }
    if !others.isEmpty {
      if slips == 1, isDropped(typed, from: expected), !identities(form.words).isEmpty {
        return Verdict(.correct, because: .misspelled(letters: 1), spelling: form.text)
      }
      return words.count == 1 && others.contains(.common) || slips > 1
        ? nil : Verdict(.almost, because: .misspelled(letters: slips), spelling: form.text)
    }
    // A missing or added particle is a word, not a slip: "anti", "non", a Roman numeral.
    if words.count != form.words.count, slips == 1, differing.isEmpty { return nil }
    return spelled(slips, form, words)
  }

  /// Whether a letter of a long name was left out or two were exchanged, whatever word that made:
  /// "United Sates", "Untied States".
  func isDropped(_ typed: String, from expected: String) -> Bool {
    expected.utf8.count >= 9
      && (typed.utf8.count < expected.utf8.count || typed.utf8.sorted() == expected.utf8.sorted())
  }

  /// "Province" and the like add nothing to a place's name.
  private func isPlaceKind(_ token: String, _ kind: CardKind) -> Bool {
    kind == .place && GenericWords.places.contains(token) || GenericWords.droppable.contains(token)
  }

  /// Whether a text describes rather than names: three words and more, most of them in lower case.
  private func isDescription(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return words.count >= 3
      && words.count(where: { $0.first?.isLowercase == true }) * 2 > words.count
  }

  private func isCapital(_ text: String) -> Bool {
    let letters = text.filter(\.isLetter)
    return letters.count >= 2 && letters.allSatisfy(\.isUppercase)
  }
}

/// Words that say of what kind a thing is, as tokens.
enum GenericWords {
  private static func tokens(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map { Synonyms.canonical(Stem.of(String($0))) })
  }

  /// Kinds of places that a place's name may have or lack.
  static let places = tokens(placeKinds)

  /// The same as written.
  static let placeWords: Set<String> = Set(placeKinds.split(separator: " ").map(String.init))

  private static let placeKinds =
    "province city town village county district region area site island islands river mountain mount "
    + "lake sea ocean strait canal bay valley state capital port peninsula desert prefecture cape"

  /// Words that may be added to a term without changing what it names.
  static let added = places.union(droppable).union(
    tokens(
      "reform reforms policy policies doctrine movement campaign war treaty conference party "
        + "newspaper agency company corporation organisation organization union plan programme "
        + "program system theory principle strategy era period event process battle revolution act "
        + "law crisis dynasty empire famous so-called great called term word idea concept peace "
        + "house family clan method approach emperor king queen president general sir st saint "
        + "group people army revolt un archduke duke count lord tsar kaiser sultan minister "
        + "number news language religion philosophy style school building palace temple ship incident affair "
        + "scandal massacre siege edict speech declaration league alliance club bank press"))

  /// Bodies that a state has one of, so that its capital's name in front says whose it is.
  static let bodies: Set<String> = [
    "politburo", "government", "parliament", "cabinet", "ministry", "leadership", "regime",
    "delegation", "diplomats", "envoy", "ambassador", "leaders",
  ]

  /// Words that a state's name may have or lack.
  static let states = tokens(
    "state country nation government leadership people side regime authorities empire kingdom "
      + "republic rep union island islands territory")

  /// Words that a full name has and a short one leaves out.
  static let droppable = tokens(
    "so-called shimbun shinbun zeitung living famous peace ltd inc plc company corporation corp co")

  /// Heads that several names share: alone they name nothing.
  static let heads = added.union(
    tokens(
      "party congress assembly council committee association society institute university "
        + "republic kingdom democratic people national international federal united central "
        + "workers communist socialist world first second"))
}
