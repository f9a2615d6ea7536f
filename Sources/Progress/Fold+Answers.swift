import Chronology
import Digest
import Memory

extension Fold {
  /// All answers that count, each with the interval that its card had been given before.
  ///
  /// The interval is the recorded one, so that what later settings would have given never changes
  /// it; only where a record leaves it to the scheduler is the card gone through with it.
  ///
  /// - Parameters:
  ///   - contents: all records, sorted.
  ///   - scheduler: computes the intervals that no record names.
  /// - Returns: the answers, in order; cards are numbers of keys in `contents`.
  static func answers(
    in contents: JournalContents, scheduler: Scheduler
  ) -> [AnswerLog.Answer] {
    let fold = Fold.named(contents, scheduler: scheduler)
    var cards = Array(repeating: GivenInterval(), count: fold.names.cardCount)
    var replayed: [Int: CardProgress] = [:]
    for (card, step, _) in fold.steps where step.rating != nil && step.due == nil {
      // Practice moves nothing.
      if step.kind != .practice { replayed[card] = CardProgress() }
    }
    var questions: Set<ExamAnswer> = []
    var days = DayTallies()
    var answers: [AnswerLog.Answer] = []
    answers.reserveCapacity(contents.entries.count)
    for (card, step, entry) in fold.steps {
      if let schedule = step.schedule {
        replayed[card]?.apply(step, scheduler, &days)
        cards[card] = GivenInterval(schedule)
      }
      guard let rating = step.rating, let occasion = AnswerLog.Occasion(step.kind) else {
        continue
      }
      if occasion == .exam,
        !questions.insert(ExamAnswer(card: card, question: step.text)).inserted
      {
        continue
      }
      let given = cards[card]
      answers.append(
        AnswerLog.Answer(
          card: fold.names.key(of: Int32(card)), day: entry.day, hour: entry.localHour,
          occasion: occasion, rating: rating, isNew: !given.isReviewed, interval: given.days,
          milliseconds: entry.milliseconds,
          other: entry.other < 0 ? -1 : fold.names.key(of: fold.names.card(entry.other)),
          line: AnswerLog.Line(journal: entry.journal, offset: entry.offset)))
      if replayed.isEmpty || replayed[card] == nil {
        cards[card].take(step, occasion)
      } else {
        replayed[card]?.apply(step, scheduler, &days)
        if let schedule = replayed[card]?.schedule { cards[card] = GivenInterval(schedule) }
      }
    }
    return answers
  }

  /// All answers that count, each with where its card stood before and after it.
  ///
  /// - Parameters:
  ///   - contents: all records, sorted.
  ///   - scheduler: computes memory states.
  /// - Returns: the answers by the fingerprint of the key that the card bears now, each card's in
  ///   order.
  static func answerSteps(
    in contents: JournalContents, scheduler: Scheduler
  ) -> [Fingerprint: [AnswerStep]] {
    let fold = Fold.named(contents, scheduler: scheduler)
    var states = Array(repeating: CardProgress(), count: fold.names.cardCount)
    var answers: [[AnswerStep]] = Array(repeating: [], count: states.count)
    var days = DayTallies()
    for (card, step, _) in fold.steps {
      let (before, count) = (states[card].schedule, states[card].answers)
      states[card].apply(step, scheduler, &days)
      guard let rating = step.rating, states[card].answers > count else { continue }
      let after = states[card].schedule
      answers[card].append(
        AnswerStep(
          at: Instant(milliseconds: step.at), day: step.day, rating: rating,
          milliseconds: step.milliseconds,
          effect: step.kind == .practice || after == before ? .none : .scheduled, before: before,
          after: after))
    }
    var byKey = [Fingerprint: [AnswerStep]](minimumCapacity: answers.count)
    for (card, answers) in answers.enumerated() where !answers.isEmpty {
      byKey[contents.keys.fingerprints[Int(fold.names.key(of: Int32(card)))]] = answers
    }
    return byKey
  }

  /// The live steps of all cards, in order, with the card of each and its record.
  private var steps: some Sequence<(card: Int, step: Step, entry: JournalContents.Entry)> {
    let isRenamed = !names.isEmpty
    return contents.entries.indices.lazy.compactMap {
      index -> (card: Int, step: Step, entry: JournalContents.Entry)? in
      let card = cards[index]
      guard card >= 0, let step = amendments.step(contents.entries[index], in: contents) else {
        return nil
      }
      return (Int(isRenamed ? names.root(card) : card), step, contents.entries[index])
    }
  }

}

/// The interval that a card was given last.
private struct GivenInterval {
  /// 0 for a new card and in the steps of learning.
  var days: Int32 = 0
  var isReviewed = false

  init() {}

  init(_ schedule: Schedule) {
    isReviewed = schedule.phase != .new
    days = schedule.phase == .review ? Int32(clamping: schedule.interval) : 0
  }

  /// Takes what a record says; an unseen card asked in an exam stays new unless it is scheduled.
  mutating func take(_ step: Step, _ occasion: AnswerLog.Occasion) {
    switch occasion {
    case .practice: return
    case .exam: if !isReviewed && step.due == nil { return }
    case .review: break
    }
    isReviewed = true
    switch step.due {
    case .day(let due): days = Int32(clamping: max(1, due - step.day.number))
    case .second, .new, nil: days = 0
    }
  }
}

private struct ExamAnswer: Hashable {
  var card: Int
  var question: String
}

extension AnswerLog.Occasion {
  /// The occasion of a record; `nil` for what is no answer.
  fileprivate init?(_ kind: EventKind) {
    switch kind {
    case .review, .pending: self = .review
    case .practice: self = .practice
    case .exam: self = .exam
    case .rate, .void, .relink, .suspend, .unsuspend, .bury, .flag, .unflag, .keep, .reject,
      .state:
      return nil
    }
  }
}

extension JournalContents.Entry {
  /// The local hour of the record, 0–23.
  fileprivate var localHour: UInt8 {
    let minutes = at.dividedDown(by: 60_000) + Int64(zone)
    return UInt8((minutes.dividedDown(by: 60) % 24 + 24) % 24)
  }
}

extension Int64 {
  fileprivate func dividedDown(by divisor: Int64) -> Int64 {
    self >= 0 ? self / divisor : (self - divisor + 1) / divisor
  }
}
