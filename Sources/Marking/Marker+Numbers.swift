/// Numbers: the value decides, then the unit; digits never get tolerance.
extension Marker {
  func markNumber(_ answer: TypedAnswer, _ target: Target) -> Verdict {
    if answer.isNegated { return Verdict(.wrong, because: .negated) }
    var unit = askedUnit(target.questionWords)
    let readsMetres =
      unit?.dimension == .length || target.questionWords.contains(where: Question.asksLength)
    let expected = target.forms.compactMap { Quantity($0.text, readsMetres: readsMetres) }
    unit = expected.lazy.compactMap(\.unit).first ?? unit
    guard
      let typed = Quantity(
        answer.text, readsMetres: unit?.dimension == .length || readsMetres, isTyped: true)
    else { return Verdict(.wrong, because: .noNumber) }
    var best: Verdict?
    for expected in expected {
      let verdict = compare(typed, with: expected, asked: unit, target)
      best = best.map { better($0, verdict) } ?? verdict
    }
    // An answer that was said to be a number and has none in it.
    return best ?? markText(answer, target)
  }

  private func compare(
    _ typed: Quantity, with expected: Quantity, asked: Unit?, _ target: Target
  ) -> Verdict {
    let unit = expected.unit ?? asked
    var factor = 1.0
    if let mine = typed.unit, let unit, mine != unit {
      let sameWord = mine.name == unit.name
      guard sameWord || mine.dimension == unit.dimension && mine.dimension != .currency else {
        return Verdict(.wrong, because: .otherUnit(given: mine.name, asked: unit.name))
      }
      // "Pounds" are money and a mass: the question decides.
      factor = sameWord ? 1 : mine.factor / unit.factor
    }
    // A share may be a fraction or a percentage.
    if typed.unit?.dimension == .share, unit == nil, expected.values.allSatisfy({ $0 < 1 }) {
      factor = 0.01
    } else if typed.unit == nil, unit?.dimension == .share, typed.values.allSatisfy({ $0 < 1 }) {
      factor = 100
    }
    if typed.hasOthers && !expected.hasOthers { return Verdict(.wrong, because: .hedged) }
    var verdict = values(typed, expected, factor)
    // "In millions": the scale is in the question.
    if verdict.mark == .wrong, let scale = askedScale(target.questionWords) {
      verdict = better(verdict, values(typed, expected, factor / scale))
    }
    if verdict.mark == .wrong, factor != 1, values(typed, expected, 1).mark == .correct,
      let mine = typed.unit, let unit
    {
      return Verdict(.wrong, because: .otherUnit(given: mine.name, asked: unit.name))
    }
    if verdict.mark == .correct, isOfOtherThings(typed, expected, target) {
      return Verdict(.almost, unsure: true, because: .cannotTell)
    }
    return verdict
  }

  private func values(_ typed: Quantity, _ expected: Quantity, _ factor: Double) -> Verdict {
    func agree(_ left: [Double], _ right: [Double]) -> Bool {
      left.contains { one in right.contains { isSame(one * factor, $0, exact: factor == 1) } }
    }
    switch (typed.upper, expected.upper) {
    case (let mine?, let other?):
      let low = agree(typed.values, expected.values)
      let high = agree(mine, other)
      if low && high { return Verdict(.correct) }
      return low || high
        ? Verdict(.almost, because: .oneBound) : Verdict(.wrong, because: .otherNumber)
    case (nil, let other?):
      if agree(typed.values, expected.values) || agree(typed.values, other) {
        return Verdict(.almost, because: .oneBound)
      }
      let inside = typed.values.contains { one in
        (expected.values.first ?? .infinity)...max(other.first ?? 0, expected.values.first ?? 0)
          ~= one * factor
      }
      return inside
        ? Verdict(.almost, because: .rounded) : Verdict(.wrong, because: .otherNumber)
    case (_?, nil):
      return Verdict(.wrong, because: .hedged)
    case (nil, nil): break
    }
    if agree(typed.values, expected.values) {
      switch (typed.bound, expected.bound) {
      case (.exactly, _), (.about, _), (.above, .above), (.below, .below): return Verdict(.correct)
      case (.above, .exactly), (.below, .exactly), (.above, .about), (.below, .about):
        return Verdict(.almost, because: .bounded)
      case (.above, .below), (.below, .above): return Verdict(.wrong, because: .opposite)
      }
    }
    return isRounding(typed, of: expected, factor)
      ? Verdict(.almost, because: .rounded) : Verdict(.wrong, because: .otherNumber)
  }

  private func isSame(_ left: Double, _ right: Double, exact: Bool) -> Bool {
    abs(left - right) <= abs(right) * (exact ? 1e-12 : 0.002)
  }

  /// Whether the typed number is the expected one with fewer significant digits, on purpose.
  private func isRounding(_ typed: Quantity, of expected: Quantity, _ factor: Double) -> Bool {
    if typed.significant == 15 || expected.significant == 15 {
      // A fraction beside a percentage: two thirds and 66 %.
      return factor != 1
        && typed.values.contains { one in
          expected.values.contains { abs(one * factor - $0) <= abs($0) * 0.02 }
        }
    }
    let dropped = expected.significant - typed.significant
    let onPurpose = typed.isScaled || typed.bound == .about
    guard dropped >= (onPurpose ? 1 : 2) else { return false }
    return typed.values.contains { one in
      expected.values.contains { other in
        guard one != 0, other != 0 else { return false }
        return abs(one * factor - other) / abs(other) <= (onPurpose ? 0.05 : 0.01)
      }
    }
  }

  /// Whether both name what is counted, and not the same: "400 soldiers" for 400 students.
  private func isOfOtherThings(_ typed: Quantity, _ expected: Quantity, _ target: Target) -> Bool {
    guard !typed.nouns.isEmpty, let last = typed.nouns.last else { return false }
    let known = Set(
      (expected.nouns + target.questionWords).map { Synonyms.canonical(Stem.of($0)) })
    if typed.nouns.contains(where: { known.contains(Synonyms.canonical(Stem.of($0))) }) {
      return false
    }
    // Only a word we know for one can be another thing; a name or a slip is none.
    let hasOtherMeasure = expected.unit != nil && typed.unit == nil
    return (hasOtherMeasure || !expected.nouns.isEmpty) && (words?.hasCommon(last) ?? true)
  }

  /// The scale of "in millions".
  private func askedScale(_ words: [String]) -> Double? {
    zip(words, words.dropFirst()).first { $0 == "in" && $1.hasSuffix("s") }.flatMap {
      NumberWords.scales[$1]
    }
  }

  /// The unit after "how many", "how much" or, at the end, "in".
  private func askedUnit(_ words: [String]) -> Unit? {
    guard
      let start = words.firstIndex(where: {
        [
          "many", "much", "percentage", "tall", "long", "far", "high", "heavy", "large", "big",
          "what",
        ]
        .contains($0)
      })
    else { return nil }
    if words[start] == "what" {
      return words[(start + 1)...].lastIndex(of: "in").flatMap {
        $0 + 1 < words.count ? Unit.named(words[$0 + 1]) : nil
      }
    }
    if words[start] == "percentage" { return Unit.named("percent") }
    if let unit = words[(start + 1)...].firstIndex(of: "in").flatMap({
      Unit.named(words[min($0 + 1, words.count - 1)])
    }) {
      return unit
    }
    // "How many pounds", but not "how many men died in the first days".
    for word in words[(start + 1)...].prefix(2) {
      if let unit = Unit.named(word) { return unit }
    }
    return nil
  }
}
