import Chronology
import Digest
import Files
import Memory

/// One answer that counts, with where its card stood before and after it.
///
/// For another program's log, which wants to know what the memory came to each time: that takes
/// the scheduler. `AnswerLog` has what was recorded, which is enough to count, and far less.
package struct AnswerStep: Hashable, Sendable {
  /// How an answer bears on the schedule.
  package enum Effect: Hashable, Sendable {
    /// It gave the card its next due date.
    case scheduled
    /// Practice, or an exam's question on a card that stayed new.
    case none
  }

  package var at: Instant
  package var day: CivilDay
  /// The rating that counts.
  package var rating: Rating
  /// The time from question to answer.
  package var milliseconds: Int
  package var effect: Effect
  package var before: Schedule
  package var after: Schedule
}

extension Store {
  /// The answers that count, of all cards, each card's in the order of the fold.
  ///
  /// - Returns: the answers by the fingerprints of the keys that the cards bear now.
  /// - Throws: `ProgressError.unreadable`.
  package func answerSteps() throws(ProgressError) -> [Fingerprint: [AnswerStep]] {
    Fold.answerSteps(in: try allRecords().contents, scheduler: ledger.scheduler)
  }

  /// The instants of all answers that were ever recorded, those taken back included.
  ///
  /// - Returns: the instants in milliseconds since 1970 (UTC), by the fingerprints of the keys that
  ///   the cards bear now.
  /// - Throws: `ProgressError.unreadable`.
  package func answerInstants() throws(ProgressError) -> [Fingerprint: [Int64]] {
    let contents = try allRecords().contents
    let current = renamings.mapValues { Fingerprint($0) }
    var instants: [Fingerprint: [Int64]] = [:]
    for entry in contents.entries where entry.card >= 0 {
      switch entry.kind {
      case .review, .pending, .exam, .practice:
        let fingerprint = contents.keys.fingerprints[Int(entry.card)]
        instants[current[fingerprint] ?? fingerprint, default: []].append(entry.at)
      case .rate, .void, .relink, .suspend, .unsuspend, .bury, .flag, .unflag, .keep, .reject,
        .state:
        break
      }
    }
    return instants
  }
}

extension CardProgress {
  /// What a sequence of events comes to, from a card without records on.
  ///
  /// - Parameters:
  ///   - events: of one card, in order; those that amend others count for nothing.
  ///   - scheduler: computes memory states.
  package init(
    folding events: some Sequence<(event: Event, at: Instant, day: CivilDay)>,
    scheduler: Scheduler
  ) {
    self.init()
    var days = DayTallies()
    for (event, at, day) in events {
      var step = Step(
        kind: event.kind, at: at.milliseconds, day: day, rating: nil, mark: nil, milliseconds: 0,
        due: nil, text: "", schedule: nil, seed: 0)
      switch event {
      case .review(_, let answer), .practice(_, let answer): step.take(answer)
      case .exam(_, let answer, let question):
        step.take(answer)
        step.text = "\(question.exam)#\(question.question)"
      case .flag(_, let why): step.text = why
      case .state(_, let schedule): step.schedule = schedule
      case .pending, .suspend, .unsuspend, .bury, .unflag, .keep, .reject: break
      case .rate, .void, .relink: continue
      }
      apply(step, scheduler, &days)
    }
  }
}

extension Step {
  fileprivate mutating func take(_ answer: Answer) {
    rating = answer.rating
    mark = answer.mark
    milliseconds = answer.milliseconds
    due = answer.due
  }
}
