import Decks

/// Writes decks as rows and columns for spreadsheets.
enum SeparatedWriter {
  /// The content of a file: a row of names, then a row for each note.
  ///
  /// Every cell is made harmless. For a spreadsheet a file with commas begins with a byte-order mark,
  /// by which it knows UTF-8, and its lines end as RFC 4180 has them.
  ///
  /// - Parameters:
  ///   - decks: the decks.
  ///   - separator: a comma or a tab.
  /// - Returns: the bytes.
  static func bytes(_ decks: [Deck], separator: UInt8) -> [UInt8] {
    let isCSV = separator == UInt8(ascii: ",")
    let end: [UInt8] = isCSV ? [.return, .lineFeed] : [.lineFeed]
    var bytes: [UInt8] = isCSV ? [0xef, 0xbb, 0xbf] : []
    func add(_ cells: [String]) {
      for (index, cell) in cells.enumerated() {
        if index > 0 { bytes.append(separator) }
        append(Formula.guarded(cell), separator: separator, to: &bytes)
      }
      bytes += end
    }
    add(Column.written.map(\.rawValue))
    for deck in decks {
      for note in deck.notes { add(cells(note, of: deck)) }
    }
    return bytes
  }

  /// The cells of a note, in the order of `Column.written`.
  private static func cells(_ note: Note, of deck: Deck) -> [String] {
    let source = NoteSource(note)
    let (question, answer, isCloze) =
      switch source.body {
      case .question(let prompt, let answer): (prompt, answer, false)
      case .cloze(let sentence): (sentence, "", true)
      }
    return [
      deck.name, SectionPath.write(deck.sections[note.section].path), question, answer,
      AnswerCells.cell(source.answers, isCloze: isCloze) { $0.also },
      AnswerCells.cell(source.answers, isCloze: isCloze) { $0.kind.map { [$0.rawValue] } ?? [] },
      AnswerCells.cell(source.answers, isCloze: isCloze) { $0.event.map { [$0] } ?? [] },
      source.why ?? "", source.source ?? "", source.tags.joined(separator: ", "), source.id ?? "",
    ]
  }

  /// Appends a field, in quotation marks where it needs them.
  static func append(_ cell: String, separator: UInt8, to bytes: inout [UInt8]) {
    let needsQuotes = cell.utf8.contains {
      $0 == separator || $0 == .quote || $0 == .lineFeed || $0 == .return
    }
    guard needsQuotes else {
      bytes += cell.utf8
      return
    }
    bytes.append(.quote)
    for byte in cell.utf8 {
      if byte == .quote { bytes.append(.quote) }
      bytes.append(byte)
    }
    bytes.append(.quote)
  }
}
