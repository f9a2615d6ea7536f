import Decks

/// Free text: content words by stems and synonyms; never right on a negation or swapped roles.
extension Marker {
  func markText(_ answer: TypedAnswer, _ target: Target) -> Verdict {
    var best: Verdict?
    for form in target.forms {
      var verdict = compare(answer, with: form, target)
      if verdict.mark != .wrong, let other = contradiction(answer.folded.words, form, target) {
        verdict = other
      }
      best = best.map { better($0, verdict) } ?? verdict
    }
    return best ?? Verdict(.wrong, because: .nothingInCommon)
  }

  private func compare(
    _ answer: TypedAnswer, with form: Target.Form, _ target: Target
  ) -> Verdict {
    if NameTable.key(answer.words) == NameTable.key(form.words) { return Verdict(.correct) }
    let expected = tokenizer.tokens(form.words.filter { !Negation.single.contains($0) })
    let typed = tokenizer.tokens(answer.words.filter { !Negation.single.contains($0) })
    if expected.all.isEmpty || typed.all.isEmpty {
      return Verdict(.wrong, because: .nothingInCommon)
    }
    let match = match(typed, with: expected, governs: answer.hasGovernment)
    let asked = Set(tokenizer.tokens(target.questionWords).all)
    let share = Double(match.matched.count) / Double(expected.all.count)
    let denials = { (words: [String]) in Negation.count(words) + words.count { $0 == "non" } }
    let sameSense = denials(answer.words) % 2 == denials(form.words) % 2
    let missing = match.missing.map { expected.all[$0] }
    let extra = match.extra.map { typed.all[$0] }.filter { !asked.contains($0) }
    if share >= 0.3, !sameSense {
      // "They did not cooperate" may say what "they rejected cooperation" does.
      return (missing + extra).contains(where: Antonyms.denying.contains)
        ? Verdict(.almost, unsure: true, because: .cannotTell)
        : Verdict(.wrong, because: .opposite)
    }
    // "Did not return safely" for "returned safely without landing".
    if let mine = denied(form.words), let other = denied(answer.words), mine != other,
      expected.all.contains(other)
    {
      return Verdict(.wrong, because: .opposite)
    }
    if missing.contains(where: { one in extra.contains { Antonyms.areOpposite(one, $0) } }) {
      let actors = { (tokens: [String]) in tokens.filter { $0.hasPrefix("@") } }
      return Antonyms.tellsOfVictory(missing, answer.words)
        && actors(typed.all) == actors(expected.all)
        ? Verdict(.almost, unsure: true, because: .cannotTell)
        : Verdict(.wrong, because: .opposite)
    }
    if let verdict = roles(expected, typed, form, answer) { return verdict }
    if isTurnedRound(typed, expected, target, answer) {
      return Verdict(.wrong, because: .swappedRoles)
    }
    // "Archduke" before a name that is there.
    let lacking = match.missing.filter {
      !asked.contains(expected.all[$0]) && !isTitle($0, of: expected.sources, in: form.text)
        && !($0 > 0 && expected.all[$0 - 1].hasPrefix("@")
          && Marker.agents.contains(expected.sources[$0]))
    }.map { expected.all[$0] }
    let isStrictMissing = lacking.contains { $0.hasPrefix("@") || $0.hasPrefix("#") }
    let isStrictExtra = extra.contains {
      $0.hasPrefix("@") || $0.hasPrefix("#") || StrictWords.offices.contains($0)
    }
    if match.matched.isEmpty {
      let isShort = expected.all.count <= 2 || typed.all.count <= 1
      return Verdict(.wrong, unsure: !isShort, because: .nothingInCommon)
    }
    if isStrictMissing && isStrictExtra { return Verdict(.wrong, because: .otherName) }
    // "Clouds covered Nagasaki" for Kokura: said of another place or person.
    let others = match.extra.filter { !asked.contains(typed.all[$0]) }.map { typed.sources[$0] }
      .filter { isProper($0, in: answer.text) }
    let names = match.missing.map { expected.sources[$0] }.filter { isProper($0, in: form.text) }
    if names.contains(where: { name in
      !others.isEmpty && !others.contains { $0.prefix(4) == name.prefix(4) }
    }) {
      return Verdict(.wrong, because: .otherName)
    }
    if isOtherWord(match, expected, typed, asked, in: "\(form.text) \(answer.text)") {
      return Verdict(.wrong, unsure: true, because: .cannotTell)
    }
    if lacking.isEmpty, !isStrictExtra {
      if areMixed(form.words, answer.words) {
        return Verdict(.almost, unsure: true, because: .cannotTell)
      }
      if match.otherWord == .common, expected.all.count == 1 {
        return Verdict(.wrong, because: .nothingInCommon)
      }
      if extra.count <= max(1, expected.all.count / 2),
        !match.extra.contains(where: { isLooseName(typed.sources[$0], in: answer) })
      {
        return spelled(match.slips, form, answer.words)
      }
      return Verdict(.almost, unsure: true, because: .cannotTell)
    }
    // "They won" for the Ottomans, of whom the question speaks.
    if match.missing == [0], extra.isEmpty,
      let first = answer.folded.words.first, ["it", "they", "he", "she"].contains(first),
      expected.all.count == 2
    {
      return Verdict(.correct)
    }
    // "Too much money was printed": the passive leaves the one who acts out.
    if match.missing == [0], extra.isEmpty, match.matched.count >= 2,
      isPassive(answer.words, saysAgent: false), !isPassive(form.words, saysAgent: true)
    {
      return Verdict(.correct)
    }
    if share >= 0.8, expected.all.count >= 4, !isStrictMissing, extra.isEmpty {
      return Verdict(.correct)
    }
    if share >= 0.4 {
      return Verdict(.almost, unsure: true, because: extra.isEmpty ? .partly : .cannotTell)
    }
    let isGist = match.matched.contains {
      !asked.contains(expected.all[$0]) && !expected.all[$0].hasPrefix("@")
    }
    return isGist
      ? Verdict(.almost, unsure: true, because: extra.isEmpty ? .partly : .cannotTell)
      : Verdict(.wrong, unsure: expected.all.count > 2, because: .nothingInCommon)
  }

