import Decks
import Exchange
import Proving

/// Makes decks with texts that mean something to one form or another.
struct NoteMaker {
  var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private static let pieces = [
    "Hanoi", "July 1957", "=1+1", "+", "-", "@", "'", "\"", ",", ";", "\t", "|", "{", "}", "~",
    "#", ":", "::", "\\", "\\n", "[", "]", "\n", "Q: x", "\n# y", "\n---", "\nAlso: z", "\nA: w",
    "$CATEGORY: v", "//", "<b>", "&amp;", "{{c1::a}}", "%50%", "é", "越南", "🇻🇳", "1:", "2: b",
    " / ", "sep=;", "TRUE", "####",
  ]

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  mutating func isLucky(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  /// A text of some pieces that begins and ends with no white space.
  mutating func text(lines: Bool = true) -> String {
    let count = Int.random(in: 1...5, using: &random)
    let words = (0..<count).map { _ in pick(Self.pieces) }
    let text = words.joined(separator: isLucky(50) ? " " : "")
    let kept = lines ? text : String(text.map { $0.isWhitespace ? " " : $0 })
    return "w\(kept)w"
  }

  mutating func oneLine() -> String {
    text(lines: false).split(separator: " ").joined(separator: " ")
  }

  /// A note as it is read back.
  mutating func note(_ number: Int) -> NoteSource {
    var note: NoteSource
    var blanks = 1
    if isLucky(40) {
      blanks = Int.random(in: 1...3, using: &random)
      let escaped = { (text: String) in
        text.replacing("[", with: "\\[").replacing("]", with: "\\]")
      }
      var sentence = "n\(number) "
      for _ in 0..<blanks {
        sentence += "\(escaped(text())) [\(escaped(text(lines: false)))] "
      }
      note = NoteSource(.cloze(sentence + escaped(text())))
    } else {
      note = NoteSource(prompt: "n\(number) \(text())", answer: text())
    }
    for index in 0..<blanks where isLucky(60) {
      while note.answers.count <= index { note.answers.append(.init()) }
      if isLucky(50) { note.answers[index].also = [oneLine(), oneLine()] }
      if isLucky(50) { note.answers[index].kind = pick(CardKind.allCases) }
      if isLucky(50) { note.answers[index].event = oneLine() }
    }
    if isLucky(30) { note.why = oneLine() }
    if isLucky(30) { note.source = oneLine() }
    if isLucky(30) { note.tags = ["t\(number)", "cold war"] }
    if isLucky(30) { note.id = "id-\(number)" }
    return note.normalised
  }

  /// A deck of notes in sections; notes that no deck can hold are left out.
  mutating func deck(count: Int) -> Deck {
    var found = FoundDeck(name: "Round \"trip\"")
    let sections: [[String]] = [[], ["One"], ["One", "a / b"], ["Two/half"], ["C #"]]
    for number in 0..<count {
      found.notes.append(
        FoundNote(place: .line(number), section: pick(sections), note: note(number)))
    }
    return written(found)
  }

  private func written(_ found: FoundDeck) -> Deck {
    let addition = try? DeckAddition(of: found, to: nil, path: "trip.md", name: "trip")
    return Deck.parse(bytes: addition?.bytes ?? [], path: "trip.md")
  }
}

/// The notes of a deck with their sections, as they are compared.
struct Outline: Hashable {
  var section: [String]
  var note: NoteSource

  static func of(_ deck: Deck) -> [Outline] {
    deck.notes.map { Outline(section: deck.sections[$0.section].path, note: NoteSource($0)) }
  }

  /// Where two decks differ first, and how; `nil` where they hold the same notes.
  static func difference(_ before: Deck, _ after: Deck) -> String? {
    let (before, after) = (of(before), of(after))
    for (old, new) in zip(before, after) where old != new {
      return "\(old.section)\n\(old.note.text)\nis now\n\(new.section)\n\(new.note.text)"
    }
    return before.count == after.count ? nil : "\(before.count) notes, now \(after.count)"
  }
}
