import Chronology

/// The one place that words why an answer got its mark.
extension Verdict {
  /// Why, as a sentence for the student; empty where there is nothing to add to "Right".
  ///
  /// For an almost right answer it never holds the answer, since a second try may follow.
  package var reason: String {
    var sentence = Wording.sentence(for: cause)
    if let spelling, mark == .correct { sentence = "Right; it is spelled \(spelling)." }
    return sentence
  }

  /// What to ask at a second try, without the answer; empty where there is none.
  package var hint: String { mark == .almost ? Wording.hint(for: cause) : "" }
}

private enum Wording {
  static func sentence(for reason: Reason) -> String {
    switch reason {
    case .agrees: ""
    case .blank: "Nothing was typed."
    case .noAnswer: "No answer."
    case .negated: "The answer denies it."
    case .hedged: "More than one answer was given."
    case .unreadable: "There is no word in the answer."
    case .misspelled(let letters): letters == 1 ? "One letter is off." : "The spelling is off."
    case .coarse(let right, let missing):
      rightPart(right) + "the \(list(missing)) \(missing.count == 1 ? "is" : "are") asked as well."
    case .fine(let extra): "More exact than the answer: the \(list(extra)) is not asked."
    case .overlapping: "That fits in part, but it does not say the same."
    case .contradicts(let wrong, let right): contradiction(wrong, right)
    case .oneEnd: "Only one end of the time is right."
    case .oneBound: "Only one end of the range is right."
    case .someDates: "Only some of the dates are there."
    case .relative: "That leans on another date: say it as a date of its own."
    case .noDate: "A date is asked."
    case .otherNumber: "Another number."
    case .otherUnit(let given, let asked): "You answered in \(given); \(asked) are asked."
    case .rounded: "Right as a round number, but the exact one is asked."
    case .bounded: "The number is right, but not the limit put on it."
    case .noNumber: "A number is asked."
    case .other(let named): "You named \(named)."
    case .sharedName(let bearers): shared(bearers)
    case .partOfName: "That is only part of the name."
    case .numberMissing: "Several rulers had that name: which one?"
    case .numberDiffers: "The name is right, the number is another ruler's."
    case .looseName: "That name fits more than one state."
    case .capital: "That is the capital; the state is asked."
    case .otherGivenName: "The family name is right, the given name is not."
    case .wider: "The words added may make it another thing."
    case .incompleteTerm: "That is only part of the term."
    case .otherName: "Another name is asked."
    case .missing(let items): "Missing: \(items.joined(separator: ", "))."
    case .extra(let items): "Not part of it: \(items.joined(separator: ", "))."
    case .missingAndExtra(let missing, let extra):
      "Missing: \(missing.joined(separator: ", ")). Not part of it: "
        + "\(extra.joined(separator: ", "))."
    case .partly: "Part of the answer is there."
    case .opposite: "That says the opposite."
    case .swappedRoles: "The roles are the other way round."
    case .cannotTell: "That may mean the same in other words."
    case .nothingInCommon: "That is not what was asked."
    }
  }

  static func hint(for reason: Reason) -> String {
    switch reason {
    case .coarse(let right, let missing): rightStop(right) + "Which \(list(missing))?"
    case .fine: "That is too exact. Say only what is asked."
    case .overlapping: "That fits in part. Can you say it as the question asks?"
    case .oneEnd: "One end is right. From when to when?"
    case .oneBound: "One end is right. From what to what?"
    case .someDates: "Some are missing."
    case .relative: "Which date is that?"
    case .rounded: "About right. What is the exact number?"
    case .bounded: "The number is right. More, less or exactly?"
    case .sharedName: "Which of them? Give the full name."
    case .partOfName: "Give the full name."
    case .numberMissing: "Which of that name?"
    case .looseName: "Which of the states of that name?"
    case .capital: "That is the capital. Which state?"
    case .wider: "Give the name alone."
    case .incompleteTerm: "Give the whole term."
    case .missing(let items):
      items.count == 1 ? "One is missing." : "\(items.count) are missing."
    case .extra(let items): "Right, but \(items.joined(separator: ", ")) is no part of it."
    case .missingAndExtra(let missing, let extra):
      "\(missing.count == 1 ? "One is" : "\(missing.count) are") missing, and "
        + "\(extra.joined(separator: ", ")) is no part of it."
    case .partly: "Part of it is there. What is missing?"
    case .misspelled: "Check the spelling."
    case .hedged: "Choose one."
    case .cannotTell, .agrees, .blank, .noAnswer, .negated, .unreadable, .noDate, .otherNumber,
      .otherUnit, .noNumber, .other, .numberDiffers, .otherGivenName, .otherName, .opposite,
      .swappedRoles, .nothingInCommon, .contradicts:
      ""
    }
  }

  private static func rightPart(_ right: [DateComponent]) -> String {
    let shown = shown(right)
    return shown.isEmpty ? "Right so far, but " : "Right \(list(shown)), but "
  }

  private static func rightStop(_ right: [DateComponent]) -> String {
    let shown = shown(right)
    if shown.isEmpty { return "Right so far. " }
    return "The \(list(shown)) \(shown.count == 1 ? "is" : "are") right. "
  }

  private static func contradiction(_ wrong: [DateComponent], _ right: [DateComponent]) -> String {
    let shown = shown(right)
    let verb = { (parts: [DateComponent]) in parts.count == 1 ? "is" : "are" }
    if wrong.isEmpty { return "Another date." }
    if shown.isEmpty { return "The \(list(wrong)) \(verb(wrong)) not right." }
    return "The \(list(shown)) \(verb(shown)) right, the \(list(wrong)) \(verb(wrong)) not."
  }

  /// The parts worth naming: a right year makes its decade, century and era no news.
  private static func shown(_ parts: [DateComponent]) -> [DateComponent] {
    let fine = parts.filter { [.year, .season, .month, .day].contains($0) }
    if !fine.isEmpty { return fine }
    return parts.last.map { [$0] } ?? []
  }

  private static func list(_ parts: [DateComponent]) -> String {
    let names = parts.map(name)
    guard let last = names.last, names.count > 1 else { return names.first ?? "date" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func name(_ part: DateComponent) -> String {
    switch part {
    case .era: "era"
    case .millennium: "millennium"
    case .century: "century"
    case .decade: "decade"
    case .year: "year"
    case .season: "season"
    case .month: "month"
    case .day: "day"
    case .part: "part of it"
    case .weekday: "weekday"
    case .style: "calendar"
    case .start: "start"
    case .end: "end"
    case .relation: "before or after"
    }
  }

  private static func shared(_ bearers: [String]) -> String {
    bearers.isEmpty
      ? "Several people bear that name."
      : "Several bear that name: \(bearers.joined(separator: ", "))."
  }
}
