import Decks
import Files
import Glibc
import Study
import Terminal

/// Changes a note of a deck: in the student's editor, or on prefilled lines where none is named.
///
/// Nothing else in the file changes, and nothing is written while the note cannot be asked.
struct NoteEditor {
  /// What came of an edit.
  enum Result {
    /// The deck was written.
    case changed
    case unchanged
    case left(ReviewLoop.End)
  }

  let world: World
  /// The words of the editor's command line; empty for none.
  let editor: [String]
  /// Where the note's text lies while it is edited.
  let scratch: String
  /// Whether only what is asked and answered is offered, and field lines stay as they are.
  var asksWordsOnly = false

  /// Edits the note of a card and writes its deck.
  ///
  /// - Throws: `Failure` where the deck cannot be read or written.
  func edit(_ card: Card) throws -> Result {
    let bytes = try readFile(card.path, limit: Deck.Limit.file).bytes
    let deck = Deck.parse(bytes: bytes, path: card.path)
    guard let note = deck.note(ordinal: card.note) else {
      throw Failure(.library(.changed(path: card.path)))
    }
    var source = text(of: note, in: deck)
    while true {
      let edited: String
      switch try ask(for: source, note) {
      case .text(let text): edited = text.trimmed
      case .nothing: return .unchanged
      case .left(let end): return .left(end)
      }
      if edited == text(of: note, in: deck) { return .unchanged }
      let changed = deck.replacing(note, with: edited)
      let problems = newProblems(changed, since: deck)
      guard let first = problems.first else {
        try write(changed, over: bytes, path: card.path)
        return .changed
      }
      world.output.line(SafeText(block: first.report))
      switch world.ask(Prompt("e: edit again, Enter: keep the note as it was>")) {
      case .line(let line) where line.trimmed.lowercased() == "e": source = edited
      case .line, .interrupted, .timedOut: return .unchanged
      case .endOfInput: return .left(.left)
      case .terminated(let signal): return .left(.terminated(signal: signal))
      }
    }
  }

  // MARK: Asking

  private enum Asked {
    case text(String)
    case nothing
    case left(ReviewLoop.End)
  }

  private func ask(for source: String, _ note: Note) throws -> Asked {
    if !asksWordsOnly && !editor.isEmpty { return try openEditor(source) }
    world.output.line("Enter keeps a line as it stands; Ctrl-C leaves the note as it was.")
    var lines: [String] = []
    for line in source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let (marker, words, name) = asksWordsOnly ? marked(line) : ("", line, "note")
      guard let name else {
        lines.append(String(line))
        continue
      }
      switch world.ask(
        Prompt("\(name)>", prefill: String(words), dropsEarlyEnters: false))
      {
      case .line(let text): lines.append(marker + text)
      case .interrupted, .timedOut: return .nothing
      case .endOfInput: return .left(.left)
      case .terminated(let signal): return .left(.terminated(signal: signal))
      }
    }
    return .text(lines.joined(separator: "\n"))
  }

  /// A line's marker, the words after it, and what these are called; no name for other lines.
  private func marked(
    _ line: Substring
  ) -> (marker: String, words: Substring, name: String?) {
    for (marker, name) in [("Q: ", "question"), ("A: ", "answer"), ("C: ", "sentence")]
    where line.hasPrefix(marker) {
      return (marker, line.dropFirst(marker.count), name)
    }
    return ("", line, nil)
  }

  private func openEditor(_ source: String) throws -> Asked {
    try writeFile(scratch, Array((source + "\n").utf8))
    defer { unlink(scratch) }
    world.output.flush()
    let code = runProgram(editor[0], Array(editor.dropFirst()) + [scratch])
    guard code == 0 else {
      let what =
        code == nil || code == 127 ? "There is no program" : "It did not end well: the editor"
      world.output.line("\(what) \"\(editor[0])\".")
      return .nothing
    }
    return .text(String(decoding: try readFile(scratch).bytes, as: UTF8.self))
  }

  private func text(of note: Note, in deck: Deck) -> String {
    String(decoding: deck.bytes[note.range], as: UTF8.self).trimmed
  }

  // MARK: Writing

  /// The errors that the edit would bring in.
  private func newProblems(_ changed: [UInt8], since deck: Deck) -> [DeckProblem] {
    let old = Set(deck.problems.map(\.what))
    return Deck.parse(bytes: changed, path: deck.path).problems.filter {
      $0.severity == .error && !old.contains($0.what)
    }
  }

  /// Writes a deck unless somebody else changed it meanwhile.
  private func write(_ changed: [UInt8], over bytes: [UInt8], path: String) throws {
    guard try readFile(path, limit: Deck.Limit.file).bytes == bytes else {
      throw Failure(.library(.changed(path: path)))
    }
    try writeFile(path, changed)
  }
}

extension App {
  /// What edits notes here.
  var noteEditor: NoteEditor {
    let line = settings.editor ?? world.environment("VISUAL") ?? world.environment("EDITOR") ?? ""
    return NoteEditor(
      world: world, editor: line.split(separator: " ").map(String.init),
      scratch: home.state + "/note-\(getpid()).md")
  }
}

extension ReviewLoop {
  /// Edits the note of a question and goes on with the edited card.
  func edit(_ question: Question, isOpen: Bool) throws -> Next? {
    guard isInteractive else {
      screen.line("The note stands at \(question.card.path):\(question.card.line).")
      return nil
    }
    do {
      switch try app.noteEditor.edit(question.card) {
      case .left(let end): return .leave(end)
      case .unchanged:
        screen.line("The note stays as it was.\(isOpen ? " \(askedLater)" : "")")
        guard isOpen else { return nil }
        session.skip(question)
        return .goOn
      case .changed: break
      }
    } catch {
      guard let failure = Failure(error) else { throw error }
      for line in failure.lines { screen.line(line) }
      return nil
    }
    // The edit showed the answer.
    if isOpen { session.skip(question) }
    try readDecksAgain()
    if question.isDraft {
      try session.keep(question.card, at: world.clock.now())
      notices.append(
        "The note is edited and kept: no draft any more.\(isOpen ? " \(askedLater)" : "")")
    } else {
      notices.append(
        "The note is edited; its card keeps its history.\(isOpen ? " \(askedLater)" : "")")
    }
    return .goOn
  }

  private var askedLater: String { "The card comes later, as you saw its answer." }

  /// Goes on with the decks as they are now; cards that were edited keep their history.
  private func readDecksAgain() throws {
    let library = try app.library(forSession: true)
    let moves = relinking(library, session.store)?.moves ?? []
    try app.noteDeckChanges(library, session.store, isSaid: false)
    session.replaceCards(with: library) { key in moves.first { $0.old == key }?.new ?? key }
  }
}
