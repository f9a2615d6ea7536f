import Digest
import Files
import Glibc

/// All decks of a home, known by an index so that no unchanged deck is read.
///
/// What is in memory are numbers and the names of decks, sections and tags; the text of a card is
/// read from its deck when it is asked for.
package final class Library {
  /// A card of the library, without its text.
  package struct Entry: Hashable, Sendable {
    /// Of the card's key, to join it with what is known of its memory.
    package let fingerprint: Fingerprint
    /// An index of `decks`.
    package let deck: Int32
    /// An index of the deck's sections.
    package let section: Int32
    /// The position of the note in its file.
    package let note: Int32
    /// A number that cards share which tell what another asks: those of one note, and those that
    /// were generated from one sentence.
    package let siblings: Int32
    /// The blank's number, 0 for a `Q:` note.
    package let blank: UInt8
    package let kind: CardKind
    let record: Int32
  }

  /// A deck file as the index knows it.
  package struct DeckSummary: Hashable, Sendable {
    /// The path, below the folder as that was given.
    package let path: String
    /// The name, which several files may share.
    package let name: String
    /// The paths of its sections; the first is empty, for what stands before any heading.
    package let sections: [[String]]
    /// How many errors `check` finds in the file alone.
    package let errorCount: Int
    /// Its cards in `entries`.
    package let entries: Range<Int>
    let identity: FileIdentity
  }

  /// The folder, as given.
  package let folder: String
  /// In the order of their paths.
  package let decks: [DeckSummary]
  /// The cards in the order of decks and notes.
  package let entries: [Entry]
  /// Files and folders that could not be read.
  package let failures: [FileError]
  /// The paths of the decks that were read because the index did not know them as they are.
  package let changed: [String]
  /// The paths of decks that the index knew and that are gone.
  package let removed: [String]

  private let scans: [DeckScan]
  private var loaded: [Int: Deck] = [:]

  /// Opens the decks of a home.
  ///
  /// - Parameters:
  ///   - folder: the folder that holds the deck files.
  ///   - cache: where the index is kept, one file for each home, in a folder that exists; `nil` to
  ///     read all decks and keep nothing.
  ///   - threads: how many threads may read decks.
  /// - Throws: `FileError` where the folder cannot be listed; what cannot be read below it is
  ///   among `failures`.
  package init(folder: String, cache: String?, threads: Int = 2) throws(FileError) {
    let files = try DeckFolder(folder)
    var reading = LibraryReading(folder: folder, files: files.files, cache: cache)
    reading.read(threads: threads)
    if reading.isChanged, let cache { LibraryIndex.write(reading.scans, to: cache) }
    self.folder = folder
    self.scans = reading.scans.filter(\.isDeck)
    self.failures = files.failures + reading.failures
    self.changed = reading.changed
    self.removed = reading.removed
    let (decks, entries) = Library.summarise(scans, folder: folder)
    self.decks = decks
    self.entries = entries
  }

  private static func summarise(
    _ scans: [DeckScan], folder: String
  ) -> ([DeckSummary], [Entry]) {
    let kinds = CardKind.allCases
    var decks: [DeckSummary] = []
    var entries: [Entry] = []
    entries.reserveCapacity(scans.reduce(0) { $0 + $1.cards.count })
    for (deck, scan) in scans.enumerated() {
      let start = entries.count
      let sentences = scan.sentences
      var firstNotes: [Int: UInt32] = [:]
      for (record, card) in scan.cards.enumerated() where !card.isRepeated {
        var siblings = card.note
        if card.id > 0, sentences[Int(card.id) - 1] > 0 {
          let sentence = sentences[Int(card.id) - 1]
          siblings = firstNotes[sentence] ?? card.note
          firstNotes[sentence] = siblings
        }
        entries.append(
          Entry(
            fingerprint: Fingerprint(bits: card.fingerprint), deck: Int32(deck),
            section: Int32(truncatingIfNeeded: card.section),
            note: Int32(truncatingIfNeeded: card.note),
            siblings: Int32(truncatingIfNeeded: siblings), blank: card.blank,
            kind: kinds[Int(card.kind)], record: Int32(record)))
      }
      decks.append(
        DeckSummary(
          path: LibraryReading.path(of: scan.path, in: folder), name: scan.name,
          sections: scan.headings.map(\.path), errorCount: scan.errorCount,
          entries: start..<entries.count, identity: scan.identity))
    }
    return (decks, entries)
  }

  /// The key of a card.
  package func key(of entry: Entry) -> String {
    let scan = scans[Int(entry.deck)]
    let card = scan.cards[Int(entry.record)]
    guard card.id > 0 else { return card.digest.key }
    return CardKey.make(
      id: scan.ids[Int(card.id) - 1], blank: card.blank > 0 ? Int(card.blank) : nil)
  }

  /// The tags of a card.
  package func tags(of entry: Entry) -> [String] {
    let scan = scans[Int(entry.deck)]
    return scan.tagSets[Int(scan.cards[Int(entry.record)].tags)]
  }

  /// Which of the deck's sets of tags a card has.
  func tagSet(of entry: Entry) -> Int {
    Int(scans[Int(entry.deck)].cards[Int(entry.record)].tags)
  }

  /// The sets of tags that the notes of a deck have.
  func tagSets(ofDeck deck: Int) -> [[String]] { scans[deck].tagSets }

  /// The headings above a card, outermost first.
  package func section(of entry: Entry) -> [String] {
    decks[Int(entry.deck)].sections[Int(entry.section)]
  }

  /// The entry of the card with a key; `nil` where no deck has it.
  package func entry(key: String) -> Entry? {
    let wanted = Fingerprint(key)
    return entries.first { $0.fingerprint == wanted && self.key(of: $0) == key }
  }

  /// A card with all its text, read from its deck, which is kept.
  ///
  /// - Parameter entry: an entry of this library.
  /// - Returns: the card.
  /// - Throws: `LibraryError`.
  package func card(_ entry: Entry) throws(LibraryError) -> Card {
    let deck = try deck(Int(entry.deck))
    let key = key(of: entry)
    guard let note = deck.note(ordinal: Int(entry.note)) else { throw .changed(path: deck.path) }
    let cards = deck.cards(of: note)
    let index = max(0, Int(entry.blank) - 1)
    guard cards.indices.contains(index) else { throw .changed(path: deck.path) }
    var card = cards[index]
    if card.key != key {
      guard CardKey.make(prompt: card.prompt, answer: card.answer) == key else {
        throw .changed(path: deck.path)
      }
      card.key = key
    }
    return card
  }

  /// A deck with all its text, read once.
  ///
  /// - Parameter index: an index of `decks`.
  /// - Returns: the deck.
  /// - Throws: `LibraryError`.
  package func deck(_ index: Int) throws(LibraryError) -> Deck {
    if let deck = loaded[index] { return deck }
    let path = decks[index].path
    do {
      let (bytes, identity) = try readFile(path, limit: Deck.Limit.file)
      guard identity == decks[index].identity else { throw LibraryError.changed(path: path) }
      let deck = Deck.parse(bytes: bytes, path: path)
      loaded[index] = deck
      return deck
    } catch let error as FileError {
      throw .unreadable(error)
    } catch let error as LibraryError {
      throw error
    } catch {
      throw .changed(path: path)
    }
  }
}

/// Why a card's text cannot be had.
package enum LibraryError: Error, Hashable, Sendable {
  case unreadable(FileError)
  /// The file is no longer what the library was opened with: open it again.
  case changed(path: String)
}
