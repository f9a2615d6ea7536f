import Chronology
import Decks
import Language

/// Makes the cards of one sentence.
struct CardMaker {
  let actors: ActorTable
  let descriptions: Descriptions
  let lemmatiser: Lemmatiser
  let text: SourceText
  private(set) var cards: [GeneratedCard] = []
  private(set) var omitted: [Omitted] = []

  /// The most cards that one sentence gives.
  static let most = 3

  /// The vetoes.
  var check: StatementCheck {
    StatementCheck(lemmatiser: lemmatiser, descriptions: descriptions)
  }

  init(actors: ActorTable, descriptions: Descriptions, lemmatiser: Lemmatiser, text: SourceText) {
    self.actors = actors
    self.descriptions = descriptions
    self.lemmatiser = lemmatiser
    self.text = text
  }

  /// Adds the cards of a sentence.
  ///
  /// - Parameters:
  ///   - sentence: the sentence, with what its pronouns stand for.
  ///   - predications: its statements.
  mutating func read(_ sentence: SourceSentence, _ predications: [Predication]) {
    guard sentence.tree == nil || sentence.hasWholeMarks else {
      for time in sentence.times where time.date != nil {
        omit(.markup, sentence.text(time.range), sentence)
      }
      return
    }
    // A question of the text says nothing, nor does what it says of itself.
    guard sentence.text.last != "?", !sentence.speaksOfItself else { return }
    var made: [GeneratedCard] = []
    for time in sentence.times {
      let life = lifeCards(time, sentence)
      guard life.isEmpty else {
        made += life
        continue
      }
      switch dateCard(time, sentence, predications) {
      case .success(let card): made.append(card)
      case .failure(let veto): omit(veto.veto, sentence.text(time.range), sentence)
      }
    }
    made.sort { $0.form == .dateQuestion && $1.form != .dateQuestion }
    var asked: Set<Int> = []
    // Statements that were read by the order of words have their dates more often.
    let ordered =
      predications.filter { $0.clauseStart != nil } + predications.filter { $0.clauseStart == nil }
    for predication in ordered {
      guard !asked.contains(predication.predicate) else { continue }
      let found = [
        subjectCard(predication), agentCard(predication), leaderCard(predication),
        numberCard(predication), objectCard(predication), subjectAgentCard(predication),
      ].compactMap(\.self)
      if !found.isEmpty { asked.insert(predication.predicate) }
      made += found
    }
    if let card = roleCard(sentence) { made.append(card) }
    if let card = quotationCard(sentence, predications) { made.append(card) }
    for predication in ordered where made.count < CardMaker.most {
      guard let card = placeCard(predication) else { continue }
      made.append(card)
      break
    }
    if !made.contains(where: { $0.form == .numberQuestion }), made.count < CardMaker.most,
      let card = numberCloze(sentence)
    {
      made.append(card)
    }
    if !made.contains(where: { $0.actor != nil }), made.count < CardMaker.most,
      let card = actorCloze(sentence)
    {
      made.append(card)
    }
    // The same answer is asked for once in a sentence.
    var answers: Set<[String]> = []
    made.removeAll { !answers.insert([$0.form.rawValue, $0.answer]).inserted }
    for (index, card) in made.enumerated() {
      if index < CardMaker.most {
        cards.append(card)
      } else {
        omit(.enough, card.answer, sentence)
      }
    }
  }

  /// A veto as an error, to be handed on.
  struct Refused: Error {
    let veto: Veto
  }

  private mutating func omit(_ veto: Veto, _ answer: String, _ sentence: SourceSentence) {
    omitted.append(Omitted(veto: veto, answer: answer, sentence: sentence.text))
  }

  /// A card with its source.
  func card(
    _ form: GeneratedCard.Form, _ prompt: String, _ answer: String, _ kind: CardKind,
    _ sentence: SourceSentence, time: TimeExpression? = nil, event: String? = nil,
    actor: Actor? = nil
  ) -> GeneratedCard {
    var accepted: [String] = []
    if let english = time?.date?.english, english != answer { accepted.append(english) }
    if let actor, actor.name != answer { accepted.append(actor.name) }
    return GeneratedCard(
      form: form, prompt: prompt.prefix(1).uppercased() + prompt.dropFirst(), answer: answer,
      accepted: accepted, kind: kind, date: time?.date,
      isDerived: time.map { $0.isDerived || lacksEra($0, sentence) }
        ?? (actor != nil && !sentence.text.contains(answer)),
      event: event, sentence: sentence.text,
      source: text.blocks[sentence.block].source(of: sentence.range), section: sentence.section,
      actor: actor)
  }
}
