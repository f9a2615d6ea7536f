import Chronology
import Decks
import Digest
import Marking
import Memory
import Progress

extension StudySession {
  /// Marks a typed answer and writes it down.
  ///
  /// - Parameters:
  ///   - typed: what was typed.
  ///   - question: what was asked.
  ///   - now: the instant of the answer.
  ///   - milliseconds: how long it took.
  /// - Returns: what came of it; it is in the journal.
  /// - Throws: `ProgressError` where it could not be saved.
  package func answer(
    _ typed: String, to question: Question, at now: Instant, milliseconds: Int
  ) throws(ProgressError) -> Outcome {
    let verdict = cards.marker(of: question.entry).mark(typed, of: question.card)
    let time = StudySession.counted(milliseconds)
    var given = given(question, typed, verdict, at: now)
    if verdict.unsure {
      given.record = try append(
        .pending(key: question.card.key, given: typed, milliseconds: time), at: now)
      return .unsure(given)
    }
    given.rating = rating(for: verdict.mark, hasHint: question.hasHint)
    if verdict.mark == .wrong {
      given.other = cards.marker(of: question.entry).other(typed, insteadOf: question.card)
      given.mayNameOther = given.other.map { mayName($0.key, on: given.day) } ?? false
    }
    let answer = Answer(
      rating: given.rating, mark: RecordedMark(verdict.mark), given: typed, milliseconds: time,
      due: due(given), other: given.other?.key)
    given.record = try append(.review(key: question.card.key, answer), at: now)
    settle(given)
    answers.append(given)
    switch verdict.mark {
    case .correct: return .right(given)
    case .almost where !verdict.hint.isEmpty: return .secondTry(given)
    case .almost: return .almost(given)
    case .wrong: return given.isFirstMeeting ? .introduced(given) : .wrong(given)
    }
  }

  /// Whether telling what a wrong answer belongs to gives no other question away: the other card was
  /// met and is not asked in the next days.
  private func mayName(_ key: String, on day: Int) -> Bool {
    switch schedule(ofKey: key).due {
    case .day(let due): due > day + 1
    case .new, .second: false
    }
  }

  /// Marks the second try at an answer that was almost right: right is worth *hard*.
  package func secondTry(
    _ typed: String, after first: Given, at now: Instant
  ) throws(ProgressError) -> Outcome {
    let marker = cards.marker(of: first.question.entry)
    let verdicts = completions(of: first, by: typed).map {
      marker.mark($0, of: first.question.card)
    }
    guard verdicts.contains(where: { $0.mark == .correct }) else {
      var given = first
      given.secondTry = typed
      if let second = verdicts.first, second.mark == .almost { given.verdict = second }
      return .almost(given)
    }
    return .rightAtSecondTry(try rate(.hard, mark: nil, at: now) ?? first)
  }

  /// What a second try can mean: an answer by itself, or what was missing from the first, as "July"
  /// after "1957".
  private func completions(of first: Given, by typed: String) -> [String] {
    switch first.question.card.kind {
    case .date: [typed, "\(typed) \(first.typed)", "\(first.typed) \(typed)"]
    case .list: [typed, "\(first.typed), \(typed)"]
    case .person, .state, .organisation, .place, .number, .term, .cause, .quotation, .text: [typed]
    }
  }

  /// Writes an answer down whose verdict the student gives later: before the answer is shown.
  package func reveal(
    _ question: Question, at now: Instant, milliseconds: Int
  ) throws(ProgressError) -> Given {
    let time = StudySession.counted(milliseconds)
    var given = given(question, "", Verdict(.wrong), at: now)
    given.record = try append(
      .pending(key: question.card.key, given: "", milliseconds: time), at: now)
    return given
  }

  /// Takes back an answer that has no verdict yet, and asks its card again at once.
  package func takeBack(_ pending: Given, at now: Instant) throws(ProgressError) {
    _ = try append(.void(key: pending.question.card.key, of: pending.record), at: now)
    queue.putFirst(pending.question.entry)
  }

  /// The student's verdict on an answer that was written down without one.
  package func settle(
    _ pending: Given, as rating: Rating, at now: Instant
  ) throws(ProgressError) -> Outcome {
    var given = pending
    given.rating = rating
    given.verdict.mark = rating == .again ? .wrong : .correct
    given.verdict.unsure = false
    _ = try append(
      .rate(
        key: given.question.card.key, of: given.record,
        Amendment(
          rating: rating, mark: RecordedMark(given.verdict.mark), due: due(given))),
      at: now)
    settle(given)
    answers.append(given)
    if rating != .again { return .right(given) }
    return given.isFirstMeeting ? .introduced(given) : .wrong(given)
  }

