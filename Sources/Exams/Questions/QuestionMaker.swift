import Chronology
import Decks
import Digest
import Marking

/// Makes questions of each type from the cards of a bank.
struct QuestionMaker {
  let bank: ItemBank
  var finder: DistractorFinder
  let seed: UInt64

  init(bank: ItemBank, seed: UInt64, latestYear: Int) {
    self.bank = bank
    self.seed = seed
    finder = DistractorFinder(bank: bank, latestYear: latestYear)
  }

  /// Whether a card looks as if the type could be made of it; making it decides.
  mutating func mayMake(_ type: QuestionType, of index: Int) -> Bool {
    let card = bank.cards[index].card
    switch type {
    case .typed: return true
    case .choice, .truth:
      switch card.kind {
      case .date, .number, .person, .state, .organisation: return true
      case .place, .term, .text:
        return !AnswerClass.nouns(in: card.prompt, kind: card.kind).isEmpty
      case .cause, .quotation, .list: return false
      }
    case .first, .between, .order: return card.datelessEvent != nil
    case .match:
      switch card.kind {
      case .date: return card.datelessEvent != nil
      case .person, .state, .organisation: return true
      case .place, .number, .term, .cause, .quotation, .list, .text: return false
      }
    }
  }

  /// A question of the type about a card.
  ///
  /// What it draws depends on the seed, the card and the type alone, not on other questions.
  ///
  /// - Parameters:
  ///   - type: the type.
  ///   - index: the card's position in the bank.
  ///   - isFree: whether another card may be shown in it.
  /// - Returns: `nil` where no good question of the type can be made.
  mutating func make(
    _ type: QuestionType, of index: Int, isFree: (Int) -> Bool
  ) -> PaperQuestion? {
    let card = bank.cards[index].card
    var draw = SeededDraw(
      seed: seed ^ Fingerprint("\(type.rawValue) \(card.deck) \(card.key)").bits)
    let task: Task? =
      switch type {
      case .typed: .typed
      case .choice: choice(index, &draw)
      case .truth: truth(index, &draw)
      case .order: order(index, &draw, isFree)
      case .first: first(index, &draw, isFree)
      case .between: between(index, &draw, isFree)
      case .match: match(index, &draw, isFree)
      }
    return task.map { PaperQuestion(card: card, type: type, task: $0) }
  }

  // MARK: One card

  private mutating func choice(_ index: Int, _ draw: inout SeededDraw) -> Task? {
    let card = bank.cards[index].card
    guard let set = finder.options(for: index, count: 3, using: &draw) else { return nil }
    let right = set.options[set.key].text
    let wrong = set.options.indices.filter { $0 != set.key }.map { set.options[$0].text }
    if ItemRules.standsOut(right, among: wrong) || ItemRules.isUnlike(right, wrong) { return nil }
    switch card.kind {
    case .date, .number: break
    case .person, .state, .organisation, .place, .term, .cause, .quotation, .list, .text:
      if ItemRules.echoes(right, in: card.prompt, among: wrong) { return nil }
    }
    return .choice(stem: card.prompt, options: set.options, key: set.key)
  }

  private mutating func truth(_ index: Int, _ draw: inout SeededDraw) -> Task? {
    let card = bank.cards[index].card
    // A lure is found for true statements too: they are made of the same cards as false ones.
    guard let set = finder.options(for: index, count: 2, using: &draw) else { return nil }
    let isTrue = draw.below(2) == 0
    let wrong = set.options.indices.filter { $0 != set.key }
    let lure = draw.pick(wrong).map { set.options[$0] }
    guard let lure else { return nil }
    var shown = isTrue ? set.options[set.key] : lure
    // A sentence of the deck stays as its author wrote it.
    if isTrue, card.isCloze, card.kind != .date { shown.text = card.answer }
    let form: Statement.Form
    if let sentence = Sentence.make(card, answer: shown.text) {
      form = .sentence(sentence)
    } else if card.kind == .date, let event = card.datelessEvent {
      form = .event(event, date: shown.text)
    } else {
      form = .answer(question: card.prompt, shown.text)
    }
    return .truth(Statement(form: form, isTrue: isTrue, lure: isTrue ? nil : shown.card))
  }

  // MARK: Several events

  /// The other events that may stand beside one, the nearest in company first.
  mutating func events(
    beside index: Int, _ draw: inout SeededDraw, _ isFree: (Int) -> Bool
  ) -> [(card: Int, date: HistoricalDate)] {
    let anchor = bank.cards[index]
    let deck = bank.cards(of: .date, in: anchor.card.deck)
    let start = deck.count > 80 ? draw.below(deck.count) : 0
    let nearby = bank.byTopic[anchor.section].filter {
      bank.cards[$0].card.kind == .date
    }.prefix(30)
    var seen: Set<Int> = [anchor.note]
    var found: [(card: Int, date: HistoricalDate, kinship: Int)] = []
    let sample = (0..<min(deck.count, 80)).map { deck[(start + $0) % deck.count] }
    for other in draw.shuffled(Array(nearby) + sample) {
      let banked = bank.cards[other]
      guard !seen.contains(banked.note), isFree(other), let phrase = banked.card.datelessEvent,
        !phrase.isEmpty, let date = finder.date(other)
      else { continue }
      seen.insert(banked.note)
      let isAlike = banked.card.isEventClause == anchor.card.isEventClause ? 2 : 0
      found.append((other, date, isAlike))
    }
    return found.enumerated().sorted {
      ($1.element.kinship, $0.offset) < ($0.element.kinship, $1.offset)
    }.map { ($0.element.card, $0.element.date) }
  }

