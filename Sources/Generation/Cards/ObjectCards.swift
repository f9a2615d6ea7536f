import Decks
import Language

/// Cards that ask for the actor whom an act was done to or with, and for the place of an act:
/// "Whom did X marry in 1665?", "With which country did X sign the treaty in 1951?", "Where was the
/// council set up in 1945?".
extension CardMaker {
  /// Asks for an actor in the predicate of a dated statement.
  func objectCard(_ predication: Predication) -> GeneratedCard? {
    guard !predication.isParticiple, isAct(predication) else { return nil }
    for phrase in namePhrases(predication) {
      let tree = predication.tree
      guard let asked = actors.phrase(phrase.name, in: tree), asked.kind != .group,
        asked.kind != .place, !asked.isPlural,
        let first = phrase.name.first, isTaken(first, of: predication, phrase.preposition)
      else { continue }
      let asking: String
      if let preposition = phrase.preposition {
        guard Self.joining.contains(tree.tokens[preposition].form) else { continue }
        // "In Hanoi" is where something was done, and "from" has many uses.
        asking = tree.tokens[preposition].form + " " + asked.oblique
      } else {
        asking = asked.oblique
      }
      guard
        let question = dated(predication, asking: asking, without: phrase.words),
        check.veto(question, answer: asked.text) == nil,
        !asked.actors.contains(where: { question.contains($0.name) })
      else { continue }
      return card(
        .actorQuestion, question, asked.text, asked.cardKind, predication.sentence,
        actor: asked.actors.first)
    }
    return nil
  }

  /// Asks where something dated took place.
  func placeCard(_ predication: Predication) -> GeneratedCard? {
    guard !predication.isParticiple, isAct(predication) else { return nil }
    let tree = predication.tree
    for phrase in namePhrases(predication) {
      guard let preposition = phrase.preposition,
        ["in", "at"].contains(tree.tokens[preposition].form),
        let last = phrase.name.last, phrase.name.count <= 4,
        phrase.name.allSatisfy({ tree.tokens[$0].name.kind == .place }),
        phrase.name.allSatisfy({ tree.tokens[$0].universal == .properNoun }),
        preposition == predication.predicate + 1
          || tree.tokens[last].isAgreed && tree.tokens[last].head == predication.predicate
      else { continue }
      // "In Chechnya" behind "at Novye Atagi": the answer would be half of it.
      let others = namePhrases(predication).contains { other in
        other.words != phrase.words
          && other.preposition.map { ["in", "at", "near"].contains(tree.tokens[$0].form) } == true
      }
      let name = tree.text(phrase.name)
      guard !others, let question = dated(predication, asking: "Where", without: phrase.words),
        check.veto(question, answer: name) == nil
      else { continue }
      return card(.placeQuestion, question, name, .place, predication.sentence)
    }
    return nil
  }

  /// A name in a predicate with the preposition before it.
  private struct NamePhrase {
    let preposition: Int?
    let name: [Int]

    /// The words that the question leaves out.
    var words: [Int] { [preposition].compactMap(\.self) + name }
  }

  /// The names right behind the verb, or behind a preposition in the predicate, that no further
  /// words belong to.
  private func namePhrases(_ predication: Predication) -> [NamePhrase] {
    let tree = predication.tree
    var found: [NamePhrase] = []
    for index in predication.body where index >= predication.predicate {
      let isVerb = index == predication.predicate
      guard isVerb || tree.tokens[index].universal == .adposition else { continue }
      let name = Array(
        predication.body.drop { $0 <= index }.prefix { word in
          let token = tree.tokens[word]
          return token.universal.isNominal || token.universal == .determiner
            || token.universal == .adjective || token.penn == .hyphen
        })
      guard let first = name.first, first == index + 1, let last = name.last,
        name == Array(first...last), tree.tokens[last].universal == .properNoun,
        !predication.sentence.times.contains(where: {
          predication.sentence.words(in: $0.phrase).contains(first)
        }), endsName(last, tree)
      else { continue }
      found.append(NamePhrase(preposition: isVerb ? nil : index, name: name))
    }
    return found
  }

