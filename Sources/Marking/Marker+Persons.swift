import Decks

/// Persons: given names, families, titles and lands tell one from another.
extension Marker {
  func markPerson(
    _ words: [String], _ form: Target.Form, _ target: Target, _ expected: Identities
  ) -> Verdict {
    guard let mine = PersonName(form.words),
      let typed = PersonName(words, familyFirst: mine.isFamilyFirst)
    else { return Verdict(.wrong, because: .otherName) }
    if hasOtherTitle(words, form) { return Verdict(.wrong, because: .otherName) }
    if isOfOtherLand(typed, mine, target) { return Verdict(.wrong, because: .otherName) }
    switch mine.agreement(with: typed) {
    case .same(let slips):
      if mayBeRelative(typed, of: mine, expected) {
        return Verdict(.almost, unsure: true, because: .wider)
      }
      return spelled(slips, form, words)
    case .nearly: return Verdict(.almost, because: .misspelled(letters: 1), spelling: form.text)
    case .fuller: return Verdict(.almost, because: .wider)
    case .familyName(let slips):
      let verdict = spelled(slips, form, words)
      guard verdict.mark == .correct else { return verdict }
      let isTitled = words.contains {
        PersonName.titles.contains($0) && !form.words.contains($0)
          && !target.questionWords.contains($0)
      }
      let bearers = otherBearers(of: mine, expected, isTitled: isTitled)
      if !bearers.isEmpty { return Verdict(.almost, because: .sharedName(bearers: bearers)) }
      // A Chinese, Korean or Vietnamese family name says little, unless the deck says whom.
      if mine.isFamilyNameCommon, expected.actors.isEmpty {
        return Verdict(.almost, because: .sharedName(bearers: []))
      }
      return verdict
    case .part: return Verdict(.almost, because: .partOfName)
    case .numberMissing: return Verdict(.almost, because: .numberMissing)
    case .numberDiffers: return Verdict(.wrong, because: .numberDiffers)
    case .otherGivenName: return Verdict(.wrong, because: .otherGivenName)
    case .different:
      if isOtherFamilyForm(typed, mine, expected) { return Verdict(.correct) }
      if isAcronym(words, of: form.words.filter { !PersonName.titles.contains($0) }, least: 3) {
        return Verdict(.correct)
      }
      // "Charles Degaulle": a particle written together with the name, or apart from it.
      if words.count != form.words.count, !mine.isFamilyFirst,
        let slips = Slip.distance(NameTable.key(words), NameTable.key(form.words), limit: 1),
        NameTable.key(form.words).utf8.count > 8
      {
        return spelled(slips, form, words)
      }
      return Verdict(.wrong, because: .otherName)
    }
  }

  /// Whether given names were added to a family name that may make it another bearer's: "Theodore
  /// Roosevelt" for Roosevelt.
  private func mayBeRelative(
    _ typed: PersonName, of mine: PersonName, _ expected: Identities
  ) -> Bool {
    guard mine.core.count == 1, typed.core.count > 1, !mine.isFamilyFirst, mine.regnal == nil,
      expected.actors.isEmpty, let family = mine.core.first, let known
    else { return false }
    let bearers = known.persons(familyName: family).compactMap {
      known.entries[$0].forms.first.flatMap { PersonName($0) }
    }
    if bearers.count == 1, let bearer = bearers.first {
      return NameParts.givenSlips(bearer.core.dropLast(), typed.core.dropLast()) == nil
    }
    return bearers.count > 1
  }

  /// Whether a title says another sex: the Princess of Wales for the Prince.
  private func hasOtherTitle(_ typed: [String], _ form: Target.Form) -> Bool {
    let titles = { (words: [String]) in
      words.filter(PersonName.titles.contains).map { Synonyms.canonical(Stem.of($0)) }
    }
    let mine = titles(form.words)
    return titles(typed).contains { other in
      mine.contains { Antonyms.areOpposite($0, other) }
    }
  }

  /// Whether the family name is another form that the person is known by, with a given name that
  /// agrees: "Nikita Chruschtschow".
  private func isOtherFamilyForm(
    _ typed: PersonName, _ mine: PersonName, _ expected: Identities
  ) -> Bool {
    guard typed.core.count > 1, mine.core.count > 1, let last = typed.core.last,
      identities([last]).overlaps(expected)
    else { return false }
    return NameParts.givenSlips(mine.core.dropLast(), typed.core.dropLast()) != nil
  }

  /// Other persons with the same family name: of the deck where it has the expected one, else of
  /// the well-known ones as well.
  private func otherBearers(
    of mine: PersonName, _ expected: Identities, isTitled: Bool
  ) -> [String] {
    var bearers: [String] = []
    if let key = mine.familyKey {
      for number in deck.persons(familyName: key) where !expected.actors.contains(number) {
        bearers.append(deck.entries[number].name)
      }
      // Whom the shipped names do not know is told apart by the question, but not from a bearer
      // whom a title of his own names.
      if expected.actors.isEmpty, !expected.known.isEmpty || isTitled, let known {
        for number in known.persons(familyName: key) where !expected.known.contains(number) {
          let isSameOrder =
            known.entries[number].forms.first.flatMap { PersonName($0) }?.isFamilyFirst
            == mine.isFamilyFirst
          if isSameOrder { bearers.append(known.entries[number].name) }
        }
      }
    }
    return bearers
  }

  /// Whether "of X" in the typed name says another land than the name or the question.
  private func isOfOtherLand(_ typed: PersonName, _ mine: PersonName, _ target: Target) -> Bool {
    guard mine.regnal != nil, !typed.epithet.isEmpty, mine.epithet.isEmpty, let states
    else { return false }
    let land = states.lookup(typed.epithet[...]).map(\.state)
    guard !land.isEmpty else { return false }
    let asked = tokenizer.tokens(target.questionWords).all.filter { $0.hasPrefix("@") }
    guard !asked.isEmpty else { return false }
    return !land.contains { asked.contains("@\(states.states[$0].id)") }
  }
}
