import Chronology
import Decks
import Language

/// Cards that ask for who acted.
extension CardMaker {
  func subjectCard(_ predication: Predication) -> GeneratedCard? {
    let asked: ActorPhrase?
    if let name = predication.resolvedSubject {
      let name = name.hasPrefix("the ") ? String(name.dropFirst(4)) : name
      asked = actors.actor(named: name).map {
        ActorPhrase(
          text: name, actors: [$0], kind: $0.kind, isPlural: false,
          calledNoun: actors.noun(for: name))
      }
    } else {
      asked = actors.phrase(predication.subject, in: predication.tree)
    }
    let tail = frontedDate(predication)
    guard let asked, isSpecific(predication, predication.body, tail) || asked.role != nil,
      !isDescription(predication),
      tail == nil || !hasDate(predication.body, predication),
      check.veto(predication, kept: predication.body, allowsDates: true, asksSubject: true) == nil
    else { return nil }
    let writer = QuestionWriter(
      predication, lemmatiser: lemmatiser, states: actors.states, hasFullDates: true)
    let asking =
      isSpecific(predication, predication.body, tail)
      ? asked.asking : asked.role.map { "Which \($0)" } ?? asked.asking
    // A firm or a ship is no "who", whatever its name was taken for.
    let isThing =
      asked.kind == .person && predication.isPassive
      && Self.making.contains(lemmatiser.lemma(of: predication.tree.tokens[predication.predicate]))
    guard !isThing, let question = writer.askingSubject(asking, for: asked.text, tail: tail),
      check.veto(question, answer: asked.text) == nil
    else { return nil }
    return card(asked, question, predication)
  }

  /// Verbs whose passive is never about a person.
  private static let making: Set<String> = [
    "found", "establish", "launch", "torpedo", "scuttle", "build", "incorporate", "rename",
    "publish", "print", "set", "create", "dissolve", "merge", "nationalise", "nationalize", "open",
    "close", "complete", "introduce",
  ]

  func agentCard(_ predication: Predication) -> GeneratedCard? {
    let tree = predication.tree
    guard predication.isPassive, let span = agent(of: predication).map({ withName($0, tree) }),
      span.first.map({ tree.tokens[$0].form.lowercased() }) == "by",
      let asked = actors.phrase(Array(span.dropFirst()), in: tree)
    else { return nil }
    let left = Set(span)
    let kept = predication.body.filter { !left.contains($0) }
    // "Led by Houston and later by Marshall" has two answers.
    let next = (span.last ?? 0) + 1
    guard !kept.contains(where: { tree.tokens[$0].form.lowercased() == "by" }),
      next >= tree.tokens.count || tree.tokens[next].penn != .conjunction
    else { return nil }
    let tail = frontedDate(predication)
    let writer = QuestionWriter(
      predication, lemmatiser: lemmatiser, states: actors.states, hasFullDates: true)
    guard check.veto(predication, kept: kept, allowsDates: true) == nil,
      saysMuch(predication.subject, tree)
        || isSpecific(predication, predication.subject + kept, tail),
      tail == nil || !hasDate(kept + predication.subject, predication),
      let question = writer.inverted("By \(asked.oblique)", without: left, tail: tail),
      check.veto(question, answer: asked.text) == nil
    else { return nil }
    return card(asked, question, predication)
  }

  /// Whether a subject tells by itself what is meant.
  private func saysMuch(_ subject: [Int], _ tree: Sentence) -> Bool {
    subject.count { tree.tokens[$0].universal.isNominal || tree.tokens[$0].universal == .adjective }
      >= 2
  }

  private func card(
    _ asked: ActorPhrase, _ question: String, _ predication: Predication
  ) -> GeneratedCard {
    card(
      .actorQuestion, question, asked.text, asked.cardKind, predication.sentence,
      actor: asked.actors.count == 1 ? asked.actors.first : nil)
  }

  /// "By the priest, Guyard de Moulin": the name behind the comma is the priest's.
  private func withName(_ span: [Int], _ tree: Sentence) -> [Int] {
    guard let last = span.last, last + 2 < tree.tokens.count, tree.tokens[last + 1].penn == .comma,
      tree.tokens[last].universal == .noun,
      let name = tree.names.first(where: {
        $0.tokens.lowerBound == last + 2 && $0.kind == .person
      }), name.tokens.upperBound < tree.tokens.count,
      tree.tokens[name.tokens.upperBound].universal == .punctuation
    else { return span }
    return span + Array(last + 1..<name.tokens.upperBound)
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

  /// The date that stands before the subject, as it reads at the end of a question.
  func frontedDate(_ predication: Predication) -> String? {
    let sentence = predication.sentence
    guard let subject = predication.subject.first else { return nil }
    for time in sentence.times where time.date != nil && !time.isQuoted {
      guard let words = predication.attachedWords(of: time), words.upperBound <= subject,
        !predication.isModified(words), !hasLooseWord(before: words, predication)
      else { continue }
      if time.isDerived {
        guard let full = time.fullPhrase else { continue }
        return full
      }
      let phrase = sentence.text(time.phrase)
      // "1998: The Expo attracts visitors": the entry of a timeline has no preposition.
      if time.relation == .none, time.phrase == time.range, phrase.first?.isNumber == true {
        return (time.date?.precision == .day ? "on " : "in ") + phrase
      }
      return phrase.prefix(1).lowercased() + phrase.dropFirst()
    }
    return nil
  }

  /// Whether a date stands among words.
  func hasDate(_ words: [Int], _ predication: Predication) -> Bool {
    predication.sentence.times.contains { time in
      predication.sentence.words(in: time.range).contains(where: words.contains)
    }
  }

  /// Whether a statement says only what sort of thing its subject is: "was a Dutch company".
  func isDescription(_ predication: Predication) -> Bool {
    let tree = predication.tree
    if predication.auxiliaries.contains(predication.predicate) { return true }
    guard tree.dependents(of: predication.predicate, .copula).isEmpty == false else { return false }
    return !predication.body.contains { index in
      tree.tokens[index].form.lowercased() == "the"
        && tree.tokens[index].head == predication.predicate
    }
  }

  /// Whether a statement without its actor is true of one actor only: it is dated or names
  /// something, and says enough.
  private func isSpecific(_ predication: Predication, _ words: [Int], _ tail: String?) -> Bool {
    let tree = predication.tree
    let isDated =
      tail != nil
      || predication.sentence.times.contains { time in
        let inside = predication.sentence.words(in: time.range)
        return time.date != nil && !inside.isEmpty
          && inside.allSatisfy(words.contains)
      }
    let names = words.count { index in
      tree.tokens[index].universal == .properNoun && tree.tokens[index].form.count > 1
        && !predication.sentence.times.contains { $0.range.overlaps(tree.tokens[index].range) }
    }
    let content = words.count { index in
      (tree.tokens[index].universal.isNominal || tree.tokens[index].universal == .adjective
        || tree.tokens[index].universal == .numeral)
        && !predication.sentence.times.contains { $0.range.overlaps(tree.tokens[index].range) }
    }
    // What stands before the subject may say when or where.
    let isOpening =
      predication.subject.first == 0 && predication.sentence.fronted == nil
      || predication.isParticiple || predication.resolvedSubject != nil
    return isDated ? content >= 1 : content >= 3 && names > 0 && isOpening
  }
}
