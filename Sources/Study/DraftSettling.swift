import Chronology
import Decks
import Progress

extension DraftMark {
  /// On how many different study days an answer must have been right for a draft to be kept without
  /// a word of the student's.
  package static let daysToKeep = 2
}

extension CardProgress {
  /// Whether a card that was a draft is none any more: the student decided, or knows it.
  package var settlesDraft: Bool { draft != nil || correctDays >= DraftMark.daysToKeep }
}

extension Card {
  /// Whether the card is a draft that nobody has settled yet.
  ///
  /// - Parameter progress: where the card stands; `nil` where it has no records.
  /// - Returns: whether the student has still to settle it.
  package func isDraft(_ progress: CardProgress?) -> Bool {
    isMarkedDraft && !(progress?.settlesDraft ?? false)
  }
}

extension StudySession {
  /// Whether a card is a draft that is still to be settled.
  package func isDraft(_ card: Card) -> Bool { card.isDraft(store.progress(of: card.key)) }

  /// Keeps a draft: it is a card like any other from now on.
  package func keep(_ card: Card, at now: Instant) throws(ProgressError) {
    _ = try append(.keep(key: card.key), at: now)
  }

  /// Rejects a draft: it is not asked any more, and generation does not offer it again.
  package func reject(_ question: Question, at now: Instant) throws(ProgressError) {
    _ = try append(.reject(key: question.card.key), at: now)
    queue.remove(question.entry)
  }
}

/// A deck file whose settled drafts bear the mark no longer.
///
/// The journal decides what is settled; the file only follows, so that a deck that is passed on
/// shows it too. Notes whose cards were all rejected are taken out, and their `reject` records keep
/// generation from offering them again.
///
/// - Parameters:
///   - deck: the deck.
///   - progress: where the card of a key stands; `nil` where it has no records.
/// - Returns: the bytes of the file; `nil` where nothing is settled that bears the mark.
package func settlingDrafts(
  in deck: Deck, progress: (String) -> CardProgress?
) -> [UInt8]? {
  var kept: [Note] = []
  var rejected: [Int] = []
  for note in deck.notes where note.isMarkedDraft {
    let states = deck.cards(of: note).map { progress($0.key) }
    if states.allSatisfy({ $0?.draft == .rejected }) {
      rejected.append(note.ordinal)
    } else if states.allSatisfy({ $0?.settlesDraft ?? false }) {
      kept.append(note)
    }
  }
  if kept.isEmpty && rejected.isEmpty { return nil }
  var settled = Deck.parse(bytes: deck.removingDraftMark(from: kept), path: deck.path)
  // From the end, so that the others keep their places.
  for ordinal in rejected.reversed() {
    guard let note = settled.note(ordinal: ordinal) else { continue }
    settled = Deck.parse(bytes: settled.removing(note), path: deck.path)
  }
  return settled.bytes
}
