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
    case .coarse(let given, let asked): "\(right(given)), but the \(asked.rawValue) is asked."
    case .fine(_, let known): "More exact than is known: the \(known.rawValue) is asked."
    case .consistent: "That fits, but it does not say the same."
    case .contradicts(let part, let right): contradiction(part, right)
    case .oneEnd: "Only one end of the time is right."
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
    case .coarse(let given, let asked): "\(right(given)). Which \(asked.rawValue)?"
    case .fine(_, let known): "That is too exact. Which \(known.rawValue)?"
    case .consistent: "That fits. Can you say when as the question asks it?"
    case .contradicts: ""
    case .oneEnd: "One end is right. From when to when?"
    case .relative: "Which date is that?"
    case .rounded: "About right. What is the exact number?"
    case .bounded: "The number is right. More, less or exactly?"
    case .sharedName: "Which of them? Give the full name."
    case .partOfName: "Give the full name."
    case .numberMissing: "Which of that name?"
    case .looseName: "Which of the states of that name?"
    case .capital: "That is the capital. Which state?"
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
      .swappedRoles, .nothingInCommon:
      ""
    }
  }

  private static func right(_ part: Reason.DatePart) -> String {
    switch part {
    case .year, .decade, .century, .millennium, .era, .month, .day, .season, .weekday:
      "The \(part.rawValue) is right"
    }
  }

  private static func contradiction(_ part: Reason.DatePart, _ right: [Reason.DatePart]) -> String {
    guard let first = right.first else { return "Another \(part.rawValue)." }
    let names = right.map(\.rawValue)
    let list =
      names.count == 1 ? first.rawValue : names.dropLast().joined(separator: ", ")
        + " and " + (names.last ?? "")
    return "The \(list) \(names.count == 1 ? "is" : "are") right, the \(part.rawValue) is not."
  }

  private static func shared(_ bearers: [String]) -> String {
    bearers.isEmpty
      ? "Several people bear that name." : "Several bear that name: \(bearers.joined(separator: ", "))."
  }
}