  /// Whether a word is the title before a name: "Archduke Franz Ferdinand".
  private func isTitle(_ place: Int, of words: [String], in text: String) -> Bool {
    PersonName.titles.contains(words[place]) && place + 1 < words.count
      && (isProper(words[place + 1], in: text) || isTitle(place + 1, of: words, in: text))
  }

  /// The token that the first denying word denies; `nil` where nothing is denied.
  private func denied(_ words: [String]) -> String? {
    words.firstIndex(where: Negation.single.contains).flatMap {
      tokenizer.tokens(Array(words[($0 + 1)...])).all.first
    }
  }

  /// Whether a word is a name that no preposition ties to the rest, so that it may be who acted or
  /// was acted on: not "by Princip", "in Sarajevo".
  private func isLooseName(_ word: String, in answer: TypedAnswer) -> Bool {
    guard isProper(word, in: answer.text), let place = answer.folded.words.firstIndex(of: word)
    else { return false }
    let before = answer.folded.words[..<place].last { !isProper($0, in: answer.text) }
    return before.map { !Clause.prepositions.contains($0) } ?? true
  }

  /// Whether the same words stand in the same order but for one, and that one is another English word
  /// than the expected: "contaminated air" for contaminated water.
  func isOtherWord(
    _ match: TokenMatch, _ expected: Tokens, _ typed: Tokens, _ asked: Set<String>,
    in text: String
  ) -> Bool {
    guard let words, expected.all.count == typed.all.count, match.missing.count == 1,
      match.missing == match.extra, let place = match.missing.first
    else { return false }
    let isSameFrame = zip(expected.all, typed.all).enumerated().allSatisfy { index, pair in
      index == place || pair.0 == pair.1
    }
    // "Clouds covered Nagasaki" for Kokura.
    if isSameFrame, isProper(typed.sources[place], in: text),
      isProper(expected.sources[place], in: text)
    {
      return true
    }
    // Another verb may still tell the same, and "head of the Presidium" may be its president.
    let (other, mine) = (typed.sources[place], expected.sources[place])
    guard !asked.contains(typed.all[place]), !PersonName.titles.contains(mine),
      !Clause.prepositions.contains(other), !Clause.isVerb(other), !Clause.isVerb(mine),
      other.prefix(5) != mine.prefix(5)
    else { return false }
    let isKnown = { (word: String) in
      // Longer words are in no list.
      word.utf8.count > 10 || words.hasCommon(word) || words.hasCommon(Stem.of(word))
        || words.hasCommon(Stem.of(word) + "e")
    }
    return isSameFrame && isKnown(typed.sources[place])
  }

