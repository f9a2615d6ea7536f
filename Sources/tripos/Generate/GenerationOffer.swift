import Decks
import Generation
import Progress
import Study

/// What a text has to offer to a deck, after what was decided before.
struct GenerationOffer {
  /// The cards that are offered.
  private(set) var cards: [DeckUpdate.New] = []
  /// How many facts were rejected before.
  private(set) var rejected = 0
  /// How many notes were studied or kept, and then taken out of the deck by hand.
  private(set) var takenOut = 0
  /// How many are asked in other decks of the home.
  private(set) var elsewhere = 0
  /// How many drafts the deck has that are still to be settled.
  let openDrafts: Int

  /// Looks at each card that the deck lacks.
  ///
  /// - Parameters:
  ///   - target: the deck.
  ///   - progress: where the card of a key stands; `nil` where it has no records.
  init(_ target: GenerationTarget, progress: (String) -> CardProgress?) {
    let deck = target.existing?.deck
    openDrafts =
      deck?.notes.filter(\.isMarkedDraft).count { note in
        deck?.cards(of: note).contains { $0.isDraft(progress($0.key)) } ?? false
      } ?? 0
    for card in target.update.new {
      let known = progress(card.key)
      if known?.draft == .rejected {
        rejected += 1
      } else if target.elsewhere.contains(card.key) {
        elsewhere += 1
      } else if let known, known.answers > 0 || known.draft == .kept, !target.isNew {
        takenOut += 1
      } else {
        cards.append(card)
      }
    }
  }
}
