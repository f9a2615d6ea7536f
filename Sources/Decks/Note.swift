/// One `Q:`/`A:` pair or one `C:` sentence of a deck.
package struct Note: Hashable, Sendable {
  package enum Body: Hashable, Sendable {
    case question(prompt: String, answer: String)
    case cloze(Cloze)
  }

  package let body: Body
  package let fields: NoteFields
  /// The position among the notes of the file, counted from 0; broken notes count too.
  package let ordinal: Int
  /// The index of its section in the deck.
  package let section: Int
  /// The first line, counted from 1.
  package let line: Int
  /// The bytes from its first line to the next item.
  package let range: Range<Int>

  /// How many cards it yields: at least one.
  package var cardCount: Int {
    switch body {
    case .question: 1
    case .cloze(let cloze): cloze.blanks.count
    }
  }
}

/// The field lines of a note.
package struct NoteFields: Hashable, Sendable {
  /// What is said of one blank, or of the answer of a `Q:` note.
  package struct Answer: Hashable, Sendable {
    package var also: [String] = []
    package var kind: CardKind?
    package var event: String?

    package init(also: [String] = [], kind: CardKind? = nil, event: String? = nil) {
      self.also = also
      self.kind = kind
      self.event = event
    }
  }

  /// One for each card of the note.
  package var answers: [Answer]
  package var why: String?
  package var source: String?
  package var tags: [String] = []
  package var id: String?
}
