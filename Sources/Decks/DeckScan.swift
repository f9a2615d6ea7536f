import Digest
import Files

/// What the library keeps of one deck file; it depends on nothing but the file.
struct DeckScan: Hashable, Sendable {
  /// A heading of the deck.
  struct Heading: Hashable, Sendable {
    var path: [String]
    var level: Int
    var line: Int
  }

  /// Below the folder of decks.
  var path: String
  var identity: FileIdentity
  var name: String
  var headings: [Heading]
  /// How many errors `check` finds in the file alone.
  var errorCount: Int
  var cards: [CardRecord]
  /// The tags that notes have, of which a record names one set; the first is empty.
  var tagSets: [[String]]
  /// The `Id:` of notes; a record names one of these.
  var ids: [String]

  /// A README that holds no note is there for people, not a deck.
  var isDeck: Bool {
    !cards.isEmpty || path.split(separator: "/").last?.lowercased() != "readme.md"
  }

  init(
    path: String, identity: FileIdentity, name: String, headings: [Heading], errorCount: Int,
    cards: [CardRecord], tagSets: [[String]], ids: [String]
  ) {
    self.path = path
    self.identity = identity
    self.name = name
    self.headings = headings
    self.errorCount = errorCount
    self.cards = cards
    self.tagSets = tagSets
    self.ids = ids
  }

  /// Takes from a deck what the library keeps.
  init(_ deck: Deck, path: String, identity: FileIdentity) {
    self.init(
      path: path, identity: identity, name: deck.name,
      headings: deck.sections.map { Heading(path: $0.path, level: $0.level, line: $0.line) },
      errorCount: deck.problems.count { $0.severity == .error }, cards: [], tagSets: [[]], ids: [])
    var tagIndex: [[String]: Int] = [[]: 0]
    for note in deck.notes {
      let tags = tagIndex[note.fields.tags] ?? tagSets.count
      if tags == tagSets.count {
        tagSets.append(note.fields.tags)
        tagIndex[note.fields.tags] = tags
      }
      if let id = note.fields.id { ids.append(id) }
      for question in deck.questions(of: note) {
        cards.append(
          CardRecord(
            question, id: note.fields.id, idIndex: ids.count - 1, note: note.ordinal,
            section: note.section, tags: tags))
      }
    }
  }
}

/// One card as the library keeps it: numbers only, so that a hundred thousand are read in a blink.
struct CardRecord: Hashable, Sendable {
  /// Of the key that the card has in the home.
  var fingerprint: UInt64
  /// The digests of the keys without and with the answer; zero for a note with an `Id:`.
  var plain: KeyDigest
  var withAnswer: KeyDigest
  /// The position of the note in its file.
  var note: UInt32
  /// The index of the section in the deck.
  var section: UInt32
  /// The index of the note's tags in the deck.
  var tags: UInt32
  /// One more than the index of the note's `Id:` in the deck; 0 where it has none.
  var id: UInt32
  /// The blank's number; 0 for a `Q:` note.
  var blank: UInt8
  /// The index in `CardKind.allCases`.
  var kind: UInt8
  /// Whether another card of the home has the same prompt and another answer.
  var isShared: Bool
  /// Whether an earlier card of the home has the same key.
  var isRepeated: Bool

  init(
    _ question: Question, id: String?, idIndex: Int, note: Int, section: Int, tags: Int
  ) {
    if let id {
      plain = KeyDigest()
      withAnswer = KeyDigest()
      fingerprint = Fingerprint(CardKey.make(id: id, blank: question.blank)).bits
    } else {
      (plain, withAnswer) = CardKey.digests(prompt: question.prompt, answer: question.answer)
      fingerprint = plain.fingerprint
    }
    self.note = UInt32(truncatingIfNeeded: note)
    self.section = UInt32(truncatingIfNeeded: section)
    self.tags = UInt32(truncatingIfNeeded: tags)
    self.id = id == nil ? 0 : UInt32(truncatingIfNeeded: idIndex + 1)
    self.blank = UInt8(truncatingIfNeeded: question.blank ?? 0)
    self.kind = UInt8(truncatingIfNeeded: CardKind.allCases.firstIndex(of: question.kind) ?? 0)
    self.isShared = false
    self.isRepeated = false
  }

  /// The key's digest as the home has it.
  var digest: KeyDigest { isShared ? withAnswer : plain }

  /// How it was before the home was looked at.
  mutating func setShared(_ isShared: Bool) {
    guard self.isShared != isShared else { return }
    self.isShared = isShared
    fingerprint = digest.fingerprint
  }
}
