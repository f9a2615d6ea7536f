import Decks
import Language

/// Cards that ask who somebody was: whose leader, founder or successor.
extension CardMaker {
  /// Asks under whose leadership something was done.
  func leaderCard(_ predication: Predication) -> GeneratedCard? {
    let tree = predication.tree
    let words = predication.subject + predication.body
    guard let under = words.first(where: { tree.tokens[$0].form.lowercased() == "under" }),
      under + 4 < tree.tokens.count, tree.tokens[under + 1].form == "the",
      Self.leaderships.contains(tree.tokens[under + 2].form), tree.tokens[under + 3].form == "of"
    else { return nil }
    let name = words.drop { $0 <= under + 3 }.prefix {
      tree.tokens[$0].universal == .properNoun || tree.tokens[$0].universal == .noun
        || tree.tokens[$0].universal == .adjective || tree.tokens[$0].universal == .determiner
    }
    guard let asked = actors.phrase(Array(name), in: tree), asked.kind == .person else {
      return nil
    }
    let left = Set([under, under + 1, under + 2, under + 3] + name)
    let rest = predication.without(left)
    let writer = QuestionWriter(
      rest, lemmatiser: lemmatiser, states: actors.states, hasFullDates: true)
    guard !rest.subject.isEmpty, check.veto(rest, kept: rest.body, allowsDates: true) == nil,
      let question = writer.inverted(
        "Under whose \(tree.tokens[under + 2].form)", without: [], tail: frontedDate(predication)),
      check.veto(question, answer: asked.text) == nil
    else { return nil }
    return card(
      .actorQuestion, question, asked.text, .person, predication.sentence,
      actor: asked.actors.first)
  }

  private static let leaderships: Set<String> = [
    "leadership", "command", "direction", "regency", "rule", "presidency", "chairmanship",
    "guidance", "supervision", "reign",
  ]

  /// Asks who held a role that a text gives somebody in passing: "his successor Louis XIII", "Paul
  /// Kay, the founder of the school".
  func roleCard(_ sentence: SourceSentence) -> GeneratedCard? {
    guard let tree = sentence.tree else { return nil }
    for name in tree.names where name.kind == .person && name.tokens.count > 1 {
      if let card = rolesCard(name.tokens, sentence, tree) { return card }
      guard let role = role(before: name.tokens, sentence, tree) ?? role(behind: name.tokens, tree),
        let actor = actors.actor(named: tree.text(Array(name.tokens))), actor.kind == .person
      else { continue }
      let question = "Who was \(role)?"
      guard !Reference(sentence, tree, descriptions).isOpen([], hasSubject: true),
        check.veto(question, answer: actor.name) == nil
      else { continue }
      return card(.actorQuestion, question, actor.name, .person, sentence, actor: actor)
    }
    return nil
  }

  /// "Lillian Hoddeson and Vicki Daitch, authors of a biography": a role of two persons.
  private func rolesCard(
    _ name: Range<Int>, _ sentence: SourceSentence, _ tree: Sentence
  ) -> GeneratedCard? {
    let start = name.upperBound + 1
    guard start + 2 < tree.tokens.count, tree.tokens[start - 1].penn == .comma,
      name.lowerBound > 1, tree.tokens[name.lowerBound - 1].form == "and",
      let first = tree.names.first(where: { $0.tokens.upperBound == name.lowerBound - 1 }),
      first.kind == .person, tree.tokens[start].penn == .pluralNoun,
      Self.unique.contains(String(tree.tokens[start].form.lowercased().dropLast())),
      tree.tokens[start + 1].form == "of",
      let end = tree.tokens[start...].prefix(14).firstIndex(where: { $0.penn == .comma })
    else { return nil }
    let answer = tree.text(Array(first.tokens.lowerBound..<name.upperBound))
    let question = "Who were the \(tree.text(Array(start..<end)))?"
    guard check.veto(question, answer: answer) == nil else { return nil }
    return card(.actorQuestion, question, answer, .text, sentence)
  }

  /// "Henry IV's successor": a role that is somebody's, right before the name.
  private func role(
    before name: Range<Int>, _ sentence: SourceSentence, _ tree: Sentence
  ) -> String? {
    var start = name.lowerBound - 1
    if start > 0, tree.tokens[start].penn == .comma { start -= 1 }
    guard start > 0, Self.unique.contains(tree.tokens[start].form.lowercased()) else { return nil }
    let role = tree.tokens[start].form
    if let owner = sentence.standIns[start - 1], tree.tokens[start - 1].penn == .possessivePronoun {
      return owner.text + " " + role
    }
    guard start > 1, tree.tokens[start - 1].penn == .possessiveEnding else { return nil }
    let end = start - 1
    let first = tree.tokens[..<end].lastIndex { $0.universal != .properNoun }.map { $0 + 1 } ?? 0
    guard first < end else { return nil }
    return tree.text(Array(first..<start)) + " " + role
  }

  /// ", the founder of the Green Belt Movement,": a role with its place right behind the name.
  private func role(behind name: Range<Int>, _ tree: Sentence) -> String? {
    let start = name.upperBound + 1
    guard start + 3 < tree.tokens.count, tree.tokens[start - 1].penn == .comma else { return nil }
    let phrase = Array(
      tree.tokens[start...].prefix(14).prefix { token in
        token.penn != .comma && token.form != ";" && !token.penn.isTensed
      }.indices)
    guard let end = phrase.last, end + 1 < tree.tokens.count,
      tree.tokens[end + 1].penn == .comma,
      let head = phrase.first(where: { Self.unique.contains(tree.tokens[$0].form.lowercased()) }),
      head - start <= 3, head < end, ["of", "at", "for"].contains(tree.tokens[head + 1].form),
      phrase.contains(where: { $0 > head && tree.tokens[$0].universal == .properNoun }),
      phrase.allSatisfy({ index in
        let token = tree.tokens[index]
        return token.universal.isNominal || token.universal == .adjective
          || token.universal == .adposition || token.universal == .determiner
          || token.penn == .conjunction || token.penn == .possessiveEnding
      })
    else { return nil }
    let text = tree.text(phrase)
    guard tree.tokens[start].penn != .conjunction else { return nil }
    let hasArticle = ["the", "a", "an"].contains(tree.tokens[start].form.lowercased())
    guard hasArticle else { return "the " + text }
    return "the " + tree.text(Array(phrase.dropFirst()))
  }

  /// Roles that one person has.
  private static let unique: Set<String> = [
    "successor", "predecessor", "founder", "co-founder", "inventor", "discoverer", "author",
    "architect", "designer", "composer", "director", "commander", "leader", "captain", "chairman",
    "president", "wife", "husband", "widow", "widower", "father", "mother", "son", "daughter",
    "heir", "teacher", "tutor", "mentor", "creator", "translator", "editor", "owner",
  ]
}
