import Chronology
import Decks
import Marking
import Memory
import Progress
import Study
import Terminal

/// Drives a session: shows what it returns, reads lines, and hands them on.
///
/// The same on a terminal and piped; only a person is waited for, and only a person's screen is
/// kept from giving answers away.
final class ReviewLoop {
  /// How a session was left.
  enum End: Hashable {
    case finished
    /// Ctrl-D, `:quit` or the end of the input.
    case left
    /// Ctrl-C twice.
    case interrupted
    case terminated(signal: Int32)
  }

  /// What to do after a line.
  enum Next {
    /// Ask the same question again.
    case again
    case goOn
    case leave(End)
  }

  let world: World
  let app: App
  let session: StudySession
  let pace: Pace
  /// Whether the student says what the answer was worth.
  let isFlip: Bool
  var lastInterruption: Int64?
  /// What is said above the next question: after the scroll that hides its answer.
  var notices: [SafeText] = []
  private var isFirstQuestion = true
  /// Whether it was said in this session what a draft is.
  var hasExplainedDrafts = false

  var screen: Screen { world.output }
  var isInteractive: Bool { world.input.isInteractive }

  init(
    world: World, app: App, session: StudySession, pace: Pace, isFlip: Bool
  ) {
    self.world = world
    self.app = app
    self.session = session
    self.pace = pace
    self.isFlip = isFlip
  }

  /// Runs the session to its end.
  func run() throws -> End {
    while true {
      let step = session.next(at: world.clock.now()) { isInteractive && canBeRead($0) }
      switch step {
      case .finished:
        guard case .goOn = try finish() else { return .finished }
      case .passage(let section):
        if case .leave(let end) = try tell(section) { return end }
      case .ask(let question):
        let answered = session.answers.count
        if case .leave(let end) = try ask(question) {
          // A question that was left open is still to be asked today.
          if session.answers.count == answered { session.putBack(question) }
          return end
        }
      }
    }
  }

  /// Whether a card's answer stands in the window, or will when the question does.
  private func canBeRead(_ card: Card) -> Bool {
    screen.shows(card) || notices.contains { card.isGivenAway(by: $0.plain) }
  }

  // MARK: A question

  private func ask(_ asked: Question) throws -> Next {
    var question = asked
    // What stands above the first question was written before this session and may hold answers.
    if isInteractive && (question.isFromMemory || isFirstQuestion) { screen.scrollAway() }
    isFirstQuestion = false
    // A number in the plan of the day can be the answer.
    for line in notices where !question.card.isGivenAway(by: line.plain) { screen.line(line) }
    notices = []
    show(question)
    var isEmptyOnce = false
    var started = Clock.monotonic()
    while true {
      switch read(
        question.card.wanted + ">",
        completions: SessionCommand.completions(isDraft: question.isDraft))
      {
      case .leave(let end): return .leave(end)
      case .again: continue
      case .line(let line):
        switch SessionCommand.read(line, isDraft: question.isDraft) {
        case .empty where isFlip: return try flip(question, started)
        case .empty:
          if isEmptyOnce { return try mark("", question, started) }
          isEmptyOnce = true
          screen.line(ReviewWording.emptyLine)
        case .answer(let text) where isFlip: return try flip(question, started, typed: text)
        case .answer(let text): return try mark(text, question, started)
        case .bareWord(.rate, let typed) where isFlip:
          return try flip(question, started, typed: typed)
        case .bareWord(let command, let typed):
          guard try isCommand(typed, question) else { return try mark(typed, question, started) }
          if let next = try perform(command, &question, isOpen: true) { return next }
        case .unknown(let word, let suggestion): explain(word, suggestion)
        case .command(.rate(let rating)) where isFlip && !isInteractive:
          return try flip(question, started, rating: rating)
        case .command(let command):
          let before = Clock.monotonic()
          if let next = try perform(command, &question, isOpen: true) { return next }
          // Time spent on a command is not time spent on the answer.
          started += Clock.monotonic() - before
        }
      }
    }
  }

