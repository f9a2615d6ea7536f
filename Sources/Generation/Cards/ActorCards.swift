import Decks
import Language

/// Cards that ask for who acted or how many.
extension CardMaker {
  func subjectCard(_ predication: Predication) -> GeneratedCard? {
    let resolved = predication.resolvedSubject
    let named = resolved.flatMap { name in actors.actor(named: name).map { (actor: $0, text: name) }
    }
    guard
      let actor = resolved == nil ? actor(predication.subject, predication) : named,
      let asking = asking(for: actor.actor, isSubject: true)
    else { return nil }
    let writer = QuestionWriter(predication, lemmatiser: lemmatiser, states: actors.states)
    let tail = frontedDate(predication)
    guard isSpecific(predication, hasDate: tail != nil),
      tail == nil || !hasDate(predication.body, predication), !isDescription(predication),
      check.veto(predication, kept: predication.body, allowsDates: true, asksSubject: true) == nil,
      let question = writer.askingSubject(asking, for: actor.text, tail: tail),
      check.veto(question, answer: actor.text) == nil
    else { return nil }
    return card(
      .actorQuestion, question, actor.text, kind(of: actor.actor), predication.sentence,
      actor: actor.actor)
  }

  func agentCard(_ predication: Predication) -> GeneratedCard? {
    let tree = predication.tree
    guard predication.isPassive, let span = agent(of: predication),
      span.first.map({ tree.tokens[$0].form.lowercased() }) == "by",
      let actor = actor(Array(span.dropFirst()), predication),
      let asking = asking(for: actor.actor, isSubject: false)
    else { return nil }
    let left = Set(span)
    let kept = predication.body.filter { !left.contains($0) }
    let tail = frontedDate(predication)
    let writer = QuestionWriter(predication, lemmatiser: lemmatiser, states: actors.states)
    guard check.veto(predication, kept: kept, allowsDates: true) == nil,
      (tail != nil) != hasDate(kept + predication.subject, predication),
      let question = writer.inverted("By \(asking)", without: left, tail: tail),
      check.veto(question, answer: actor.text) == nil
    else { return nil }
    return card(
      .actorQuestion, question, actor.text, kind(of: actor.actor), predication.sentence,
      actor: actor.actor)
  }

  /// The words of "by" and who acted: as both trees say, or a name right behind the verb.
  private func agent(of predication: Predication) -> [Int]? {
    let tree = predication.tree
    let agreed = predication.body.first {
      tree.tokens[$0].head == predication.predicate && tree.tokens[$0].isAgreed
        && tree.tokens[$0].relation == .agent
    }
    if let agreed { return Array(tree.span(of: agreed)) }
    guard
      let by = predication.body.first(where: {
        $0 > predication.predicate && $0 <= predication.predicate + 3
          && tree.tokens[$0].form == "by"
      }), by + 1 < tree.tokens.count
    else { return nil }
    let name = predication.body.filter { $0 > by }.prefix { index in
      tree.tokens[index].universal == .properNoun || tree.tokens[index].penn == .determiner
        || tree.tokens[index].universal == .noun || tree.tokens[index].universal == .adjective
    }
    // What goes on behind the name may belong to it: "by Marcus and his brother".
    let next = (name.last ?? by) + 1
    let clause = tree.tokens[next...].prefix { !$0.penn.isTensed && $0.form != ";" }
    if clause.first?.penn == .comma, clause.contains(where: { $0.penn == .conjunction }) {
      return nil
    }
    guard !name.isEmpty,
      next >= tree.tokens.count
        || tree.tokens[next].penn != .conjunction
          && tree.tokens[next].form != "of"
    else { return nil }
    return [by] + name
  }

  func numberCard(_ predication: Predication) -> GeneratedCard? {
    let tree = predication.tree
    guard !predication.isParticiple, predication.resolvedSubject == nil,
      let number = predication.body.first(where: { isCount($0, predication) }),
      let noun = tree.tokens[number].head, predication.body.contains(noun),
      tree.tokens[noun].relation == .object, tree.tokens[noun].isAgreed,
      tree.tokens[noun].head == predication.predicate
    else { return nil }
    let span = predication.body.filter { tree.span(of: noun).contains($0) }
    guard span.first == number, span.count <= 4,
      !span.contains(where: { tree.tokens[$0].universal == .adposition })
    else { return nil }
    let counted = tree.text(Array(span.dropFirst()))
    let left = Set(span)
    let kept = predication.body.filter { $0 != number }
    let answer = tree.tokens[number].form
    let writer = QuestionWriter(predication, lemmatiser: lemmatiser, states: actors.states)
    guard check.veto(predication, kept: kept, allowsDates: true) == nil,
      let question = writer.inverted(
        "How many \(counted)", without: left, tail: frontedDate(predication)),
      check.veto(question, answer: answer) == nil
    else { return nil }
    return card(.numberQuestion, question, answer, .number, predication.sentence)
  }

