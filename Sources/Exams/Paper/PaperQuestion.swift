import Decks

/// One question of a paper.
package struct PaperQuestion: Hashable, Sendable {
  /// The card that the question is about: its answer becomes a review of this card.
  package var card: Card
  package var type: QuestionType
  package var task: Task

  package init(card: Card, type: QuestionType, task: Task) {
    self.card = card
    self.type = type
    self.task = task
  }

  /// The keys of all cards that the question shows, its own first.
  package var shownCards: [String] {
    var keys = [card.key]
    let others: [String] =
      switch task {
      case .typed, .truth: []
      case .choice(_, let options, _):
        type == .choice ? [] : options.compactMap(\.card)
      case .order(let events): events.map(\.card)
      case .match(let matching): matching.cards
      }
    for key in others where !keys.contains(key) { keys.append(key) }
    return keys
  }
}

/// One exam as set: the same blueprint, decks and seed give the same paper on any machine.
package struct Paper: Hashable, Sendable {
  package var blueprint: Blueprint
  package var seed: UInt64
  package var questions: [PaperQuestion]
  /// What of the blueprint could not be met.
  package var shortfalls: [Shortfall]

  package init(
    blueprint: Blueprint, seed: UInt64, questions: [PaperQuestion], shortfalls: [Shortfall] = []
  ) {
    self.blueprint = blueprint
    self.seed = seed
    self.questions = questions
    self.shortfalls = shortfalls
  }
}
