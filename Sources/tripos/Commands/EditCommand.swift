import ArgumentParser
import Decks
import Study
import Terminal

/// `tripos edit`: a card's note in the editor.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Edit the note of a card; its history is kept.",
    discussion: """
      tripos edit h1-b5nv
      EDITOR=nano tripos edit nixon-doctrine

      The editor is the setting "editor", else $VISUAL, else $EDITOR; without one the lines of the
      note are offered for editing one by one.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp("The card's key, or the beginning of it.", valueName: "card"))
  var card: String

  func run() throws {
    let app = try App(options)
    let library = try app.library()
    let store = try app.readStore()
    let key = try library.key(beginning: card, or: store)
    guard let entry = library.entry(key: key) else {
      throw Failure(.unknownCard(card, suggestion: nil))
    }
    let found = try library.card(entry)
    guard app.world.input.isInteractive || !app.noteEditor.editor.isEmpty else {
      throw Failure(
        .badInput(
          "there is no terminal and no editor.",
          mend: "The note stands at \(found.path):\(found.line)."))
    }
    switch try app.noteEditor.edit(found) {
    case .changed:
      app.world.output.line(
        "The deck is written. The card keeps its history; the next session says so.")
    case .unchanged, .left: app.world.output.line("The note stays as it was.")
    }
    try app.world.finish()
  }
}
