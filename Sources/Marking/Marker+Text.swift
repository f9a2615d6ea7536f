import Decks

/// Free text: content words by stems and synonyms; never right on a negation or swapped roles.
extension Marker {
  func markText(_ answer: TypedAnswer, _ target: Target) -> Verdict {
    var best: Verdict?
    for form in target.forms {
      let verdict = compare(answer, with: form, target)
      best = best.map { better($0, verdict) } ?? verdict
    }
    return best ?? Verdict(.wrong, because: .nothingInCommon)
  }

  private func compare(
    _ answer: TypedAnswer, with form: Target.Form, _ target: Target
  ) -> Verdict {
    let expected = tokenizer.tokens(form.words.filter { !Negation.single.contains($0) })
    let typed = tokenizer.tokens(answer.words.filter { !Negation.single.contains($0) })
    if expected.all.isEmpty || typed.all.isEmpty {
      return NameTable.key(answer.words) == NameTable.key(form.words)
        ? Verdict(.correct) : Verdict(.wrong, because: .nothingInCommon)
    }
    let match = match(typed, with: expected)
    let asked = Set(tokenizer.tokens(target.questionWords).all)
    let share = Double(match.matched.count) / Double(expected.all.count)
    let sameSense =
      Negation.count(answer.words) % 2 == Negation.count(form.words) % 2
    let missing = match.missing.map { expected.all[$0] }
    let extra = match.extra.map { typed.all[$0] }.filter { !asked.contains($0) }
    if share >= 0.3, !sameSense { return Verdict(.wrong, because: .opposite) }
    if missing.contains(where: { one in extra.contains { Antonyms.areOpposite(one, $0) } }) {
      return Verdict(.wrong, because: .opposite)
    }
    if let verdict = roles(expected, typed, form, answer) { return verdict }
    let lacking = missing.filter { !asked.contains($0) }
    let isStrictMissing = lacking.contains { $0.hasPrefix("@") || $0.hasPrefix("#") }
    let isStrictExtra = extra.contains { $0.hasPrefix("@") || $0.hasPrefix("#") }
    if match.matched.isEmpty {
      let isShort = expected.all.count <= 2 || typed.all.count <= 1
      return Verdict(.wrong, unsure: !isShort, because: .nothingInCommon)
    }
    if isStrictMissing && isStrictExtra { return Verdict(.wrong, because: .otherName) }
    if lacking.isEmpty, !isStrictExtra {
      if match.isAnotherWord, expected.all.count == 1 {
        return Verdict(.wrong, because: .nothingInCommon)
      }
      if extra.count <= max(1, expected.all.count / 2) { return spelled(match.slips, form, answer.words) }
      return Verdict(.almost, unsure: true, because: .cannotTell)
    }
    if share >= 0.8, expected.all.count >= 4, !isStrictMissing, !isStrictExtra, extra.count <= 1 {
      return Verdict(.correct)
    }
    if share >= 0.4 {
      return Verdict(.almost, unsure: true, because: extra.isEmpty ? .partly : .cannotTell)
    }
    return Verdict(.wrong, unsure: expected.all.count > 2, because: .nothingInCommon)
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
    let common = mine.filter(other.contains)
    guard common.count >= 2, Set(common).count == common.count, other != common,
      other.count == common.count
    else { return nil }
    // Joined by "and", their order says nothing.
    let isJoined = common.count == 2 && form.words.contains("and")
      && !form.words.contains("against") && !form.words.contains("by")
    if isJoined { return nil }
    // One active, one passive: the order must differ.
    let passive = { (words: [String]) in words.contains("by") }
    if passive(form.words) != passive(answer.words) {
      return Verdict(.almost, unsure: true, because: .cannotTell)
    }
    return Verdict(.wrong, because: .swappedRoles)
  }
}

/// Pairs of words that contradict each other, as tokens.
enum Antonyms {
  static func areOpposite(_ left: String, _ right: String) -> Bool {
    table[left]?.contains(right) == true || table[right]?.contains(left) == true
  }

  private static let table: [String: Set<String>] = {
    var table: [String: Set<String>] = [:]
    for line in pairs.split(separator: "\n") {
      let sides = line.split(separator: "|").map { side in
        side.split(separator: " ").map { Synonyms.canonical(Stem.of(String($0))) }
      }
      guard sides.count == 2 else { continue }
      for left in sides[0] { table[left, default: []].formUnion(sides[1]) }
    }
    return table
  }()

  private static let pairs = """
    accept accepted approve agree adopt welcome | reject oppose deny
    increase grow rise expand raise growth | decrease shrink fall reduce lower cut decline
    win won victory triumph succeed success | lose lost defeat fail failure loss
    support back favour help | oppose resist fight attack condemn
    before | after
    north northern | south southern
    east eastern | west western
    for | against
    strengthen strong stronger | weaken weak weaker
    import | export
    allow permit legalise legalize | forbid ban prohibit outlaw
    independence free freedom | dependence colony slavery
    peace | war
    ally friend alliance | enemy foe
    join joined enter | leave left quit
    begin start outbreak | end finish
    open opened | close closed
    rich wealth wealthy | poor poverty
    private privatise privatize | public nationalise nationalize
    first | last
    improve improved better | worsen worse deteriorate
    more | fewer less
    unite unify union | divide split partition
    attack invade | defend retreat
    high higher | low lower
    advance | retreat
    same | different
    build built found create | destroy abolish dissolve
    """
}
