import Chronology
import Decks
import Digest
import Marking
import Memory
import Progress

/// Turns a finished sitting into the journal's `exam` records.
package enum ExamRecords {
  /// The events of a sitting, one for each question, in the paper's order.
  ///
  /// Idempotent by sitting and question: writing them twice changes nothing. A blank counts as not
  /// known. A card that was never studied stays new.
  ///
  /// - Parameters:
  ///   - report: the sitting, marked.
  ///   - scheduler: computes due dates.
  ///   - day: the study day on which the sitting was finished.
  ///   - second: the second of its end since 1970 (UTC).
  ///   - schedule: where the card of a key stands.
  /// - Returns: the events; none for a dry run or a sitting that is still open.
  package static func events(
    of report: Report, scheduler: Scheduler, day: Int, second: Int64,
    schedule: (String) -> Schedule
  ) -> [Event] {
    let sitting = report.sitting
    guard !sitting.isDryRun, sitting.state != .open else { return [] }
    var events: [Event] = []
    for (index, question) in sitting.paper.questions.enumerated() {
      let assessment = report.assessments[index]
      let reply = sitting.overrides[index] == nil ? sitting.responses[index]?.reply : nil
      let rating = rating(assessment, question, reply)
      let seed = Fingerprint("\(sitting.name)#\(index + 1)").bits
      let answer = Answer(
        rating: rating, mark: recorded(assessment.mark),
        given: sitting.responses[index]?.reply.words(for: question) ?? "",
        milliseconds: Int(clamping: sitting.openFor[index]),
        due: due(
          schedule(question.card.key), rating: rating, scheduler: scheduler, day: day,
          second: second, seed: seed),
        other: assessment.other)
      events.append(
        .exam(
          key: question.card.key, answer,
          ExamQuestion(exam: sitting.name, question: index + 1, type: question.type.rawValue)))
    }
    return events
  }

  /// The amendment of a record whose mark the student changed after the exam.
  ///
  /// - Parameters:
  ///   - assessment: the new assessment.
  ///   - question: the question.
  ///   - before: where its card stood before the exam.
  ///   - scheduler: computes due dates.
  ///   - day: the study day on which the sitting was finished.
  ///   - second: the second of its end since 1970 (UTC).
  ///   - seed: the seed of the record, as `events` draws it: the sitting's name and the number.
  /// - Returns: rating, mark and due date.
  package static func amendment(
    _ assessment: Assessment, of question: PaperQuestion, before: Schedule, scheduler: Scheduler,
    day: Int, second: Int64, seed: UInt64
  ) -> Amendment {
    let rating = rating(assessment, question, nil)
    return Amendment(
      rating: rating, mark: recorded(assessment.mark),
      due: due(
        before, rating: rating, scheduler: scheduler, day: day, second: second, seed: seed))
  }

  /// What fuzz is drawn from for a question of a sitting.
  package static func seed(of sitting: Sitting, question index: Int) -> UInt64 {
    Fingerprint("\(sitting.name)#\(index + 1)").bits
  }

  /// The rating of an answer (formats, section 4): typed and right is good; chosen and right is
  /// hard, since a guess has a chance; all else is again.
  package static func rating(
    _ assessment: Assessment, _ question: PaperQuestion, _ reply: Reply?
  ) -> Rating {
    switch question.type {
    case .typed: return assessment.mark == .correct ? .good : .again
    case .truth, .choice, .first, .between: return assessment.mark == .correct ? .hard : .again
    // An order of 0.8 and more is known (exams.md, section 4).
    case .order: return assessment.mark == .wrong ? .again : .hard
    case .match:
      // Of a matching, the pair of the question's own card counts.
      guard case .match(let matching) = question.task, case .match(let pairs)? = reply,
        let own = matching.cards.firstIndex(of: question.card.key), pairs.indices.contains(own)
      else { return assessment.mark == .correct ? .hard : .again }
      return pairs[own] == matching.key[own] ? .hard : .again
    }
  }

  /// When a card is due after the rating; `nil` for a card that stays new.
  ///
  /// Hard never gives a longer interval than good would, whatever the steps are.
  private static func due(
    _ schedule: Schedule, rating: Rating, scheduler: Scheduler, day: Int, second: Int64,
    seed: UInt64
  ) -> Schedule.Due? {
    guard schedule.phase != .new else { return nil }
    func due(_ rating: Rating) -> Schedule.Due {
      scheduler.next(schedule, rating: rating, second: second, day: day, seed: seed).due
    }
    return rating == .hard ? earlier(due(.hard), due(.good)) : due(rating)
  }

  private static func earlier(_ left: Schedule.Due, _ right: Schedule.Due) -> Schedule.Due {
    switch (left, right) {
    case (.second(let first), .second(let second)): .second(min(first, second))
    case (.day(let first), .day(let second)): .day(min(first, second))
    case (.second, .day): left
    case (.day, .second): right
    case (.new, _): right
    case (_, .new): left
    }
  }

  private static func recorded(_ mark: Mark) -> RecordedMark {
    switch mark {
    case .correct: .correct
    case .almost: .almost
    case .wrong: .wrong
    }
  }
}