  private mutating func order(
    _ index: Int, _ draw: inout SeededDraw, _ isFree: (Int) -> Bool
  ) -> Task? {
    guard let date = finder.date(index) else { return nil }
    let wanted = 4 + draw.below(3)
    let others = events(beside: index, &draw, isFree)
    var chosen: [(card: Int, date: HistoricalDate)] = [(index, date)]
    // Events in a strict order first; ties, which count either way, only to reach four.
    for isStrict in [true, false] {
      for other in others where chosen.count < (isStrict ? wanted : 4) {
        if chosen.contains(where: { $0.card == other.card }) { continue }
        if chosen.contains(where: { isSamePhrase($0.card, other.card) }) { continue }
        let ties = chosen.count { isTie($0.date, other.date) }
        if isStrict ? ties == 0 : ties * 2 < chosen.count { chosen.append(other) }
      }
    }
    guard chosen.count >= 4 else { return nil }
    var shown = draw.shuffled(chosen)
    // What is shown in order already would be no task.
    if zip(shown, shown.dropFirst()).allSatisfy({ $0.date.order(to: $1.date) == .before }) {
      shown.reverse()
    }
    return .order(shown.map { dated($0.card) })
  }

  private mutating func first(
    _ index: Int, _ draw: inout SeededDraw, _ isFree: (Int) -> Bool
  ) -> Task? {
    guard let date = finder.date(index) else { return nil }
    let later = events(beside: index, &draw, isFree).filter { date.order(to: $0.date) == .before }
    // A short list is a question about its neighbours, so the nearest in time are taken.
    let near = later.prefix(8).sorted { $0.date.years.first < $1.date.years.first }.prefix(3)
    return eventChoice(
      index, among: near.map(\.card), stem: "Which of these came first?", &draw)
  }

  private mutating func between(
    _ index: Int, _ draw: inout SeededDraw, _ isFree: (Int) -> Bool
  ) -> Task? {
    guard let date = finder.date(index), let span = span(around: date, &draw) else { return nil }
    let outside = events(beside: index, &draw, isFree).filter {
      switch $0.date.order(to: span.date) {
      case .before, .after: true
      case .same, .unknown: false
      }
    }
    return eventChoice(
      index, among: outside.prefix(3).map(\.card),
      stem: "Which of these happened \(span.phrase)?", &draw)
  }

  private mutating func eventChoice(
    _ index: Int, among others: [Int], stem: String, _ draw: inout SeededDraw
  ) -> Task? {
    guard let right = bank.cards[index].card.datelessEvent else { return nil }
    var wrong: [AnswerOption] = []
    for other in others {
      let card = bank.cards[other].card
      guard let phrase = card.datelessEvent, !isSamePhrase(index, other),
        !wrong.contains(where: { Words.content($0.text) == Words.content(phrase) })
      else { continue }
      wrong.append(AnswerOption(phrase, card: card.key))
    }
    guard wrong.count >= 2 else { return nil }
    let texts = wrong.map(\.text)
    if ItemRules.standsOut(right, among: texts) || ItemRules.isUnlike(right, texts) { return nil }
    let set = finder.placed(
      AnswerOption(right, card: bank.cards[index].card.key), among: wrong, using: &draw)
    return .choice(stem: stem, options: set.options, key: set.key)
  }

  /// A span of years that holds a date, in words.
  private func span(
    around date: HistoricalDate, _ draw: inout SeededDraw
  ) -> (date: HistoricalDate, phrase: String)? {
    let (first, last) = date.years
    guard last - first <= 12 else { return nil }
    let isYear = first == last
    if isYear, draw.below(2) == 0, let year = Period(.year(first)) {
      let date = HistoricalDate(year)
      return (date, "in \(date.english)")
    }
    let from = first - draw.below(3)
    let to = max(last + draw.below(3), from + 1)
    // A span does not run over the era's beginning, where there is no year 0.
    guard (from > 0) == (to > 0), let start = Period(.year(from)), let end = Period(.year(to)),
      let range = HistoricalDate.range(from: .period(start), to: .period(end))
    else { return nil }
    return (range, "from \(start.english) to \(end.english)")
  }

  // MARK: Pairs

  private mutating func match(
    _ index: Int, _ draw: inout SeededDraw, _ isFree: (Int) -> Bool
  ) -> Task? {
    bank.cards[index].card.kind == .date
      ? matchDates(index, &draw, isFree) : matchActors(index, &draw, isFree)
  }

