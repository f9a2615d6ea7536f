import Decks

/// How found notes become part of a deck: what is added, what is there already, what cannot be.
///
/// Nothing that the deck holds is changed. Adding the same notes again adds nothing.
package struct DeckAddition: Sendable {
  /// What becomes of a note.
  package enum Fate: Hashable, Sendable {
    case added
    /// The deck has it, on this line.
    case present(line: Int)
    /// The file has it twice; this is where it stands first.
    case repeated(Place)
    case skipped(SkipReason)
  }

  /// The deck's path.
  package let path: String
  /// Whether the deck is made.
  package let isNew: Bool
  /// The deck file as it is to be; `nil` where nothing is added.
  package let bytes: [UInt8]?
  /// One for each found note.
  package let fates: [Fate]

  /// How many notes are added.
  package var addedCount: Int { fates.count { $0 == .added } }

  /// Works out what becomes of the notes.
  ///
  /// - Parameters:
  ///   - found: the notes.
  ///   - deck: the deck they go to; `nil` where it is to be made.
  ///   - path: the deck's path.
  ///   - name: the name of a deck that is to be made.
  ///   - takenIDs: every `Id:` of the home's other decks, with its place.
  /// - Throws: `ExchangeError` where the deck would hold more than a deck can.
  package init(
    of found: FoundDeck, to deck: Deck?, path: String, name: String,
    takenIDs: [String: DeckProblem.Place] = [:]
  ) throws(ExchangeError) {
    self.path = path
    self.isNew = deck == nil
    let notes = found.notes.map(\.note.normalised)
    var judge = NoteJudge(deck: deck, takenIDs: takenIDs)
    var fates = zip(notes, found.notes).map { judge.fate(of: $0, at: $1.place) }
    if deck == nil, let contents = found.contents, fates.allSatisfy(\.isInFile) {
      self.fates = fates
      self.bytes = contents
      return
    }
    guard fates.contains(.added) else {
      self.fates = fates
      self.bytes = nil
      return
    }
    let base =
      deck
      ?? Deck.parse(
        bytes: Array(
          FrontMatterText.text(
            name: name, source: found.source, actors: found.actors
          ).utf8), path: path)
    let added = fates.indices.filter { fates[$0] == .added }
    let cards = added.reduce(base.notes.reduce(0) { $0 + $1.cardCount }) {
      $0 + notes[$1].cardCount
    }
    guard cards < Deck.Limit.cards else { throw .tooManyCards(limit: Deck.Limit.cards) }
    var composed = Composition(base, found.notes, notes, adding: added)
    guard composed.bytes.count <= Deck.Limit.file else {
      throw .deckTooLarge(limit: Deck.Limit.file)
    }
    if !composed.isFaithful {
      for index in added where !notes[index].isWritable { fates[index] = .skipped(.notWritable) }
      composed = Composition(
        base, found.notes, notes, adding: fates.indices.filter { fates[$0] == .added })
      guard composed.isFaithful else { throw .deckNotExtendable }
    }
    self.fates = fates
    self.bytes = fates.contains(.added) ? composed.bytes : nil
  }
}

extension DeckAddition.Fate {
  /// Whether a deck that is made of the whole file holds the note.
  fileprivate var isInFile: Bool {
    switch self {
    case .added, .repeated: true
    case .present, .skipped: false
    }
  }
}

/// A deck with notes added, read back.
private struct Composition {
  let bytes: [UInt8]
  /// Whether reading it gives the notes of before and the added ones, and nothing else.
  let isFaithful: Bool

  init(_ base: Deck, _ found: [FoundNote], _ notes: [NoteSource], adding added: [Int]) {
    var groups: [NoteGroup] = []
    var groupIndex: [[String]: Int] = [:]
    for index in added {
      let section = found[index].section
      let group = groupIndex[section] ?? groups.count
      if group == groups.count {
        groupIndex[section] = group
        groups.append(NoteGroup(section: section, notes: []))
      }
      groups[group].notes.append(notes[index])
    }
    bytes = base.adding(groups)
    let read = Deck.parse(bytes: bytes, path: base.path)
    // Sums of hashes, which a run of the program draws anew: which notes there are, in any order.
    var difference = 0
    for note in base.notes { difference &+= NoteSource(note).hashValue }
    for index in added { difference &+= notes[index].hashValue }
    for note in read.notes { difference &-= NoteSource(note).hashValue }
    isFaithful =
      difference == 0 && read.notes.count == base.notes.count + added.count
      && read.items.count { $0.kind == .brokenNote }
        == base.items.count { $0.kind == .brokenNote }
  }
}

/// Decides about one note after the other.
private struct NoteJudge {
  private let path: String
  private let takenIDs: [String: DeckProblem.Place]
  /// The lines of the deck's notes by what they ask, with what they expect.
  private var known: [[UInt8]: [(answer: [UInt8], line: Int, text: String)]] = [:]
  private var ids: [String: DeckProblem.Place] = [:]
  /// Where the notes of the file stand, by what they ask and expect.
  private var met: [[UInt8]: Place] = [:]

  init(deck: Deck?, takenIDs: [String: DeckProblem.Place]) {
    self.takenIDs = takenIDs
    path = deck?.path ?? ""
    for note in deck?.notes ?? [] {
      let source = NoteSource(note)
      let answer = (source.answerIdentity, note.line, source.answer)
      known[source.questionIdentity, default: []].append(answer)
      if let id = source.id { ids[id] = DeckProblem.Place(path: path, line: note.line) }
    }
  }

  mutating func fate(of note: NoteSource, at place: Place) -> DeckAddition.Fate {
    let question = note.questionIdentity
    let answer = note.answerIdentity
    if let there = known[question] {
      if let same = there.first(where: { $0.answer == answer }) {
        return .present(line: same.line)
      }
      if let other = there.first {
        return .skipped(.otherAnswer(answer: other.text, path: path, line: other.line))
      }
    }
    if let id = note.id, let taken = ids[id] ?? takenIDs[id] {
      return .skipped(.idTaken(id: id, path: taken.path, line: taken.line))
    }
    let whole = question + [0] + answer
    if let first = met[whole] { return .repeated(first) }
    met[whole] = place
    return .added
  }
}

extension NoteSource {
  /// How many cards it yields once it is read.
  fileprivate var cardCount: Int {
    switch body {
    case .question: 1
    case .cloze(let sentence): max(1, sentence.utf8.count { $0 == UInt8(ascii: "[") })
    }
  }

  /// Whether reading what is written gives the same note, and no other.
  fileprivate var isWritable: Bool {
    let read = Deck.parse(bytes: utf8 + [.lineFeed], path: "")
    return read.notes.count == 1 && read.items.count == 1 && NoteSource(read.notes[0]) == self
  }
}
