import Decks
import Digest
import Exchange

/// The keys that the cards of imported notes have in the home, once they are there.
struct ImportedKeys {
  /// What is known of a note.
  private enum Known {
    /// It has an `Id:`.
    case id(String)
    /// The keys of its cards, by their prompts.
    case prompts([String])
    /// It is in no deck.
    case nowhere
  }

  private let notes: [Known]
  /// The fingerprints of the keys of the home's cards, as it is.
  private let home: Set<Fingerprint>

  /// Works out the keys of the notes of all steps, in order.
  ///
  /// - Throws: `Failure`.
  init(_ plan: ImportPlan, _ app: App) throws {
    var home: Set<Fingerprint> = []
    var decks: [String: Deck] = [:]
    if let library = try? app.library() {
      home = Set(library.entries.map(\.fingerprint))
      for index in library.decks.indices {
        let path = library.decks[index].path
        let step = plan.steps.first { $0.addition.path == path }
        guard step?.addition.fates.contains(where: \.isPresent) == true else { continue }
        decks[path] = try library.deck(index)
      }
    }
    self.home = home
    let keys = plan.steps.map { step in
      zip(step.found.notes, step.addition.fates).map { found, fate in
        found.note.id == nil && !fate.isSkipped ? found.note.keys : []
      }
    }
    let shared = ImportedKeys.sharedPrompts(keys)
    var notes: [Known] = []
    for (step, keys) in zip(plan.steps, keys) {
      var there: [Int: Note] = [:]
      for note in decks[step.addition.path]?.notes ?? [] { there[note.line] = note }
      for (index, fate) in step.addition.fates.enumerated() {
        let found = step.found.notes[index]
        switch fate {
        case .present(let line):
          guard let note = there[line] else {
            notes.append(.nowhere)
            continue
          }
          notes.append(
            note.fields.id.map { .id($0) }
              ?? .prompts(ImportedKeys.keys(note.keys, home, [])))
        case .added, .repeated:
          notes.append(
            found.note.id.map { .id($0) }
              ?? .prompts(ImportedKeys.keys(keys[index], home, shared)))
        case .skipped:
          // It may be there in other words.
          notes.append(found.note.id.map { .id($0) } ?? .nowhere)
        }
      }
    }
    self.notes = notes
    isAdded = plan.steps.flatMap { step in step.addition.fates.map { !$0.isSkipped } }
  }

  /// Whether each note is in a deck when the import is done.
  private let isAdded: [Bool]

  /// The key of a card; `nil` where no deck has it.
  ///
  /// - Parameters:
  ///   - note: the note's number among those of all steps, counted from 0.
  ///   - blank: the blank's number, counted from 1; `nil` for a `Q:` note.
  /// - Returns: the key.
  func key(note: Int, blank: Int?) -> String? {
    switch notes[note] {
    case .id(let id):
      let key = CardKey.make(id: id, blank: blank)
      return isAdded[note] || home.contains(Fingerprint(key)) ? key : nil
    case .prompts(let keys):
      let index = (blank ?? 1) - 1
      return keys.indices.contains(index) ? keys[index] : nil
    case .nowhere: return nil
    }
  }

  /// The key of each card: with its answer where that is how the home knows it, or where another
  /// card has its prompt.
  private static func keys(
    _ keys: [CardKey.Pair], _ home: Set<Fingerprint>, _ shared: Set<String>
  ) -> [String] {
    keys.map {
      shared.contains($0.plain) || home.contains(Fingerprint($0.withAnswer))
        ? $0.withAnswer : $0.plain
    }
  }

  /// The keys of prompts that notes without an `Id:` share, and expect different answers for.
  private static func sharedPrompts(_ keys: [[[CardKey.Pair]]]) -> Set<String> {
    var whole: [String: String] = [:]
    var shared: Set<String> = []
    for key in keys.joined().joined() {
      if let other = whole.updateValue(key.withAnswer, forKey: key.plain), other != key.withAnswer {
        shared.insert(key.plain)
      }
    }
    return shared
  }
}

extension NoteSource {
  /// The keys of the cards that the note makes in a deck of its own.
  fileprivate var keys: [CardKey.Pair] {
    Deck.parse(bytes: utf8 + Array("\n".utf8), path: "").notes.flatMap(\.keys)
  }
}

extension DeckAddition.Fate {
  fileprivate var isPresent: Bool {
    switch self {
    case .present: true
    case .added, .repeated, .skipped: false
    }
  }

  fileprivate var isSkipped: Bool {
    switch self {
    case .skipped: true
    case .added, .repeated, .present: false
    }
  }
}
