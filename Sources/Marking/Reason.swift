import Chronology

/// Why an answer got its mark, as facts for `Wording`.
package enum Reason: Hashable, Sendable {
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
  /// Right as far as it goes; something that is asked was not said.
  case coarse(right: [DateComponent], missing: [DateComponent])
  /// Right, but more was said than is known.
  case fine(extra: [DateComponent])
  /// It has time in common with the answer, but does not say the same.
  case overlapping
  /// Something contradicts the answer.
  case contradicts(wrong: [DateComponent], right: [DateComponent])
  /// Of a range, only this end is there or right.
  case oneEnd(DateComponent)
  /// Of several dates, only some.
  case someDates
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

  /// Of a range of numbers, only one end is right.
  case oneBound

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
  /// A name with words added that may change what it names.
  case wider
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
