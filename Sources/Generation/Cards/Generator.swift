import Chronology
import Decks
import Language

/// From a text to cards.
package struct Generator {
  private let models: LanguageModels?
  private let states: StateNames
  private let threads: Int

  /// - Parameters:
  ///   - models: the models; without them there are date clozes only.
  ///   - states: the names of states.
  ///   - threads: how many threads may read; the cards are the same for any number.
  package init(models: LanguageModels?, states: StateNames, threads: Int = 2) {
    self.models = models
    self.states = states
    self.threads = threads
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
    let sentences = SourceSentence.all(
      in: text, models: models, threads: threads, progress: progress)
    var actors = ActorTable(sentences, states: states)
    let descriptions = Descriptions(
      sentences, actors: actors, lexicon: models?.lexicon)
    if let organisation = descriptions.organisation {
      actors.note(organisation: organisation, as: descriptions.organisationNoun)
    }
    var maker = CardMaker(
      actors: actors, descriptions: descriptions, lemmatiser: Lemmatiser(lexicon: models?.lexicon),
      text: text)
    var referents = Referents(actors: actors, descriptions: descriptions)
    for var sentence in sentences {
      sentence.standIns = referents.standIns(in: sentence)
      var predications = PredicationReader.predications(in: sentence)
      let later = Referents.standIns(in: sentence, behind: Referents.main(predications))
      if !later.isEmpty {
        sentence.standIns.merge(later) { first, _ in first }
        predications = PredicationReader.predications(in: sentence)
      }
      referents.note(sentence, predications)
      maker.read(sentence, predications)
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
    // One person is not the answer again and again.
    let most = max(3, cards.count / 10)
    var acts: [String: Int] = [:]
    var kept: [GeneratedCard] = []
    for card in cards {
      if answers[card.prompt.lowercased()]?.count ?? 0 > 1 {
        omitted.append(Omitted(veto: .conflict, answer: card.answer, sentence: card.sentence))
      } else if !told.insert(card.factKey).inserted {
        omitted.append(Omitted(veto: .enough, answer: card.answer, sentence: card.sentence))
      } else if let actor = card.actor, acts[actor.name, default: 0] >= most {
        omitted.append(Omitted(veto: .enough, answer: card.answer, sentence: card.sentence))
      } else {
        if let actor = card.actor { acts[actor.name, default: 0] += 1 }
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
