import Decks
import Digest
import Progress

/// Knows the cards of edited decks again by what was noted of them when they were last seen.
///
/// - Parameters:
///   - library: the decks as they are.
///   - store: the progress, with a label for each card that has a history.
/// - Returns: which card is which now, and what the edit did; `nil` where nothing was edited.
package func relinking(_ library: Library, _ store: Store) -> Relinking? {
  var present: Set<Fingerprint> = []
  present.reserveCapacity(library.entries.count)
  for entry in library.entries { present.insert(entry.fingerprint) }
  var orphans = 0
  store.forEachGlance { if !present.contains($0.fingerprint) { orphans += 1 } }
  let edited = library.changed + library.removed
  if orphans == 0 && edited.isEmpty { return nil }
  var known: [KnownCard] = []
  store.forEachCard { key, _ in
    if let label = store.label(of: key) {
      known.append(KnownCard(key: key, label: label, folder: library.folder))
    }
  }
  if known.isEmpty { return nil }
  // In a large home only the decks that an edit can have touched are read.
  var decks = Array(library.decks.indices)
  if library.entries.count > 20_000 {
    let lost = known.filter { !present.contains(Fingerprint($0.key)) }.map(\.path)
    let touched = Set(edited + lost)
    known.removeAll { !touched.contains($0.path) }
    decks.removeAll { !touched.contains(library.decks[$0].path) }
  }
  let cards = decks.flatMap { deck in
    library.decks[deck].entries.compactMap { try? library.card(library.entries[$0]) }
  }
  return Relinking(known: known, present: cards.map { KnownCard($0) }) { key in
    present.contains(Fingerprint(key))
  }
}

extension KnownCard {
  /// The card that a label in the snapshot describes.
  init(key: String, label: CardLabel, folder: String) {
    let isCloze = label.prompt.contains("[…]")
    self.init(
      key: key, deck: label.deck, path: "\(folder)/\(label.deck)", section: label.section,
      place: label.place,
      blank: isCloze ? key.split(separator: ".").last.flatMap { Int($0) } : nil,
      prompt: label.prompt, answer: label.answer)
  }
}

extension CardLabel {
  /// What is noted of a card, to know it again after an edit of its deck.
  ///
  /// - Parameters:
  ///   - card: the card.
  ///   - folder: the folder of the decks; the deck is named by its path below it.
  package init(_ card: Card, folder: String) {
    let prefix = folder + "/"
    let path = card.path.hasPrefix(prefix) ? String(card.path.dropFirst(prefix.count)) : card.path
    self.init(
      deck: path, section: card.section, place: card.note, prompt: card.prompt, answer: card.answer)
  }
}
