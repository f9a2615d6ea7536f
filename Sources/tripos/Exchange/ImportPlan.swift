import Decks
import Exchange
import Files
import Glibc
import Terminal

/// What an import is to do: the decks it makes or adds to, all worked out before a byte is written.
struct ImportPlan {
  /// One deck, with the notes that go there and what becomes of each.
  struct Step {
    let found: FoundDeck
    let addition: DeckAddition
    /// What the deck file is now; `nil` where it is to be made.
    let identity: FileIdentity?
  }

  let steps: [Step]

  /// What is worth knowing of the decks that are added to.
  var remarks: [Remark] {
    let hasMore = steps.contains { step in
      step.identity != nil && step.addition.bytes != nil
        && (step.found.contents != nil || !step.found.actors.isEmpty)
    }
    return hasMore ? [.deckTextLeft] : []
  }

  /// Works out where the notes of each found deck go.
  ///
  /// - Parameters:
  ///   - findings: what the file holds.
  ///   - target: the deck that the user names, which takes all of them; `nil` for decks by the
  ///     names in the file.
  ///   - name: the deck's name where the file has none.
  ///   - file: what to call the file in messages.
  ///   - app: the home.
  /// - Throws: `Failure`.
  init(_ findings: Findings, to target: String?, name: String, file: String, _ app: App) throws {
    let home = try HomeDecks(app)
    let decks = target == nil ? findings.decks : ImportPlan.joined(findings.decks)
    var steps: [Step] = []
    let bar = app.world.progress("Placing the notes")
    defer { bar.finish() }
    for (index, found) in decks.enumerated() where !found.notes.isEmpty {
      bar.report(index, of: decks.count)
      let place = try home.place(of: found, target: target, name: name)
      do throws(ExchangeError) {
        let addition = try DeckAddition(
          of: found, to: place.deck, path: place.path,
          name: target == nil ? found.name ?? place.name : place.name,
          takenIDs: home.takenIDs(besides: place.path, by: found))
        steps.append(Step(found: found, addition: addition, identity: place.identity))
      } catch {
        throw Failure(.exchange(name: file, error))
      }
    }
    self.steps = steps
  }

  /// All notes as one deck; where there are several, each deck's name becomes a heading.
  private static func joined(_ decks: [FoundDeck]) -> [FoundDeck] {
    guard decks.count > 1 else { return decks }
    var whole = FoundDeck()
    for deck in decks {
      whole.actors += deck.actors.filter { actor in
        !whole.actors.contains { $0.name == actor.name }
      }
      whole.notes += deck.notes.map { note in
        var note = note
        note.section = (deck.name.map { [$0] } ?? []) + note.section
        return note
      }
    }
    return [whole]
  }
}

/// The decks of a home that an import may meet.
private struct HomeDecks {
  /// A deck file that is there or is to be made.
  struct Place {
    var path: String
    var name: String
    var deck: Deck?
    var identity: FileIdentity?
  }

  private let folder: String
  private let library: Library?

  init(_ app: App) throws {
    folder = app.home.decks
    do {
      library = try app.library()
    } catch let failure as Failure {
      // An import may make the first deck.
      guard case .noDecks = failure.cause else { throw failure }
      library = nil
    }
  }

  func place(of found: FoundDeck, target: String?, name: String) throws -> Place {
    let wanted = target ?? found.name ?? name
    if target == nil, let file = found.fileName {
      return try place(ofFile: file, name: wanted)
    }
    if let target, target.hasSuffix(".md"), target.contains("/") {
      return try place(at: target, name: name)
    }
    if let library, let known = try known(wanted, in: library, isTarget: target != nil) {
      return try place(at: library.decks[known].path, name: wanted)
    }
    let stem = wanted.hasSuffix(".md") ? String(wanted.dropLast(3)) : wanted
    return try place(at: try DeckFileName.path(for: stem, in: folder), name: stem)
  }

  /// The deck with a file name and a name, or where it is to be made.
  private func place(ofFile file: String, name: String) throws -> Place {
    let known = library?.decks.first { deck in
      deck.name == name && deck.path.split(separator: "/").last.map(String.init) == file
    }
    if let known { return try place(at: known.path, name: name) }
    let stem = file.hasSuffix(".md") ? String(file.dropLast(3)) : file
    return try place(at: try DeckFileName.path(for: stem, in: folder), name: name)
  }

  /// The deck that has the name; a name in the file must be the whole name.
  private func known(_ name: String, in library: Library, isTarget: Bool) throws -> Int? {
    let named = library.decks.indices.filter {
      library.decks[$0].name.lowercased() == name.trimmed.lowercased()
    }
    if let first = named.first {
      guard named.count == 1 else {
        throw Failure(
          .badInput(
            "\(named.count) files share the name \"\(name)\".",
            mend: "Name the file: --to \(library.decks[first].path)."))
      }
      return first
    }
    guard isTarget else { return nil }
    do throws(SelectionError) {
      let found = try library.decks(named: name)
      return found.count == 1 ? found.first : nil
    } catch {
      switch error {
      case .unknown: return nil
      case .ambiguous: throw Failure(.selection(error))
      }
    }
  }

  private func place(at path: String, name: String) throws -> Place {
    var info = stat()
    guard lstat(path, &info) == 0 else { return Place(path: path, name: name) }
    let (bytes, identity) = try readFile(path, limit: Deck.Limit.file)
    return Place(
      path: path, name: name, deck: Deck.parse(bytes: bytes, path: path), identity: identity)
  }

  /// The ids of found notes that other decks of the home have, with their places.
  func takenIDs(besides path: String, by found: FoundDeck) -> [String: DeckProblem.Place] {
    guard let library, found.notes.contains(where: { $0.note.id != nil }) else { return [:] }
    var taken: [String: DeckProblem.Place] = [:]
    for index in library.decks.indices where library.decks[index].path != path {
      guard let deck = try? library.deck(index) else { continue }
      for note in deck.notes {
        if let id = note.fields.id {
          taken[id] = DeckProblem.Place(path: deck.path, line: note.line)
        }
      }
    }
    return taken
  }
}