  /// Gives the last answer another rating, and another mark where that changes too.
  ///
  /// - Returns: the answer as it counts now; `nil` where nothing was answered yet.
  package func rate(
    _ rating: Rating, mark: Mark?, at now: Instant
  ) throws(ProgressError) -> Given? {
    guard var given = answers.last else { return nil }
    given.rating = rating
    if let mark { given.verdict.mark = mark }
    _ = try append(
      .rate(
        key: given.question.card.key, of: given.record,
        Amendment(rating: rating, mark: mark.map { RecordedMark($0) }, due: due(given))),
      at: now)
    answers[answers.count - 1] = given
    queue.remove(given.question.entry)
    settle(given)
    return given
  }

  /// Accepts what was typed for the last card, which may be offered to the deck at the end.
  package func accept(at now: Instant) throws(ProgressError) -> Given? {
    guard let given = try rate(.good, mark: .correct, at: now) else { return nil }
    if !given.typed.isEmpty { accepted.append((given.question.card, given.typed)) }
    return given
  }

  /// Takes the last answer back; its card is asked again at once.
  ///
  /// - Returns: what was taken back; `nil` where this device has nothing left to take back.
  package func undo(at now: Instant) throws(ProgressError) -> Undone? {
    let record = try store.undo(
      at: now, zone: calendar.offset(now) / 60, day: calendar.day(of: now))
    guard let record, let key = record.event.key else { return nil }
    if let last = answers.last, last.record == record.id { answers.removeLast() }
    accepted.removeAll { $0.card.key == key }
    let entry = cards.entry(ofKey: store.renamed(key) ?? key)
    if let entry {
      if record.event.isAnswer { queue.putFirst(entry) }
      if record.event.isHolding { queue.putLast(entry) }
    }
    return Undone(record: record, card: entry.flatMap { cards.card($0) })
  }

  /// What `undo` took back.
  package struct Undone: Hashable, Sendable {
    package var record: Record
    package var card: Card?
  }

  /// An answer as it stands before it is written down.
  private func given(
    _ question: Question, _ typed: String, _ verdict: Marking.Verdict, at now: Instant
  ) -> Given {
    Given(
      question: question, typed: typed, verdict: verdict, rating: .again,
      record: RecordID(device: store.device, count: 0), before: schedule(of: question.card),
      second: now.seconds, day: calendar.day(of: now).number,
      isFirst: !answers.contains { $0.question.card.key == question.card.key })
  }

  private static func counted(_ milliseconds: Int) -> Int {
    min(max(0, milliseconds), longestAnswer)
  }

  /// Writes an event down; one that could not be saved counts all the same, and is kept.
  func append(_ event: Event, at now: Instant) throws(ProgressError) -> RecordID {
    do {
      let id = try store.append(
        event, at: now, zone: calendar.offset(now) / 60, day: calendar.day(of: now))
      saveFailure = nil
      return id
    } catch {
      guard case .notSaved(let id, _) = error else { throw error }
      saveFailure = error
      return id
    }
  }

  /// When the card is due if the answer is rated as it is.
  private func due(_ given: Given) -> Schedule.Due {
    let key = Fingerprint(given.question.card.key).bits
    let due = scheduler.next(
      given.before, rating: given.rating, second: given.second, day: given.day,
      seed: key &+ UInt64(given.before.reviews)
    ).due
    return dueLimit?(due, lastDay: given.day, entry: given.question.entry) ?? due
  }

  /// Decides whether and when the card comes back in this session.
  private func settle(_ given: Given) {
    let entry = given.question.entry
    let card = given.question.card
    store.label(card.key, CardLabel(card, folder: cards.library.folder))
    let second: Int64? =
      switch due(given) {
      case .second(let second): second
      case .day, .new: nil
      }
    if given.rating == .again {
      queue.bringBack(
        entry, at: second ?? given.second + 60, mustBeRecalled: true,
        answersLeft: answersNeeded(card))
    } else if let second, second <= given.second + SessionQueue.patience {
      queue.bringBack(
        entry, at: second, mustBeRecalled: false, answersLeft: answersNeeded(card))
    } else {
      queue.remove(entry)
    }
  }
}

extension Event {
  /// Whether it is an answer to a card.
  fileprivate var isAnswer: Bool {
    switch self {
    case .review, .pending, .exam, .practice: true
    case .rate, .void, .relink, .suspend, .unsuspend, .bury, .flag, .unflag, .keep, .reject, .state:
      false
    }
  }
}

extension Event {
  /// Whether it keeps a card from being asked.
  fileprivate var isHolding: Bool {
    switch self {
    case .suspend, .bury, .reject: true
    case .review, .pending, .exam, .practice, .rate, .void, .relink, .unsuspend, .flag, .unflag,
      .keep, .state:
      false
    }
  }
}

/// The rating that a mark suggests; easy is only ever chosen.
private func rating(for mark: Mark, hasHint: Bool) -> Rating {
  switch mark {
  case .correct: hasHint ? .hard : .good
  case .almost, .wrong: .again
  }
}

extension RecordedMark {
  /// The mark as the journal writes it.
  package init(_ mark: Mark) {
    switch mark {
    case .correct: self = .correct
    case .almost: self = .almost
    case .wrong: self = .wrong
    }
  }
}
