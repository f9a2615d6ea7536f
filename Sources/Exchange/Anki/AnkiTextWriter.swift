import Decks

/// Writes decks as Anki's notes in plain text, for "File / Import" there.
///
/// Sections are sub-decks, `C:` notes are of the type Cloze, tags have lines for their spaces.
enum AnkiTextWriter {
  static func bytes(_ decks: [Deck]) -> [UInt8] {
    var bytes = Array(
      """
      #separator:tab
      #html:false
      #notetype column:1
      #deck column:2
      #tags column:5

      """.utf8)
    for deck in decks {
      for note in deck.notes {
        for (index, cell) in cells(note, of: deck).enumerated() {
          if index > 0 { bytes.append(.tab) }
          SeparatedWriter.append(cell, separator: .tab, to: &bytes)
        }
        bytes.append(.lineFeed)
      }
    }
    return bytes
  }

  private static func cells(_ note: Note, of deck: Deck) -> [String] {
    let path = ([deck.name] + deck.sections[note.section].path)
      .map { $0.replacing("::", with: ":") }.joined(separator: "::")
    let tags = note.fields.tags.map { $0.replacing(" ", with: "_") }.joined(separator: " ")
    switch note.body {
    case .question(let prompt, let answer): return ["Basic", path, prompt, answer, tags]
    case .cloze(let cloze):
      return ["Cloze", path, AnkiCloze.field(cloze), note.fields.why ?? "", tags]
    }
  }
}
