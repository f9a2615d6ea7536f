import ArgumentParser
import Chronology
import Decks
import Exams
import Marking
import Memory
import Progress
import Study
import Terminal

/// Drives practice: asks, marks at once, and asks what was missed again.
final class PracticeLoop {
  private var queue: PracticeQueue
  private let app: App
  private let store: Store
  private let cards: Cards
  private let end: Instant?
  private var isInterruptedOnce = false

  private var screen: Screen { app.world.output }
  private var now: Instant { app.world.clock.now() }

  init(_ queue: PracticeQueue, app: App, store: Store, cards: Cards, minutes: Int?) {
    self.queue = queue
    self.app = app
    self.store = store
    self.cards = cards
    end = minutes.map { app.world.clock.now().advanced(byMilliseconds: Int64($0) * 60_000) }
  }

  /// Runs the practice to its end.
  ///
  /// - Returns: the exit code of an interruption; `nil` otherwise.
  func run() throws -> ExitCode? {
    if app.world.input.isInteractive {
      screen.line("Right answers move no due date; a miss is due tomorrow. Ctrl-D stops.")
    }
    loop: while let item = queue.next() {
      if let end, now >= end {
        screen.line("The time is over.")
        break
      }
      show(item)
      let started = Clock.monotonic()
      asking: while true {
        switch app.world.ask(Prompt(prompt(item))) {
        case .endOfInput, .timedOut: break loop
        case .terminated(let signal): return ExitCode(128 + signal)
        case .interrupted:
          if isInterruptedOnce { return ExitCode(ExitStatus.interrupted) }
          isInterruptedOnce = true
          screen.line("Nothing was marked. Ctrl-D stops.")
        case .line(let line):
          isInterruptedOnce = false
          switch line.trimmed {
          case ":quit": break loop
          case ":skip":
            queue.skip()
            break asking
          case let word where word.hasPrefix(":") && !line.hasPrefix(" "):
            screen.line("There are :skip and :quit here.")
          case _:
            if try mark(line, item, Int(Clock.monotonic() - started)) { break asking }
          }
        }
      }
    }
    screen.line()
    screen.line(
      "\(ReviewWording.count(queue.answered, "answer")), \(queue.rightFirst) right first time.")
    if queue.left > 0 { screen.line("\(ReviewWording.count(queue.left, "question")) left.") }
    return nil
  }

  private func show(_ item: PracticeQueue.Item) {
    screen.line()
    screen.line("\(queue.left) left · \(item.card.sectionTitle)")
    for line in item.card.prompt.split(whereSeparator: \.isNewline) {
      screen.line(SafeText(line: line, style: .strong))
    }
    if case .pair(_, let options, _) = item {
      for (index, option) in options.enumerated() {
        screen.line("  \(QuestionWording.letter(index))) \(option)")
      }
    }
  }

  private func prompt(_ item: PracticeQueue.Item) -> String {
    switch item {
    case .card(let card): "\(card.wantedAnswer)>"
    case .pair: "a or b>"
    }
  }

  /// Marks an answer.
  ///
  /// - Returns: whether it was understood.
  private func mark(_ typed: String, _ item: PracticeQueue.Item, _ milliseconds: Int) throws -> Bool
  {
    let card = item.card
    let verdict: Verdict
    var given = typed
    var other: String?
    var confusedWith: String?
    switch item {
    case .card:
      guard let entry = cards.entry(ofKey: card.key) else {
        queue.skip()
        return true
      }
      let marker = cards.marker(of: entry)
      verdict = marker.mark(typed, of: card)
      if verdict.mark == .wrong, let hit = marker.other(typed, insteadOf: card) {
        other = hit.key
        confusedWith = cards.entry(ofKey: hit.key).flatMap { cards.card($0)?.answer }
      }
    case .pair(_, let options, let key):
      let task = Task.choice(stem: "", options: options.map { AnswerOption($0) }, key: key)
      guard case .option(let index)? = try? Reply.read(typed, for: task) else {
        screen.line("Please answer a or b.")
        return false
      }
      given = options[index]
      verdict = Verdict(index == key ? .correct : .wrong)
    }
    let isRight = verdict.mark == .correct || verdict.unsure && asksWhetherRight(card)
    try record(card, isRight ? .correct : verdict.mark, given, milliseconds, other)
    if isRight {
      screen.line(SafeText(line: "Right", style: .right) + ": \(card.answer)")
    } else {
      let word = verdict.mark == .almost ? "Almost" : "Wrong"
      let style: Style = verdict.mark == .almost ? .almost : .wrong
      screen.line(SafeText(line: word, style: style) + ": \(card.answer); you typed: \(given)")
      if !verdict.reason.isEmpty, !given.trimmed.isEmpty { screen.line("\(verdict.reason)") }
      if let why = card.why { screen.line("Why: \(why)") }
    }
    queue.answer(isRight: isRight, confusedWith: confusedWith)
    return true
  }

  private func asksWhetherRight(_ card: Card) -> Bool {
    screen.line("The answer: \(card.answer)")
    guard case .line(let line) = app.world.ask(Prompt("Were you right? y/n")) else { return false }
    return ["y", "yes"].contains(line.trimmed.lowercased())
  }

  private func record(
    _ card: Card, _ mark: Mark, _ given: String, _ milliseconds: Int, _ other: String?
  ) throws {
    let recorded: RecordedMark =
      switch mark {
      case .correct: .correct
      case .almost: .almost
      case .wrong: .wrong
      }
    let answer = Answer(
      rating: mark == .correct ? .good : .again, mark: recorded, given: given,
      milliseconds: milliseconds, due: nil, other: other)
    try store.append(
      .practice(key: card.key, answer), at: now, zone: app.calendar.offset(now) / 60,
      day: app.calendar.day(of: now))
  }
}
