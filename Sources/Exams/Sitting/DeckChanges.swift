import Decks

extension Sitting {
  /// How a question's card looks in the decks of today.
  package enum DeckChange: Hashable, Sendable {
    /// No card has its key any more.
    case gone
    /// The prompt or the answer reads otherwise now.
    case edited
  }

  /// The questions whose cards changed since the paper was set, counted from 0.
  ///
  /// The paper stands as it was set: a sitting goes on with what the candidate has seen.
  ///
  /// - Parameter current: the card that has a key today.
  /// - Returns: what changed, by question.
  package func deckChanges(_ current: (String) -> Card?) -> [Int: DeckChange] {
    var changes: [Int: DeckChange] = [:]
    for (index, question) in paper.questions.enumerated() {
      if let card = current(question.card.key) {
        let isSame =
          card.prompt == question.card.prompt && card.answer == question.card.answer
          && card.also == question.card.also
        if !isSame { changes[index] = .edited }
      } else {
        changes[index] = .gone
      }
    }
    return changes
  }
}
