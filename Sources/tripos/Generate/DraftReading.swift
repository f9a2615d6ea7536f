import ArgumentParser
import Chronology
import Decks
import Files
import Progress
import Study
import Terminal

/// Reads the drafts of a deck card by card: accept, edit, reject.
///
/// Every decision is a record of the journal, or an edit of the deck, before the next card shows.
/// What is left open stays a draft, so that reading goes on with it the next time.
final class DraftReading {
  private let app: App
  private let path: String
  private let store: Store
  private var deck: Deck
  /// The decisions of this reading, the last one last.
  private var decisions: [Decision] = []

  private var screen: Screen { app.world.output }

  /// What was decided of some notes.
  private struct Decision {
    enum Kind: String, CaseIterable {
      case accepted
      case edited
      case rejected
    }

    var kind: Kind
    var notes: Int
    /// How many records of the journal it made.
    var records: Int
  }

  /// How reading was left.
  private enum End {
    case finished
    case left
    case terminated(signal: Int32)
  }

  private init(path: String, _ app: App) throws {
    self.app = app
    self.path = path
    self.store = try app.storeForSession()
    self.deck = try DraftReading.readDeck(path)
  }

  /// Reads the drafts of a deck that a word of the command line names.
  static func run(deck word: String, _ app: App) throws {
    let isPath = word.hasSuffix(".md") && (try? readFile(word, limit: Deck.Limit.file)) != nil
    guard !isPath else { return try run(path: word, app) }
    let library = try app.library()
    let places = try library.decks(named: word).sorted().map { library.decks[$0].path }
    guard places.count == 1, let path = places.first else {
      throw Failure(.selection(.ambiguous(.deck, name: word, candidates: places)))
    }
    try run(path: path, app)
  }

  /// Reads the drafts of a deck file.
  static func run(path: String, _ app: App) throws {
    let reading = try DraftReading(path: path, app)
    let end = try reading.loop()
    try reading.close(after: end)
  }

  private static func readDeck(_ path: String) throws -> Deck {
    Deck.parse(bytes: try readFile(path, limit: Deck.Limit.file).bytes, path: path)
  }

  // MARK: Cards

  /// The notes that are still to be read, in the deck's order.
  private var open: [Note] {
    deck.notes.filter { note in
      note.isMarkedDraft
        && deck.cards(of: note).contains { $0.isDraft(store.progress(of: $0.key)) }
    }
  }

  private func loop() throws -> End {
    let total = open.count
    if total > 0 { screen.line(DraftReading.keys) }
    while true {
      let rest = open
      guard let note = rest.first else { return .finished }
      show(note, number: total - rest.count + 1, of: total)
      switch app.world.ask(Prompt("Enter: accept>", completions: ReadingCommand.completions)) {
      case .line(let line):
        if try perform(ReadingCommand(line), note, rest) { return .left }
      case .timedOut: continue
      case .interrupted, .endOfInput: return .left
      case .terminated(let signal): return .terminated(signal: signal)
      }
    }
  }

  /// Carries a command out.
  ///
  /// - Returns: whether it leaves the reading.
  private func perform(_ command: ReadingCommand?, _ note: Note, _ rest: [Note]) throws -> Bool {
    switch command {
    case .accept: try decide(.accepted, [note])
    case .reject:
      try decide(.rejected, [note])
      screen.line("Rejected.")
    case .section:
      let section = rest.filter { $0.section == note.section }
      try decide(.accepted, section)
      screen.line("Accepted \(ReviewWording.count(section.count, "card")) of this section.")
    case .edit: return try edit(note)
    case .undo: try undo()
    case .help: screen.line(DraftReading.keys)
    case .quit: return true
    case nil: screen.line("That is no command. " + DraftReading.keys)
    }
    return false
  }

  private func show(_ note: Note, number: Int, of total: Int) {
    let section = deck.sections[note.section].path.joined(separator: " / ")
    screen.line()
    screen.line(
      SafeText(
        line: "\(number) of \(total)" + (section.isEmpty ? "" : " · \(section)"), style: .quiet))
    for card in deck.cards(of: note) {
      screen.line(SafeText(line: card.prompt, style: .strong))
      let also = card.also.isEmpty ? "" : " · also: \(card.also.joined(separator: "; "))"
      screen.line("\(card.wanted): \(card.shownAnswer)\(also)")
    }
    if let source = note.fields.source { screen.line("Source: \(source)") }
  }