  private func isCount(_ index: Int, _ predication: Predication) -> Bool {
    let token = predication.tree.tokens[index]
    guard token.penn == .cardinal, token.relation == .numericModifier, token.isAgreed,
      token.form.lowercased() != "one", let noun = token.head,
      predication.tree.tokens[noun].penn == .pluralNoun
    else { return false }
    return !predication.sentence.times.contains { $0.phrase.overlaps(token.range) }
      && !predication.tree.dependents(of: index).contains { predication.body.contains($0) }
  }

  /// The one actor that words name, with titles and descriptions before the name.
  private func actor(_ words: [Int], _ predication: Predication) -> (actor: Actor, text: String)? {
    let tree = predication.tree
    var words = words
    if let first = words.first, tree.tokens[first].penn == .determiner,
      tree.tokens[first].form.lowercased() == "the"
    {
      words.removeFirst()
    }
    guard let first = words.first, let last = words.last, words == Array(first...last) else {
      return nil
    }
    let text = tree.text(words)
    if let actor = actors.actor(named: text) { return (actor, text) }
    let names = tree.names.filter {
      $0.tokens.upperBound == last + 1 && $0.tokens.lowerBound > first
    }
    guard let name = names.first, name.kind == .person,
      words.prefix(name.tokens.lowerBound - first).allSatisfy({
        tree.tokens[$0].universal == .noun || tree.tokens[$0].universal == .adjective
          || tree.tokens[$0].name == .outside && tree.tokens[$0].universal == .properNoun
      })
    else { return nil }
    let called = tree.text(Array(name.tokens))
    guard let actor = actors.actor(named: called), actor.kind == .person else { return nil }
    return (actor, called)
  }

  private func asking(for actor: Actor, isSubject: Bool) -> String? {
    switch actor.kind {
    case .person: return isSubject ? "Who" : "whom"
    case .state: return isSubject ? "Which country" : "which country"
    case .organisation:
      let head = actor.name.split(separator: " ").reversed()
        .compactMap { OrganisationHead.word(for: String($0)) }.first
      let noun = head ?? "organisation"
      return isSubject ? "Which \(noun)" : "which \(noun)"
    case .group, .place: return nil
    }
  }

  private func kind(of actor: Actor) -> CardKind {
    switch actor.kind {
    case .person: .person
    case .state: .state
    case .organisation: .organisation
    case .group: .text
    case .place: .place
    }
  }

  /// The date that stands before the subject, as it reads at the end of a question.
  private func frontedDate(_ predication: Predication) -> String? {
    let sentence = predication.sentence
    guard let subject = predication.subject.first else { return nil }
    for time in sentence.times where time.kind == .absolute && time.date != nil && !time.isQuoted {
      guard let words = predication.attachedWords(of: time), words.upperBound <= subject,
        !predication.isModified(words), !hasLooseWord(before: words, predication)
      else { continue }
      let phrase = sentence.text(time.phrase)
      return phrase.prefix(1).lowercased() + phrase.dropFirst()
    }
    return nil
  }

  /// Whether a date stands among words.
  private func hasDate(_ words: [Int], _ predication: Predication) -> Bool {
    predication.sentence.times.contains { time in
      predication.sentence.words(in: time.range).contains(where: words.contains)
    }
  }

  /// Whether a statement says only what sort of thing its subject is: "was a Dutch company".
  private func isDescription(_ predication: Predication) -> Bool {
    let tree = predication.tree
    if predication.auxiliaries.contains(predication.predicate) { return true }
    guard tree.dependents(of: predication.predicate, .copula).isEmpty == false else { return false }
    return !predication.body.contains { index in
      tree.tokens[index].form.lowercased() == "the"
        && tree.tokens[index].head == predication.predicate
    }
  }

  /// Whether a statement without its subject is true of one actor only: it is dated and says
  /// enough.
  private func isSpecific(_ predication: Predication, hasDate: Bool) -> Bool {
    let tree = predication.tree
    let dated =
      hasDate
      || predication.sentence.times.contains { time in
        let words = predication.sentence.words(in: time.range)
        return time.date != nil && time.kind == .absolute && !words.isEmpty
          && words.allSatisfy(predication.body.contains)
      }
    let content = predication.body.count { index in
      tree.tokens[index].universal.isNominal || tree.tokens[index].universal == .adjective
    }
    return dated && content >= 2
  }
}
