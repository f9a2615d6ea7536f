import Decks

/// Takes a deck of Tripos's own, as another learner gave it.
enum MarkdownReader {
  /// - Throws: `ExchangeError` where the text holds no note.
  static func read(_ bytes: [UInt8]) throws(ExchangeError) -> Findings {
    let deck = Deck.parse(bytes: bytes, path: "")
    var found = FoundDeck(deck)
    guard !found.notes.isEmpty else { throw .noNotes }
    found.contents = bytes
    var findings = Findings()
    findings.decks = [found]
    return findings
  }
}

extension FoundDeck {
  /// What a deck file holds.
  init(_ deck: Deck) {
    name = deck.frontMatter.name
    source = deck.frontMatter.source
    actors = deck.frontMatter.actors
    notes = deck.notes.map { note in
      FoundNote(
        place: .line(note.line), section: deck.sections[note.section].path,
        note: NoteSource(note))
    }
  }
}
