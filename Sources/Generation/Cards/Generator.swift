import Chronology
import Decks
import Language

/// From a text to cards.
package struct Generator {
  private let models: LanguageModels?
  private let states: StateNames

  /// - Parameters:
  ///   - models: the models; without them there are date clozes only.
  ///   - states: the names of states.
  package init(models: LanguageModels?, states: StateNames) {
    self.models = models
    self.states = states
  }

  /// What was made of a text, in its order.
  package struct Result: Sendable {
    package let cards: [GeneratedCard]
    package let omitted: [Omitted]
  }

  /// Makes the cards of a text.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - progress: told now and then how much is done, 0–1.
  /// - Returns: the cards and what was left out.
  package func cards(
    of text: SourceText, progress: (Double) -> Void = { _ in }
  ) -> Result {
    let sentences = SourceSentence.all(in: text, models: models, progress: progress)
    let actors = ActorTable(sentences, states: states)
    var maker = CardMaker(
      actors: actors, lemmatiser: Lemmatiser(lexicon: models?.lexicon), text: text)
    var persons = PersonChain(actors: actors)
    for sentence in sentences {
      maker.read(sentence, person: persons.person(in: sentence))
    }
    return Generator.settled(maker.cards, maker.omitted)
  }

  /// The cards without those that say the same, and without questions that have two answers.
  private static func settled(_ cards: [GeneratedCard], _ omitted: [Omitted]) -> Result {
    var omitted = omitted
    var answers: [String: Set<String>] = [:]
    for card in cards {
      answers[card.prompt.lowercased(), default: []].insert(card.date?.edtf ?? card.answer)
    }
    var told: Set<String> = []
    var kept: [GeneratedCard] = []
    for card in cards {
      if answers[card.prompt.lowercased()]?.count ?? 0 > 1 {
        omitted.append(Omitted(veto: .conflict, answer: card.answer, sentence: card.sentence))
      } else if !told.insert(card.factKey).inserted {
        omitted.append(Omitted(veto: .enough, answer: card.answer, sentence: card.sentence))
      } else {
        kept.append(card)
      }
    }
    return Result(cards: kept, omitted: omitted)
  }
}

extension GeneratedCard {
  /// What is the same for a fact that is told twice: its answer and the content words around it.
  fileprivate var factKey: String {
    let words = Set(prompt.asciiWords.filter { $0.count > 3 }).sorted()
    return "\(form.rawValue)|\(date?.edtf ?? answer)|\(words.joined(separator: " "))"
  }
}

/// Follows who "he" or "she" is from sentence to sentence.
private struct PersonChain {
  let actors: ActorTable
  private var last: String?
  private var block: Int?

  init(actors: ActorTable) { self.actors = actors }

  /// The one person that a pronoun at the start of a sentence can stand for.
  ///
  /// That is the subject of the sentence before, in the same paragraph, where that sentence names
  /// no other person.
  mutating func person(in sentence: SourceSentence) -> String? {
    guard let tree = sentence.tree else { return nil }
    if block != sentence.block { last = nil }
    block = sentence.block
    let candidate = last
    var named: Set<String> = []
    for name in tree.names where name.kind == .person {
      let text = ActorTable.text(of: name.tokens, in: sentence)
      named.insert(actors.actor(named: text)?.name ?? text)
    }
    let subject = tree.clauses.first {
      tree.tokens[$0.predicate].head == nil && $0.isAgreed
    }
    if named.count == 1, let name = named.first, let subject,
      tree.tokens[subject.subject].name.kind == .person,
      actors.actor(named: name)?.kind == .person
    {
      last = name
    } else if named.isEmpty, let subject,
      ["he", "she"].contains(tree.tokens[subject.subject].form.lowercased())
    {
      last = candidate
    } else {
      last = nil
    }
    return candidate
  }
}
