/// A rule of item writing that a question breaks (Haladyna, Downing and Rodriguez 2002; exams.md).
package enum ItemBreach: Hashable, Sendable {
  /// Fewer than three options, or more than five.
  case optionCount(Int)
  /// Two options that read alike or that the marker takes for the same.
  case sameOptions(String, String)
  /// The key is not an option, or the marker does not take it for right.
  case wrongKey(String)
  /// The marker takes a distractor for right or almost right, or is unsure.
  case acceptedDistractor(String)
  /// The right option is far longer or far shorter than every other.
  case keyStandsOut(String)
  /// "All of the above", "none of these" and the like.
  case catchAll(String)
  /// Only some options start with an article, a capital or a small letter.
  case unlikeGrammar(String)
  /// The stem ends in "a" or "an", which fits only some of the options.
  case articleGivesAway(String)
  /// Options that are numbers or dates do not stand in their order.
  case unsorted
  /// Dates of different precision, or one that overlaps another.
  case unlikePrecision(String, String)
  case overlapping(String, String)
  /// A word of the stem stands in the right option and in no other.
  case keyEchoesStem(String)
  /// An option stands in the stem.
  case optionInStem(String)
  /// A question with "not" or "except" before options.
  case negativeStem
  /// "Always" or "never" in an option.
  case absolute(String)
  /// An option is a date later than the paper.
  case futureDate(String)
  /// A statement that is called false, but says the right answer, or the other way round.
  case wrongTruth(String)
  /// An ordering with fewer than four events or more than seven.
  case eventCount(Int)
  /// An ordering whose events are nearly all tied, or shown in order already.
  case noOrder
  /// An event whose own words name its year.
  case datedEvent(String)
  /// A matching with fewer than three pairs, or one whose two sides do not belong together.
  case badMatching
  /// A matching in which another answer fits as well.
  case doubleMatch(String, String)
  /// A question of a matching that names what it asks for, beside others that ask for other things.
  case classGivesAway(String)
  /// Empty text, or a sentence without a capital or an end.
  case unfinished(String)
  /// Two questions show cards of one note.
  case siblings(Int, Int)
  /// One question says what another asks.
  case givesAway(Int, Int)
}
