import Decks
import Glibc

/// A deck that was made from a text, held against the cards that the text gives now.
///
/// A fact is known again by its note's `Id:`, by asking and answering the same, or by a sentence
/// that was only reworded. What is known again keeps its note: its `Id:`, and with it its history,
/// and every edit by hand.
package struct DeckUpdate {
  /// Cards whose facts the deck has.
  package private(set) var unchanged = 0
  /// Of these, the notes whose sentence the text now puts into other words.
  package private(set) var reworded: [Note] = []
  /// Generated notes whose sentence the text no longer has; they are left alone.
  package private(set) var vanished: [Vanished] = []
  /// Facts that the deck lacks, in the order of the text.
  package private(set) var new: [New] = []

  /// A card for a fact that the deck lacks.
  package struct New {
    package let card: GeneratedCard
    /// The key that its card will have.
    package let key: String
    fileprivate let index: Int
  }

  /// A note whose sentence is gone.
  package struct Vanished {
    package let note: Note
    /// The answer that the same question has now; `nil` where nothing asks it.
    package let answerNow: String?
  }

  /// How many generated notes the deck has, edited ones included.
  package let generatedNotes: Int

  private let deck: Deck
  private let draft: Deck
  private let notes: [DraftNote]
  /// The deck's note for each card, where there is one.
  private var partners: [Note?]

  /// Compares.
  ///
  /// - Parameters:
  ///   - deck: the deck.
  ///   - text: the text as it is now.
  ///   - cards: its cards, in order.
  package init(_ deck: Deck, text: SourceText, cards: [GeneratedCard]) {
    self.deck = deck
    let written = DeckDraft(name: "", origin: "", text: text, cards: cards)
    self.draft = Deck.parse(bytes: Array(written.contents.utf8), path: "")
    self.notes = DraftNote.all(cards, of: text)
    self.partners = Array(repeating: nil, count: cards.count)
    let generated = deck.notes.filter(\.isGenerated)
    self.generatedNotes = generated.count
    match(generated, in: Words(text))
  }

  // MARK: Matching

  private mutating func match(_ generated: [Note], in text: Words) {
    var free: [Int: Note] = [:]
    for note in deck.notes { free[note.ordinal] = note }
    let byId = Dictionary(
      generated.compactMap { note in note.fields.id.map { ($0, note) } },
      uniquingKeysWith: { first, _ in first })
    for index in notes.indices {
      guard let note = byId[notes[index].id] else { continue }
      partners[index] = note
      free[note.ordinal] = nil
    }
    pairEqualQuestions(&free)
    pairReworded(&free, text)
    for index in notes.indices {
      if partners[index] != nil {
        unchanged += 1
      } else if let asked = draft.note(ordinal: index), let card = draft.cards(of: asked).first {
        new.append(New(card: notes[index].card, key: card.key, index: index))
      }
    }
    findVanished(generated.filter { free[$0.ordinal] != nil }, text)
  }

  /// Notes that ask and answer what a card does, whatever their `Id:`.
  private mutating func pairEqualQuestions(_ free: inout [Int: Note]) {
    var asking: [String: Int] = [:]
    for note in free.values.sorted(by: { $0.ordinal > $1.ordinal }) {
      for card in deck.cards(of: note) {
        asking[CardKey.make(prompt: card.prompt, answer: card.answer)] = note.ordinal
      }
    }
    for index in notes.indices where partners[index] == nil {
      guard let note = draft.note(ordinal: index), let card = draft.cards(of: note).first,
        let ordinal = asking[CardKey.make(prompt: card.prompt, answer: card.answer)],
        let partner = free.removeValue(forKey: ordinal)
      else { continue }
      partners[index] = partner
    }
  }

  /// How like two sentences must be to be one in other words.
  private static let enough = 0.75

  /// Generated notes with the same answer and nearly the same sentence: word for word, or where
  /// the note's sentence is gone and the numbers in it are the same.
  private mutating func pairReworded(_ free: inout [Int: Note], _ text: Words) {
    var candidates: [String: [(note: Note, sentence: String, isGone: Bool)]] = [:]
    for note in free.values.sorted(by: { $0.ordinal < $1.ordinal }) where note.isGenerated {
      guard let place = note.place, let card = deck.cards(of: note).first else { continue }
      candidates[answerKey(card), default: []].append(
        (note, place.sentence, !text.has(place.sentence)))
    }
    if candidates.isEmpty { return }
    for index in notes.indices where partners[index] == nil {
      guard let note = draft.note(ordinal: index), let card = draft.cards(of: note).first else {
        continue
      }
      let key = answerKey(card)
      let sentence = oneLine(notes[index].card.sentence)
      let likest = (candidates[key] ?? []).enumerated().map { offset, candidate in
        (at: offset, likeness: DeckUpdate.likeness(candidate.sentence, sentence, candidate.isGone))
      }.max { $0.likeness < $1.likeness }
      guard let likest, likest.likeness >= DeckUpdate.enough,
        let found = candidates[key]?.remove(at: likest.at)
      else { continue }
      partners[index] = found.note
      free[found.note.ordinal] = nil
      if found.isGone { reworded.append(found.note) }
    }
  }

  /// How sure it is that two sentences tell the same, 0–1.
  private static func likeness(_ was: String, _ now: String, _ isGone: Bool) -> Double {
    if was == now { return 1 }
    // Another year or number is another fact, however like the words are.
    guard isGone, numbers(was) == numbers(now) else { return 0 }
    return Decks.likeness(was, now)
  }

  private static func numbers(_ sentence: String) -> [Substring] {
    sentence.split { !$0.isNumber }.sorted()
  }

  private func answerKey(_ card: Card) -> String {
    "\(card.kind.rawValue)\n\(oneLine(card.answer).lowercased())"
  }

  private mutating func findVanished(_ notes: [Note], _ text: Words) {
    var answers: [String: String] = [:]
    for card in draft.cards { answers[CardKey.make(prompt: card.prompt)] = card.answer }
    vanished = notes.sorted { $0.ordinal < $1.ordinal }.compactMap { note in
      guard let place = note.place, !text.has(place.sentence) else { return nil }
      let now = deck.cards(of: note).first.flatMap { answers[CardKey.make(prompt: $0.prompt)] }
      return Vanished(note: note, answerNow: now)
    }
  }

  // MARK: Writing

  /// The deck's file with new cards at their places in the text's order, and with the places of
  /// known facts as they are in the text now.
  ///
  /// No other byte changes; where there is nothing to add and no place moved, none does.
  ///
  /// - Parameter added: some of `new`.
  /// - Returns: the bytes of the file.
  package func contents(adding added: [New]) -> [UInt8] {
    let chosen = Set(added.map(\.index))
    var edits = notes.indices.compactMap { index in
      partners[index].flatMap { placeEdit($0, notes[index]) }
    }
    edits += actorEdit(added.map(\.card)).map { [$0] } ?? []
    var headings = HeadingWriter()
    // What goes to the end of a section stands before the headings that begin there.
    var below: [Deck.Edit] = []
    for index in notes.indices where chosen.contains(index) {
      if let edit = insertion(of: index) {
        edits.append(edit)
      } else {
        below.append(insertion(of: index, under: &headings))
      }
    }
    return deck.applying(edits + below)
  }

  /// Brings a note's `Source:` up to date where generation wrote it.
  private func placeEdit(_ note: Note, _ now: DraftNote) -> Deck.Edit? {
    guard let field = note.fields.source, let place = SourcePlace(field), note.isGenerated else {
      return nil
    }
    let sentence = oneLine(now.card.sentence)
    let isReworded = reworded.contains { $0.ordinal == note.ordinal }
    guard place.sentence == sentence ? place.line != now.line : isReworded else { return nil }
    return deck.replacing(
      field: .source, of: note, with: SourcePlace(line: now.line, sentence: sentence).text)
  }

  private func actorEdit(_ cards: [GeneratedCard]) -> Deck.Edit? {
    guard let end = deck.frontMatterEnd else { return nil }
    var actors = ActorLines(besides: deck.frontMatter)
    let lines = actors.lines(for: cards)
    if lines.isEmpty { return nil }
    return Deck.Edit(end..<end, lines.map { $0 + "\n" }.joined())
  }

  /// Where a note goes: after the one before it in the text, else before the one after it, each of
  /// the same section, else to the section's end; `nil` where the deck has no such section.
  private func insertion(of index: Int) -> Deck.Edit? {
    let path = section(of: index)
    let text = notes[index].text
    if let before = notes[..<index].indices.last(where: { isNeighbour($0, path) }),
      let note = partners[before]
    {
      return after(deck.contentEnd(of: note.range), text)
    }
    if let next = notes.indices.dropFirst(index + 1).first(where: { isNeighbour($0, path) }),
      let note = partners[next]
    {
      let start = note.range.lowerBound
      return Deck.Edit(start..<start, text + "\n\n")
    }
    return deck.section(at: path).map {
      after(deck.contentEnd(ofSection: $0, andBelow: false), text)
    }
  }

  /// Where a note of a new section goes: under its headings, after the section before it in the
  /// text that has the same heading above.
  private func insertion(of index: Int, under headings: inout HeadingWriter) -> Deck.Edit {
    let path = section(of: index)
    let parent =
      path.indices.lazy.map { Array(path.prefix(path.count - 1 - $0)) }
      .first { deck.section(at: $0) != nil } ?? []
    let depth = parent.count + 1
    let sister = notes[..<index].indices.reversed().lazy.map { section(of: $0) }
      .filter { $0.count >= depth && $0.starts(with: parent) }
      .compactMap { deck.section(at: Array($0.prefix(depth))) }.first
    let end =
      sister.map { deck.contentEnd(ofSection: $0, andBelow: true) }
      ?? deck.contentEnd(ofSection: deck.section(at: parent) ?? 0, andBelow: false)
    let lines = headings.lines(at: end, to: path, below: parent)
    return after(end, (lines + [notes[index].text]).joined(separator: "\n\n"))
  }

  private func after(_ place: Int, _ text: String) -> Deck.Edit {
    // The end of the file needs its line end, whether more follows there or not.
    let isEnd = place == deck.bytes.count
    return Deck.Edit(
      place..<place, isEnd ? (place == 0 ? "" : "\n") + "\n" + text + "\n" : "\n\n" + text)
  }

  private func isNeighbour(_ index: Int, _ path: [String]) -> Bool {
    partners[index].map { deck.sections[$0.section].path == path } ?? false
  }

  private func section(of index: Int) -> [String] {
    draft.note(ordinal: index).map { draft.sections[$0.section].path } ?? []
  }
}

extension Deck {
  /// The last section with these headings; the first section has none.
  fileprivate func section(at path: [String]) -> Int? {
    sections.lastIndex { $0.path == path }
  }
}

/// Writes each new heading once, also where several cards go below it.
private struct HeadingWriter {
  private var last: [Int: [String]] = [:]

  mutating func lines(at place: Int, to path: [String], below parent: [String]) -> [String] {
    defer { last[place] = path }
    return HeadingLines.between(last[place] ?? parent, and: path)
  }
}

extension Note {
  /// Where generation found its sentence; `nil` where the field is gone or written by hand.
  fileprivate var place: SourcePlace? { fields.source.flatMap { SourcePlace($0) } }
}

/// A text on one line, to look sentences up in.
private struct Words {
  private let characters: ContiguousArray<CChar>

  init(_ text: SourceText) {
    characters = oneLine(String(decoding: text.joined().bytes, as: UTF8.self)).utf8CString
  }

  func has(_ sentence: String) -> Bool {
    characters.withUnsafeBufferPointer { text in
      sentence.utf8CString.withUnsafeBufferPointer { sought in
        guard let text = text.baseAddress, let sought = sought.baseAddress else { return false }
        return strstr(text, sought) != nil
      }
    }
  }
}
