import Chronology
import Memory

/// One line of a journal: something that happened to a card, when and where.
package struct Record: Hashable, Sendable {
  /// Its name.
  package var id: RecordID
  /// When it happened.
  package var at: Instant
  /// The local time's offset from UTC at that moment, in minutes, east positive.
  package var zone: Int
  /// The study day as it was decided then.
  package var day: CivilDay
  /// What happened.
  package var event: Event

  package init(id: RecordID, at: Instant, zone: Int, day: CivilDay, event: Event) {
    self.id = id
    self.at = at
    self.zone = zone
    self.day = day
    self.event = event
  }
}

/// What a record says.
package enum Event: Hashable, Sendable {
  /// An answer, marked and rated, that moves the card's due date.
  case review(key: String, Answer)
  /// An answer whose verdict is not known yet; alone it is no review.
  case pending(key: String, given: String, milliseconds: Int)
  /// Another rating for an earlier answer, or the verdict of a pending one.
  case rate(key: String, of: RecordID, Amendment)
  /// One question of a finished exam sitting.
  case exam(key: String, Answer, ExamQuestion)
  /// An answer that moves no due date, except that a miss is due tomorrow.
  case practice(key: String, Answer)
  /// Takes back an earlier record.
  case void(key: String, of: RecordID)
  /// One simultaneous renaming of the keys of all earlier records.
  ///
  /// Later records under an old key follow it. A move from a key to itself says that a new card
  /// now bears a key that had been moved away.
  case relink([Move])
  /// Never asked until unsuspended.
  case suspend(key: String)
  case unsuspend(key: String)
  /// Not asked on the record's study day.
  case bury(key: String)
  /// The student doubts the card.
  case flag(key: String, why: String)
  case unflag(key: String)
  /// The student keeps a draft.
  case keep(key: String)
  /// The student rejects a draft.
  case reject(key: String)
  /// Where the card stands by another program's account, whatever its answers come to here.
  case state(key: String, Schedule)

  /// A card's old key and its new one.
  package struct Move: Hashable, Sendable {
    package var old: String
    package var new: String

    package init(_ old: String, _ new: String) {
      self.old = old
      self.new = new
    }
  }

  /// The card that it speaks of; `nil` for a renaming.
  package var key: String? {
    switch self {
    case .review(let key, _), .pending(let key, _, _), .rate(let key, _, _),
      .exam(let key, _, _), .practice(let key, _), .void(let key, _), .suspend(let key),
      .unsuspend(let key), .bury(let key), .flag(let key, _), .unflag(let key), .keep(let key),
      .reject(let key), .state(let key, _):
      key
    case .relink: nil
    }
  }
}

/// A typed answer and what came of it.
package struct Answer: Hashable, Sendable {
  /// The rating as suggested; a later `rate` may change it.
  package var rating: Rating
  /// What the answer was worth; `nil` where nothing was typed.
  package var mark: RecordedMark?
  /// What was typed.
  package var given: String
  /// The time from question to answer.
  package var milliseconds: Int
  /// When the card is due after it, fuzz included; `nil` leaves that to the scheduler.
  package var due: Schedule.Due?
  /// The key of the card whose answer was given instead.
  package var other: String?

  package init(
    rating: Rating, mark: RecordedMark?, given: String, milliseconds: Int, due: Schedule.Due?,
    other: String? = nil
  ) {
    self.rating = rating
    self.mark = mark
    self.given = given
    self.milliseconds = milliseconds
    self.due = due
    self.other = other
  }
}

/// What a `rate` record says about an earlier answer.
package struct Amendment: Hashable, Sendable {
  package var rating: Rating
  /// The mark, where it changes too.
  package var mark: RecordedMark?
  /// When the card is due after the answer; `nil` leaves that to the scheduler.
  package var due: Schedule.Due?

  package init(rating: Rating, mark: RecordedMark? = nil, due: Schedule.Due?) {
    self.rating = rating
    self.mark = mark
    self.due = due
  }
}

/// Which question of which exam was answered.
package struct ExamQuestion: Hashable, Sendable {
  /// The sitting's name.
  package var exam: String
  /// The question's number in the paper, counted from 1.
  package var question: Int
  /// The question's type, such as `typed` or `choice`.
  package var type: String

  package init(exam: String, question: Int, type: String) {
    self.exam = exam
    self.question = question
    self.type = type
  }
}

/// What an answer was worth, as the journal writes it.
package enum RecordedMark: String, CaseIterable, Hashable, Sendable {
  case correct
  case almost
  case wrong
}
