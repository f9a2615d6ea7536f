/// What was done in a span of study days.
package struct Tally: Hashable, Sendable {
  /// All answers, of whatever occasion.
  package var answers = Share()
  package var reviews = 0
  package var practices = 0
  package var exams = 0
  /// Different cards that were answered.
  package var cards = 0
  /// Cards reviewed for the first time ever.
  package var introduced = 0
  /// From question to answer, over all answers.
  package var milliseconds: Int64 = 0

  package init() {}
}
