import ArgumentParser
import Decks
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
    for problem in problems { screen.line(SafeText(block: problem.report)) }
    for problem in store.problems { screen.line("\(problem.sentence)", indent: 2) }
    if let relinking = relinking(library, store), !relinking.changes.isEmpty {
      screen.line("Edited since the last session; every card keeps its history:")
      for change in relinking.changes { screen.line("  \(change.sentence)", indent: 4) }
    }
    let errors = problems.count { $0.severity == .error }
    let cards = ReviewWording.count(library.entries.count, "card")
    let decks = ReviewWording.count(library.decks.count, "deck")
    let others = problems.count - errors
    let more =
      others > 0 ? ", \(ReviewWording.count(others, style ? "note and advice" : "note"))" : ""
    let journal =
      store.problems.isEmpty
      ? "the progress is sound"
      : "\(ReviewWording.count(store.problems.count, "line")) of the progress set aside"
    screen.line(
      "\(cards) in \(decks): \(errors == 0 ? "no error" : ReviewWording.count(errors, "error"))\(more); \(journal)."
    )
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
