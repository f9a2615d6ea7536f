import Chronology
import Memory

/// Where one card stands: the fold of all its records.
package struct CardProgress: Hashable, Sendable {
  /// What the student decided about a draft.
  package enum Draft: String, CaseIterable, Hashable, Sendable {
    case kept
    case rejected
  }

  /// Memory state and due date; the due date is the recorded one, fuzz included.
  package var schedule = Schedule.new
  /// Whether it is never asked until unsuspended.
  package var isSuspended = false
  /// The last study day on which it is not asked.
  package var buriedDay: CivilDay?
  /// Why the student doubts the card, perhaps empty; `nil` where it is not flagged.
  package var flag: String?
  /// What the student decided about a draft; `nil` where nothing was decided.
  package var draft: Draft?
  /// The study day on which it was introduced: of its first review.
  package var firstDay: CivilDay?
  /// The study day of the last answer of any kind.
  package var lastAnswerDay: CivilDay?
  /// What the last answer of any kind was worth; `nil` where nothing was typed.
  package var lastMark: RecordedMark?
  /// The study day of the last right answer.
  package var lastCorrectDay: CivilDay?
  /// On how many different study days it was answered right.
  package var correctDays = 0
  /// The study day of the last miss in practice or an exam.
  package var practiceMissDay: CivilDay?
  /// How many answers of any kind there were.
  package var answers = 0
  /// How many of these were right.
  package var correct = 0
  /// The exam questions that counted, as `sitting#number`.
  package var exams: [String] = []
  /// When the last record of the card was made, of whatever kind.
  package var latest = Instant(milliseconds: .min)

  package init() {}
}
