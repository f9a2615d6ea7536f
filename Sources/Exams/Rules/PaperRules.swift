import Decks

extension ItemRules {
  /// What is wrong with a paper as a whole, and with each question of it.
  ///
  /// - Parameters:
  ///   - paper: the paper.
  ///   - bank: the cards that it was made of.
  /// - Returns: breaches with the numbers of their questions, counted from 1; 0 for the paper.
  package func breaches(
    of paper: Paper, from bank: ItemBank
  ) -> [(question: Int, breach: ItemBreach)] {
    var found: [(question: Int, breach: ItemBreach)] = []
    for (index, question) in paper.questions.enumerated() {
      found += breaches(of: question).map { (index + 1, $0) }
    }
    let shown = paper.questions.map { question in
      question.shownCards.compactMap { bank.index(ofKey: $0) }
    }
    var owner: [Int: Int] = [:]
    for (index, cards) in shown.enumerated() {
      for note in Set(cards.map { bank.cards[$0].note }) {
        if let other = owner[note] { found.append((index + 1, .siblings(other + 1, index + 1))) }
        owner[note] = index
      }
      if Set(cards.map { bank.cards[$0].note }).count < cards.count {
        found.append((index + 1, .siblings(index + 1, index + 1)))
      }
    }
    let asked = paper.questions.map { bank.index(ofKey: $0.card.key) }
    let giveaways = asked.map { index in index.map { Giveaway(bank.cards[$0], in: bank) } }
    for (index, giveaway) in giveaways.enumerated() {
      for (other, second) in giveaways.enumerated() where other != index {
        guard let giveaway, let second else { continue }
        if giveaway.gives(away: second, namesOf: bank.actors.nameStems) {
          found.append((index + 1, .givesAway(index + 1, other + 1)))
        }
      }
    }
    return found
  }
}
