import ArgumentParser
import Decks
import Exchange
import Progress
import Terminal

/// `tripos share`: a deck for others.
struct ShareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "share",
    abstract: "Write a deck for others: no answers, no drafts, no flags.",
    discussion: """
      tripos share history                  writes history.md here
      tripos share history --to deck.json   any form that "tripos export" knows

      What you answered, flagged or suspended is never in a deck. Drafts that you
      have not kept, and cards that you have rejected, are left out. The others
      bring it in with "tripos import". A file that is there is never
      overwritten.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp("The deck, by name or path.", valueName: "deck"))
  var deck: String

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("The new file; the deck's own name here without it.", valueName: "file"))
  var target: String?

  @Option(help: ArgumentHelp("The form: \(ExchangeFormat.list).", valueName: "format"))
  var format: ExchangeFormat?

  func run() throws {
    // The reader of lines takes Ctrl-C over as it is made.
    let app = try App(options)
    try Interruption.announced { try perform(app) }
  }

  private func perform(_ app: App) throws {
    let (library, store) = try app.libraryAndStore(.reading)
    let chosen = try library.decks(named: deck).sorted()
    guard chosen.count == 1, let index = chosen.first else {
      let paths = chosen.map { library.decks[$0].path }.joined(separator: ", ")
      throw Failure(
        .badInput("\(chosen.count) files are \"\(deck)\": \(paths).", mend: "Name one by its path.")
      )
    }
    let whole = try library.deck(index)
    let file = whole.path.split(separator: "/").last.map(String.init) ?? "deck.md"
    let export = try ExportTarget(target ?? file, format: format)
    let keys = Dictionary(
      library.entries[library.decks[index].entries].map { entry in
        (SharedDeck.Place(note: Int(entry.note), blank: Int(entry.blank)), library.key(of: entry))
      }, uniquingKeysWith: { first, _ in first })
    let shared = SharedDeck(whole) { place in
      keys[place].flatMap { store.progress(of: $0) }
    }
    guard !shared.deck.notes.isEmpty else {
      throw Failure(
        .badInput(
          "no note of \"\(whole.name)\" is ready for others.",
          mend: "Keep its drafts first: \"tripos review\" asks for them."))
    }
    try export.write(FileWriting.write([shared.deck], as: export.format), app)
    let screen = export.isStandardOutput ? app.world.messages : app.world.output
    if shared.leftOut > 0 {
      let notes = ReviewWording.count(shared.leftOut, "note")
      screen.line("Left out: \(notes) that you have not kept, or have rejected.")
    }
    if whole.problems.contains(where: { $0.severity == .error }) {
      screen.line("The deck has errors: \"tripos check\" shows them.")
    }
    screen.line("Nothing of what you answered or flagged is in it.")
    try app.world.finish()
  }
}
