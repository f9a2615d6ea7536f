/// Why an answer got its mark, as facts for `Wording`.
package enum Reason: Hashable, Sendable {
  /// A part of a date.
  package enum DatePart: String, Hashable, Sendable {
    case weekday
    case day
    case month
    case season
    case year
    case decade
    case century
    case millennium
    case era
  }

  /// Nothing to say: the answer means what was expected.
  case agrees
  /// Nothing was typed.
  case blank
  /// "I don't know" in one of its forms.
  case noAnswer
  /// The answer denies what it names.
  case negated
  /// Several answers were given for one.
  case hedged
  /// No more than letters or nothing readable: emoji, control bytes.
  case unreadable
  /// One letter or a swap is off.
  case misspelled(letters: Int)

  // Dates.
  /// Right as far as it goes; `asked` is the finer part that is missing.
  case coarse(given: DatePart, asked: DatePart)
  /// Finer than is known.
  case fine(given: DatePart, known: DatePart)
  /// Consistent with the answer, neither coarser nor finer.
  case consistent
  /// This part contradicts the answer; `right` are parts that agree.
  case contradicts(DatePart, right: [DatePart])
  /// One end of a range is given, or only one of two is right.
  case oneEnd
  /// A phrase that leans on another date.
  case relative
  /// A date was asked and none was read.
  case noDate

  // Numbers.
  case otherNumber
  case otherUnit(given: String, asked: String)
  case rounded
  /// "more than 400" where 400 is the number.
  case bounded
  case noNumber

  // Names.
  /// The answer is the name of another actor, state or thing.
  case other(named: String)
  /// A family name that several bear.
  case sharedName(bearers: [String])
  /// Part of the name.
  case partOfName
  /// The number or epithet of a ruler is missing.
  case numberMissing
  case numberDiffers
  /// A name that fits the state and others.
  case looseName
  /// The capital of the state that was asked.
  case capital
  /// The family name is right, the given name is another's.
  case otherGivenName
  /// The right word with a wrong or missing kind of thing: "Warsaw" for "Warsaw Pact".
  case incompleteTerm
  case otherName

  // Lists.
  case missing([String])
  case extra([String])
  case missingAndExtra([String], [String])

  // Text.
  /// Parts of the answer are there.
  case partly
  /// The answer says the opposite.
  case opposite
  /// The actors' roles are swapped.
  case swappedRoles
  /// Another wording may mean the same.
  case cannotTell
  case nothingInCommon
}
