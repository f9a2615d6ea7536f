import Decks
import Marking

/// A name that may stand beside the right one.
private struct NamedCandidate {
  var text: String
  var actor: Int?
  var card: String?
  /// How much speaks for it; a sum of `Kinship` points.
  var score: Int
}

extension DistractorFinder {
  /// Persons, states or organisations: the student's own mistakes, then actors of the same kind
  /// who meet in the same sections, under the same tags, with a like role or of the same state.
  mutating func actorOptions(
    for index: Int, _ count: Int, using draw: inout SeededDraw
  ) -> OptionSet? {
    let card = bank.cards[index].card
    let right = bank.actors.actor(named: card.answer)
    let named = bank.actors.mentioned(in: card.prompt)
    let own = Set(named.compactMap { bank.actors.actors[$0].state }.flatMap { Words.content($0) })
    var candidates: [NamedCandidate] = []
    for (place, text) in (bank.earlierWrong[card.key] ?? []).enumerated() {
      guard let actor = bank.actors.actor(named: text) else { continue }
      candidates.append(
        NamedCandidate(
          text: bank.actors.actors[actor].name, actor: actor, card: nil, score: 1000 - place))
    }
    let scores = companyScores(of: index)
    for actor in bank.actors.actors(in: card.deck) {
      let value = bank.actors.actors[actor]
      guard value.kind.rawValue == card.kind.rawValue else { continue }
      var score = scores[actor] ?? 0
      if let right { score += likeness(of: value, to: bank.actors.actors[right]) }
      candidates.append(
        NamedCandidate(text: value.name, actor: actor, card: nil, score: score))
    }
    for other in sample(of: card.kind, in: card.deck, using: &draw) where other != index {
      let candidate = bank.cards[other].card
      guard bank.actors.actor(named: candidate.answer) == nil else { continue }
      candidates.append(
        NamedCandidate(
          text: candidate.answer, actor: nil, card: candidate.key,
          score: kinship(other, to: index) + 1))
    }
    let needsCompany = card.kind != .state
    // A party is no answer to "which newspaper", though both are organisations.
    let nouns = AnswerClass.telling(card.prompt, kind: card.kind)
    let others = nouns.isEmpty ? [] : bank.cards(of: card.kind, in: card.deck).prefix(80)
    func isOfClass(_ candidate: NamedCandidate) -> Bool {
      if nouns.isEmpty || candidate.score >= 900 { return true }
      let role = candidate.actor.flatMap { bank.actors.actors[$0].role } ?? ""
      if !nouns.isDisjoint(with: Words.all(candidate.text) + Words.all(role)) { return true }
      return others.contains { other in
        let asking = bank.cards[other].card
        return other != index
          && !nouns.isDisjoint(with: AnswerClass.nouns(in: asking.prompt, kind: asking.kind))
          && (asking.key == candidate.card
            || candidate.actor != nil && bank.actors.actor(named: asking.answer) == candidate.actor)
      }
    }
    return nameOptions(for: index, count, from: candidates, using: &draw) { candidate in
      guard isOfClass(candidate) else { return false }
      if let actor = candidate.actor {
        if actor == right || named.contains(actor) { return false }
        // "North Korea" is no answer about a North Korean.
        let name = Words.content(bank.actors.actors[actor].name)
        if card.kind == .state, !own.isEmpty, name.isSubset(of: own) { return false }
      }
      return !needsCompany || candidate.score > 0
    }
  }

  /// Places, terms and free texts: answers whose own prompts ask for the same class of thing.
  mutating func classOptions(
    for index: Int, _ count: Int, using draw: inout SeededDraw
  ) -> OptionSet? {
    let card = bank.cards[index].card
    let nouns = AnswerClass.nouns(in: card.prompt, kind: card.kind)
    guard !nouns.isEmpty else { return nil }
    var candidates: [NamedCandidate] = []
    for kind in [CardKind.place, .term, .text] {
      if card.kind == .place, kind != .place { continue }
      for other in sample(of: kind, in: card.deck, using: &draw) where other != index {
        let candidate = bank.cards[other].card
        let otherNouns = AnswerClass.nouns(in: candidate.prompt, kind: kind)
        guard !otherNouns.isDisjoint(with: nouns) else { continue }
        candidates.append(
          NamedCandidate(
            text: candidate.answer, actor: nil, card: candidate.key,
            score: kinship(other, to: index) + 1))
      }
    }
    if card.kind == .place {
      for index in bank.actors.actors(in: card.deck) {
        let actor = bank.actors.actors[index]
        if actor.kind == .place, let role = actor.role, !Words.content(role).isDisjoint(with: nouns)
        {
          candidates.append(NamedCandidate(text: actor.name, actor: nil, card: nil, score: 1))
        }
        if let capital = actor.capital, !nouns.isDisjoint(with: ["city", "capital"]) {
          candidates.append(NamedCandidate(text: capital, actor: nil, card: nil, score: 1))
        }
      }
    }
    return nameOptions(for: index, count, from: candidates, using: &draw) { _ in true }
  }

