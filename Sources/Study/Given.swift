import Decks
import Marking
import Memory
import Progress

/// An answer of this session, with what is needed to amend it or take it back.
package struct Given: Hashable, Sendable {
  package var question: Question
  package var typed: String
  /// What was typed at the second try, where that did not do either.
  package var secondTry: String?
  package var verdict: Marking.Verdict
  /// The rating that counts now.
  package var rating: Rating
  /// The journal's record of it.
  package var record: RecordID
  /// Where the card stood before.
  package var before: Schedule
  /// The second since 1970 and the study day of the answer.
  package var second: Int64
  package var day: Int
  /// The card that the wrong answer belongs to, where it is another's.
  package var other: AnswerIndex.Hit?
  /// Whether that card may be named without giving it away.
  package var mayNameOther = false
  /// Whether it is the card's first answer of the session.
  package var isFirst: Bool

  /// Whether the student met the card here and did not know it: no mistake, a beginning.
  package var isFirstMeeting: Bool { question.isNew && rating == .again }
}
