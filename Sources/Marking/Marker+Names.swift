import Decks

/// Persons, states, organisations, places and terms.
extension Marker {
  func markName(_ answer: TypedAnswer, _ target: Target) -> Verdict {
    let denies = { (words: [String]) in Negation.isNegated(words) || words.contains("non") }
    if answer.isNegated, !target.forms.contains(where: { denies($0.words) }) {
      return Verdict(.wrong, because: .negated)
    }
    let expected = identities(of: target)
    var verdict = markName(words: answer.words, target, expected, full: answer.folded.words)
    if verdict.mark == .wrong, expected.known.isEmpty, isFullerName(answer.words, target) {
      return Verdict(.correct)
    }
    // "Churchill (Winston)", "Agence France-Presse (AFP)": the part outside, and the one inside.
    if verdict.mark != .correct, let (outer, inner) = bracketed(answer.text) {
      let whole = markName(words: outer, target, expected, full: outer)
      let part = identities(inner)
      if part.isEmpty || part.overlaps(expected) { verdict = better(verdict, whole) }
    }
    if verdict.mark == .wrong, verdict.cause != .opposite, isDescribed(answer, target, expected) {
      return Verdict(.correct)
    }
    if verdict.mark != .wrong, target.kind != .person,
      !identities(answer.folded.words).overlaps(expected),
      target.forms.allSatisfy({
        contradiction(answer.folded.words, $0, target)?.mark == .wrong
      })
    {
      return Verdict(.wrong, because: .opposite)
    }
    if let place = withLand(answer, target) { return place }
    if let other = rival(answer, target, expected), verdict.mark != .wrong {
      return Verdict(.wrong, because: .hedged, named: other)
    }
    return verdict
  }

  /// Whether the answer is a name of the expected thing at its end or beginning, and the rest says
  /// what kind of thing it is: "the French news agency AFP".
  private func isDescribed(
    _ answer: TypedAnswer, _ target: Target, _ expected: Identities
  ) -> Bool {
    let words = answer.words
    guard target.kind != .person, target.kind != .state, !expected.isEmpty,
      identities(words).isEmpty,
      (2...7).contains(words.count)
    else {
      return false
    }
    let asked = Set(tokenizer.tokens(target.questionWords).all)
    let mine = Set(target.forms.flatMap { tokenizer.tokens($0.words).all })
    for length in 1...min(3, words.count - 1) {
      for (name, rest) in [
        (words.suffix(length), words.dropLast(length)),
        (words.prefix(length), words.dropFirst(length)),
      ] where identities(Array(name)).overlaps(expected) {
        let tokens = tokenizer.tokens(Array(rest)).all
        if !tokens.isEmpty, !rest.contains(where: StrictWords.all.contains),
          tokens.allSatisfy({
            GenericWords.added.contains($0) || asked.contains($0) || mine.contains($0)
          })
        {
          return true
        }
      }
    }
    return false
  }

  /// The verdict on a place or a thing named after its place with its land behind a comma, "Los
  /// Alamos, New Mexico"; `nil` for any other answer.
  private func withLand(_ answer: TypedAnswer, _ target: Target) -> Verdict? {
    guard target.kind != .person, target.kind != .state, let states,
      let comma = answer.text.firstIndex(of: ",")
    else { return nil }
    let place = Fillers.stripped(Folded(String(answer.text[..<comma])).words)
    let land = Folded(String(answer.text[answer.text.index(after: comma)...])).words
    let isLand =
      Provinces.all.contains(land.joined(separator: " "))
      || states.lookup(land[...]).contains { $0.naming == .name }
    let bare = { (words: [String]) in
      NameTable.key(
        target.kind == .place ? words.filter { !GenericWords.placeWords.contains($0) } : words)
    }
    guard isLand, target.forms.contains(where: { bare($0.words) == bare(place) })
    else { return nil }
    // A capital, or another well-known place: that of this land is another one, or may be. The
    // land of a capital of the past goes by other names today.
    let lands = states.lookup(place[...]).map(\.state).filter {
      !states.states[$0].id.hasPrefix("h-")
    }
    if !lands.isEmpty {
      let isThere = states.lookup(land[...]).contains { lands.contains($0.state) }
      return isThere ? Verdict(.correct) : Verdict(.wrong, because: .otherName)
    }
    // A state that neither the question nor the answer names may be the wrong one.
    if let state = states.lookup(land[...]).first(where: { $0.naming == .name })?.state,
      !Provinces.all.contains(land.joined(separator: " ")),
      !tokenizer.tokens(target.questionWords + target.forms.flatMap(\.words)).all
        .contains("@\(states.states[state].id)")
    {
      return Verdict(.almost, unsure: true, because: .wider)
    }
    return identities(place).isEmpty || !Provinces.all.contains(land.joined(separator: " "))
      ? Verdict(.correct) : Verdict(.almost, unsure: true, because: .wider)
  }