  /// Chooses among names by score, and places the right one by chance.
  private func nameOptions(
    for index: Int, _ count: Int, from candidates: [NamedCandidate],
    using draw: inout SeededDraw, where fits: (NamedCandidate) -> Bool
  ) -> OptionSet? {
    let card = bank.cards[index].card
    let right = bank.actors.actor(named: card.answer).map { bank.actors.actors[$0].name }
    // The name of the deck's actors is shown, unless the marker thinks otherwise.
    let text =
      right.flatMap { bank.judge($0, Expected(card)).mark == .correct ? $0 : nil } ?? card.answer
    // Papers differ: what is about as good is drawn by chance.
    let order = draw.shuffled(candidates).enumerated().sorted { left, right in
      (right.element.score / 2, left.offset) < (left.element.score / 2, right.offset)
    }.map(\.element)
    var chosen: [NamedCandidate] = []
    for candidate in order where chosen.count < count {
      if chosen.contains(where: { $0.text == candidate.text }) || !fits(candidate) { continue }
      if !isAlike(candidate.text, text, card) { continue }
      if Words.contains(candidate.text, in: card.prompt) { continue }
      if isAccepted(candidate.text, for: card) { continue }
      if chosen.contains(where: { isSame(candidate.text, $0.text, kind: card.kind) }) { continue }
      chosen.append(candidate)
    }
    guard chosen.count >= 2, !ItemRules.standsOut(text, among: chosen.map(\.text)) else {
      return nil
    }
    return placed(
      AnswerOption(text, card: card.key),
      among: chosen.map { AnswerOption($0.text, card: $0.card) },
      using: &draw)
  }

  /// Whether an option is of like length and grammar.
  private func isAlike(_ option: String, _ right: String, _ card: Card) -> Bool {
    let limit = card.kind == .person ? 1.6 : 2.6
    let lengths = (Double(option.count), Double(right.count))
    guard lengths.0 <= limit * lengths.1, lengths.1 <= limit * lengths.0 else { return false }
    func opening(_ text: String) -> String {
      let first = text.split(separator: " ").first?.lowercased() ?? ""
      return ["a", "an", "the"].contains(first) ? first : ""
    }
    guard opening(option) == opening(right) else { return false }
    if option.first?.isUppercase != right.first?.isUppercase { return false }
    guard card.article != nil else { return true }
    func isVowel(_ text: String) -> Bool { text.first.map { "aeiouAEIOU".contains($0) } ?? false }
    return isVowel(option) == isVowel(right)
  }

  /// For each actor, how often it meets the card: in its section, under its tags, in its deck.
  private mutating func companyScores(of index: Int) -> [Int: Int] {
    let card = bank.cards[index]
    var scores: [Int: Int] = [:]
    for actor in actors(ofSection: card.section) { scores[actor] = 4 }
    guard !card.card.tags.isEmpty else { return scores }
    for other in bank.cards(of: card.card.kind, in: card.card.deck).prefix(200) where other != index
    {
      let candidate = bank.cards[other].card
      let shared = candidate.tags.filter(card.card.tags.contains).count
      guard shared > 0, let actor = bank.actors.actor(named: candidate.answer) else { continue }
      scores[actor] = max(scores[actor] ?? 0, 2 * min(shared, 2))
    }
    return scores
  }

  private func likeness(of actor: Actor, to right: Actor) -> Int {
    var score = 0
    if let state = actor.state, state == right.state { score += 2 }
    if let role = actor.role, let rightRole = right.role {
      score += 2 * min(2, Words.content(role).intersection(Words.content(rightRole)).count)
    }
    return score
  }

  private func sample(of kind: CardKind, in deck: String, using draw: inout SeededDraw) -> [Int] {
    let all = bank.cards(of: kind, in: deck)
    let start = all.count > 80 ? draw.below(all.count) : 0
    return (0..<min(all.count, 80)).map { all[(start + $0) % all.count] }
  }
}
