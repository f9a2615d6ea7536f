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
        inFigures(answer), readsMetres: unit?.dimension == .length || readsMetres, isTyped: true)
    else {
      // What is counted, where the question does not ask how many.
      let names = expected.contains { quantity in
        !quantity.nouns.isEmpty && quantity.nouns.allSatisfy(answer.words.contains)
      }
      return names && !Question.asksCount(target.questionWords)
        ? Verdict(.almost, because: .partly) : Verdict(.wrong, because: .noNumber)
    }
    var best: Verdict?
    for expected in expected {
      let verdict = compare(typed, with: expected, asked: unit, target)
      best = best.map { better($0, verdict) } ?? verdict
    }
    if let found = best, found.mark != .wrong,
      target.forms.allSatisfy({ turnsRound($0.words, answer.words) })
    {
      return Verdict(.wrong, because: .opposite)
    }
    // An answer that was said to be a number and has none in it.
    return best ?? markText(answer, target)
  }

  /// A number that was typed in Roman numerals and nothing else, "VII", in figures.
  private func inFigures(_ answer: TypedAnswer) -> String {
    guard answer.words.count == 1, let value = NumberWords.roman(answer.words[0]),
      answer.text.contains(where: \.isUppercase)
    else { return answer.text }
    return String(value)
  }

  /// Whether the words beside a number say the opposite: "5 percent less" for more, "p.m.", "BC".
  private func turnsRound(_ expected: [String], _ typed: [String]) -> Bool {
    let eras: Set<String> = ["bc", "bce"]
    if eras.isDisjoint(with: expected) != eras.isDisjoint(with: typed) { return true }
    let mine = expected.map { Synonyms.canonical(Stem.of($0)) }
    let other = typed.map { Synonyms.canonical(Stem.of($0)) }
    return mine.contains { one in
      !other.contains(one)
        && other.contains { !mine.contains($0) && Antonyms.areOpposite(one, $0) }
    }
  }

  /// Whether two units go by one name: pounds may be money or a mass where nothing tells which.
  private func isSameUnit(_ typed: Unit, _ expected: Unit, _ target: Target) -> Bool {
    let names = Set([typed.name, expected.name])
    if names.count == 1 { return true }
    return names == ["pounds", "pounds sterling"] && typed.dimension == expected.dimension
      && !target.questionWords.contains(where: Question.asksWeight)
  }

  private func compare(
    _ typed: Quantity, with expected: Quantity, asked: Unit?, _ target: Target
  ) -> Verdict {
    let unit = expected.unit ?? asked
    var factor = 1.0
    if let mine = typed.unit, let unit, mine != unit {
      let sameWord = isSameUnit(mine, unit, target)
      guard sameWord || mine.converts(to: unit) else {
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
    if typed.isNegative != expected.isNegative, !expected.values.contains(0) {
      return Verdict(.wrong, because: .otherNumber)
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
    guard verdict.mark == .correct else { return verdict }
    if let mine = typed.unit, unit == nil, !names(mine, target) {
      return expected.nouns.isEmpty
        ? Verdict(.almost, unsure: true, because: .cannotTell)
        : Verdict(
          .wrong,
          because: .otherUnit(given: mine.name, asked: expected.nouns.joined(separator: " ")))
    }
    if lacksUnit(typed, expected, target) {
      return Verdict(.almost, because: .unitMissing)
    }
    guard isOfOtherThings(typed, expected, target) else { return verdict }
    // "4 men" for 4 ships: another English word than the answer's own.
    let isOther =
      expected.unit != nil || !expected.nouns.isEmpty
    let isKnown = typed.nouns.contains {
      words?.hasCommon($0) == true || words?.hasCommon(Stem.of($0)) == true
    }
    return Verdict(isOther && isKnown ? .wrong : .almost, unsure: true, because: .cannotTell)
  }

  /// Whether the question or the answer itself speaks of a unit by one of its words, or asks for
  /// what it measures.
  private func names(_ unit: Unit, _ target: Target) -> Bool {
    let words = target.questionWords + target.forms.flatMap(\.words)
    if words.contains(where: { Unit.named($0)?.dimension == unit.dimension }) { return true }
    switch unit.dimension {
    case .length: return words.contains(where: Question.asksLength)
    case .mass: return words.contains(where: Question.asksWeight)
    case .currency: return words.contains(where: Question.asksPrice)
    case .time: return words.contains { ["long", "old", "age", "last", "lasted"].contains($0) }
    case .area, .volume: return words.contains { ["large", "big", "much", "area"].contains($0) }
    case .share: return words.contains(where: Question.asksShare)
    case .speed: return words.contains { ["fast", "speed", "quickly"].contains($0) }
    case .temperature: return words.contains { ["hot", "cold", "temperature"].contains($0) }
    }
  }

  /// Whether a bare number was typed for a share, and the question does not say that it is one:
  /// ten is not ten percent.
  private func lacksUnit(
    _ typed: Quantity, _ expected: Quantity, _ target: Target
  ) -> Bool {
    guard typed.unit == nil, expected.unit?.dimension == .share,
      askedUnit(target.questionWords) == nil
    else { return false }
    return !target.questionWords.contains(where: Question.asksShare)
      && expected.values.contains(where: typed.values.contains)
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
      case (.exactly, _), (.about, _), (.above, .above), (.below, .below), (.nearly, .nearly),
        (.nearly, .about), (.nearly, .below), (.below, .nearly):
        return Verdict(.correct)
      case (.above, .exactly), (.below, .exactly), (.nearly, .exactly), (.above, .about),
        (.below, .about):
        return Verdict(.almost, because: .bounded)
      case (.above, .below), (.below, .above), (.above, .nearly), (.nearly, .above):
        return Verdict(.wrong, because: .opposite)
      }
    }
    return isRounding(typed, of: expected, factor)
      ? Verdict(.almost, because: .rounded) : Verdict(.wrong, because: .otherNumber)
  }

  private func isSame(_ left: Double, _ right: Double, exact: Bool) -> Bool {
    abs(left - right) <= abs(right) * (exact ? 1e-12 : 0.007)
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
    if isHedgedEstimate(typed, of: expected, factor) { return true }
    // "37 percent" for 37.3.
    let isWhole = typed.values.contains { one in
      one == one.rounded()
        && expected.values.contains { other in
          other != other.rounded() && abs(one * factor - other) < 1
            && abs(one * factor - other) <= abs(other) * 0.05
        }
    }
    if isWhole { return true }
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

  /// Whether the typed number says that it is near the expected one, and it is: "over 60" for 63,
  /// "nearly 20" for 18, but not for 23.
  private func isHedgedEstimate(
    _ typed: Quantity, of expected: Quantity, _ factor: Double
  ) -> Bool {
    guard typed.significant < expected.significant else { return false }
    return typed.values.contains { one in
      expected.values.contains { other in
        guard one > 0, other > 0 else { return false }
        let ratio = one * factor / other
        switch typed.bound {
        case .exactly: return false
        case .about: return abs(ratio - 1) <= 0.12
        case .nearly, .below: return ratio > 1 && ratio <= 1.12
        case .above: return ratio < 1 && ratio >= 0.88
        }
      }
    }
  }

  /// Whether both name what is counted, and not the same: "400 soldiers" for 400 students.
  private func isOfOtherThings(_ typed: Quantity, _ expected: Quantity, _ target: Target) -> Bool {
    guard !typed.nouns.isEmpty else { return false }
    let known = Set(
      (expected.nouns + target.questionWords).map { Synonyms.canonical(Stem.of($0)) })
    // "20,000 bags of rice" for tons of rice: counted in something else.
    let isOtherMeasure = expected.unit != nil && typed.unit == nil
    let isKnown = { (noun: String) in known.contains(Synonyms.canonical(Stem.of(noun))) }
    if isOtherMeasure ? typed.nouns.allSatisfy(isKnown) : typed.nouns.contains(where: isKnown) {
      return false
    }
    let isSlip = typed.nouns.filter { !isKnown($0) }.contains { noun in
      (target.forms.flatMap(\.words) + target.questionWords).contains { word in
        let limit = Slip.allowance(length: word.utf8.count)
        return Slip.distance(noun, word, limit: limit) != nil
          && otherWord(noun, than: [word]) != .common
      }
    }
    if isSlip { return false }
    return expected.unit != nil && typed.unit == nil || !expected.nouns.isEmpty
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
        unit(words, at: $0 + 1)
      }
    }
    if words[start] == "percentage" { return Unit.named("percent") }
    if let unit = words[(start + 1)...].firstIndex(of: "in").flatMap({
      self.unit(words, at: $0 + 1)
    }) {
      return unit
    }
    // "How many pounds", but not "how many men died in the first days".
    for word in words[(start + 1)...].prefix(2) {
      if let unit = Unit.named(word) { return unit }
    }
    return nil
  }

  /// The unit that a question names from an index on, "kilometres per second" as well.
  private func unit(_ words: [String], at index: Int) -> Unit? {
    guard index < words.count, let unit = Unit.named(words[index]) else { return nil }
    guard index + 2 < words.count, words[index + 1] == "per" else { return unit }
    let time = words[index + 2] == "second" ? "sec" : words[index + 2]
    return Unit.named(time).flatMap(unit.per) ?? unit
  }
}
