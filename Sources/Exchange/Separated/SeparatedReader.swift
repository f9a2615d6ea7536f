import Decks

/// Makes notes of rows and columns: spreadsheets', Quizlet's and Anki's.
struct SeparatedReader {
  /// What a user says of a file, which goes before what the file seems to be.
  let options: ReadOptions
  /// The decks by name, in the order in which they were met.
  private var decks: [FoundDeck] = []
  private var deckIndex: [String?: Int] = [:]
  private var skipped: [Skipped] = []
  private var remarks: [Remark] = []
  private var columns: [Column?] = []
  private var isHTML = false
  /// Whether the file is one that Tripos wrote.
  private var isOurs = false
  private var defaults = AnkiDefaults()
  private var sectionPath: (text: String, path: [String]) = ("", [])

  /// What Anki's header says of all notes.
  private struct AnkiDefaults {
    var deck: String?
    var noteType: String?
    var tags: [String] = []
    var isAnki = false
  }

  init(options: ReadOptions) { self.options = options }

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - format: one of the forms with rows.
  ///   - report: told now and then how many bytes of all are read.
  /// - Returns: what was found.
  /// - Throws: `ExchangeError` where it is more than a deck can hold.
  mutating func read(
    _ text: [UInt8], format: ExchangeFormat, report: (_ done: Int, _ total: Int) -> Void
  ) throws(ExchangeError) -> Findings {
    var rows = begin(text, format)
    var left = Set<Int>()
    var isFirst = true
    while let row = rows.next() {
      if defaults.isAnki, row.fields.first?.hasPrefix("#") == true { continue }
      defer { isFirst = false }
      if isFirst, takeNames(row.fields) { continue }
      if isFirst, columns.isEmpty { columns = [.question, .answer] }
      for index in row.fields.indices.dropFirst(columns.count) where !row.fields[index].isEmpty {
        left.insert(index)
      }
      take(row)
      try checkSize()
      if row.line % 1024 == 0 { report(rows.index, text.count) }
    }
    if !left.isEmpty { remarks.append(.columnsLeft(left.sorted().map { "\($0 + 1)" })) }
    var findings = Findings()
    findings.decks = decks
    findings.skipped = skipped
    findings.remarks = remarks
    return findings
  }

  /// Finds how the file is made, and where its rows begin.
  private mutating func begin(_ text: [UInt8], _ format: ExchangeFormat) -> SeparatedValues {
    if let header = AnkiHeader(text) {
      isHTML = header.isHTML
      defaults = AnkiDefaults(
        deck: header.deck, noteType: header.noteType, tags: header.tags, isAnki: true)
      columns = AnkiColumns.columns(header)
      let separator = options.separator ?? header.separator ?? .tab
      return SeparatedValues(text, from: header.start, line: header.line, separator: separator)
    }
    var dialect = Dialect(separator: options.separator ?? UInt8(ascii: ","))
    if !dialect.takeSeparatorLine(text), options.separator == nil {
      let usual: UInt8 = format == .csv ? UInt8(ascii: ",") : .tab
      dialect.separator = Dialect.guess(text) ?? usual
      if dialect.separator != usual {
        remarks.append(.separator(Character(UnicodeScalar(dialect.separator))))
      }
    }
    return SeparatedValues(
      text, from: dialect.start, line: dialect.line, separator: dialect.separator,
      isQuoting: format != .quizlet)
  }

  /// Takes a first row where it names the columns.
  private mutating func takeNames(_ row: [String]) -> Bool {
    if let columns = [Column?](names: row) {
      self.columns = columns
      isOurs = columns.areOurs
      let unknown = row.indices.filter { columns[$0] == nil }.map { row[$0].trimmed }
      if !unknown.isEmpty { remarks.append(.columnsLeft(unknown)) }
      return true
    }
    guard options.hasHeader, columns.isEmpty else { return false }
    columns = [.question, .answer]
    return true
  }

  /// Stops early where all else would be in vain.
  private func checkSize() throws(ExchangeError) {
    guard skipped.count <= Deck.Limit.cards else { throw .tooManyFaults(limit: Deck.Limit.cards) }
    guard decks.last.map({ $0.notes.count <= Deck.Limit.cards }) ?? true else {
      throw .tooManyCards(limit: Deck.Limit.cards)
    }
  }

