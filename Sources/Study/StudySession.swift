import Chronology
import Decks
import Digest
import Marking
import Memory
import Progress

/// A running session: chooses the next card, marks answers, and has each of them in the journal
/// before anybody sees its mark.
///
/// A state machine without a terminal: whoever drives it shows what it returns. A method that
/// throws has changed nothing but the journal's queue of unsaved records.
package final class StudySession {
  /// What comes next.
  package enum Step: Hashable, Sendable {
    /// The story of a section, shown before its first new card.
    case passage(Section)
    case ask(Question)
    case finished
  }

  /// What came of an answer, for the one who shows it.
  package enum Outcome: Hashable, Sendable {
    case right(Given)
    /// A second try is open; the first is journalled already.
    case secondTry(Given)
    /// Final, after the second try if there was one.
    case almost(Given)
    case wrong(Given)
    /// New and not known.
    case introduced(Given)
    /// Right at the second try.
    case rightAtSecondTry(Given)
    /// Tripos cannot tell: the student is asked.
    case unsure(Given)
  }

  /// An answer longer than this counts as this long: the student was away.
  static let longestAnswer = 120_000

  package let cards: Cards
  package let store: Store
  package let scheduler: Scheduler
  package let calendar: StudyCalendar
  /// What draws due days forward before an exam; `nil` where no exam is ahead.
  let dueLimit: DueLimit?
  /// The answers so far, the last one last.
  package internal(set) var answers: [Given] = []
  /// Spellings that the student had accepted: the card and what was typed.
  package internal(set) var accepted: [(card: Card, typed: String)] = []
  /// Why the last event could not be saved; it is kept in memory until it can be.
  package internal(set) var saveFailure: ProgressError?
  var queue: SessionQueue
  private let deadline: Instant?
  private let startedAt: Instant
  private var toldSections: Set<[String]> = []
  private var waitingQuestion: Question?

  /// Begins a session with the cards in the order in which they are asked; it lasts so many
  /// minutes, or has no end.
  package init(
    cards: Cards, store: Store, scheduler: Scheduler, calendar: StudyCalendar, order: [Int],
    minutes: Int?, dueLimit: DueLimit? = nil, at now: Instant
  ) {
    self.cards = cards
    self.store = store
    self.scheduler = scheduler
    self.calendar = calendar
    self.dueLimit = dueLimit
    self.queue = SessionQueue(order)
    self.startedAt = now
    self.deadline = minutes.map { now.advanced(byMilliseconds: Int64($0) * 60_000) }
  }

  /// The cards left: those not asked yet and those that were missed.
  package var left: Int { queue.left }

  /// What is still to come if all answers are right, the open question included: how many answers,
  /// and how many seconds they take.
  package func rest(with open: Question, at pace: Pace) -> (answers: Int, seconds: Int) {
    let perNew = scheduler.learningSteps.isEmpty ? 1 : 2
    var new = 0
    var known = 0
    for entry in queue.notAsked + (open.isReturn ? [] : [open.entry])
    where cards.library.entries.indices.contains(entry) {
      let progress = store.progress(of: cards.library.entries[entry].fingerprint)
      if (progress?.schedule.phase ?? .new) == .new { new += 1 } else { known += 1 }
    }
    let returns = queue.answersLeftToReturn + (open.isReturn ? answersNeeded(open.card) : 0)
    return (
      new * perNew + known + returns,
      new * pace.new + known * pace.review + returns * pace.new / perNew
    )
  }

  /// How many right answers take a card out of the steps that it is in.
  func answersNeeded(_ card: Card) -> Int {
    switch schedule(of: card).phase {
    case .new: scheduler.learningSteps.isEmpty ? 1 : 2
    case .learning(let step): max(1, scheduler.learningSteps.count - step)
    case .relearning(let step): max(1, scheduler.relearningSteps.count - step)
    case .review: 1
    }
  }

  /// Whether the session's time is over.
  package func isOver(at now: Instant) -> Bool { deadline.map { now >= $0 } ?? false }

  /// What a session came to so far.
  package func summary(at now: Instant) -> SessionSummary {
    let seconds = (now.milliseconds - startedAt.milliseconds) / 1000
    return SessionSummary(answers, left: queue.left, seconds: Int(clamping: seconds))
  }
}

