import Decks

/// What a file of another program holds, as far as Tripos can take it.
package struct Findings: Hashable, Sendable {
  /// In the order of the file.
  package var decks: [FoundDeck] = []
  /// What is not taken, in the order of the file.
  package var skipped: [Skipped] = []
  /// What the reader should know of the rest.
  package var remarks: [Remark] = []

  package init() {}

  /// How many notes were found.
  package var noteCount: Int { decks.reduce(0) { $0 + $1.notes.count } }
}

/// The notes that belong into one deck.
package struct FoundDeck: Hashable, Sendable {
  /// The deck's name; `nil` where the file does not say it.
  package var name: String?
  /// The name of the deck's file; `nil` where the file does not say it.
  package var fileName: String?
  /// Where the facts come from.
  package var source: String?
  package var actors: [Actor] = []
  package var notes: [FoundNote] = []
  /// The whole deck file, where it came along: a new deck is made of exactly these bytes.
  package var contents: [UInt8]?

  package init(name: String? = nil) { self.name = name }
}

/// A note that another program's file holds.
package struct FoundNote: Hashable, Sendable {
  package var place: Place
  /// The titles of the headings it belongs under, outermost first.
  package var section: [String]
  package var note: NoteSource

  package init(place: Place, section: [String] = [], note: NoteSource) {
    self.place = place
    self.section = section
    self.note = note
  }
}

/// Where something stands in the file.
package enum Place: Hashable, Comparable, Sendable {
  /// A line, counted from 1.
  case line(Int)
  /// The note of a file that has no lines, counted from 1.
  case note(Int)
}
