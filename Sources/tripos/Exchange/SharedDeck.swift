import Decks
import Progress

/// A deck as others get it: without drafts that are not kept and cards that were rejected.
struct SharedDeck {
  /// A card within its deck file.
  struct Place: Hashable {
    /// The position of the note in the file.
    let note: Int
    /// The blank's number; 0 for a `Q:` note.
    let blank: Int
  }

  /// The tag of drafts.
  private static let draftTag = "draft"

  let deck: Deck
  /// How many notes are left out.
  let leftOut: Int

  /// Leaves out what is not for others.
  ///
  /// - Parameters:
  ///   - deck: the deck.
  ///   - decision: what the learner decided about a card.
  init(_ deck: Deck, decision: (Place) -> CardProgress.Draft?) {
    var shared = deck
    var leftOut = 0
    for note in deck.notes.reversed() {
      let decisions = note.fields.answers.indices.map { index in
        let isQuestion = if case .question = note.body { true } else { false }
        return decision(Place(note: note.ordinal, blank: isQuestion ? 0 : index + 1))
      }
      let isDraft = note.fields.tags.contains(Self.draftTag)
      let isWanted =
        isDraft
        ? decisions.contains(.kept) : !decisions.allSatisfy { $0 == .rejected }
      if !isWanted {
        leftOut += 1
        shared = Deck.parse(bytes: shared.removing(note), path: deck.path)
      } else if isDraft {
        let source = Self.withoutMark(shared.source(of: note))
        shared = Deck.parse(bytes: shared.replacing(note, with: source), path: deck.path)
      }
    }
    self.deck = shared
    self.leftOut = leftOut
  }

  /// The lines of a note without the mark of drafts among its tags.
  private static func withoutMark(_ source: String) -> String {
    let lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.compactMap { line -> String? in
      guard line.hasPrefix("Tags:") else { return String(line) }
      let tags = line.dropFirst(5).split(separator: ",").map { $0.trimmed }
      let others = tags.filter { $0 != draftTag && !$0.isEmpty }
      if others.count == tags.count { return String(line) }
      return others.isEmpty ? nil : "Tags: \(others.joined(separator: ", "))"
    }.joined(separator: "\n")
  }
}