// MARK: What comes next

extension StudySession {
  /// Chooses what comes next; `isVisible` says whether a card's answer can be read on the screen
  /// now.
  package func next(at now: Instant, isVisible: (Card) -> Bool) -> Step {
    if let waiting = waitingQuestion {
      waitingQuestion = nil
      return .ask(waiting)
    }
    while true {
      let pick = queue.next(at: now.seconds, isOver: isOver(at: now)) { entry in
        cards.card(entry).map(isVisible) ?? false
      }
      guard let pick else { return .finished }
      // A deck that was edited meanwhile may have lost the card.
      guard let card = cards.card(pick.entry) else { continue }
      var question = Question(
        entry: pick.entry, card: card, isNew: schedule(of: card).phase == .new,
        isReturn: pick.isReturn, isFromMemory: pick.isFromMemory || isVisible(card))
      question.isDraft = isDraft(card)
      if question.isNew, let section = cards.section(pick.entry),
        tell(section, of: card, pick.entry)
      {
        waitingQuestion = question
        waitingQuestion?.isFromMemory = true
        return .passage(section)
      }
      return .ask(question)
    }
  }

  /// Whether a section's story is to be shown: once, and only before anything of it was asked.
  private func tell(_ section: Section, of card: Card, _ entry: Int) -> Bool {
    guard !section.passage.isEmpty, toldSections.insert([card.path] + section.path).inserted
    else { return false }
    return !cards.keys(inSectionOf: entry).contains { schedule(ofKey: $0).phase != .new }
  }

  func schedule(of card: Card) -> Schedule { schedule(ofKey: card.key) }

  func schedule(ofKey key: String) -> Schedule {
    store.progress(of: key)?.schedule ?? .new
  }
}

// MARK: Cards

extension StudySession {
  /// Puts a question off to the end of the session; nothing is written.
  package func skip(_ question: Question) { queue.putLast(question.entry) }

  /// Takes a card out of the reviews until it is unsuspended.
  package func suspend(_ question: Question, at now: Instant) throws(ProgressError) {
    _ = try append(.suspend(key: question.card.key), at: now)
    queue.remove(question.entry)
  }

  /// Takes a card out of today's reviews.
  package func bury(_ question: Question, at now: Instant) throws(ProgressError) {
    _ = try append(.bury(key: question.card.key), at: now)
    queue.remove(question.entry)
  }

  /// Marks a card as doubtful.
  package func flag(_ card: Card, why: String, at now: Instant) throws(ProgressError) {
    _ = try append(.flag(key: card.key, why: why), at: now)
  }

  /// Puts an open question back to the front: it was not answered.
  package func putBack(_ question: Question) { queue.putFirst(question.entry) }

  /// Goes on with decks that were read again.
  ///
  /// - Parameters:
  ///   - library: the decks as they are now.
  ///   - moved: the key that a card bears now, by its old one.
  package func replaceCards(with library: Library, moved: (String) -> String) {
    let places = cards.replace(with: library, moved: moved)
    queue.move(places)
    // What was answered is the same card still, whatever its words are now.
    for index in answers.indices {
      guard let entry = places[answers[index].question.entry], let card = cards.card(entry) else {
        continue
      }
      answers[index].question.entry = entry
      answers[index].question.card = card
    }
    for index in accepted.indices {
      let key = moved(accepted[index].card.key)
      if let card = cards.entry(ofKey: key).flatMap({ cards.card($0) }) {
        accepted[index].card = card
      }
    }
  }

  /// Whether a typed answer would be right or nearly so.
  package func isNearAnswer(_ typed: String, to question: Question) -> Bool {
    cards.marker(of: question.entry).mark(typed, of: question.card).mark != .wrong
  }

  /// The section of a question.
  package func section(of question: Question) -> Section? { cards.section(question.entry) }

  /// Where a card stands; `nil` where it was never asked.
  package func standing(of card: Card) -> CardProgress? { store.progress(of: card.key) }
}
