import Chronology
import Decks
import Marking
import Memory
import Progress
import Study
import Terminal

extension ReviewLoop {
  /// What reading a line came to.
  enum Reading {
    case line(String)
    /// The line was cleared: ask again.
    case again
    case leave(End)
  }

  /// Reads a line; Ctrl-C clears it and, twice within two seconds, leaves.
  func read(
    _ prompt: String, completions: [String], interrupted: SafeText = ReviewWording.interrupted
  ) -> Reading {
    switch world.ask(Prompt(prompt, completions: completions)) {
    case .line(let line):
      lastInterruption = nil
      return .line(line)
    case .endOfInput: return .leave(.left)
    case .terminated(let signal): return .leave(.terminated(signal: signal))
    case .timedOut: return .again
    case .interrupted:
      let now = Clock.monotonic()
      if let last = lastInterruption, now - last < 2000 { return .leave(.interrupted) }
      lastInterruption = now
      screen.line(interrupted)
      return .again
    }
  }

  /// Says that a word is no command.
  func explain(_ word: String, _ suggestion: String?) {
    let meant: SafeText = suggestion.map { " Did you mean \(":" + $0)?" } ?? ""
    screen.line("There is no command \(word)." + meant + " ? lists them.")
  }

  /// Asks whether a command's bare word was meant as a command, unless it is near the answer.
  func isCommand(_ typed: String, _ question: Question) throws -> Bool {
    if session.isNearAnswer(typed, to: question) { return false }
    screen.line("Did you mean the command \(":" + typed)? n marks \"\(typed)\" as your answer.")
    switch read("y/n", completions: []) {
    case .line(let line): return line.lowercased().trimmed.hasPrefix("y")
    case .again, .leave: return true
    }
  }

  /// Carries a command out.
  ///
  /// - Parameters:
  ///   - command: what to do.
  ///   - question: the question on the screen.
  ///   - isOpen: whether it still waits for an answer; otherwise it is the one just marked.
  /// - Returns: what comes next; `nil` to stay at the same prompt.
  /// - Throws: `ProgressError` where the journal cannot be read or written.
  func perform(
    _ command: SessionCommand, _ question: inout Question, isOpen: Bool
  ) throws -> Next? {
    let now = world.clock.now()
    switch command {
    case .hint:
      guard isOpen else { return nil }
      guard !question.hasHint else {
        screen.line("There is no further hint.")
        return nil
      }
      question.hasHint = true
      screen.line("Hint: \(question.card.hint) (a right answer now counts as hard)")
    case .why:
      let lines = ReviewWording.why(
        session.standing(of: question.card), scheduler: session.scheduler,
        today: session.calendar.day(of: now))
      for line in lines { screen.line(line) }
    case .skip:
      guard isOpen else { return .goOn }
      session.skip(question)
      screen.line("Asked later.")
      return .goOn
    case .undo:
      if isOpen { session.putBack(question) }
      guard let undone = try session.undo(at: now) else {
        screen.line("There is nothing to take back.")
        return isOpen ? .goOn : nil
      }
      notices.append(ReviewWording.undone(undone))
      return .goOn
    case .right:
      let next = say(try session.accept(at: now), "Counted as right")
      return isOpen ? next : .goOn
    case .wrong: return say(try session.rate(.again, mark: .wrong, at: now), "Counted as not known")
    case .rate(let rating):
      return say(try session.rate(rating, mark: nil, at: now), "Rated \(rating.word)")
    case .flag(let why):
      try session.flag(question.card, why: why, at: now)
      screen.line("Flagged. \("tripos check --flagged") lists the doubtful cards with their lines.")
    case .suspend:
      try session.suspend(question, at: now)
      screen.line("Suspended: not asked any more. :undo takes it back.")
      return .goOn
    case .bury:
      try session.bury(question, at: now)
      screen.line("Put off until tomorrow.")
      return .goOn
    case .keep: return try keep(&question, isOpen: isOpen)
    case .reject: return try reject(question)
    case .read:
      guard let section = session.section(of: question), !section.passage.isEmpty else {
        screen.line("This card's section has no story.")
        return nil
      }
      if isOpen { session.skip(question) }
      return try tell(section)
    case .edit: return try edit(question, isOpen: isOpen)
    case .save(let path): saveUnsaved(to: path)
    case .help:
      for entry in SessionCommand.listed(isDraft: question.isDraft) {
        screen.line("  \(padded(":" + entry.word, toWidth: 9)) \(entry.help)", indent: 12)
      }
      screen.line("A line that begins with a space is always an answer.")
    case .quit: return .leave(.left)
    }
    return nil
  }

  /// Writes what could not be saved to a file elsewhere.
  private func saveUnsaved(to path: String) {
    let count = session.store.unsaved.count
    guard count > 0 else {
      screen.line("Everything is saved.")
      return
    }
    guard !path.isEmpty else {
      screen.line("Write the file's path after it: :save PATH")
      return
    }
    do {
      try session.store.saveUnsaved(to: path)
      screen.line(
        "\(ReviewWording.count(count, "answer")) written to \(path). Put that file into the Progress folder later."
      )
    } catch {
      screen.line("\(error.sentence)")
    }
  }

  private func say(_ given: Given?, _ what: String) -> Next? {
    guard let given else {
      screen.line("No card was marked yet.")
      return nil
    }
    screen.line("\(what): \(given.question.card.shownAnswer)")
    return nil
  }
}

extension Rating {
  /// The word of the rating, as a student types it.
  var word: String {
    switch self {
    case .again: "again"
    case .hard: "hard"
    case .good: "good"
    case .easy: "easy"
    }
  }

  /// The rating that a word, its first letter, its number or its command names.
  init?(word: String) {
    let typed = word.lowercased().trimmed.drop { $0 == ":" }
    guard !typed.isEmpty,
      let rating = Rating.allCases.first(where: {
        $0.word == typed || $0.word.prefix(1) == typed || String($0.rawValue) == typed
      })
    else { return nil }
    self = rating
  }
}
