import Chronology
import Decks
import Exams
import Files
import Terminal

/// Drives a sitting: shows questions, reads lines, and saves after each.
final class ExamLoop {
  /// How the loop was left.
  enum End: Hashable {
    case finished
    /// Left open, to go on later.
    case left
    case interrupted
    case terminated(signal: Int32)
  }

  private let world: World
  private let store: SittingStore
  private(set) var sitting: Sitting
  private var isInterruptedOnce = false

  private var screen: Screen { world.output }
  private var now: Instant { world.clock.now() }

  init(_ sitting: Sitting, world: World, store: SittingStore) {
    self.sitting = sitting
    self.world = world
    self.store = store
  }

  /// Runs the sitting until it is finished or left.
  func run() -> End {
    save()
    var isShown = false
    while true {
      if isTimeUp { return timeUp() }
      if !isShown {
        show()
        isShown = true
      }
      let wording = QuestionWording(sitting.paper.questions[sitting.current])
      let end = ask("\(wording.wanted)>", completions: ExamLine.completions)
      switch end {
      case .timedOut(let partial): return timeUp(partial)
      case .endOfInput: return leave(.left)
      case .terminated(let signal): return leave(.terminated(signal: signal))
      case .interrupted:
        if isInterruptedOnce { return leave(.interrupted) }
        isInterruptedOnce = true
        screen.line("Nothing was answered. Ctrl-D stops; the exam is saved.")
      case .line(let line):
        isInterruptedOnce = false
        if isTimeUp { return timeUp(line) }
        switch take(line) {
        case .again: break
        case .next: isShown = false
        case .end(let end): return end
        }
      }
    }
  }

  private enum Step {
    case again
    case next
    case end(End)
  }

  private func take(_ line: String) -> Step {
    switch ExamLine(line) {
    case .empty: screen.line("\(ExamWording.sentence(.empty))")
    case .answer(let text): return answer(text)
    case .back:
      guard sitting.back(at: now) else {
        screen.line("This is the first question.")
        return .again
      }
      save()
      return .next
    case .skip:
      sitting.skip(at: now)
      save()
      return .next
    case .open(let number):
      guard sitting.open(number - 1, at: now) else {
        screen.line("There are questions 1 to \(sitting.paper.questions.count).")
        return .again
      }
      save()
      return .next
    case .flag:
      sitting.toggleFlag()
      save()
      screen.line(sitting.flagged.contains(sitting.current) ? "Flagged." : "No longer flagged.")
    case .list: list()
    case .finish: return finish()
    case .help: for line in ExamLine.commands { screen.line("\(line)", indent: 11) }
    case .quit: return .end(leave(.left))
    case .unknown(let word): screen.line("There is no command \"\(word)\"; ? lists them.")
    }
    return .again
  }

  private func answer(_ text: String) -> Step {
    let question = sitting.paper.questions[sitting.current]
    let reply: Reply
    do {
      reply = try Reply.read(text, for: question.task)
    } catch {
      screen.line("\(ExamWording.sentence(error))")
      return .again
    }
    var certainty: Int?
    if sitting.paper.blueprint.scheme.asksCertainty {
      switch askCertainty() {
      case .line(let text): certainty = Int(text.trimmed)
      case .timedOut: return .end(timeUp(text))
      case .endOfInput, .interrupted, .terminated: break
      }
    }
    sitting.answer(reply, typed: text, certainty: certainty, at: now)
    save()
    guard sitting.unanswered.isEmpty else { return .next }
    return finish()
  }

  private func askCertainty() -> LineEnd {
    while true {
      let end = ask("certainty 1, 2 or 3>", completions: [])
      guard case .line(let text) = end else { return end }
      if ["", "1", "2", "3"].contains(text.trimmed) { return end }
      screen.line("1: a guess; 2: fairly sure; 3: sure. Enter counts as 1.")
    }
  }

