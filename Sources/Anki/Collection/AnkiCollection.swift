/// What an Anki collection holds, as far as Tripos knows it.
package struct AnkiCollection: Hashable, Sendable {
  /// When the collection began, in seconds since 1970 (UTC): due days count from its day.
  package var created: Int64
  /// The day on which it began, counted from 1970-01-01: day 0 of due days.
  package var firstDay: Int
  package var decks: [AnkiDeck]
  package var noteTypes: [NoteType]
  package var notes: [AnkiNote]
  package var cards: [AnkiCard]
  package var log: [LogEntry]
}

/// A deck; decks within others bear the names of these before their own.
package struct AnkiDeck: Hashable, Sendable {
  package var id: Int64
  /// The names from the outermost deck to this one.
  package var path: [String]
  /// What the deck's page says, HTML or Markdown.
  package var description: String
}

/// Which fields notes have and which cards they make.
package struct NoteType: Hashable, Sendable {
  package struct Template: Hashable, Sendable {
    package var question: String
    package var answer: String
  }

  package var id: Int64
  package var name: String
  /// Whether its cards are the blanks of a text.
  package var isCloze: Bool
  /// The names of its fields, in order.
  package var fields: [String]
  package var templates: [Template]
}

package struct AnkiNote: Hashable, Sendable {
  package var id: Int64
  /// What names the note in all collections.
  package var guid: String
  package var type: Int64
  /// When it was last changed, in seconds since 1970 (UTC).
  package var modified: Int64
  /// Apart by spaces.
  package var tags: String
  /// HTML, apart by U+001F.
  package var fields: String
}

package struct AnkiCard: Hashable, Sendable {
  package var id: Int64
  package var note: Int64
  package var deck: Int64
  /// The template's number, or that of the blank less one.
  package var ordinal: Int
  /// When it was last changed, in seconds since 1970 (UTC).
  package var modified: Int64
  /// 0 new, 1 learning, 2 review, 3 relearning.
  package var type: Int
  /// As the type; 3 learning by days, -1 suspended, -2 and -3 buried.
  package var queue: Int
  /// The position of a new card, the second of one in learning, else a day.
  package var due: Int64
  /// In days; negative in seconds.
  package var interval: Int
  /// A thousandth of SM-2's ease.
  package var factor: Int
  package var reviews: Int
  package var lapses: Int
  /// Learning steps to go.
  package var stepsLeft: Int
  /// Where the card goes back to from a filtered deck, 0 for nowhere, and when it is due there.
  package var homeDeck: Int64
  package var homeDue: Int64
  /// 0 to 7.
  package var flag: Int
  /// JSON: the memory state and more.
  package var data: String
}

/// One line of the review log.
package struct LogEntry: Hashable, Sendable {
  /// When, in milliseconds since 1970 (UTC).
  package var id: Int64
  package var card: Int64
  /// 1 to 4; 0 where nobody answered.
  package var ease: Int
  /// The interval given: days, or seconds where negative.
  package var interval: Int
  package var lastInterval: Int
  /// Difficulty or ease; 0 for an answer that moves nothing.
  package var factor: Int
  package var milliseconds: Int
  package var kind: Kind

  /// What the card was when it was answered.
  package enum Kind: Int, Hashable, Sendable {
    case learning = 0
    case review = 1
    case relearning = 2
    case filtered = 3
    case manual = 4
    case rescheduled = 5
  }
}