  /// Whether a name is complete: no second one is joined to it, and nothing is said of it.
  private func endsName(_ last: Int, _ tree: Sentence) -> Bool {
    guard last + 1 < tree.tokens.count else { return true }
    let next = tree.tokens[last + 1]
    switch next.penn {
    case .conjunction, .openingBracket, .possessiveEnding, .hyphen, .closingQuote: return false
    case .comma:
      // ", a pupil of X," says who it is; ", Italy and Spain" are more of them.
      guard last + 2 < tree.tokens.count else { return true }
      let second = tree.tokens[last + 2]
      return second.penn == .determiner || second.penn == .whDeterminer || second.penn == .whPronoun
        || second.penn == .whAdverb || second.penn == .conjunction && isNewClause(last + 3, tree)
        || second.penn == .gerund
    // "In Paris alone", "at Tokyo itself".
    case .adverb where ["alone", "only", "too", "proper"].contains(next.form): return false
    case .pronoun: return false
    case _: return next.form != "of" && next.form != "–" && next.form != "/"
    }
  }

  /// Whether a clause of its own follows "and", not a second name.
  private func isNewClause(_ start: Int, _ tree: Sentence) -> Bool {
    tree.tokens[min(start, tree.tokens.count)...].prefix(6).contains { $0.penn.isTensed }
  }

  /// Whether a name is what the verb takes: right behind it, or with a preposition that one of the
  /// trees hangs on the verb.
  private func isTaken(_ first: Int, of predication: Predication, _ preposition: Int?) -> Bool {
    let tree = predication.tree
    guard let preposition else {
      return !tree.tokens[first].relation.isSubject || tree.tokens[first].relation == .object
    }
    if preposition == predication.predicate + 1 { return true }
    let object = predication.body.filter { $0 > predication.predicate && $0 < preposition }
    // "Signed a treaty with", "made a visit to": whatever the trees hang the name on.
    let joins = object.contains { word in
      let isVisit = Self.visits.contains(tree.tokens[word].form)
      return tree.tokens[preposition].form == "with"
        ? Self.pacts.contains(tree.tokens[word].form) : isVisit
    }
    if joins,
      !object.contains(where: {
        tree.tokens[$0].universal == .adposition && tree.tokens[$0].form != "of"
      })
    {
      return true
    }
    return predication.body.contains { word in
      word >= first && tree.tokens[word].isAgreed && tree.tokens[word].head == predication.predicate
        && tree.tokens[word].relation == .oblique
        && !predication.body.contains { between in
          between > first && between < word && tree.tokens[between].universal == .adposition
        }
    }
  }

  /// Whether a statement says that something was done, not what somebody was.
  private func isAct(_ predication: Predication) -> Bool {
    let tree = predication.tree
    let verb = lemmatiser.lemma(of: tree.tokens[predication.predicate])
    return tree.tokens[predication.predicate].universal == .verb && !Self.states.contains(verb)
      && tree.dependents(of: predication.predicate, .copula).isEmpty
      && !predication.auxiliaries.contains(predication.predicate)
  }

  /// A question without some words of the predicate, where it still says when.
  private func dated(
    _ predication: Predication, asking: String, without left: [Int]
  ) -> String? {
    let tail = frontedDate(predication)
    let left = Set(left)
    let kept = predication.body.filter { !left.contains($0) }
    guard tail != nil || hasDate(kept, predication),
      tail == nil || !hasDate(kept, predication),
      !predication.sentence.times.contains(where: { time in
        time.date == nil && time.kind != .duration
          && predication.sentence.words(in: time.range).contains(where: kept.contains)
      }),
      check.veto(predication, kept: predication.body, allowsDates: true) == nil
    else { return nil }
    let writer = QuestionWriter(
      predication, lemmatiser: lemmatiser, states: actors.states, hasFullDates: true)
    return writer.inverted(
      asking.prefix(1).uppercased() + asking.dropFirst(), without: left, tail: tail)
  }

  /// Verbs that say what somebody was, or whose object is no actor.
  private static let states: Set<String> = [
    "be", "become", "remain", "stay", "have", "call", "name", "rename", "dub", "title", "mean",
    "award", "give", "grant", "present", "receive", "win", "confer", "write", "read",
    "publish",
    "include", "contain", "comprise", "tell", "say", "live", "reach", "leave", "enter", "cross",
  ]

  /// What one signs or has with somebody.
  private static let pacts: Set<String> = [
    "treaty", "agreement", "pact", "alliance", "peace", "truce", "armistice", "contract", "war",
    "relations", "ties", "talks", "negotiations", "trade", "union", "accord", "convention",
  ]

  /// What one makes to a country.
  private static let visits: Set<String> = [
    "visit", "trip", "journey", "voyage", "expedition", "tour", "mission", "pilgrimage",
  ]

  /// Prepositions that join an actor to an act.
  private static let joining: Set<String> = ["to", "with", "against"]
}
