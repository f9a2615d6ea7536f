import JSON

/// Why nothing at all can be taken from a file.
package enum ExchangeError: Error, Hashable, Sendable {
  case empty
  /// The bytes are no text: of what kind, where that is known.
  case binary(BinaryKind?)
  /// None of the forms that Tripos knows.
  case unknownFormat
  case json(JSONError)
  /// A JSON file that holds no deck.
  case noDeckJSON
  /// Tripos's own progress, which is no deck.
  case ownProgress
  /// Made by a newer Tripos.
  case newerVersion(Int)
  /// More cards than a deck may hold.
  case tooManyCards(limit: Int)
  /// More lines that hold no card than anybody would look at.
  case tooManyFaults(limit: Int)
  /// The deck file would be larger than Tripos reads.
  case deckTooLarge(limit: Int)
  /// Errors of the deck keep notes from being added: a code block that nothing closes, say.
  case deckNotExtendable
  /// A Markdown file without a note.
  case noNotes
}

/// What kind of file was given in place of a text.
package enum BinaryKind: Hashable, Sendable {
  case archive
  case database
  case compressed
  case pdf
  case picture
  case office
}

extension BinaryKind {
  /// The kind that the first bytes of a file tell.
  package init?(_ bytes: [UInt8]) {
    let signatures: [([UInt8], BinaryKind)] = [
      (Array("PK\u{3}\u{4}".utf8), .archive), (Array("SQLite format 3".utf8), .database),
      ([0x1f, 0x8b], .compressed), ([0x28, 0xb5, 0x2f, 0xfd], .compressed),
      (Array("BZh".utf8), .compressed), ([0xfd, 0x37, 0x7a, 0x58, 0x5a], .compressed),
      (Array("%PDF-".utf8), .pdf), ([0x89, 0x50, 0x4e, 0x47], .picture),
      ([0xff, 0xd8, 0xff], .picture), (Array("GIF8".utf8), .picture),
      ([0xd0, 0xcf, 0x11, 0xe0], .office),
    ]
    guard let kind = signatures.first(where: { bytes.starts(with: $0.0) })?.1 else { return nil }
    self = kind
  }
}
