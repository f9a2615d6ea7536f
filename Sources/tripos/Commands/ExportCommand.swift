import Anki
import ArgumentParser
import Decks
import Exchange
import Terminal

/// `tripos export`: cards for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write decks for other programs: CSV, Quizlet, Anki, GIFT, JSON.",
    discussion: """
      tripos export --to all.json              every deck, with all that it holds
      tripos export history --to history.csv   for a spreadsheet
      tripos export history --to moodle.gift
      tripos export --to all.apkg --with-history   for Anki, with your answers

      The form is known by the ending: .csv, .tsv, .quizlet, .txt and .apkg (both
      Anki's), .gift, .json. A file that is there is never overwritten. "-" writes to standard
      output, in the form that --format names.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: ArgumentHelp("Decks, by name or path; all where none is named.", valueName: "deck"))
  var decks: [String] = []

  @Option(name: .customLong("to"), help: ArgumentHelp("The new file.", valueName: "file"))
  var target: String

  @Flag(help: "Write the answers and the memory, too.")
  var withHistory = false

  @Flag(help: "An Anki package as Anki 2.1.50 and later pack it: smaller, but not for others.")
  var newFormat = false

  @Option(help: ArgumentHelp("The form: \(ExchangeFormat.list).", valueName: "format"))
  var format: ExchangeFormat?

  func run() throws {
    // The reader of lines takes Ctrl-C over as it is made.
    let app = try App(options)
    try Interruption.announced { try perform(app) }
  }

  private func perform(_ app: App) throws {
    let export = try ExportTarget(target, format: format)
    guard !withHistory || export.format.holdsHistory else {
      throw Failure(.noHistory(export.format))
    }
    let library = try app.library()
    var chosen = Set(library.decks.indices)
    if !decks.isEmpty {
      chosen = []
      for word in decks { chosen.formUnion(try library.decks(named: word)) }
    }
    switch export.format {
    case .apkg:
      let package = AnkiExporting(decks: chosen.sorted(), library, withHistory: withHistory)
      let written = try package.written(as: newFormat ? .third : .second, app)
      try export.write(written, app)
    case .csv, .tsv, .quizlet, .text, .gift, .json, .markdown:
      let contents = try app.world.working(on: "Reading the decks") { report in
        try chosen.sorted().enumerated().map { number, deck in
          report(number, chosen.count)
          return try library.deck(deck)
        }
      }
      let written = FileWriting.write(contents, as: export.format)
      try export.write(written, app)
    }
    try app.world.finish()
  }
}