  /// Whether a well-known name in full is given where only the family name is expected: FDR for
  /// Roosevelt.
  private func isFullerName(_ words: [String], _ target: Target) -> Bool {
    guard target.kind == .person, let known else { return false }
    let entries = known.named(words).filter { known.entries[$0].kind == .person }
    return target.forms.contains { form in
      guard form.words.count == 1, let mine = PersonName(form.words),
        words.count == 1 || known.persons(familyName: form.words[0]).count < 2
      else { return false }
      return entries.contains { number in
        known.entries[number].forms.first.flatMap { PersonName($0) }?.core.last == mine.core.first
      }
    }
  }

  /// Whether a full name is that of the person whom the family name alone, as it is expected, brings
  /// to mind first.
  func isBestKnownBearer(_ words: [String], _ target: Target) -> Bool {
    guard let known else { return false }
    let typed = Set(known.named(words))
    return target.forms.contains { form in
      form.words.count == 1
        && !typed.isDisjoint(with: known.looselyNamed(form.words) + known.named(form.words))
    }
  }

  /// The verdict on the words of a name; `full` holds them with what was left out before.
  private func markName(
    words: [String], _ target: Target, _ expected: Identities, full: [String]
  ) -> Verdict {
    let typed = identities(words)
    if typed.overlaps(expected) { return Verdict(.correct) }
    if let known, !expected.known.isDisjoint(with: known.looselyNamed(words)) {
      return Verdict(.correct)
    }
    // "James VI and I" for James I, whom that name means alone.
    if let known, expected.isEmpty, target.forms.count == 1,
      case let meant = known.looselyNamed(target.forms[0].words), meant.count == 1,
      typed.known.contains(meant[0])
    {
      return Verdict(.correct)
    }
    if target.kind == .person, let first = words.first, words.count > 1,
      PersonName.titles.contains(first), typed.isEmpty,
      identities(Array(words.dropFirst())).overlaps(expected)
    {
      return Verdict(.correct)
    }
    let rivals = target.kind == .person ? persons(typed) : typed
    var best: Verdict?
    if let verdict = markState(words, target, expected) {
      if verdict.mark != .wrong || target.kind == .state { return verdict }
      best = verdict
    }
    if !rivals.isEmpty, !expected.isEmpty, target.kind != .state { best = other(rivals) }
    for form in target.forms {
      var verdict =
        target.kind == .person
        ? markPerson(words, form, target, expected) : markTerm(words, form, target)
      if target.kind != .person, verdict.mark != .wrong,
        let other = contradiction(full, form, target)
      {
        verdict = other
      }
      // A name that is exactly another's is never a slip.
      if !rivals.isEmpty, verdict.mark != .wrong,
        verdict.spelling != nil || areOfOneKind(rivals, expected)
      {
        best = best.map { better($0, other(rivals)) } ?? other(rivals)
        continue
      }
      // "Francis I" is the king; the pope has no number.
      if verdict.mark == .correct, !expected.known.isEmpty,
        known?.looselyNamed(words).isEmpty == false
      {
        verdict = Verdict(.almost, unsure: true, because: .wider)
      }
      best = best.map { better($0, verdict) } ?? verdict
    }
    let verdict = best ?? Verdict(.wrong, because: .otherName)
    if verdict.mark == .wrong, !typed.isEmpty { return other(typed) }
    return verdict
  }

  /// Only the persons: a city of the same name is no rival of a person.
  private func persons(_ identities: Identities) -> Identities {
    Identities(
      actors: identities.actors.filter { deck.entries[$0].kind == .person },
      known: identities.known.filter { known?.entries[$0].kind == .person })
  }

