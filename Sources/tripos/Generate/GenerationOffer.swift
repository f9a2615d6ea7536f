import Generation
import Progress

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

  /// Looks at each card that the deck lacks.
  ///
  /// - Parameters:
  ///   - target: the deck.
  ///   - progress: where the card of a key stands; `nil` where it has no records.
  init(_ target: GenerationTarget, progress: (String) -> CardProgress?) {
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
