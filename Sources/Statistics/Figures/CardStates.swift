import Memory

/// How many cards are in which state.
package struct CardStates: Hashable, Sendable {
  /// A state of a card, in the order of its life.
  package enum State: String, CaseIterable, Hashable, Sendable {
    /// Never reviewed.
    case new
    /// In the steps of learning.
    case learning
    /// Forgotten, in the steps of learning again.
    case relearning
    /// Reviewed after less than 21 days.
    case young
    /// Reviewed after 21 days or more.
    case mature
    /// Not asked: suspended, or a draft that was rejected.
    case suspended
  }

  private var counts = [Int](repeating: 0, count: State.allCases.count)

  init(_ cards: [StudiedCard]) {
    for card in cards {
      let state: State =
        if card.isSuspended {
          .suspended
        } else {
          switch card.schedule.phase {
          case .new: .new
          case .learning: .learning
          case .relearning: .relearning
          case .review: card.isMature ? .mature : .young
          }
        }
      for (index, other) in State.allCases.enumerated() where other == state { counts[index] += 1 }
    }
  }

  package subscript(state: State) -> Int {
    State.allCases.firstIndex(of: state).map { counts[$0] } ?? 0
  }

  /// All cards.
  package var total: Int { counts.reduce(0, +) }
}
