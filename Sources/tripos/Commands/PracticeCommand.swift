import ArgumentParser
import Chronology
import Decks
import Exams
import Memory
import Progress
import Study
import Terminal

/// `tripos practice`: the evening before, without moving due dates.
struct PracticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice",
    abstract: "Practise what was studied, with feedback at once; right answers move no due date.",
    discussion: """
      tripos practice                   any studied card
      tripos practice dates             only dates; "actors" are persons, states, organisations
      tripos practice "Aid during" --minutes 15
      tripos practice --missed          what was missed last
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp("Kinds (dates, actors, …) or sections.", valueName: "what"))
  var what: [String] = []

  @Option(help: ArgumentHelp("How long; 0 for no end.", valueName: "n"))
  var minutes = 15

  @Flag(help: "Only cards whose last answer was not right.")
  var missed = false

  func run() throws {
    guard (0...1440).contains(minutes) else {
      throw Failure(
        .badNumber(option: "--minutes", value: "\(minutes)", allowed: "0 (no end) to 1440"))
    }
    let app = try App(options)
    app.sayWhichHome()
    let (library, store) = try app.libraryAndStore(.writing)
    app.sayIfClockIsWrong(store)
    try app.noteDeckChanges(library, store)
    let chosen = try cards(library, store)
    guard !chosen.isEmpty else {
      try store.close()
      app.world.output.line(
        missed
          ? "Nothing was missed." : "Nothing of this was studied so far; \"tripos review\" begins.")
      return try app.world.finish()
    }
    let missedKeys = Set(chosen.filter { isMissed($0, store) }.map(\.key))
    let now = app.world.clock.now()
    let queue = PracticeQueue(
      cards: chosen, missed: missedKeys,
      confused: try confused(chosen.filter { missedKeys.contains($0.key) }, library, store),
      seed: app.world.seed ?? UInt64(bitPattern: now.milliseconds))
    let loop = PracticeLoop(
      queue, app: app, store: store, cards: Cards(library, tables: { app.markingTables }),
      minutes: minutes == 0 ? nil : minutes)
    let backup = app.beginBackup()
    defer { app.finish(backup) }
    let end = try loop.run()
    try store.close()
    try app.world.finish()
    if let end { throw end }
  }

  /// The studied cards that the words mean.
  private func cards(_ library: Library, _ store: Store) throws -> [Card] {
    var selection = CardSelection()
    for word in what {
      if let group = KindGroup(named: word) {
        selection.kinds.formUnion(group.kinds)
      } else {
        selection.sections.append(word)
      }
    }
    return try library.entries(selection).compactMap { entry in
      guard let progress = store.progress(of: entry.fingerprint),
        progress.schedule.phase != .new || progress.answers > 0,
        !progress.isSuspended, progress.draft != .rejected
      else { return nil }
      let card = try library.card(entry)
      if card.isDraft(progress) { return nil }
      return missed && !isMissed(card, store) ? nil : card
    }
  }

  private func isMissed(_ card: Card, _ store: Store) -> Bool {
    guard let mark = store.progress(of: card.key)?.lastMark else { return false }
    return mark != .correct
  }

  /// For cards that were taken for another one: that other one's answer.
  private func confused(
    _ cards: [Card], _ library: Library, _ store: Store
  ) throws -> [String: String] {
    var confused: [String: String] = [:]
    for card in cards.prefix(40) {
      for entry in try store.history(of: card.key).reversed() {
        let other: String? =
          switch entry.record.event {
          case .review(_, let answer), .exam(_, let answer, _), .practice(_, let answer):
            answer.other
          case .pending, .rate, .void, .relink, .suspend, .unsuspend, .bury, .flag, .unflag, .keep,
            .reject, .state:
            nil
          }
        if let other, let found = library.entry(key: other),
          let answer = try? library.card(found).answer
        {
          confused[card.key] = answer
          break
        }
      }
    }
    return confused
  }
}
