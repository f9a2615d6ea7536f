import Decks
import Files
import Study
import Terminal

extension ReviewLoop {
  /// Offers the spellings that were accepted with `:right` to their decks, once.
  func offerSpellings(after end: End) throws {
    let accepted = session.accepted
    guard !accepted.isEmpty, end == .finished || end == .left else { return }
    let what = ReviewWording.count(accepted.count, "accepted spelling")
    while true {
      screen.line("Add \(what) to the deck? y/N/show")
      guard case .line(let line) = read("y/N/show", completions: ["y", "n", "show"]) else { return }
      switch line.trimmed.lowercased() {
      case "y", "yes":
        for spelling in accepted { try add(spelling.typed, to: spelling.card) }
        return
      case "show", "s":
        for spelling in accepted {
          screen.line("  \(spelling.typed) for \(spelling.card.shownAnswer)", indent: 4)
        }
      case _: return
      }
    }
  }

  private func add(_ spelling: String, to card: Card) throws {
    let bytes = try readFile(card.path, limit: Deck.Limit.file).bytes
    let deck = Deck.parse(bytes: bytes, path: card.path)
    guard let note = deck.notes.first(where: { deck.hasCard(card.key, of: $0) }),
      let changed = deck.adding(alias: spelling, to: note, blank: card.blank)
    else {
      screen.line("\(spelling) was not added: the note has changed or knows it already.")
      return
    }
    try writeFile(card.path, changed)
    screen.line("Added: Also: \(spelling)")
  }
}

extension Deck {
  /// Whether a note of this deck yields the card with a key.
  fileprivate func hasCard(_ key: String, of note: Note) -> Bool {
    cards(of: note).contains { card in
      card.key == key || CardKey.make(prompt: card.prompt, answer: card.answer) == key
    }
  }
}
