import Decks
import Exchange

/// The notes of a collection as notes of decks, with the cards that each comes from.
///
/// An outermost deck becomes a deck, decks within it become its sections. A note with several
/// cards becomes a cloze where its blanks allow it, else a note for each card.
package struct AnkiImport: Sendable {
  /// Which card of a note of a deck a card of Anki's is.
  package struct Link: Hashable, Sendable {
    /// An index of the collection's cards.
    package var card: Int
    /// The blank's number, counted from 1; `nil` for a `Q:` note.
    package var blank: Int?
  }

  /// A media file that notes of a deck show.
  package struct MediaFile: Hashable, Sendable {
    /// An index of `findings.decks`.
    package var deck: Int
    /// The name in the package.
    package var name: String
    /// Where it goes, below the deck's folder: `history.media/map.png`.
    package var path: String
  }

  package let findings: Findings
  /// For each note of all found decks, in order, its cards.
  package let links: [[Link]]
  /// The media files that are needed, each once a deck.
  package let media: [MediaFile]

  /// Goes through a collection.
  package init(_ collection: AnkiCollection) {
    let sorting = Sorting(collection)
    findings = sorting.findings
    links = sorting.linksOfDeck.flatMap { $0 }
    media = sorting.media
  }

  /// The file name of a deck, without its ending: its letters and digits, hyphens between them.
  package static func fileName(_ name: String) -> String {
    let letters = name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
    var file: String = letters.split(separator: "-").map { String($0) }.joined(separator: "-")
    while file.utf8.count > 200 { file.removeLast() }
    return file.isEmpty ? "anki" : file
  }
}

/// Puts the notes of a collection into decks and sections.
private struct Sorting {
  private(set) var findings = Findings()
  /// For each deck and note its cards.
  private(set) var linksOfDeck: [[[AnkiImport.Link]]] = []

  private var plans: [Int64: NotePlan] = [:]
  private var deckOf: [Int64: AnkiDeck] = [:]
  private var indexOf: [String: Int] = [:]
  /// For each deck what makes text of HTML and knows the deck's media.
  private var converters: [FieldText] = []

  init(_ collection: AnkiCollection) {
    for type in collection.noteTypes { plans[type.id] = NotePlan(type) }
    for deck in collection.decks { deckOf[deck.id] = deck }
    let order = collection.cards.indices.sorted { left, right in
      let (left, right) = (collection.cards[left], collection.cards[right])
      return left.note == right.note ? left.ordinal < right.ordinal : left.note < right.note
    }
    var next = 0
    for (number, note) in collection.notes.enumerated() {
      while next < order.count, collection.cards[order[next]].note < note.id { next += 1 }
      let start = next
      while next < order.count, collection.cards[order[next]].note == note.id { next += 1 }
      guard start < next else { continue }
      add(note, number: number + 1, Array(order[start..<next]), collection.cards)
    }
    addDescriptions(collection.decks)
  }

  /// The media files that are needed.
  var media: [AnkiImport.MediaFile] {
    var media: [AnkiImport.MediaFile] = []
    for (deck, converter) in converters.enumerated() {
      var met: Set<String> = []
      for name in converter.media.names where met.insert(name).inserted {
        let path = (converter.media.folder ?? "") + MediaName.safe(name)
        media.append(AnkiImport.MediaFile(deck: deck, name: name, path: path))
      }
    }
    return media
  }

  private mutating func add(
    _ note: AnkiNote, number: Int, _ cards: [Int], _ all: [AnkiCard]
  ) {
    func skip(_ reason: SkipReason) {
      let excerpt = note.fields.prefix(200).split(separator: "\u{1f}").first ?? ""
      findings.skipped.append(Skipped(.note(number), reason, excerpt: String(excerpt)))
    }
    guard let plan = plans[note.type] else { return skip(.notANote) }
    let fields = Array(note.fields.utf8).split(
      separator: 0x1f, omittingEmptySubsequences: false)
    var converter = FieldText()
    // The folder of media depends on the deck, and so on the first card.
    let place = self.place(all[cards[0]])
    swap(&converter, &converters[place.deck])
    defer { swap(&converter, &converters[place.deck]) }
    let tags = AnkiTags.split(note.tags)
    let ordinals = cards.map { all[$0].ordinal }
    for made in plan.notes(fields, guid: note.guid, ordinals: ordinals, &converter) {
      var source = made.source
      source.tags = tags
      if let reason = made.fault ?? Sorting.fault(source) {
        skip(reason)
        continue
      }
      let section = made.cards.first.map { self.place(all[cards[$0.card]]) } ?? place
      // A card whose deck is another goes there, but its media are those of the note.
      findings.decks[section.deck].notes.append(
        FoundNote(place: .note(number), section: section.section, note: source))
      linksOfDeck[section.deck].append(
        made.cards.map { AnkiImport.Link(card: cards[$0.card], blank: $0.blank) })
    }
  }

  private static func fault(_ note: NoteSource) -> SkipReason? {
    let bytes = note.utf8.count
    if bytes > Deck.Limit.note { return .tooLong(bytes: bytes) }
    switch note.body {
    case .question(let prompt, let answer):
      if !prompt.contains(where: { !$0.isWhitespace }) { return .noQuestion }
      if !answer.contains(where: { !$0.isWhitespace }) { return .noAnswer }
    case .cloze(let sentence):
      if !sentence.utf8.contains(UInt8(ascii: "[")) { return .noBlank }
    }
    return nil
  }

  /// The deck and section of a card; that of its home where it lies in a filtered deck.
  private mutating func place(_ card: AnkiCard) -> (deck: Int, section: [String]) {
    let id = card.homeDeck != 0 ? card.homeDeck : card.deck
    let path = deckOf[id]?.path ?? ["Anki"]
    let name = path.first ?? "Anki"
    if let index = indexOf[name] { return (index, Array(path.dropFirst())) }
    let index = findings.decks.count
    indexOf[name] = index
    findings.decks.append(FoundDeck(name: name))
    linksOfDeck.append([])
    converters.append(
      FieldText(media: FieldText.Media(folder: "\(AnkiImport.fileName(name)).media/")))
    return (index, Array(path.dropFirst()))
  }

  /// What the pages of decks say of the deck file, where Tripos wrote them.
  private mutating func addDescriptions(_ decks: [AnkiDeck]) {
    for deck in decks {
      guard let name = deck.path.first, deck.path.count == 1, let index = indexOf[name],
        let header = DeckHeader(description: deck.description)
      else { continue }
      findings.decks[index].source = header.source
      findings.decks[index].actors = header.actors
    }
  }
}
