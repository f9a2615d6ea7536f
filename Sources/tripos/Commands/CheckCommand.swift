import ArgumentParser
import Decks
import Digest
import Files
import JSON
import Progress
import Study
import Terminal

/// `tripos check`: what is wrong with the decks and the progress.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read every deck and every answer, and list what is wrong with how to mend it.",
    discussion: """
      tripos check                 errors in decks, lines of journals that cannot be used
      tripos check --style         advice on how cards are written, too
      tripos check --flagged       the cards that were flagged as doubtful
      tripos check --repair        make progress.json anew from the answers
      tripos check --json

      Of the answers every line is checked, its checksum and its place in the
      order, the times, and whether progress.json says what the journals say. A
      journal is never changed: a damaged line costs only itself and stays where
      it is. Exits with 65 where there is an error. Good notes of a deck with
      errors are asked all the same.
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: JSONOption

  @Argument(
    help: ArgumentHelp("Decks, by name or path; all where none is named.", valueName: "deck"))
  var decks: [String] = []

  @Flag(help: "Give advice on how cards are written.")
  var style = false

  @Flag(help: "List the cards flagged as doubtful.")
  var flagged = false

  @Flag(help: "Write progress.json anew from the journals where it needs it; keep the old one.")
  var repair = false

  func run() throws {
    let app = try App(options)
    let library = try app.library()
    if flagged { return try listFlagged(app, library) }
    let read = try library.decks.indices.map { try library.deck($0) }
    var problems = check(read)
    if style { problems += styleAdvice(read) }
    if !decks.isEmpty {
      var paths: Set<String> = []
      for word in decks {
        for index in try library.decks(named: word) { paths.insert(library.decks[index].path) }
      }
      problems.removeAll { !paths.contains($0.place.path) }
    }
    let store =
      try repair ? app.storeForSession(fromJournals: true) : app.readStore(fromJournals: true)
    let check = ProgressCheck(store, app, isRepairing: repair)
    let errors = problems.count { $0.severity == .error }
    let isSound = errors == 0 && check.isSound && library.failures.isEmpty
    if output.json {
      app.world.output.machine(json(problems, library, store, check).compact)
    } else {
      show(problems, library, store, check, app)
    }
    if repair { try store.close() }
    try app.world.finish()
    if !isSound { throw ExitCode(ExitStatus.badData) }
  }

  private func show(
    _ problems: [DeckProblem], _ library: Library, _ store: Store, _ check: ProgressCheck,
    _ app: App
  ) {
    let screen = app.world.output
    // Not wrapped: editors and grep look for file:line at the start of a line.
    for problem in problems {
      for line in problem.report.split(separator: "\n") { screen.raw("\(line)") }
    }
    for sentence in check.sentences { screen.raw("\(sentence)") }
    if let relinking = relinking(library, store), !relinking.changes.isEmpty {
      screen.line("Edited since the last session; every card keeps its history:")
      for change in relinking.changes { screen.line("  \(change.sentence)", indent: 4) }
    }
    screen.line("\(summary(problems, library, store, check))")
  }

  /// What was read and what was found, in a sentence; speaks of the named decks only.
  private func summary(
    _ problems: [DeckProblem], _ library: Library, _ store: Store, _ check: ProgressCheck
  ) -> String {
    let chosen = (try? decks.flatMap { try library.decks(named: $0) }) ?? []
    let read = chosen.isEmpty ? Array(library.decks.indices) : Array(Set(chosen))
    let cards = read.reduce(0) { $0 + library.decks[$1].entries.count }
    var parts: [String] = []
    for (severity, noun) in [
      (DeckProblem.Severity.error, "error"), (.notice, "note"), (.advice, "piece of advice"),
    ] {
      let count = problems.count { $0.severity == severity }
      if count > 0 { parts.append(plural(count, noun)) }
    }
    if !problems.contains(where: { $0.severity == .error }) { parts.insert("no error", at: 0) }
    let lost = orphans(library, store)
    let journal =
      !store.problems.isEmpty
      ? "\(ReviewWording.count(store.problems.count, "line")) of the progress set aside"
      : check.isSound ? "the progress is sound" : "every answer is sound, the snapshot is not"
    let orphans =
      lost > 0
      ? " \(ReviewWording.count(lost, "studied card")) in no deck now; the history is kept." : ""
    return "\(ReviewWording.count(cards, "card")) in \(ReviewWording.count(read.count, "deck")): "
      + "\(parts.joined(separator: ", ")); \(journal).\(orphans)"
  }

  /// How many studied cards are in no deck now.
  private func orphans(_ library: Library, _ store: Store) -> Int {
    let present = Set(library.entries.map(\.fingerprint))
    let renamed = Set(historyOfEdited(library, store).values)
    var lost = 0
    store.forEachGlance {
      // The notes of rejected drafts are taken out on purpose.
      guard $0.draft != .rejected else { return }
      if !present.contains($0.fingerprint) && !renamed.contains($0.fingerprint) { lost += 1 }
    }
    return lost
  }

  private func plural(_ count: Int, _ noun: String) -> String {
    noun == "piece of advice" && count != 1
      ? "\(count) pieces of advice" : ReviewWording.count(count, noun)
  }

  private func listFlagged(_ app: App, _ library: Library) throws {
    let store = try app.readStore()
    var count = 0
    for entry in library.entries {
      guard let why = store.progress(of: entry.fingerprint)?.flag else { continue }
      let card = try library.card(entry)
      count += 1
      app.world.output.line("\(card.path):\(card.line): \(why.isEmpty ? "flagged" : why)")
      app.world.output.line("  \(card.prompt) \(card.shownAnswer)", indent: 2)
    }
    app.world.output.line("\(ReviewWording.count(count, "flagged card")).")
    try app.world.finish()
  }

  private func json(
    _ problems: [DeckProblem], _ library: Library, _ store: Store, _ check: ProgressCheck
  ) -> JSON {
    let decks = problems.map { problem in
      let words = problem.what.words
      return JSON.object([
        JSON.Member("path", .string(problem.place.path)),
        JSON.Member("line", .integer(Int64(problem.place.line))),
        JSON.Member("severity", .string("\(problem.severity)")),
        JSON.Member("what", .string(words.what)), JSON.Member("text", .string(problem.text)),
        JSON.Member("mend", .string(words.mend)),
      ])
    }
    let journals = store.problems.map { problem in
      JSON.object([
        JSON.Member("path", .string(problem.path)),
        JSON.Member("line", problem.line.map { .integer(Int64($0)) } ?? .null),
        JSON.Member("what", .string(problem.sentence)),
      ])
    }
    return JSON.answer([
      ("decks", .array(decks)), ("progress", .array(journals)),
      ("snapshot", .string(check.snapshot.rawValue)), ("repaired", .bool(check.isRepaired)),
      ("future", .bool(check.futureInstant != nil)),
      ("copies", .array(check.copies.map { .string($0.path) })),
      ("orphans", .integer(Int64(orphans(library, store)))),
    ])
  }
}
