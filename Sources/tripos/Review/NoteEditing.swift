import Decks
import Progress
import Study
import Terminal

extension ReviewLoop {
  /// Opens a question's note in the editor and goes on with the edited card.
  func edit(_ question: Question, isOpen: Bool) throws -> Next? {
    let words = app.editorWords
    guard isInteractive, let program = words.first else {
      screen.line("\(question.card.path):\(question.card.line) is where the note stands.")
      return nil
    }
    screen.flush()
    let arguments = words.dropFirst() + ["+\(question.card.line)", "--", question.card.path]
    guard let code = runProgram(program, Array(arguments)), code == 0 else {
      screen.line(
        "The editor \"\(words.joined(separator: " "))\" did not end well; nothing was read.")
      return nil
    }
    if isOpen { session.putBack(question) }
    let library = try app.library()
    let relinking = relinking(library, session.store)
    try app.noteDeckChanges(library, session.store)
    session.replaceCards(with: library) { key in
      relinking?.moves.first { $0.old == key }?.new ?? key
    }
    return .goOn
  }

  /// Offers the spellings that were accepted with `:right` to the deck.
  func offerSpellings(after end: End) {}
}

extension App {
  /// The editor's command line, in words.
  var editorWords: [String] {
    let line =
      settings.editor ?? world.environment("VISUAL") ?? world.environment("EDITOR") ?? "vi"
    return line.split(separator: " ").map(String.init)
  }
}
