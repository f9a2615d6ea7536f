import Decks

/// A deck of generated cards as it is first written; all its notes are drafts.
package struct DeckDraft {
  private let name: String
  private let origin: String
  private let notes: [DraftNote]

  /// - Parameters:
  ///   - name: the deck's name.
  ///   - origin: the text's name, for the front matter.
  ///   - text: the text.
  ///   - cards: its cards, in order.
  package init(name: String, origin: String, text: SourceText, cards: [GeneratedCard]) {
    self.name = name
    self.origin = origin
    self.notes = DraftNote.all(cards, of: text)
  }

  /// The notes' `Id:`, in the order of the cards.
  package var ids: [String] { notes.map(\.id) }

  /// The file: front matter with the actors, a heading for each section, and the notes.
  package var contents: String {
    var parts = [frontMatter]
    var section: [String] = []
    for note in notes {
      parts += HeadingLines.between(section, and: note.card.section)
      section = note.card.section
      parts.append(note.text)
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var frontMatter: String {
    var actors = ActorLines()
    let lines =
      ["---", "name = \(tomlString(name))", "source = \(tomlString(origin))"]
      + actors.lines(for: notes.map(\.card)) + ["---"]
    return lines.joined(separator: "\n")
  }
}

/// The headings that lead from one section to another.
enum HeadingLines {
  /// A line for each heading over `next` that does not stand over `last` as well.
  static func between(_ last: [String], and next: [String]) -> [String] {
    let shared = zip(last, next).prefix { $0 == $1 }.count
    return next.enumerated().dropFirst(shared).map { level, title in
      String(repeating: "#", count: min(6, level + 1)) + " " + oneLine(title)
    }
  }
}