  // MARK: Rows

  private mutating func take(_ row: SeparatedValues.Row) {
    let place = Place.line(row.line)
    func skip(_ reason: SkipReason) {
      skipped.append(Skipped(place, reason, excerpt: row.fields.first ?? ""))
    }
    if let fault = row.fault { return skip(fault) }
    var cells = Cells()
    for (index, column) in columns.enumerated() where index < row.fields.count {
      guard let column else { continue }
      let cell = isOurs ? Formula.unguarded(row.fields[index]) : row.fields[index]
      let text = isHTML ? FieldText.plain(cell) : cell.trimmed
      if !text.isEmpty { cells.add(text, to: column) }
    }
    switch note(cells) {
    case .failure(let reason): skip(reason)
    case .success(let note):
      let (deck, section) = home(of: cells)
      let index = deckIndex[deck] ?? decks.count
      if index == decks.count {
        deckIndex[deck] = index
        decks.append(FoundDeck(name: deck))
      }
      decks[index].notes.append(FoundNote(place: place, section: section, note: note))
    }
  }

  private enum Taken {
    case success(NoteSource)
    case failure(SkipReason)
  }

  private func note(_ cells: Cells) -> Taken {
    guard let question = cells[.question] else { return .failure(.noQuestion) }
    guard !cells.areDamaged else { return .failure(.badCharacter) }
    let type = cells[.noteType] ?? defaults.noteType ?? ""
    var note: NoteSource
    if isOurs, cells[.answer] == nil {
      note = NoteSource(.cloze(question))
    } else if !isOurs, AnkiCloze.isCloze(question) {
      note = NoteSource(.cloze(AnkiCloze.sentence(question)))
      note.why = cells[.answer]
    } else if let answer = cells[.answer] {
      note = NoteSource(prompt: question, answer: answer)
    } else {
      return .failure(type.lowercased().contains("cloze") ? .noBlank : .noAnswer)
    }
    note.why = cells[.why] ?? note.why
    note.source = cells[.source]
    note.id = cells[.id].flatMap { isOurs || Int($0) == nil ? $0 : nil }
    note.tags = tags(cells)
    guard let answers = AnswerCells.answers(cells) else {
      return .failure(.unknownKind(cells[.kind] ?? ""))
    }
    note.answers = answers
    return .success(note)
  }

  /// Tags: apart by spaces as Anki has them, else by commas.
  private func tags(_ cells: Cells) -> [String] {
    let written = cells[.tags] ?? ""
    let mark: Character = defaults.isAnki ? " " : ","
    return defaults.tags + written.split(separator: mark).map { $0.trimmed }.filter { !$0.isEmpty }
  }

  /// The deck and section that a row belongs to.
  private mutating func home(of cells: Cells) -> (deck: String?, section: [String]) {
    var deck = cells[.deck] ?? defaults.deck
    var section: [String] = []
    if !isOurs, let whole = deck, whole.contains("::") {
      let parts = whole.split(separator: "::").map { $0.trimmed }.filter { !$0.isEmpty }
      deck = parts.first
      section = Array(parts.dropFirst())
    }
    if let written = cells[.section] {
      if written != sectionPath.text { sectionPath = (written, SectionPath.read(written)) }
      section += sectionPath.path
    }
    return (deck, section)
  }
}

/// The texts of a row by what they are.
struct Cells {
  private var texts: [Column: String] = [:]

  subscript(_ column: Column) -> String? { texts[column] }

  /// Whether a character was not one of the encoding, or is none at all.
  var areDamaged: Bool {
    texts.values.contains { text in
      text.utf8.contains { $0 == 0 || $0 == 0xef }
        && text.unicodeScalars.contains {
          $0 == "\u{fffd}" || $0 == "\0"
        }
    }
  }

  /// Adds the text of a column; texts of equal columns stand below each other.
  mutating func add(_ text: String, to column: Column) {
    texts[column] = texts[column].map { "\($0)\n\(text)" } ?? text
  }
}