  /// Whether a folded word is a name: written with a capital inside the text, or known as one and
  /// as no common word.
  func isProper(_ word: String, in text: String) -> Bool {
    if word.hasPrefix("@") { return true }
    if words?.hasCommon(word) == true { return false }
    let isCapitalised = text.split { !$0.isLetter }.dropFirst().contains {
      $0.first?.isUppercase == true && Folded(String($0)).words == [word]
    }
    return isCapitalised || words?.hasProper(word) == true
  }

  /// Whether the same actors appear in another order: who did it to whom.
  private func roles(
    _ expected: Tokens, _ typed: Tokens, _ form: Target.Form, _ answer: TypedAnswer
  ) -> Verdict? {
    let capitals = Set(
      form.text.split { !$0.isLetter }.dropFirst().filter { $0.first?.isUppercase == true }
        .flatMap { Folded(String($0)).words })
    func isActor(_ token: String, _ source: String) -> Bool {
      token.hasPrefix("@") || capitals.contains(source)
    }
    let mine = zip(expected.all, expected.sources).filter(isActor).map(\.0)
    let other = zip(typed.all, typed.sources).filter { mine.contains($0.0) }.map(\.0)
    if let verdict = subject(mine, expected, typed, answer) { return verdict }
    if suffersInstead(form.words, answer.words) {
      return Verdict(.wrong, because: .swappedRoles)
    }
    if actsInstead(form.words, typed, answer) { return Verdict(.wrong, because: .swappedRoles) }
    if shareVerb(form.words, answer.words) { return nil }
    let common = mine.filter(other.contains)
    guard common.count >= 2, Set(common).count == common.count, other.count == common.count
    else { return nil }
    // One active, one passive: the order must differ.
    if isPassive(form.words, saysAgent: true) != isPassive(answer.words, saysAgent: true),
      common.count == 2
    {
      return other == common ? Verdict(.wrong, because: .swappedRoles) : nil
    }
    if other == common { return nil }
    if hasSameClauses(form.words, answer.words) { return nil }
    if isPair(form.words), isPair(answer.words) { return nil }
    // Of three and more the order may just be another one.
    if common.count > 2 { return Verdict(.almost, unsure: true, because: .cannotTell) }
    return Verdict(.wrong, because: .swappedRoles)
  }
}

extension Marker {
  /// Whether the one actor that was acted on became the one who acts: "Austria annexed Germany".
  private func subject(
    _ actors: [String], _ expected: Tokens, _ typed: Tokens, _ answer: TypedAnswer
  ) -> Verdict? {
    guard actors.count == 1, let actor = actors.first, !answer.words.contains("by"),
      let mine = expected.all.firstIndex(of: actor), mine > 0,
      let other = typed.all.firstIndex(of: actor),
      let act = typed.all.firstIndex(of: expected.all[mine - 1]), other < act,
      typed.all[(act + 1)...].contains(where: { $0.hasPrefix("@") && $0 != actor })
    else { return nil }
    return Verdict(.wrong, because: .swappedRoles)
  }

  /// Whether the object of a noun of action acts in the answer: "Cambodia invaded Vietnam" for the
  /// invasion of Cambodia.
  private func actsInstead(_ words: [String], _ typed: Tokens, _ answer: TypedAnswer) -> Bool {
    if answer.words.contains("by") { return false }
    return words.indices.contains { index in
      guard index + 2 < words.count, words[index + 1] == "of",
        let act = tokenizer.tokens([words[index]]).all.first,
        let place = typed.all.firstIndex(of: act), place > 0, place + 1 < typed.all.count,
        Clause.isVerb(typed.sources[place])
      else { return false }
      let objects = tokenizer.tokens(Array(words[(index + 2)...].prefix(3))).all
      return objects.contains(typed.all[place - 1])
        && (typed.all[place + 1].hasPrefix("@")
          || isProper(typed.sources[place + 1], in: answer.text))
    }
  }

