import Decks
import Files
import Progress
import Study

extension App {
  /// Takes the mark of drafts from what was settled, in all decks of the home.
  ///
  /// The journal has every decision already: a deck that cannot be written now, or that somebody
  /// else is writing, is left for the next time.
  func markSettledDrafts(_ library: Library, _ store: Store) {
    let settled = library.draftEntries.filter {
      store.progress(of: $0.fingerprint)?.settlesDraft ?? false
    }
    for deck in Set(settled.map(\.deck)) {
      markSettledDrafts(inDeck: library.decks[Int(deck)].path, store)
    }
  }

  /// Takes the mark of drafts from what was settled in one deck file.
  func markSettledDrafts(inDeck path: String, _ store: Store) {
    guard let (bytes, identity) = try? readFile(path, limit: Deck.Limit.file) else { return }
    let deck = Deck.parse(bytes: bytes, path: path)
    guard let changed = settlingDrafts(in: deck, progress: { store.progress(of: $0) }) else {
      return
    }
    _ = try? writeFile(path, changed, replacing: identity)
  }
}
