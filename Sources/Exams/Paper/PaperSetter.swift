import Decks
import Digest

/// Sets a paper from a bank of cards by a blueprint.
package struct PaperSetter {
  private let bank: ItemBank
  private let blueprint: Blueprint
  private let seed: UInt64
  private let topics: TopicChoice
  private var maker: QuestionMaker
  /// Questions made so far; `nil` where a type cannot be made of a card.
  private var made: [Trial: PaperQuestion?] = [:]
  private var giveaways: [Int: Giveaway] = [:]

  /// A type tried on a card.
  private struct Trial: Hashable {
    var card: Int
    var type: QuestionType
  }

  /// Cards that were chosen, and the types that their questions have.
  private struct Selection {
    var cards: [Int] = []
    var questions: [Int: PaperQuestion] = [:]
  }

  private init(
    _ blueprint: Blueprint, bank: ItemBank, seed: UInt64, latestYear: Int
  ) throws(BlueprintProblem) {
    if let problem = blueprint.problems.first { throw problem }
    self.bank = bank
    self.blueprint = blueprint
    self.seed = seed
    topics = try TopicChoice(blueprint, in: bank)
    maker = QuestionMaker(bank: bank, seed: seed, latestYear: latestYear)
  }

  /// Sets a paper.
  ///
  /// - Parameters:
  ///   - blueprint: what is wanted.
  ///   - bank: the cards.
  ///   - seed: decides among all papers that fit.
  ///   - latestYear: the year of today: no later date is offered as an answer.
  /// - Returns: the paper, with what of the blueprint could not be met.
  /// - Throws: why there can be no paper.
  package static func paper(
    _ blueprint: Blueprint, from bank: ItemBank, seed: UInt64, latestYear: Int
  ) throws(BlueprintProblem) -> Paper {
    var setter = try PaperSetter(blueprint, bank: bank, seed: seed, latestYear: latestYear)
    return try setter.paper()
  }

  private var types: [QuestionType] { blueprint.types.filter { $0.weight > 0 }.map(\.subject) }

  private mutating func paper() throws(BlueprintProblem) -> Paper {
    var excluded = Set<Int>()
    var selection = Selection()
    // A card of which no asked type can be made gives way to another one.
    for _ in 0..<12 {
      selection = Selection(cards: choose(without: excluded))
      let failed = assignTypes(&selection)
      if failed.isEmpty { break }
      excluded.formUnion(failed)
      selection.cards.removeAll { failed.contains($0) }
    }
    guard !selection.questions.isEmpty else { throw .noCards }
    let order = SeededDraw(seed: seed).shuffledCopy(selection.cards)
    let questions = order.compactMap { selection.questions[$0] }
    let sorted = QuestionType.allCases.flatMap { type in questions.filter { $0.type == type } }
    return Paper(
      blueprint: blueprint, seed: seed, questions: sorted, shortfalls: shortfalls(sorted))
  }

  // MARK: Cards

  private var kindGroups: [Set<CardKind>] {
    blueprint.kinds.isEmpty ? [Set(CardKind.allCases)] : blueprint.kinds.map(\.subject.kinds)
  }

  private var kindWeights: [Double] {
    blueprint.kinds.isEmpty ? [1] : blueprint.kinds.map(\.weight)
  }

  /// Chooses cards so that sections and kinds get their shares, one card a note, none that gives
  /// another away.
  private mutating func choose(without excluded: Set<Int>) -> [Int] {
    var draw = SeededDraw(seed: seed ^ 0x7061_7065_7273)
    var cells = cells(without: excluded, using: &draw)
    let rows = largestRemainder(blueprint.questions, by: topics.weights)
    let columns = largestRemainder(blueprint.questions, by: kindWeights)
    var chosen: [Int] = []
    // Where a cell holds less than it promised, other cards are tried, then other shares.
    let reshuffles = 16
    for round in 0..<2 * reshuffles {
      let table = Transport(
        rows: rows, columns: columns, capacity: cells.map { $0.map(\.capacity) }, using: &draw)
      var isShort = false
      chosen = []
      var notes = Set<Int>()
      for row in rows.indices {
        for column in columns.indices {
          let wanted = table.amounts[row][column]
          let taken = take(wanted, from: cells[row][column].cards, beside: chosen, &notes)
          if taken.count < wanted {
            if round >= reshuffles { cells[row][column].capacity = taken.count }
            isShort = true
          }
          chosen += taken
        }
      }
      if !isShort { break }
      if round < reshuffles {
        for row in cells.indices {
          for column in cells[row].indices {
            cells[row][column].cards = draw.shuffled(cells[row][column].cards)
          }
        }
      }
    }
    if chosen.count < blueprint.questions {
      // What the shares leave open is filled from all that was asked for.
      var notes = Set(chosen.map { bank.cards[$0].note })
      let rest = zip(cells, rows).filter { $0.1 > 0 }.flatMap { row in
        zip(row.0, columns).filter { $0.1 > 0 }.flatMap(\.0.cards)
      }
      chosen += take(
        blueprint.questions - chosen.count, from: draw.shuffled(rest), beside: chosen, &notes)
    }
    return chosen
  }

  private struct Cell {
    var cards: [Int] = []
    var capacity = 0
  }

  /// The cards that may be asked, by section and kind, each section's cards spread over the list.
  private mutating func cells(without excluded: Set<Int>, using draw: inout SeededDraw) -> [[Cell]]
  {
    let groups = kindGroups
    var column: [CardKind: Int] = [:]
    for (index, kinds) in groups.enumerated() {
      for kind in kinds where column[kind] == nil { column[kind] = index }
    }
    var cells = topics.names.map { _ in groups.map { _ in Cell() } }
    let needsType = !types.contains(.typed)
    // Of each section and kind: how many cards there are, and where in their row the draw begins.
    var counts = bank.topics.map { _ in groups.map { _ in 0 } }
    let starts = bank.topics.map { _ in groups.map { _ in Double(draw.below(1 << 20)) / 0x1p20 } }
    var ranked: [(card: Int, turn: Int, row: Int, column: Int)] = []
    for index in draw.shuffled(Array(bank.cards.indices)) {
      let banked = bank.cards[index]
      guard let row = topics.groups[banked.section], let column = column[banked.card.kind],
        topics.weights[row] > 0, kindWeights[column] > 0, !excluded.contains(index)
      else { continue }
      if needsType, !types.contains(where: { maker.mayMake($0, of: index) }) { continue }
      ranked.append((index, counts[banked.section][column], row, column))
      counts[banked.section][column] += 1
    }
    // Every section has its share in any beginning of the list, and every card the same chance.
    var notes = cells.map { $0.map { _ in Set<Int>() } }
    func place(_ entry: (card: Int, turn: Int, row: Int, column: Int)) -> Double {
      let section = bank.cards[entry.card].section
      let count = Double(counts[section][entry.column])
      return (Double(entry.turn) + starts[section][entry.column]) / count
    }
    for entry in ranked.map({ (entry: $0, place: place($0)) }).enumerated().sorted(by: {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }).map(\.element.entry) {
      cells[entry.row][entry.column].cards.append(entry.card)
      if notes[entry.row][entry.column].insert(bank.cards[entry.card].note).inserted {
        cells[entry.row][entry.column].capacity += 1
      }
    }
    return cells
  }

  /// Takes cards that can stand beside those chosen.
  private mutating func take(
    _ count: Int, from cards: [Int], beside chosen: [Int], _ notes: inout Set<Int>
  ) -> [Int] {
    var taken: [Int] = []
    for card in cards {
      if taken.count == count { break }
      if notes.contains(bank.cards[card].note) { continue }
      if (chosen + taken).contains(where: { areGivingAway($0, card) }) { continue }
      taken.append(card)
      notes.insert(bank.cards[card].note)
    }
    return taken
  }

  private mutating func areGivingAway(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (giveaway(left), giveaway(right))
    let stems = bank.actors.nameStems
    return first.gives(away: second, namesOf: stems) || second.gives(away: first, namesOf: stems)
  }

  private mutating func giveaway(_ index: Int) -> Giveaway {
    if let known = giveaways[index] { return known }
    let giveaway = Giveaway(bank.cards[index], in: bank)
    giveaways[index] = giveaway
    return giveaway
  }

  // MARK: Types

  /// Gives each chosen card a type, so that the types get their shares.
  ///
  /// - Returns: the cards of which no asked type can be made.
  private mutating func assignTypes(_ selection: inout Selection) -> Set<Int> {
    let weighted = blueprint.types.filter { $0.weight > 0 }
    let cards = selection.cards
    let quotas = largestRemainder(cards.count, by: weighted.map(\.weight))
    var capacity = cards.map { card in
      weighted.map { maker.mayMake($0.subject, of: card) ? 1 : 0 }
    }
    for _ in 0..<(cards.count + 8) {
      var draw = SeededDraw(seed: seed ^ 0x7479_7065_73)
      let table = Transport(
        rows: cards.map { _ in 1 }, columns: quotas, capacity: capacity, using: &draw)
      selection.questions = [:]
      var isShort = false
      var shown = Set(cards.map { bank.cards[$0].note })
      // Types that show other cards come last, when it is known what they must leave alone.
      for (column, type) in weighted.enumerated().sorted(by: {
        $0.element.subject < $1.element.subject
      }) {
        for (row, card) in cards.enumerated() where table.amounts[row][column] > 0 {
          if let question = make(type.subject, of: card, besides: &shown, cards) {
            selection.questions[card] = question
          } else {
            capacity[row][column] = 0
            isShort = true
          }
        }
      }
      if !isShort { break }
    }
    var failed = Set<Int>()
    for (row, card) in cards.enumerated() where selection.questions[card] == nil {
      // Over its type's share, but better than no question.
      var shown = Set(cards.map { bank.cards[$0].note })
      for key in selection.questions.values.flatMap(\.shownCards) {
        if let other = cardIndex(key) { shown.insert(bank.cards[other].note) }
      }
      for (column, type) in weighted.enumerated() where capacity[row][column] > 0 {
        if let question = make(type.subject, of: card, besides: &shown, cards) {
          selection.questions[card] = question
          break
        }
      }
      if selection.questions[card] == nil { failed.insert(card) }
    }
    return failed
  }

  private mutating func make(
    _ type: QuestionType, of card: Int, besides shown: inout Set<Int>, _ chosen: [Int]
  ) -> PaperQuestion? {
    let trial = Trial(card: card, type: type)
    switch type {
    case .typed, .truth, .choice:
      if let known = made[trial] { return known }
      let question = maker.make(type, of: card) { _ in true }
      made[trial] = .some(question)
      return question
    case .first, .between, .order, .match:
      let taken = shown
      var rejected = Set<Int>()
      // Other cards that are shown must not tell what is asked elsewhere.
      for _ in 0..<4 {
        guard
          let question = maker.make(
            type, of: card,
            isFree: { !taken.contains(bank.cards[$0].note) && !rejected.contains($0) })
        else { return nil }
        let others = question.shownCards.compactMap { cardIndex($0) }.filter { $0 != card }
        let telling = others.filter { other in
          chosen.contains { $0 != card && areGivingAway($0, other) }
        }
        if telling.isEmpty {
          for other in others { shown.insert(bank.cards[other].note) }
          return question
        }
        rejected.formUnion(telling)
      }
      return nil
    }
  }

  private func cardIndex(_ key: String) -> Int? { bank.index(ofKey: key) }

  // MARK: What could not be met

  private func shortfalls(_ questions: [PaperQuestion]) -> [Shortfall] {
    var shortfalls: [Shortfall] = []
    if questions.count < blueprint.questions {
      shortfalls.append(.questions(asked: blueprint.questions, possible: questions.count))
    }
    let total = blueprint.questions
    let sections = largestRemainder(total, by: topics.weights)
    for (group, name) in topics.names.enumerated() {
      guard let name else { continue }
      let possible = questions.count { question in
        bank.index(ofKey: question.card.key).flatMap { topics.groups[bank.cards[$0].section] }
          == group
      }
      if possible < sections[group] {
        shortfalls.append(.section(name, asked: sections[group], possible: possible))
      }
    }
    let kinds = largestRemainder(total, by: blueprint.kinds.map(\.weight))
    for (index, group) in blueprint.kinds.map(\.subject).enumerated() {
      let possible = questions.count { group.kinds.contains($0.card.kind) }
      if possible < kinds[index] {
        shortfalls.append(.kind(group.name, asked: kinds[index], possible: possible))
      }
    }
    let quotas = largestRemainder(total, by: blueprint.types.map(\.weight))
    for (index, type) in blueprint.types.map(\.subject).enumerated() {
      let possible = questions.count { $0.type == type }
      if possible < quotas[index] {
        shortfalls.append(.type(type, asked: quotas[index], possible: possible))
      }
    }
    return shortfalls
  }
}

extension SeededDraw {
  fileprivate func shuffledCopy<Element>(_ elements: [Element]) -> [Element] {
    var draw = self
    return draw.shuffled(elements)
  }
}
