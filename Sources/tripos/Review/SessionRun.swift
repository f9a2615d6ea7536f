import ArgumentParser
import Chronology
import Decks
import Digest
import Memory
import Progress
import Study
import Terminal

extension App {
  /// Renames the history of cards whose notes were edited, and says so.
  ///
  /// - Parameters:
  ///   - library: the decks as they are.
  ///   - store: the progress.
  ///   - isSaid: whether the changes are listed.
  /// - Throws: `ProgressError`.
  func noteDeckChanges(_ library: Library, _ store: Store, isSaid: Bool = true) throws {
    if let relinking = relinking(library, store) {
      try rename(relinking.moves.map { Event.Move($0.old, $0.new) }, store)
      let moved = Set(relinking.moves.map(\.new))
      for (deck, summary) in library.decks.enumerated() {
        let isTouched = relinking.touches(summary.path)
        for entry in library.decks[deck].entries.map({ library.entries[$0] })
        where isTouched || moved.contains(library.key(of: entry)) {
          guard let card = try? library.card(entry), store.progress(of: card.key) != nil else {
            continue
          }
          store.label(card.key, CardLabel(card, folder: library.folder))
        }
      }
      if isSaid { say(relinking.changes, moves: relinking.moves.count) }
    }
    try rename(keysMadeAgain(library, store).map { Event.Move($0, $0) }, store)
  }

  private func rename(_ moves: [Event.Move], _ store: Store) throws {
    if moves.isEmpty { return }
    let now = world.clock.now()
    try store.append(
      .relink(moves), at: now, zone: calendar.offset(now) / 60, day: calendar.day(of: now))
  }

  private func say(_ changes: [DeckChange], moves: Int) {
    if changes.isEmpty && moves > 0 {
      let cards = ReviewWording.count(moves, "card")
      world.output.line("The decks were edited: \(cards) known by another key keep their history.")
    }
    if changes.isEmpty { return }
    let count = ReviewWording.count(changes.count, "change")
    world.output.line("The decks were edited; every card keeps its history. \(count):")
    for change in changes.prefix(5) { world.output.line("  \(change.sentence)", indent: 4) }
    if changes.count > 5 { world.output.line("  and \(changes.count - 5) more") }
  }

  /// Says so where the last answer is yet to come by this computer's clock.
  ///
  /// Two computers' clocks may differ, and a time zone may be set wrongly; a day is more than that.
  func sayIfClockIsWrong(_ store: Store) {
    let now = world.clock.now()
    guard let latest = store.latest, latest.milliseconds - now.milliseconds > 86_400_000 else {
      return
    }
    world.messages.line(
      "The clock looks wrong: it is \(now.iso.prefix(10)), and the last answer is of \(latest.iso.prefix(10)). What is answered now is dated as the clock says."
    )
  }

  /// Runs a session from its first line to its last.
  ///
  /// - Throws: `ExitCode` where it was interrupted.
  func run(_ planned: PlannedSession, isFlip: Bool, wanted: Set<Fingerprint>?) throws {
    let session = planned.session
    var start: [SafeText] = ["\(ReviewWording.plan(planned.plan))."]
    if planned.plan.beyondLimit > 0 {
      start.append(
        "\(planned.plan.beyondLimit) more due, left for the next days."
      )
    }
    let errors = session.cards.library.decks.reduce(0) { $0 + $1.errorCount }
    if errors > 0 {
      start.append(
        "\(ReviewWording.count(errors, "error")) in the decks: \"tripos check\" shows what is left out."
      )
    }
    let loop = ReviewLoop(
      world: world, app: self, session: session, pace: planned.pace, isFlip: isFlip)
    if world.input.isInteractive {
      loop.notices = start + [isFlip ? ReviewWording.flipKeys : ReviewWording.keys]
    } else {
      for line in start { world.output.line(line) }
    }
    let backup = beginBackup()
    defer { finish(backup) }
    let end = try loop.run()
    try loop.offerSpellings(after: end)
    close(session, after: end, wanted: wanted)
    try world.finish()
    if !session.store.unsaved.isEmpty { throw ExitCode(ExitStatus.ioError) }
    switch end {
    case .finished, .left: return
    case .interrupted: throw ExitCode(ExitStatus.interrupted)
    case .terminated(let signal): throw ExitCode(128 + signal)
    }
  }

  /// Writes the snapshot and says what the session came to.
  private func close(
    _ session: StudySession, after end: ReviewLoop.End, wanted: Set<Fingerprint>?
  ) {
    do {
      try session.store.retry()
      markSettledDrafts(session.cards.library, session.store)
      try session.store.close()
    } catch {
      world.messages.line("\(error.sentence)")
    }
    let now = world.clock.now()
    let summary = session.summary(at: now)
    if case .terminated = end { return }
    world.output.line()
    if case .finished = end, session.isOver(at: now) {
      world.output.line(ReviewWording.timeIsOver(summary))
    }
    if summary.answered > 0 {
      for line in ReviewWording.end(summary) { world.output.line(line, indent: 4) }
    }
    let store = session.store
    let tomorrow = CivilDay(number: today.number + 1)
    let plan = plan(
      session.cards.library, store, limits: limits(session.cards.library, store), on: tomorrow)
    world.output.line(ReviewWording.tomorrow(plan))
    if let exam = try? examSentence(session.cards.library, store) { world.output.line("\(exam)") }
    if summary.left > 0 {
      let goesOn: SafeText = isAtHomePrompt ? "Enter" : "\"tripos review\""
      world.output.line("\(summary.left) left today: " + goesOn + " goes on now.")
    }
  }

  /// Says when there is something to ask again.
  func sayNothingIsDue(_ library: Library, _ store: Store) throws {
    try store.close()
    world.output.line("Nothing is due now.")
    let tomorrow = CivilDay(number: today.number + 1)
    world.output.line(
      ReviewWording.tomorrow(plan(library, store, limits: limits(library, store), on: tomorrow)))
    world.output.line(
      "\"tripos review --ahead\" asks cards before they are due; \"tripos review --new 20\" takes more new cards today."
    )
  }
}
