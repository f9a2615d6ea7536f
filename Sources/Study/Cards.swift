import Decks
import Marking

/// The cards of a home with the markers of their decks, each read when it is first needed.
package final class Cards {
  package private(set) var library: Library
  private let loadTables: () -> MarkingTables
  private lazy var tables = loadTables()
  private var markers: [Int: DeckMarker] = [:]

  /// The cards of a library; the tables are read when the first answer is marked, after the first
  /// question is on the screen.
  package init(_ library: Library, tables: @escaping () -> MarkingTables) {
    self.library = library
    self.loadTables = tables
  }

  /// The card at a position of the library; `nil` where its deck has changed or gone.
  package func card(_ entry: Int) -> Card? {
    guard library.entries.indices.contains(entry) else { return nil }
    return try? library.card(library.entries[entry])
  }

  /// The section that a card stands in; `nil` where its deck has changed or gone.
  package func section(_ entry: Int) -> Section? {
    guard library.entries.indices.contains(entry) else { return nil }
    let place = library.entries[entry]
    guard let deck = try? library.deck(Int(place.deck)),
      deck.sections.indices.contains(Int(place.section))
    else { return nil }
    return deck.sections[Int(place.section)]
  }

  /// The position of the card with a key.
  package func entry(ofKey key: String) -> Int? {
    guard let entry = library.entry(key: key) else { return nil }
    return library.entries.firstIndex(of: entry)
  }

  /// The keys of all cards in the section of a card, itself included.
  package func keys(inSectionOf entry: Int) -> [String] {
    let place = library.entries[entry]
    return library.decks[Int(place.deck)].entries
      .map { library.entries[$0] }
      .filter { $0.section == place.section }
      .map { library.key(of: $0) }
  }

  /// What marks the answers of a card's deck.
  package func marker(of entry: Int) -> DeckMarker {
    let deck = Int(library.entries[entry].deck)
    if let marker = markers[deck] { return marker }
    let marker = DeckMarker(deck: deck, in: library, tables: tables)
    markers[deck] = marker
    return marker
  }

  /// Goes on with decks that were read again.
  ///
  /// - Returns: where each card stands now, by where it stood.
  package func replace(with library: Library, moved: (String) -> String) -> [Int: Int] {
    let before = self.library
    var places: [String: Int] = [:]
    for (index, entry) in library.entries.enumerated() { places[library.key(of: entry)] = index }
    self.library = library
    markers = [:]
    var result: [Int: Int] = [:]
    for (index, entry) in before.entries.enumerated() {
      result[index] = places[moved(before.key(of: entry))]
    }
    keepReworded(before, in: &result)
    return result
  }

  /// A card that was never answered has no history to be known by: where its words were edited, it
  /// is the one that stands in its place now.
  private func keepReworded(_ before: Library, in result: inout [Int: Int]) {
    struct Place: Hashable {
      var path: String
      var note: Int32
      var blank: UInt8
    }
    let claimed = Set(result.values)
    var free: [Place: Int] = [:]
    for (index, entry) in library.entries.enumerated() where !claimed.contains(index) {
      let path = library.decks[Int(entry.deck)].path
      free[Place(path: path, note: entry.note, blank: entry.blank)] = index
    }
    if free.isEmpty { return }
    for (index, entry) in before.entries.enumerated() where result[index] == nil {
      let path = before.decks[Int(entry.deck)].path
      result[index] = free[Place(path: path, note: entry.note, blank: entry.blank)]
    }
  }
}

/// The tables that ship with the program: other names of states, well-known names, common words.
package struct MarkingTables: Sendable {
  package var states: StateTable?
  package var names: NameTable?
  package var words: WordList?

  /// Without tables: the marker then knows no names but the deck's.
  package init() {}

  /// Reads the tables of a folder; one that is missing is left out.
  package init(folder: String) {
    self.states = try? StateTable.load(from: folder)
    self.names = try? NameTable.load(from: folder)
    self.words = try? WordList.load(from: folder)
  }
}