  func show(_ question: Question) {
    screen.line()
    let rest = session.rest(with: question, at: pace)
    let header = ReviewWording.header(question, left: rest.answers, seconds: rest.seconds)
    if !header.isEmpty { screen.line(header) }
    for line in question.card.prompt.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      screen.line(SafeText(line: line, style: .strong))
    }
  }

  // MARK: Marks

  private func mark(_ typed: String, _ question: Question, _ started: Int64) throws -> Next {
    let outcome = try session.answer(
      typed, to: question, at: world.clock.now(),
      milliseconds: Int(Clock.monotonic() - started))
    return try show(outcome)
  }

  private func show(_ outcome: StudySession.Outcome) throws -> Next {
    warnIfNotSaved()
    switch outcome {
    case .right(let given):
      screen.line(ReviewWording.right(given))
      if let spelling = ReviewWording.spelling(given) { screen.line(spelling) }
      explain(given)
      return try goOn(after: given)
    case .rightAtSecondTry(let given):
      screen.line(ReviewWording.rightAtSecondTry(given))
      explain(given)
      return try goOn(after: given)
    case .secondTry(let given):
      return try secondTry(given)
    case .almost(let given):
      screen.line(ReviewWording.almost(given))
      return try reveal(given)
    case .wrong(let given):
      screen.line(ReviewWording.wrong(given))
      return try reveal(given)
    case .introduced(let given):
      screen.line(ReviewWording.introduced(given))
      return try reveal(given)
    case .unsure(let given):
      screen.line(ReviewWording.unsure(given))
      explain(given)
      return try askStudent(given)
    }
  }

  /// An answer that is not on the disk is said before its mark.
  private func warnIfNotSaved() {
    guard let failure = session.saveFailure else { return }
    screen.line(SafeText(line: "Attention", style: .wrong) + ": \(failure.sentence)")
    if let mend = failure.mend { screen.line("\(mend)") }
  }

  /// What stands below a miss, and the wait for the student to have read it.
  private func reveal(_ given: Given) throws -> Next {
    if let other = given.other, given.mayNameOther {
      screen.line("\"\(given.typed)\" answers another card: \(other.about)")
    } else if let reason = ReviewWording.reason(given) {
      screen.line(reason)
    }
    explain(given)
    return try pause()
  }

  private func explain(_ given: Given) {
    if let why = given.question.card.why { screen.line("Why: \(why)") }
    if given.question.isDraft { explainDraft(given.question.card) }
  }

  /// One more try before the answer is shown; commands mean the answer just marked.
  private func secondTry(_ first: Given) throws -> Next {
    screen.line(ReviewWording.secondTry(first))
    while true {
      switch read(
        first.question.card.wanted + ">",
        completions: SessionCommand.completions(isDraft: first.question.isDraft))
      {
      case .leave(let end): return .leave(end)
      case .again: continue
      case .line(let line):
        switch SessionCommand.read(line, isDraft: first.question.isDraft) {
        case .empty: return try show(.almost(first))
        case .answer(let text), .bareWord(_, let text):
          return try show(session.secondTry(text, after: first, at: world.clock.now()))
        case .unknown(let word, let suggestion): explain(word, suggestion)
        case .command(let command):
          var question = first.question
          if let next = try perform(command, &question, isOpen: false) { return next }
        }
      }
    }
  }

  private func askStudent(_ given: Given) throws -> Next {
    while true {
      switch read(
        "Were you right? y/n", completions: SessionCommand.completions(isDraft: false),
        interrupted: ReviewWording.howToStop)
      {
      case .leave(let end): return .leave(end)
      case .again: continue
      case .line(let line):
        switch line.lowercased().trimmed {
        case "y", "yes", ":right": return try settled(settle(given, as: .good))
        case "", "n", "no", ":wrong": return try settled(settle(given, as: .again))
        case ":q": return .leave(.left)
        case _:
          if let next = try beforeSettling(line, given) { return next }
        }
      }
    }
  }

  /// The commands that make sense before the student has said what an answer was worth.
  private func beforeSettling(_ line: String, _ given: Given) throws -> Next? {
    var question = given.question
    switch SessionCommand.read(line) {
    case .command(.rate(let rating)): return try settled(settle(given, as: rating))
    case .command(let command):
      switch command {
      case .undo:
        try session.takeBack(given, at: world.clock.now())
        notices.append("Taken back: your last answer.")
        return .goOn
      case .why, .help, .quit, .save:
        return try perform(command, &question, isOpen: false)
      case .hint, .skip, .edit, .right, .wrong, .rate, .flag, .suspend, .bury, .keep, .reject,
        .read:
        break
      }
    case .answer, .empty, .unknown, .bareWord: break
    }
    screen.line("Please answer y or n first; Enter means n, and :quit stops.")
    return nil
  }

  private func settle(_ given: Given, as rating: Rating) throws -> StudySession.Outcome {
    try session.settle(given, as: rating, at: world.clock.now())
  }

  private func settled(_ outcome: StudySession.Outcome) throws -> Next {
    switch outcome {
    case .right(let given):
      screen.line("Counted as right.")
      return try goOn(after: given)
    case .secondTry(let given), .almost(let given), .wrong(let given), .introduced(let given),
      .rightAtSecondTry(let given), .unsure(let given):
      screen.line("Counted as not known; it comes back.")
      return try goOn(after: given)
    }
  }

  // MARK: Flip

  /// Shows the answer and takes the student's word for what it was worth.
  private func flip(
    _ question: Question, _ started: Int64, typed: String = "", rating: Rating? = nil
  ) throws -> Next {
    let given = try session.reveal(
      question, at: world.clock.now(), milliseconds: Int(Clock.monotonic() - started))
    screen.line("Answer: \(question.card.shownAnswer)")
    explain(given)
    if let rating = rating ?? Rating(word: typed), !isInteractive {
      return try settled(settle(given, as: rating))
    }
    while true {
      switch read("again, hard, good or easy>", completions: Rating.allCases.map(\.word)) {
      case .leave(let end): return .leave(end)
      case .again: continue
      case .line(let line):
        if let rating = Rating(word: line) { return try settled(settle(given, as: rating)) }
        if case .command(.quit) = SessionCommand.read(line) { return .leave(.left) }
        screen.line("1 or again, 2 or hard, 3 or good, 4 or easy; :quit stops.")
      }
    }
  }

  // MARK: Between questions

  func tell(_ section: Section) throws -> Next {
    if isInteractive { screen.scrollAway() }
    screen.line()
    screen.line(SafeText(line: section.title, style: .strong))
    for paragraph in section.passage.split(separator: "\n\n") { screen.line("\(paragraph)") }
    return try pause()
  }

  /// Waits for Enter where a person reads; commands mean the card just marked.
  func pause() throws -> Next {
    guard isInteractive else { return .goOn }
    while true {
      let isDraft = session.answers.last?.question.isDraft ?? false
      switch read(
        ReviewWording.goOn, completions: SessionCommand.completions(isDraft: isDraft),
        interrupted: ReviewWording.howToStop)
      {
      case .leave(let end): return .leave(end)
      case .again: continue
      case .line(let line):
        switch SessionCommand.read(line, isDraft: isDraft) {
        case .empty, .answer: return .goOn
        case .unknown(let word, let suggestion): explain(word, suggestion)
        case .command(let command), .bareWord(let command, _):
          if case .quit = command { return .leave(.left) }
          guard var question = session.answers.last?.question else { return .goOn }
          if let next = try perform(command, &question, isOpen: false) { return next }
        }
      }
    }
  }

  /// The last chance to take an answer back or rate it.
  private func finish() throws -> Next {
    guard !session.answers.isEmpty, !session.isOver(at: world.clock.now()) else {
      return .leave(.finished)
    }
    if isInteractive { screen.line() }
    while true {
      let isDraft = session.answers.last?.question.isDraft ?? false
      switch read("Enter: finish", completions: SessionCommand.completions(isDraft: isDraft)) {
      case .leave, .again: return .leave(.finished)
      case .line(let line):
        guard case .command(let command) = SessionCommand.read(line),
          var question = session.answers.last?.question
        else { return .leave(.finished) }
        let count = session.answers.count
        if let next = try perform(command, &question, isOpen: false), case .leave = next {
          return next
        }
        if session.left > 0 || session.answers.count != count { return .goOn }
      }
    }
  }
}
