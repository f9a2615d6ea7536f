import Decks
import Digest
import Progress

/// Knows the cards of edited decks again by what was noted of them when they were last seen.
///
/// - Parameters:
///   - library: the decks as they are.
///   - store: the progress, with a label for each card that has a history.
/// - Returns: which card is which now, and what the edit did; `nil` where no card with a history was
///   touched.
package func relinking(_ library: Library, _ store: Store) -> Relinking? {
  let isLarge = library.entries.count > 20_000
  // A very large home is only gone through where a deck changed since the session before.
  if isLarge && library.changed.isEmpty && library.removed.isEmpty { return nil }
  var present: Set<Fingerprint> = []
  present.reserveCapacity(library.entries.count)
  for entry in library.entries { present.insert(entry.fingerprint) }
  var orphans: Set<Fingerprint> = []
  store.forEachGlance { glance in
    // A rejected draft is gone for good: its history must not go to a card that is like it.
    guard !present.contains(glance.fingerprint), glance.draft != .rejected else { return }
    orphans.insert(glance.fingerprint)
  }
  // In a very large home reading what all cards of an edited deck looked like would cost more than
  // the news is worth: there only lost cards are looked for, and blanks whose numbers may shift.
  let edited = Set(library.changed)
  let touched = library.decks.indices.filter {
    edited.contains(library.decks[$0].path) && (!isLarge || library.hasNumberedBlanks($0))
  }
  if orphans.isEmpty && touched.isEmpty { return nil }
  let lost = Set(
    store.labels(of: orphans).map { "\(library.folder)/\($0.label.deck)" })
  let decks = library.decks.indices.filter {
    touched.contains($0) || lost.contains(library.decks[$0].path)
  }
  var wanted = orphans
  for deck in decks {
    for entry in library.decks[deck].entries { wanted.insert(library.entries[entry].fingerprint) }
  }
  let known = store.labels(of: wanted).map {
    KnownCard(key: $0.key, label: $0.label, folder: library.folder)
  }
  if known.isEmpty { return nil }
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

extension Relinking {
  /// Whether an edit changed something in a deck file.
  package func touches(_ path: String) -> Bool {
    changes.contains { change in
      switch change {
      case .promptEdited(let card, _), .answerChanged(let card, _), .movedToSection(let card, _),
        .movedToFile(let card, _):
        card.path == path
      case .swapped(let first, _): first.path == path
      case .reordered(let changed, _, _): changed == path
      case .fileRenamed(_, let to, _): to == path
      case .sectionRenamed(let changed, _, _, _): changed == path
      }
    }
  }
}

extension Library {
  /// Whether a deck has a note with an `Id:` and blanks, whose keys hold the blanks' numbers.
  fileprivate func hasNumberedBlanks(_ deck: Int) -> Bool {
    decks[deck].entries.contains { index in
      entries[index].blank > 0 && !key(of: entries[index]).hasPrefix("h1-")
    }
  }
}
