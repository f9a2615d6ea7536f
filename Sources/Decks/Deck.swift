/// A deck file as read: every byte of it, what the bytes mean, and what is wrong with them.
package struct Deck: Sendable {
  /// A stretch of the file; the items of a deck cover all its bytes in order.
  package struct Item: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case byteOrderMark
      case frontMatter
      /// The heading of `sections[index]`.
      case heading(section: Int)
      /// Text that belongs to no note, blank lines included.
      case prose
      /// A `---` line.
      case separator
      /// `notes[index]`, with everything up to the next item.
      case note(Int)
      /// A note that cannot be asked; `problems` says why.
      case brokenNote
    }

    package let kind: Kind
    /// Which bytes of the file.
    package let range: Range<Int>
    /// The first line, counted from 1.
    package let line: Int
  }

  /// The path, as given.
  package let path: String
  /// The whole file.
  package let bytes: [UInt8]
  package let items: [Item]
  package let frontMatter: FrontMatter
  /// The first is what stands before any heading.
  package let sections: [Section]
  /// The notes that can be asked, in the file's order.
  package let notes: [Note]
  /// What is wrong within this file, in the file's order.
  package let problems: [DeckProblem]

  /// The name in the front matter, else the file's name without `.md`.
  package var name: String { frontMatter.name ?? Deck.name(ofFile: path) }

  /// The file's bytes, put together from the items.
  package func print() -> [UInt8] { items.flatMap { bytes[$0.range] } }

  /// The text of an item, U+FFFD for what is not UTF-8.
  package func text(of item: Item) -> String { bytes[item.range].text }

  private static func name(ofFile path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.hasSuffix(".md") ? file.dropLast(3) : file)
  }

  /// How much Tripos reads of what a stranger may have written.
  package enum Limit {
    /// Bytes of a deck file.
    package static let file = 64 << 20
    /// Bytes of a line.
    package static let line = 1 << 20
    /// Bytes of a note.
    package static let note = 64 << 10
    /// Cards of a deck file.
    package static let cards = 200_000
    /// Blanks of a note.
    package static let blanks = 100
    /// Problems told of a deck file.
    package static let problems = 1000
    /// Headings, separators and notes of a deck file.
    static let items = 1_000_000
  }
}

extension Deck {
  /// The note at a position in the file; `nil` where it is broken or not there.
  package func note(ordinal: Int) -> Note? {
    var range = notes.startIndex..<notes.endIndex
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let found = notes[middle].ordinal
      if found == ordinal { return notes[middle] }
      range = found < ordinal ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}
