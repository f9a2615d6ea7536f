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
      tripos check --json

      Exits with 65 where there is an error. Good notes of a deck with errors are asked all the same.
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
    let store = try app.readStore()
    let errors = problems.count { $0.severity == .error }
    let isSound = errors == 0 && store.problems.isEmpty && library.failures.isEmpty
    if output.json {
      app.world.output.machine(json(problems, store).compact)
    } else {
      show(problems, library, store, app)
    }
    try app.world.finish()
    if !isSound { throw ExitCode(ExitStatus.badData) }
  }

  private func show(_ problems: [DeckProblem], _ library: Library, _ store: Store, _ app: App) {
    let screen = app.world.output
    // Not wrapped: editors and grep look for file:line at the start of a line.
    for problem in problems {
      for line in problem.report.split(separator: "\n") { screen.raw("\(line)") }
    }
    for problem in store.problems { screen.raw("\(problem.sentence)") }
    if let relinking = relinking(library, store), !relinking.changes.isEmpty {
      screen.line("Edited since the last session; every card keeps its history:")
      for change in relinking.changes { screen.line("  \(change.sentence)", indent: 4) }
    }
    screen.line("\(summary(problems, library, store))")
  }

  /// What was read and what was found, in a sentence; speaks of the named decks only.
  private func summary(_ problems: [DeckProblem], _ library: Library, _ store: Store) -> String {
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
    var present: Set<Fingerprint> = []
    for entry in library.entries { present.insert(entry.fingerprint) }
    let renamed = Set(historyOfEdited(library, store).values)
    var lost = 0
    store.forEachGlance {
      if !present.contains($0.fingerprint) && !renamed.contains($0.fingerprint) { lost += 1 }
    }
    let journal =
      store.problems.isEmpty
      ? "the progress is sound"
      : "\(ReviewWording.count(store.problems.count, "line")) of the progress set aside"
    let orphans =
      lost > 0
      ? " \(ReviewWording.count(lost, "studied card")) in no deck now; the history is kept." : ""
    return "\(ReviewWording.count(cards, "card")) in \(ReviewWording.count(read.count, "deck")): "
      + "\(parts.joined(separator: ", ")); \(journal).\(orphans)"
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

  private func json(_ problems: [DeckProblem], _ store: Store) -> JSON {
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
    return JSON.answer([("decks", .array(decks)), ("progress", .array(journals))])
  }
}
