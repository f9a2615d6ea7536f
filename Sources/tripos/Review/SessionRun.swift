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
  func noteDeckChanges(_ library: Library, _ store: Store) throws {
    guard let relinking = relinking(library, store) else { return }
    let now = world.clock.now()
    if !relinking.moves.isEmpty {
      try store.append(
        .relink(relinking.moves.map { Event.Move($0.old, $0.new) }), at: now,
        zone: calendar.offset(now) / 60, day: calendar.day(of: now))
    }
    guard !relinking.changes.isEmpty else { return }
    let count = relinking.changes.count
    world.output.line(
      "The decks were edited; every card keeps its history. \(ReviewWording.count(count, "change")):"
    )
    for change in relinking.changes.prefix(5) {
      world.output.line("  \(change.sentence)", indent: 4)
    }
    if count > 5 { world.output.line("  and \(count - 5) more") }
    for (deck, summary) in library.decks.enumerated() where relinking.touches(summary.path) {
      for entry in library.decks[deck].entries.map({ library.entries[$0] }) {
        guard let card = try? library.card(entry), store.progress(of: card.key) != nil else {
          continue
        }
        store.label(card.key, CardLabel(card, folder: library.folder))
      }
    }
  }

  /// Runs a session from its first line to its last.
  ///
  /// - Throws: `ExitCode` where it was interrupted.
  func run(_ planned: PlannedSession, isFlip: Bool, wanted: Set<Fingerprint>?) throws {
    let session = planned.session
    world.output.line("\(ReviewWording.plan(planned.plan)).")
    if planned.plan.beyondLimit > 0 {
      world.output.line(
        "\(ReviewWording.count(planned.plan.beyondLimit, "more card")) due beyond today's limit.")
    }
    if world.input.isInteractive { world.output.line(ReviewWording.keys) }
    let loop = ReviewLoop(
      world: world, app: self, session: session, pace: planned.pace, isFlip: isFlip)
    let end = try loop.run()
    try loop.offerSpellings(after: end)
    close(session, after: end, wanted: wanted)
    try world.finish()
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
    let plan = plan(session.cards.library, store, limits: settings.limits, on: tomorrow)
    world.output.line(ReviewWording.tomorrow(plan))
    if summary.left > 0 { world.output.line("\"tripos review\" goes on now.") }
  }

  /// Says when there is something to ask again.
  func sayNothingIsDue(_ library: Library, _ store: Store) throws {
    try store.close()
    world.output.line("Nothing is due now.")
    let tomorrow = CivilDay(number: today.number + 1)
    world.output.line(
      ReviewWording.tomorrow(plan(library, store, limits: settings.limits, on: tomorrow)))
    world.output.line(
      "\"tripos review --ahead\" asks cards before they are due; \"tripos review --new 20\" takes more new cards today."
    )
  }
}
