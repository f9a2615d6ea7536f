import Decks

/// Persons, states, organisations, places and terms.
extension Marker {
  func markName(_ answer: TypedAnswer, _ target: Target) -> Verdict {
    if answer.isNegated, !target.forms.contains(where: { Negation.isNegated($0.words) }) {
      return Verdict(.wrong, because: .negated)
    }
    let expected = identities(of: target)
    var verdict = markName(words: answer.words, target, expected)
    // "Churchill (Winston)", "Agence France-Presse (AFP)": the part outside, and the one inside.
    if verdict.mark != .correct, let (outer, inner) = bracketed(answer.text) {
      let whole = markName(words: outer, target, expected)
      let part = identities(inner)
      if part.isEmpty || part.overlaps(expected) { verdict = better(verdict, whole) }
    }
    if let other = rival(answer, expected), verdict.mark != .wrong {
      return Verdict(.wrong, because: .hedged, named: other)
    }
    return verdict
  }

  private func markName(words: [String], _ target: Target, _ expected: Identities) -> Verdict {
    let typed = identities(words)
    if typed.overlaps(expected) { return Verdict(.correct) }
    var best: Verdict?
    if let verdict = markState(words, target, expected) {
      if verdict.mark != .wrong || target.kind == .state { return verdict }
      best = verdict
    }
    if !typed.isEmpty, !expected.isEmpty, target.kind != .state {
      best = other(typed)
    }
    for form in target.forms {
      let verdict =
        target.kind == .person
        ? markPerson(words, form, target, expected) : markTerm(words, form, target)
      // A name that is exactly another's is never a slip.
      if !typed.isEmpty, verdict.mark == .correct, verdict.spelling != nil || !expected.isEmpty {
        best = best.map { better($0, other(typed)) } ?? other(typed)
        continue
      }
      best = best.map { better($0, verdict) } ?? verdict
    }
    let verdict = best ?? Verdict(.wrong, because: .otherName)
    if verdict.mark == .wrong, !typed.isEmpty { return other(typed) }
    return verdict
  }

  private func other(_ identities: Identities) -> Verdict {
    guard let name = name(of: identities) else { return Verdict(.wrong, because: .otherName) }
    return Verdict(.wrong, because: .other(named: name), named: name)
  }

  // MARK: Persons

  private func markPerson(
    _ words: [String], _ form: Target.Form, _ target: Target, _ expected: Identities
  ) -> Verdict {
    guard let mine = PersonName(form.words),
      let typed = PersonName(words, familyFirst: mine.isFamilyFirst)
    else { return Verdict(.wrong, because: .otherName) }
    if isOfOtherLand(typed, mine, target) { return Verdict(.wrong, because: .otherName) }
    switch mine.agreement(with: typed) {
    case .same(let slips): return spelled(slips, form, words)
    case .nearly: return Verdict(.almost, because: .misspelled(letters: 1), spelling: form.text)
    case .familyName(let slips):
      let verdict = spelled(slips, form, words)
      guard verdict.mark == .correct else { return verdict }
      let bearers = otherBearers(of: mine, expected)
      if !bearers.isEmpty { return Verdict(.almost, because: .sharedName(bearers: bearers)) }
      // A Chinese, Korean or Vietnamese family name says little, unless the deck says whom.
      if mine.isFamilyFirst, expected.actors.isEmpty {
        return Verdict(.almost, because: .sharedName(bearers: []))
      }
      return verdict
    case .part: return Verdict(.almost, because: .partOfName)
    case .numberMissing: return Verdict(.almost, because: .numberMissing)
    case .numberDiffers: return Verdict(.wrong, because: .numberDiffers)
    case .otherGivenName: return Verdict(.wrong, because: .otherGivenName)
    case .different:
      if isAcronym(words, of: form.words.filter { !PersonName.titles.contains($0) }, least: 3) {
        return Verdict(.correct)
      }
      return Verdict(.wrong, because: .otherName)
    }
  }

  /// Other persons with the same family name: of the deck where it has the expected one, else of
  /// the well-known ones as well.
  private func otherBearers(of mine: PersonName, _ expected: Identities) -> [String] {
    var bearers: [String] = []
    for key in mine.familyKeys {
      for number in deck.persons(familyName: key) where !expected.actors.contains(number) {
        bearers.append(deck.entries[number].name)
      }
      if expected.actors.isEmpty, let known {
        for number in known.persons(familyName: key) where !expected.known.contains(number) {
          bearers.append(known.entries[number].name)
        }
      }
    }
    return bearers
  }

  /// Whether "of X" in the typed name says another land than the name or the question.
  private func isOfOtherLand(_ typed: PersonName, _ mine: PersonName, _ target: Target) -> Bool {
    guard !typed.epithet.isEmpty, mine.epithet.isEmpty, let states else { return false }
    let land = states.lookup(typed.epithet[...]).map(\.state)
    guard !land.isEmpty else { return false }
    let asked = tokenizer.tokens(target.questionWords).all.filter { $0.hasPrefix("@") }
    guard !asked.isEmpty else { return false }
    return !land.contains { asked.contains("@\(states.states[$0].id)") }
  }

  // MARK: Spelling

  /// The verdict on a name that is right but for so many letters.
  func spelled(_ slips: Int, _ form: Target.Form, _ words: [String]) -> Verdict {
    switch slips {
    case 0: return Verdict(.correct)
    case 1:
      if words.count == 1, let word = words.first, isAnotherWord(word, than: form.words) {
        return Verdict(.wrong, because: .otherName)
      }
      return Verdict(.correct, because: .misspelled(letters: 1), spelling: form.text)
    default:
      return Verdict(.almost, because: .misspelled(letters: slips), spelling: form.text)
    }
  }

  /// Whether a word is an English word of its own and no form of the expected ones.
  func isAnotherWord(_ word: String, than expected: [String]) -> Bool {
    guard let list = self.words, list.contains(word) else { return false }
    let stem = Stem.of(word)
    return !expected.contains { $0 == word || Stem.of($0) == stem }
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
  private func rival(_ answer: TypedAnswer, _ expected: Identities) -> String? {
    let parts = answer.text.split { ",;/&+\n|".contains($0) }
      .flatMap { part in split(Folded(String(part)).words, at: "and") }
    guard parts.count > 1 else { return nil }
    for part in parts {
      let found = identities(Fillers.stripped(part))
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