  /// Whether what was typed is a thing of the kind that is expected, so that it is another one:
  /// "Versailles", the town, may stand for its treaty.
  private func areOfOneKind(_ typed: Identities, _ expected: Identities) -> Bool {
    if !expected.actors.isEmpty || !typed.actors.isEmpty && !expected.isEmpty { return true }
    if !typed.states.isEmpty, !expected.states.isEmpty { return true }
    guard let known else { return false }
    let kinds = { (numbers: Set<Int>) in Set(numbers.map { known.entries[$0].kind }) }
    return !kinds(typed.known).isDisjoint(with: kinds(expected.known))
  }

  private func other(_ identities: Identities) -> Verdict {
    guard let name = name(of: identities) else { return Verdict(.wrong, because: .otherName) }
    return Verdict(.wrong, because: .other(named: name), named: name)
  }

  // MARK: Spelling

  /// The verdict on a name that is right but for so many letters.
  func spelled(_ slips: Int, _ form: Target.Form, _ words: [String]) -> Verdict {
    let isRespelled =
      words.contains { !form.words.contains($0) } && form.words.contains { !words.contains($0) }
    if isRespelled, answers.contains(NameTable.key(words)) {
      return Verdict(.wrong, because: .otherName)
    }
    switch slips {
    case 0: return Verdict(.correct)
    case 1:
      if words.count == 1, let word = words.first {
        switch otherWord(word, than: form.words) {
        case .common: return Verdict(.wrong, because: .otherName)
        case .proper:
          return Verdict(.almost, because: .misspelled(letters: 1), spelling: form.text)
        case nil: break
        }
      }
      return Verdict(.correct, because: .misspelled(letters: 1), spelling: form.text)
    default:
      return Verdict(.almost, because: .misspelled(letters: slips), spelling: form.text)
    }
  }

  /// What a word is that is no slip.
  enum OtherWord: Hashable, Sendable {
    /// An English word, so another one is meant.
    case common
    /// Some person's or place's name, which may be meant or not.
    case proper
  }

  /// What other word than the expected ones a word is; `nil` for a form of them and for no word.
  func otherWord(_ word: String, than expected: [String]) -> OtherWord? {
    guard let list = self.words else { return nil }
    let isCommon = list.hasCommon(word)
    guard isCommon || list.hasProper(word) else { return nil }
    let stem = Stem.of(word)
    let spelling = Spelling.plain(word)
    if expected.contains(where: {
      $0 == word || Stem.of($0) == stem || Spelling.plain($0) == spelling
    }) {
      return nil
    }
    return isCommon ? .common : .proper
  }

  /// Whether the typed word is made of the first letters of the others: NAM, FDR.
  func isAcronym(_ words: [String], of expected: [String], least: Int = 2) -> Bool {
    guard words.count == 1 || words.allSatisfy({ $0.utf8.count == 1 }) else { return false }
    let typed = Array(words.joined().utf8)
    guard typed.count >= least, typed.count <= 8 else { return false }
    let all = expected.compactMap(\.utf8.first)
    let content = expected.filter { !Stopwords.all.contains($0) }.compactMap(\.utf8.first)
    return content.count >= 2 && (typed == all || typed == content)
  }

  // MARK: Two answers in one

  /// The other actor or state that a typed answer names beside the expected one.
  private func rival(
    _ answer: TypedAnswer, _ target: Target, _ expected: Identities
  ) -> String? {
    // "The United Kingdom of Great Britain and Northern Ireland" is one name.
    if identities(answer.words).overlaps(expected) { return nil }
    let parts = answer.text.split { ",;/&+\n|".contains($0) }
      .flatMap { part in split(Folded(String(part)).words, at: "and") }
    guard parts.count > 1 else { return nil }
    for part in parts {
      var found = identities(Fillers.stripped(part))
      // "Vienna, Austria" is one place.
      if target.kind == .place { found.states = [] }
      if !found.isEmpty, !found.overlaps(expected), !expected.isEmpty { return name(of: found) }
    }
    return nil
  }

  private func split(_ words: [String], at separator: String) -> [[String]] {
    words.split(separator: separator).map(Array.init)
  }

  private func bracketed(_ text: String) -> (outer: [String], inner: [String])? {
    guard let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")"),
      open > text.startIndex
    else { return nil }
    let outer = Folded(String(text[..<open] + text[text.index(after: close)...])).words
    let inner = Folded(String(text[text.index(after: open)..<close])).words
    return outer.isEmpty || inner.isEmpty ? nil : (Fillers.stripped(outer), inner)
  }
}
