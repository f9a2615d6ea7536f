import Chronology
import Decks
import Marking

/// Checks questions and papers against the rules of item writing.
///
/// It is written against what a candidate sees, apart from the code that makes questions, so that
/// either finds the other's mistakes.
package struct ItemRules: Sendable {
  private let judge: Judge
  private let latestYear: Int

  package init(judge: @escaping Judge, latestYear: Int) {
    self.judge = judge
    self.latestYear = latestYear
  }

  /// Whether the right option is told by its length alone: over 1.6 times as long as the longest
  /// other one, or under that of the shortest.
  static func standsOut(_ right: String, among wrong: [String]) -> Bool {
    guard let longest = wrong.map(\.count).max(), let shortest = wrong.map(\.count).min() else {
      return false
    }
    let length = Double(right.count)
    let slack = 4.0
    return length > 1.6 * Double(longest) + slack || length * 1.6 + slack < Double(shortest)
  }

  /// Whether the right option begins unlike every other one: with an article, or in small letters.
  static func isUnlike(_ right: String, _ wrong: [String]) -> Bool {
    func opening(_ text: String) -> String {
      let first = text.split(separator: " ").first?.lowercased() ?? ""
      if ["a", "an", "the"].contains(first) { return first }
      return text.first?.isUppercase == true ? "A" : text.first?.isLetter == true ? "a" : "1"
    }
    return wrong.allSatisfy { opening($0) != opening(right) }
  }

  /// Whether a word of the stem stands in the right option and in no other: "which movement" tells
  /// the only movement among the options.
  static func echoes(_ right: String, in stem: String, among wrong: [String]) -> Bool {
    let told = Words.content(stem).intersection(Words.content(right))
    return !told.subtracting(wrong.reduce(into: []) { $0.formUnion(Words.content($1)) }).isEmpty
  }

  /// What is wrong with one question.
  package func breaches(of question: PaperQuestion) -> [ItemBreach] {
    switch question.task {
    case .typed: question.card.prompt.isEmpty ? [.unfinished("")] : []
    case .choice(let stem, let options, let key):
      question.type == .choice
        ? choiceBreaches(question.card, stem, options.map(\.text), key)
        : eventBreaches(question.card, options.map(\.text), key)
    case .truth(let statement): truthBreaches(question.card, statement)
    case .order(let events): orderBreaches(events)
    case .match(let matching): matchBreaches(matching)
    }
  }

  // MARK: Choice

  private func choiceBreaches(
    _ card: Card, _ stem: String, _ options: [String], _ key: Int
  ) -> [ItemBreach] {
    var breaches = listBreaches(options, key)
    guard options.indices.contains(key) else { return breaches }
    if judge(options[key], Expected(card)).mark != .correct {
      breaches.append(.wrongKey(options[key]))
    }
    for (index, option) in options.enumerated() where index != key {
      let verdict = judge(option, Expected(card))
      if verdict.mark != .wrong || verdict.unsure { breaches.append(.acceptedDistractor(option)) }
      if Words.contains(option, in: stem) { breaches.append(.optionInStem(option)) }
      for other in options[..<index] {
        let verdict = judge(option, Expected(answer: other, kind: card.kind))
        if verdict.mark != .wrong { breaches.append(.sameOptions(other, option)) }
      }
    }
    switch card.kind {
    case .date, .number: break
    case .person, .state, .organisation, .place, .term, .cause, .quotation, .list, .text:
      let wrong = options.indices.filter { $0 != key }.map { options[$0] }
      if ItemRules.echoes(options[key], in: stem, among: wrong) {
        breaches.append(.keyEchoesStem(options[key]))
      }
    }
    if card.asksNegatively { breaches.append(.negativeStem) }
    if card.article != nil {
      let vowels = Set(options.map { $0.first.map { "aeiouAEIOU".contains($0) } ?? false })
      if vowels.count > 1 { breaches.append(.articleGivesAway(options[key])) }
    }
    switch card.kind {
    case .date: breaches += dateBreaches(options)
    case .number:
      let values = options.map { Figure($0)?.value ?? 0 }
      if values != values.sorted() { breaches.append(.unsorted) }
    case .person, .state, .organisation, .place, .term, .cause, .quotation, .list, .text: break
    }
    return breaches
  }

  /// What holds for any list of options.
  private func listBreaches(_ options: [String], _ key: Int) -> [ItemBreach] {
    var breaches: [ItemBreach] = []
    if !(3...5).contains(options.count) { breaches.append(.optionCount(options.count)) }
    guard options.indices.contains(key) else { return breaches + [.wrongKey("")] }
    var seen: [[String]: String] = [:]
    for option in options {
      let words = Words.all(option)
      if words.isEmpty { breaches.append(.unfinished(option)) }
      if let other = seen[words] { breaches.append(.sameOptions(other, option)) }
      seen[words] = option
      if words.contains("above") || words == ["none"] || option.lowercased().hasPrefix("none of ")
        || option.lowercased().hasPrefix("all of ")
      {
        breaches.append(.catchAll(option))
      }
      if words.contains("always") || words.contains("never") { breaches.append(.absolute(option)) }
    }
    let wrong = options.indices.filter { $0 != key }.map { options[$0] }
    if ItemRules.standsOut(options[key], among: wrong) {
      breaches.append(.keyStandsOut(options[key]))
    }
    if ItemRules.isUnlike(options[key], wrong) { breaches.append(.unlikeGrammar(options[key])) }
    return breaches
  }

  private func dateBreaches(_ options: [String]) -> [ItemBreach] {
    var breaches: [ItemBreach] = []
    let dates = options.compactMap { HistoricalDate($0) }
    guard dates.count == options.count else {
      return [.unfinished(options.joined(separator: ", "))]
    }
    for (index, pair) in zip(dates, dates.dropFirst()).enumerated() {
      let texts = (options[index], options[index + 1])
      if pair.0.precision != pair.1.precision {
        breaches.append(.unlikePrecision(texts.0, texts.1))
      }
      switch pair.0.order(to: pair.1) {
      case .before: break
      case .after: breaches.append(.unsorted)
      case .same, .unknown: breaches.append(.overlapping(texts.0, texts.1))
      }
    }
    for (date, option) in zip(dates, options) where date.years.last > latestYear {
      breaches.append(.futureDate(option))
    }
    return breaches
  }

  // MARK: Events

  private func eventBreaches(_ card: Card, _ options: [String], _ key: Int) -> [ItemBreach] {
    var breaches = listBreaches(options, key)
    for option in options where option.namesYear { breaches.append(.datedEvent(option)) }
    if options.indices.contains(key), options[key] != card.event {
      breaches.append(.wrongKey(options[key]))
    }
    return breaches
  }

  private func orderBreaches(_ events: [DatedEvent]) -> [ItemBreach] {
    var breaches: [ItemBreach] = []
    if !(4...7).contains(events.count) { breaches.append(.eventCount(events.count)) }
    for event in events where event.phrase.namesYear {
      breaches.append(.datedEvent(event.phrase))
    }
    let dates = events.compactMap { HistoricalDate($0.date) }
    guard dates.count == events.count else { return breaches + [.noOrder] }
    var ordered = 0
    var ascending = 0
    for (index, date) in dates.enumerated() {
      for other in dates[(index + 1)...] {
        switch date.order(to: other) {
        case .before:
          ordered += 1
          ascending += 1
        case .after: ordered += 1
        case .same, .unknown: break
        }
      }
    }
    if ordered * 2 < dates.count * (dates.count - 1) / 2 || ascending == ordered {
      breaches.append(.noOrder)
    }
    return breaches
  }

  // MARK: Statements and pairs

  private func truthBreaches(_ card: Card, _ statement: Statement) -> [ItemBreach] {
    let text: String
    let shown: String?
    switch statement.form {
    case .sentence(let sentence):
      text = sentence
      shown = nil
      let isEnded = sentence.last.map { ".!?\"”".contains($0) } ?? false
      if !isEnded && !card.isCloze { return [.unfinished(sentence)] }
    case .event(let event, let date):
      text = event
      shown = date
    case .answer(let question, let answer):
      text = question
      shown = answer
    }
    if text.isEmpty || shown?.isEmpty == true { return [.unfinished(text)] }
    guard let shown else {
      let saysRight =
        card.isCloze
        ? text == Sentence.make(card, answer: card.answer)
        : ([card.answer] + card.also).contains { Words.contains($0, in: text) }
      return !saysRight && statement.isTrue && card.kind != .date ? [.wrongTruth(text)] : []
    }
    let verdict = judge(shown, Expected(card))
    if statement.isTrue { return verdict.mark == .correct ? [] : [.wrongTruth(shown)] }
    return verdict.mark == .wrong && !verdict.unsure ? [] : [.wrongTruth(shown)]
  }

  private func matchBreaches(_ matching: Matching) -> [ItemBreach] {
    var breaches: [ItemBreach] = []
    let count = matching.left.count
    guard count >= 3, matching.key.count == count, matching.right.count >= count,
      Set(matching.key).count == count, matching.key.allSatisfy(matching.right.indices.contains)
    else { return [.badMatching] }
    for (index, text) in matching.right.enumerated() {
      for other in matching.right[..<index] {
        let kind: CardKind =
          switch matching.subject {
          case .dates: .date
          case .persons: .person
          case .states: .state
          case .organisations: .organisation
          }
        if judge(text, Expected(answer: other, kind: kind)).mark != .wrong {
          breaches.append(.doubleMatch(other, text))
        }
      }
    }
    switch matching.subject {
    case .dates:
      for event in matching.left where event.namesYear { breaches.append(.datedEvent(event)) }
      breaches += dateBreaches(matching.right)
    case .persons, .states, .organisations:
      for (left, partner) in zip(matching.left, matching.key) {
        for (index, name) in matching.right.enumerated() where index != partner {
          if Words.contains(name, in: left) { breaches.append(.optionInStem(name)) }
        }
        let others = matching.right.indices.filter { $0 != partner }.map { matching.right[$0] }
        if ItemRules.echoes(matching.right[partner], in: left, among: others) {
          breaches.append(.keyEchoesStem(matching.right[partner]))
        }
      }
      let kind: CardKind = matching.subject == .persons ? .person : .organisation
      if matching.subject != .states {
        let classes = matching.left.map { AnswerClass.telling($0, kind: kind) }
        for (left, named) in zip(matching.left, classes)
        where !named.isEmpty && classes.contains(where: { $0.isDisjoint(with: named) }) {
          breaches.append(.classGivesAway(left))
        }
      }
    }
    return breaches
  }
}
