import Decks
import Language

/// Cards that ask who led or made what a statement is about: "Who headed the delegation that
/// travelled to Moscow in 1955?".
extension CardMaker {
  /// Asks for the agent of a participle within the subject: "A delegation headed by X travelled …".
  func subjectAgentCard(_ predication: Predication) -> GeneratedCard? {
    let tree = predication.tree
    guard !predication.isParticiple, let start = predication.subject.first,
      let by = predication.subject.first(where: { tree.tokens[$0].form == "by" }), by > start + 2,
      let last = predication.subject.last, predication.subject == Array(start...last),
      tree.tokens[by - 1].penn == .pastParticiple || tree.tokens[by - 1].penn == .pastTense,
      ["a", "an", "the"].contains(tree.tokens[start].form.lowercased()),
      let asked = actors.phrase(Array(by + 1...last), in: tree), asked.kind != .group
    else { return nil }
    let participle = tree.tokens[by - 1].form
    let noun = Array(start + 1..<by - 1)
    guard participle.hasSuffix("ed") || Self.irregular.contains(participle),
      noun.allSatisfy({ index in
        let token = tree.tokens[index]
        return token.universal.isNominal || token.universal == .adjective
          || token.universal == .adposition || token.universal == .determiner
          || token.penn == .possessiveEnding
      }), let head = noun.last, tree.tokens[head].universal.isNominal
    else { return nil }
    let tail = frontedDate(predication)
    let rest = predication.without(Set(by - 1...last))
    guard tail != nil || hasDate(predication.body, predication),
      tail == nil || !hasDate(predication.body, predication),
      check.veto(rest, kept: rest.body, allowsDates: true) == nil
    else { return nil }
    let writer = QuestionWriter(
      predication, lemmatiser: lemmatiser, states: actors.states, hasFullDates: true)
    guard
      let question = writer.askingSubject(
        "\(asked.asking) \(participle) the \(tree.text(noun)) that", for: asked.text, tail: tail),
      check.veto(question, answer: asked.text) == nil
    else { return nil }
    return card(
      .actorQuestion, question, asked.text, asked.cardKind, predication.sentence,
      actor: asked.actors.count == 1 ? asked.actors.first : nil)
  }

  /// Participles that are past tenses, too.
  private static let irregular: Set<String> = [
    "led", "built", "made", "held", "brought", "won", "bought", "sent", "sold",
  ]
}
