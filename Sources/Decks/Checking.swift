/// The errors and notices of a home's decks, those within each file and those between files.
///
/// - Parameter decks: all decks of the home, sorted by path.
/// - Returns: the problems in the order of files and lines.
package func check(_ decks: [Deck]) -> [DeckProblem] {
  let found = decks.flatMap { $0.problems + plainDeckNotices($0) } + repeatedIds(decks)
  return found.enumerated().sorted { left, right in
    let (first, second) = (left.element.place, right.element.place)
    return (first.path, first.line, left.offset) < (second.path, second.line, right.offset)
  }.map(\.element)
}

/// An `Id:` that another note of the home has, and one whose blanks have keys that another has.
private func repeatedIds(_ decks: [Deck]) -> [DeckProblem] {
  var taken: [String: DeckProblem.Place] = [:]
  var problems: [DeckProblem] = []
  for deck in decks {
    for note in deck.notes {
      guard let id = note.fields.id else { continue }
      let line = deck.line(of: .id, in: note)
      let place = DeckProblem.Place(path: deck.path, line: line.number)
      var keys: Set<String> = [id]
      if case .cloze(let cloze) = note.body {
        for number in 1...cloze.blanks.count { keys.insert(CardKey.make(id: id, blank: number)) }
      }
      if let first = keys.sorted().lazy.compactMap({ taken[$0] }).first {
        problems.append(
          DeckProblem(
            path: deck.path, line: line.number, what: .duplicateId(id, first: first),
            text: line.text))
      }
      for key in keys where taken[key] == nil { taken[key] = place }
    }
  }
  return problems
}

/// Field lines in a deck that seems to be made for hashcards, where they are part of the answer.
///
/// Such a deck has no headings and no actors, few of its notes have field lines, and none of these
/// is one that nobody writes by chance.
private func plainDeckNotices(_ deck: Deck) -> [DeckProblem] {
  guard deck.sections.count == 1, deck.frontMatter.actors.isEmpty else { return [] }
  let fielded = deck.notes.compactMap { note in
    deck.fieldLines(of: note).first.map { (note: note, line: $0) }
  }
  let isByIntent = deck.notes.contains { note in
    note.fields.id != nil || note.fields.answers.contains { !$0.also.isEmpty || $0.kind != nil }
  }
  guard !isByIntent, fielded.count * 4 < deck.notes.count else { return [] }
  return fielded.map { _, line in
    DeckProblem(
      path: deck.path, line: line.number, what: .fieldInPlainDeck(line.field), text: line.text)
  }
}

extension Deck {
  /// A field line with its number and text.
  struct NumberedField {
    var field: NoteField
    /// The blank it speaks of.
    var blank: Int?
    /// Counted from 1.
    var number: Int
    var text: String
    /// In the deck's bytes, the line end left out.
    var range: Range<Int>
  }

  /// The field lines of a note, in order.
  func fieldLines(of note: Note) -> [NumberedField] {
    var scanner = LineScanner(bytes, in: note.range)
    var runs: [NumberedField] = []
    var number = note.line
    var isInRun = false
    while let next = scanner.next() {
      if let line = FieldLine(bytes[next.content]) {
        if !isInRun { runs = [] }
        isInRun = true
        runs.append(
          NumberedField(
            field: line.field, blank: line.number, number: number,
            text: bytes[next.content].text, range: next.content))
      } else {
        isInRun = false
      }
      number += 1
    }
    return runs
  }

  /// The line of a field of a note, else the note's first line.
  func line(of field: NoteField, in note: Note) -> (number: Int, text: String) {
    if let line = fieldLines(of: note).first(where: { $0.field == field }) {
      return (line.number, line.text)
    }
    return (note.line, firstLine(of: note))
  }

  /// The first line of a note.
  func firstLine(of note: Note) -> String {
    var scanner = LineScanner(bytes, in: note.range)
    return scanner.next().map { bytes[$0.content].text } ?? ""
  }
}