  private static let keys: SafeText =
    "Enter accepts, e edits, r rejects, s accepts the rest of the section, u takes the last decision back, q stops (the rest stays for later)."

  // MARK: Decisions

  private func decide(_ kind: Decision.Kind, _ notes: [Note]) throws {
    let cards = notes.flatMap { deck.cards(of: $0) }
    for card in cards {
      let now = app.world.clock.now()
      let event: Event =
        switch kind {
        case .accepted, .edited: .keep(key: card.key)
        case .rejected: .reject(key: card.key)
        }
      try store.append(
        event, at: now, zone: app.calendar.offset(now) / 60, day: app.calendar.day(of: now))
      store.label(card.key, CardLabel(card, folder: app.home.decks))
    }
    decisions.append(Decision(kind: kind, notes: notes.count, records: cards.count))
  }

  private func undo() throws {
    guard let last = decisions.popLast() else {
      screen.line("There is nothing to take back.")
      return
    }
    let now = app.world.clock.now()
    for _ in 0..<last.records {
      _ = try store.undo(
        at: now, zone: app.calendar.offset(now) / 60, day: app.calendar.day(of: now))
    }
    screen.line(last.kind == .edited ? "Taken back; the edit stays in the deck." : "Taken back.")
  }

  /// Offers the words of a note; what was changed is accepted.
  ///
  /// - Returns: whether the reading is left.
  private func edit(_ note: Note) throws -> Bool {
    guard let card = deck.cards(of: note).first else { return false }
    var editor = app.noteEditor
    editor.asksWordsOnly = true
    switch try editor.edit(card) {
    case .left: return true
    case .unchanged: screen.line("The card stays as it was.")
    case .changed:
      deck = try DraftReading.readDeck(path)
      guard let edited = deck.note(ordinal: note.ordinal) else { return false }
      try decide(.edited, [edited])
      screen.line("Edited and accepted.")
    }
    return false
  }

  // MARK: The end

  /// `12 accepted, 3 edited`.
  private var sum: String {
    Decision.Kind.allCases.compactMap { kind in
      let count = decisions.filter { $0.kind == kind }.reduce(0) { $0 + $1.notes }
      return count > 0 ? "\(count) \(kind.rawValue)" : nil
    }.joined(separator: ", ")
  }

  private func close(after end: End) throws {
    let left = open.count
    app.markSettledDrafts(inDeck: path, store)
    try store.close()
    if case .terminated(let signal) = end {
      try app.world.finish()
      throw ExitCode(128 + signal)
    }
    screen.line()
    if !decisions.isEmpty { screen.line("\(sum).") }
    if left > 0 {
      let name = deck.name
      screen.line(
        "\(ReviewWording.count(left, "draft")) left: \("tripos generate --read \"\(name)\"") goes on, and reviews ask them."
      )
    } else if decisions.isEmpty {
      screen.line("\(path) has no draft to read.")
    } else {
      screen.line("All drafts of \(path) are read. \"tripos review\" asks the cards.")
    }
    try app.world.finish()
  }
}

/// What can be typed at a card that is read.
private enum ReadingCommand: String, CaseIterable {
  case accept
  case edit
  case reject
  case section
  case undo
  case help
  case quit

  static let completions = allCases.map(\.rawValue)

  /// Reads a line: a word or its first letter, with or without a colon; nothing accepts.
  init?(_ line: String) {
    let word = line.trimmed.lowercased().drop { $0 == ":" }
    if word.isEmpty {
      self = .accept
    } else if word == "?" {
      self = .help
    } else if word == "keep" {
      self = .accept
    } else if let found = ReadingCommand.allCases.first(where: {
      $0.rawValue == word || $0.rawValue.prefix(1) == word
    }) {
      self = found
    } else {
      return nil
    }
  }
}