  /// Whether a sentence is in the passive and says, or does not say, who something was done by.
  func isPassive(_ words: [String], saysAgent: Bool) -> Bool {
    // "The invasion of Belgium by Germany".
    if saysAgent, let object = words.firstIndex(of: "of"), words[object...].contains("by") {
      return true
    }
    guard let verb = words.firstIndex(where: { ["was", "were", "been", "being"].contains($0) })
    else { return false }
    return words[verb...].contains("by") == saysAgent
      && (saysAgent || words[(verb + 1)...].contains(where: Clause.isVerb))
  }

  /// Whether a passive without "by" names the state that acts in the expected sentence, so that
  /// something is done to it: "Alaska was sold to Russia".
  func suffersInstead(_ expected: [String], _ typed: [String]) -> Bool {
    guard isPassive(typed, saysAgent: false), !typed.contains("by"),
      !expected.contains(where: { ["was", "were", "been", "being", "by"].contains($0) }),
      Clause(expected, tokenizer).items.dropFirst().first?.isVerb == true,
      let actor = tokenizer.tokens(expected).all.first, actor.hasPrefix("@")
    else { return false }
    return tokenizer.tokens(typed).all.contains(actor)
  }

  /// Whether the answer repeats two states of the question in the other order: "Austria annexed
  /// Germany", where the question is what Germany did to Austria.
  private func isTurnedRound(
    _ typed: Tokens, _ expected: Tokens, _ target: Target, _ answer: TypedAnswer
  ) -> Bool {
    let states = { (tokens: Tokens) in tokens.all.filter { $0.hasPrefix("@") } }
    guard target.questionWords.first == "what", target.questionWords.contains("did"),
      !answer.words.contains("by"), states(expected).count < 2
    else { return false }
    let asked = states(tokenizer.tokens(target.questionWords))
    let given = states(typed)
    return asked.count == 2 && given.count == 2 && Set(asked).count == 2
      && given == asked.reversed()
  }

  /// Whether two sentences have a verb in common, so that `Clause` has compared the roles round it.
  private func shareVerb(_ expected: [String], _ typed: [String]) -> Bool {
    let verbs = { (words: [String]) in
      Set(Clause(words, tokenizer).items.filter(\.isVerb).map(\.token))
    }
    return !verbs(expected).isDisjoint(with: verbs(typed))
  }

  /// Whether a sentence begins with "A and B" before its verb, whose order says nothing.
  private func isPair(_ words: [String]) -> Bool {
    let items = Clause(words, tokenizer).items
    guard let verb = items.first(where: \.isVerb) else { return false }
    return verb.part == 1 && words.contains("and")
  }

  /// Whether two texts consist of the same parts joined by "and", in whatever order: then the
  /// order of the actors says nothing.
  private func hasSameClauses(_ expected: [String], _ typed: [String]) -> Bool {
    let (mine, other) = clauses(expected, typed)
    guard mine.count > 1, mine.count == other.count else { return false }
    return mine.allSatisfy { clause in other.contains { clause.isSubset(of: $0) } }
  }

  /// Whether each of several parts says something about somebody, and the answer says it about
  /// another of them: "invaded Russia and tilted towards Savoy" for the reverse.
  private func areMixed(_ expected: [String], _ typed: [String]) -> Bool {
    let (mine, other) = clauses(expected, typed)
    guard mine.count > 1, mine.count == other.count,
      mine.allSatisfy({ part in part.count > 1 && part.contains { isActor($0) } })
    else { return false }
    return !mine.allSatisfy { clause in other.contains { clause.isSubset(of: $0) } }
  }

  private func isActor(_ token: String) -> Bool {
    token.hasPrefix("@")
      || words?.hasProper(token) == true && words?.hasCommon(token) == false
  }

  /// The parts of two texts between "and", without the subject that all of them share and that
  /// stands in the first: "Vietnam's tilt and its invasion".
  private func clauses(
    _ expected: [String], _ typed: [String]
  ) -> (expected: [Set<String>], typed: [Set<String>]) {
    let subject = { (words: [String]) in
      tokenizer.tokens(words).all.first.flatMap { $0.hasPrefix("@") ? $0 : nil }
    }
    let first = subject(expected)
    let shared = first == subject(typed) ? first : nil
    let parts = { (words: [String]) in
      words.split(separator: "and").map { part in
        Set(tokenizer.tokens(Array(part)).all.filter { $0 != shared })
      }
    }
    return (parts(expected), parts(typed))
  }
}
