import Chronology
import Memory

/// A live record of one card with its amendments worked in.
struct Step {
  var kind: EventKind
  /// Milliseconds since 1970 (UTC).
  var at: Int64
  var day: CivilDay
  var rating: Rating?
  var mark: RecordedMark?
  var milliseconds: Int
  var due: Schedule.Due?
  /// Why it was flagged, or which exam question was answered.
  var text: String
  /// Where the card stands by another program's account.
  var schedule: Schedule?
  /// What fuzz is drawn from where the record names no due date.
  var seed: UInt64
}

extension CardProgress {
  /// Goes one step on.
  ///
  /// - Parameters:
  ///   - step: what happened next.
  ///   - scheduler: computes memory states.
  ///   - days: the tallies that the step adds to.
  mutating func apply(_ step: Step, _ scheduler: Scheduler, _ days: inout DayTallies) {
    latest = max(latest, Instant(milliseconds: step.at))
    switch step.kind {
    case .review, .pending:
      // A pending answer without verdict is no review.
      guard let rating = step.rating else { return }
      days.update(step.day.number) { tally in
        review(step, rating, scheduler, &tally)
        count(step, rating, &tally)
      }
    case .exam:
      guard let rating = step.rating, !exams.contains(step.text) else { return }
      exams.append(step.text)
      days.update(step.day.number) { tally in
        // An unseen card asked in an exam stays new unless the record schedules it.
        if schedule.phase != .new || step.due != nil { review(step, rating, scheduler, &tally) }
        tally.exams += 1
        count(step, rating, &tally)
      }
      if rating == .again { practiceMissDay = step.day }
    case .practice:
      guard let rating = step.rating else { return }
      days.update(step.day.number) { tally in
        tally.practices += 1
        count(step, rating, &tally)
      }
      guard rating == .again else { return }
      practiceMissDay = step.day
      let tomorrow = step.day.number + 1
      if case .day(let due) = schedule.due, due > tomorrow { schedule.due = .day(tomorrow) }
    case .suspend: isSuspended = true
    case .unsuspend: isSuspended = false
    case .bury: buriedDay = step.day
    case .flag: flag = step.text
    case .unflag: flag = nil
    case .keep: draft = .kept
    case .reject: draft = .rejected
    case .state:
      guard let schedule = step.schedule else { return }
      self.schedule = schedule
      if schedule.reviews > 0 && firstDay == nil {
        firstDay = CivilDay(number: schedule.lastDay)
      }
    case .rate, .void, .relink: break
    }
  }

  private mutating func review(
    _ step: Step, _ rating: Rating, _ scheduler: Scheduler, _ tally: inout DayTally
  ) {
    tally.reviews += 1
    if firstDay == nil {
      firstDay = step.day
      tally.introduced += 1
    }
    schedule = scheduler.next(
      schedule, rating: rating, second: Instant(milliseconds: step.at).seconds,
      day: step.day.number, seed: step.seed)
    if let due = step.due { setDue(due, day: step.day.number) }
  }

  /// Takes the due date as it was decided then: later settings never rewrite the past.
  private mutating func setDue(_ due: Schedule.Due, day: Int) {
    if case .day(let dueDay) = due {
      if case .second = schedule.due {
        // With the steps of today the card would still be learnt; then it was not.
        schedule.phase = .review
      }
      if schedule.phase == .review { schedule.interval = max(1, dueDay - day) }
    }
    schedule.due = due
  }

  private mutating func count(_ step: Step, _ rating: Rating, _ tally: inout DayTally) {
    if lastAnswerDay != step.day { tally.cards += 1 }
    lastAnswerDay = step.day
    lastMark = step.mark
    answers += 1
    tally.milliseconds += step.milliseconds
    switch step.mark ?? (rating == .again ? .wrong : .correct) {
    case .correct:
      tally.correct += 1
      correct += 1
      if lastCorrectDay != step.day { correctDays += 1 }
      lastCorrectDay = step.day
    case .almost: tally.almost += 1
    case .wrong: tally.wrong += 1
    }
  }
}
