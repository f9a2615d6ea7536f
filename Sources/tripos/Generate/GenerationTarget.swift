import Decks
import Digest
import Files
import Generation
import Glibc

/// Why no deck can be made of a text at a place; nothing is written over.
enum TargetRefusal: Hashable {
  /// A file stands there that is no deck made from a text.
  case notGenerated(path: String)
  /// A deck stands there that was made from another text.
  case otherText(path: String, text: String)
  /// Another deck of the home has the facts of the text already.
  case madeBefore(path: String, other: String)
  case badName(String)
}

/// The deck that the cards of a text go to: a new one, or the one made from the text before.
struct GenerationTarget {
  /// The deck file.
  let path: String
  /// What is there already, and how it was when it was read; `nil` for a new deck.
  let existing: (deck: Deck, identity: FileIdentity)?
  /// What the deck lacks and has too much.
  let update: DeckUpdate
  /// The keys of cards that other decks of the home have.
  let elsewhere: Set<String>

  var isNew: Bool { existing == nil }
}

extension GenerationTarget {
  /// A new deck in no place.
  init(free text: SourceText, _ cards: [GeneratedCard]) {
    self.init(
      path: "", existing: nil,
      update: DeckUpdate(Deck.parse(bytes: [], path: ""), text: text, cards: cards), elsewhere: [])
  }
}

extension App {
  /// Finds the deck that the cards of a text go to.
  ///
  /// - Parameters:
  ///   - name: what the user called the deck; `nil` where they did not.
  ///   - fallback: the name of a new deck without another.
  ///   - textName: what to call the text.
  ///   - text: the text.
  ///   - cards: its cards.
  /// - Returns: the deck.
  /// - Throws: `Failure` where something else stands in the place.
  func generationTarget(
    named name: String?, orNew fallback: String, textName: String, _ text: SourceText,
    _ cards: [GeneratedCard]
  ) throws -> GenerationTarget {
    let library = try? self.library()
    let empty = GenerationTarget(free: text, cards).update
    let shared = library.map { sharedKeys(empty.new.map(\.key), $0) } ?? [:]
    // A deck with half of the facts was made from this text, whatever the text was called then.
    let former = shared.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
      .flatMap { $0.value.count * 2 >= cards.count ? $0.key : nil }
    let path: String
    if let name {
      path = try newPath(name, library)
    } else {
      path = try former ?? newPath(fallback, library)
    }
    if cards.isEmpty {
      // Whatever stands there: nothing goes to it.
      return GenerationTarget(path: path, existing: nil, update: empty, elsewhere: [])
    }
    let elsewhere = shared.filter { $0.key != path }.values.reduce(into: Set()) { $0.formUnion($1) }
    guard let existing = try existingDeck(path) else {
      if let former { throw Failure(.target(.madeBefore(path: path, other: former))) }
      return GenerationTarget(path: path, existing: nil, update: empty, elsewhere: elsewhere)
    }
    let update = DeckUpdate(existing.deck, text: text, cards: cards)
    guard update.generatedNotes > 0 else { throw Failure(.target(.notGenerated(path: path))) }
    guard update.unchanged > 0 else {
      throw Failure(.target(.otherText(path: path, text: textName)))
    }
    return GenerationTarget(path: path, existing: existing, update: update, elsewhere: elsewhere)
  }

  /// Which of some keys the cards of each deck have, by the decks' paths.
  private func sharedKeys(_ keys: [String], _ library: Library) -> [String: Set<String>] {
    let wanted = Dictionary(
      keys.map { (Fingerprint($0), $0) }, uniquingKeysWith: { first, _ in first })
    var found: [String: Set<String>] = [:]
    for entry in library.entries {
      guard let key = wanted[entry.fingerprint] else { continue }
      found[library.decks[Int(entry.deck)].path, default: []].insert(key)
    }
    return found
  }

  /// The file of a deck by its name, which need not exist, or by its path.
  private func newPath(_ name: String, _ library: Library?) throws -> String {
    if name.hasSuffix(".md") { return name }
    let named = library?.decks.filter { $0.name.lowercased() == name.lowercased() } ?? []
    if let only = named.first, named.count == 1 { return only.path }
    let file = name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
      .split(separator: "-").map { String($0) }.joined(separator: "-")
    guard !file.isEmpty, file.utf8.count <= 200 else { throw Failure(.target(.badName(name))) }
    return "\(home.decks)/\(file).md"
  }

  private func existingDeck(_ path: String) throws -> (deck: Deck, identity: FileIdentity)? {
    var info = stat()
    guard lstat(path, &info) == 0 else { return nil }
    let (bytes, identity) = try readFile(path, limit: Deck.Limit.file)
    return (Deck.parse(bytes: bytes, path: path), identity)
  }
}
