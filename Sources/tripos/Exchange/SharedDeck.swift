import Decks
import Progress
import Study

/// A deck as others get it: without drafts that are not kept and cards that were rejected.
struct SharedDeck {
  /// A card within its deck file.
  struct Place: Hashable {
    /// The position of the note in the file.
    let note: Int
    /// The blank's number; 0 for a `Q:` note.
    let blank: Int
  }

  let deck: Deck
  /// How many notes are left out.
  let leftOut: Int

  /// Leaves out what is not for others.
  ///
  /// - Parameters:
  ///   - deck: the deck.
  ///   - progress: where a card stands; `nil` where it has no records.
  init(_ deck: Deck, progress: (Place) -> CardProgress?) {
    var shared = deck
    var leftOut = 0
    for note in deck.notes.reversed() {
      let states = note.fields.answers.indices.map { index in
        let isQuestion = if case .question = note.body { true } else { false }
        return progress(Place(note: note.ordinal, blank: isQuestion ? 0 : index + 1))
      }
      let isRejected = states.allSatisfy { $0?.draft == .rejected }
      let isDraft = note.isMarkedDraft
      let isWanted =
        !isRejected
        && (!isDraft || states.contains { $0?.settlesDraft ?? false && $0?.draft != .rejected })
      if !isWanted {
        leftOut += 1
        shared = Deck.parse(bytes: shared.removing(note), path: deck.path)
      } else if isDraft {
        if let marked = shared.note(ordinal: note.ordinal) {
          let bytes = shared.removingDraftMark(from: [marked])
          shared = Deck.parse(bytes: bytes, path: deck.path)
        }
      }
    }
    self.deck = shared
    self.leftOut = leftOut
  }
}