  private mutating func matchDates(
    _ index: Int, _ draw: inout SeededDraw, _ isFree: (Int) -> Bool
  ) -> Task? {
    guard let date = finder.date(index) else { return nil }
    var chosen: [(card: Int, date: HistoricalDate)] = [(index, date)]
    for other in events(beside: index, &draw, isFree) where chosen.count < 5 {
      // Dates of one precision: otherwise the form of the event's own date gives it away.
      guard finder.isLike(other.date, date) else { continue }
      if chosen.contains(where: { isTie($0.date, other.date) || isSamePhrase($0.card, other.card) })
      {
        continue
      }
      chosen.append(other)
    }
    guard chosen.count >= 4 else { return nil }
    let extra = chosen.count == 5 ? chosen.removeLast() : nil
    let left = draw.shuffled(chosen)
    let right = (left + (extra.map { [$0] } ?? [])).sorted {
      $0.date.order(to: $1.date) == .before
    }
    let key = left.map { pair in right.firstIndex { $0.card == pair.card } ?? 0 }
    return .match(
      Matching(
        subject: .dates, left: left.compactMap { bank.cards[$0.card].card.datelessEvent },
        right: right.map(\.date.english), key: key, cards: left.map { bank.cards[$0.card].card.key }
      ))
  }

  private mutating func matchActors(
    _ index: Int, _ draw: inout SeededDraw, _ isFree: (Int) -> Bool
  ) -> Task? {
    let anchor = bank.cards[index]
    let subject: Matching.Subject
    switch anchor.card.kind {
    case .person: subject = .persons
    case .state: subject = .states
    case .organisation: subject = .organisations
    case .date, .place, .number, .term, .cause, .quotation, .list, .text: return nil
    }
    let pool = bank.cards(of: anchor.card.kind, in: anchor.card.deck)
    let start = pool.count > 80 ? draw.below(pool.count) : 0
    let sample = (0..<min(pool.count, 80)).map { pool[(start + $0) % pool.count] }
    let ranked = draw.shuffled(sample).enumerated().sorted {
      (finder.kinship($1.element, to: index), $0.offset)
        < (finder.kinship($0.element, to: index), $1.offset)
    }.map(\.element)
    var chosen: [Int] = [index]
    var notes: Set<Int> = [anchor.note]
    for other in ranked where chosen.count < 5 {
      let banked = bank.cards[other]
      guard other != index, isFree(other), !notes.contains(banked.note) else { continue }
      if chosen.allSatisfy({ canStandBeside(banked.card, bank.cards[$0].card) }) {
        chosen.append(other)
        notes.insert(banked.note)
      }
    }
    guard chosen.count >= 4 else { return nil }
    let extra = chosen.count == 5 ? chosen.removeLast() : nil
    let left = draw.shuffled(chosen)
    let right = draw.shuffled(left + (extra.map { [$0] } ?? []))
    let isTold = left.contains { card in
      let others = right.filter { $0 != card }.map { bank.cards[$0].card.answer }
      return ItemRules.echoes(
        bank.cards[card].card.answer, in: bank.cards[card].card.prompt, among: others)
    }
    if isTold { return nil }
    return .match(
      Matching(
        subject: subject, left: left.map { bank.cards[$0].card.prompt },
        right: right.map { bank.cards[$0].card.answer },
        key: left.map { card in right.firstIndex(of: card) ?? 0 },
        cards: left.map { bank.cards[$0].card.key }))
  }

  /// Whether two cards may be pairs of one matching: neither answer fits the other's prompt, nor
  /// does either prompt name the other's answer.
  private func canStandBeside(_ card: Card, _ other: Card) -> Bool {
    guard card.prompt.utf8.count <= 160, other.prompt.utf8.count <= 160,
      !card.prompt.contains("\n"), !card.asksNegatively
    else { return false }
    let classes = (
      AnswerClass.telling(card.prompt, kind: card.kind),
      AnswerClass.telling(other.prompt, kind: other.kind)
    )
    if classes.0 != classes.1, classes.0.isDisjoint(with: classes.1) { return false }
    let names = (
      bank.actors.mentioned(in: card.prompt), bank.actors.mentioned(in: other.prompt)
    )
    if let answer = bank.actors.actor(named: other.answer), names.0.contains(answer) {
      return false
    }
    if let answer = bank.actors.actor(named: card.answer), names.1.contains(answer) { return false }
    return !Words.contains(other.answer, in: card.prompt)
      && !Words.contains(card.answer, in: other.prompt)
      && !finder.isAccepted(other.answer, for: card) && !finder.isAccepted(card.answer, for: other)
  }

  // MARK: Events

  private func dated(_ index: Int) -> DatedEvent {
    let card = bank.cards[index].card
    return DatedEvent(phrase: card.datelessEvent ?? card.prompt, date: card.answer, card: card.key)
  }

  private func isTie(_ left: HistoricalDate, _ right: HistoricalDate) -> Bool {
    switch left.order(to: right) {
    case .before, .after: false
    case .same, .unknown: true
    }
  }

  private func isSamePhrase(_ left: Int, _ right: Int) -> Bool {
    Words.content(bank.cards[left].card.event ?? "")
      == Words.content(bank.cards[right].card.event ?? "")
  }
}