  /// Says what is left, and hands in when told so.
  private func finish() -> Step {
    let open = sitting.unanswered
    let flagged = sitting.flagged.sorted()
    screen.line()
    if open.isEmpty {
      screen.line("All questions are answered.")
    } else {
      screen.line("Not answered: \(ExamWording.numbers(open)).")
    }
    if !flagged.isEmpty { screen.line("Flagged: \(ExamWording.numbers(flagged)).") }
    while true {
      switch ask("Hand in? y/n", completions: ["y", "n", ":goto "]) {
      case .timedOut: return .end(timeUp())
      case .endOfInput: return .end(leave(.left))
      case .interrupted: return .end(leave(.interrupted))
      case .terminated(let signal): return .end(leave(.terminated(signal: signal)))
      case .line(let line):
        switch ExamLine(line) {
        case .finish: return handIn()
        case .answer(let text) where ["y", "yes"].contains(text.lowercased()): return handIn()
        case .answer(let text) where ["n", "no"].contains(text.lowercased()): return .next
        case .back: return .next
        case .open(let number) where sitting.open(number - 1, at: now):
          save()
          return .next
        case .list: list()
        case .quit: return .end(leave(.left))
        case .open, .answer, .empty, .skip, .flag, .help, .unknown:
          screen.line("Please answer y or n; :list shows your answers, :goto N opens one.")
        }
      }
    }
  }

  private func handIn() -> Step {
    sitting.finish(.handedIn, at: now)
    return .end(.finished)
  }

  private func leave(_ end: End) -> End {
    sitting.pause(at: now)
    save()
    return end
  }

  // MARK: The clock

  private var isTimeUp: Bool { sitting.left(at: now) == 0 }

  /// Keeps what was typed when the time ran out, and ends the exam.
  private func timeUp(_ partial: String = "") -> End {
    screen.line()
    screen.line("The time is over.")
    let question = sitting.paper.questions[sitting.current]
    if let reply = try? Reply.read(partial, for: question.task) {
      sitting.answer(reply, typed: partial, at: now, isLate: true)
      screen.line("What you had typed is kept.")
    }
    sitting.finish(.timeUp, at: now)
    return .finished
  }

  // MARK: Showing

  private func show() {
    let question = sitting.paper.questions[sitting.current]
    let wording = QuestionWording(question)
    screen.line()
    screen.line("\(ExamWording.header(sitting, left: sitting.left(at: now)))")
    if !wording.instruction.isEmpty { screen.line("\(wording.instruction)") }
    for line in wording.stem.split(whereSeparator: \.isNewline) {
      screen.line(SafeText(line: line, style: .strong))
    }
    for line in wording.left { screen.line("  \(line.label)  \(line.text)", indent: 5) }
    if !wording.left.isEmpty { screen.line() }
    for line in wording.lines { screen.line("  \(line.label)) \(line.text)", indent: 5) }
    if let response = sitting.responses[sitting.current] {
      screen.line("Your answer so far: \(response.reply.words(for: question))")
    }
  }

  private func list() {
    var index = 0
    while index < sitting.responses.count {
      let mark = sitting.flagged.contains(index) ? " (flagged)" : ""
      if let reply = sitting.responses[index]?.reply {
        let given = reply.words(for: sitting.paper.questions[index])
        screen.line("\(index + 1). \(given)\(mark)", indent: 4)
        index += 1
        continue
      }
      // Thirty lines of "open" would push the answers off the screen.
      var end = index + 1
      while mark.isEmpty, end < sitting.responses.count, sitting.responses[end] == nil,
        !sitting.flagged.contains(end)
      {
        end += 1
      }
      screen.line(end - index == 1 ? "\(end). open\(mark)" : "\(index + 1)–\(end). open")
      index = end
    }
  }

  private func ask(_ text: String, completions: [String]) -> LineEnd {
    let left = sitting.left(at: now).map { Int(clamping: max(1, $0)) }
    return world.ask(Prompt(text, completions: completions, timeout: left))
  }

  /// Writes the sitting; where that fails, the next answer tries again.
  private func save() {
    do {
      try store.save(sitting)
    } catch {
      screen.line(
        SafeText(line: "Attention", style: .wrong) + ": the exam is not saved: \(error.sentence)")
      if let mend = error.mend { screen.line("\(mend)") }
    }
  }
}
