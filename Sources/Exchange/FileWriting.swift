import Decks

/// The content of a file for another program.
package struct WrittenFile: Hashable, Sendable {
  package var bytes: [UInt8] = []
  /// How many notes it holds.
  package var noteCount = 0
  /// What the form has no place for.
  package var losses: [Loss] = []

  package init() {}
}

/// Something of a deck that a form has no place for.
package enum Loss: Hashable, Sendable {
  /// Reading passages and other prose, so many pieces.
  case prose(Int)
  /// Actors with their other names.
  case actors(Int)
  /// Notes that are errors of their deck.
  case brokenNotes(Int)
  /// Fields of notes: other answers, kinds, reasons and the like.
  case fields(Int)
  /// Bytes that are not UTF-8, on a line of a deck.
  case notUTF8(path: String, line: Int)
}

/// Writes decks in the text forms.
package enum FileWriting {
  /// The content of a file with all notes of some decks.
  ///
  /// - Parameters:
  ///   - decks: the decks.
  ///   - format: the form.
  /// - Returns: the content, and what it lacks.
  package static func write(_ decks: [Deck], as format: ExchangeFormat) -> WrittenFile {
    WrittenFile()
  }
}
