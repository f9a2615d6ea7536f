import Chronology
import Decks
import Language

/// Cards that ask for the date of what a noun tells: a death, an uprising, an amnesty granted in
/// 1573.
extension CardMaker {
  /// "After the death of Marrel in 1681", "until his death in 1910": "In which year did X die?".
  func deathQuestion(_ time: TimeExpression, _ sentence: SourceSentence) -> GeneratedCard? {
    guard let tree = sentence.tree, time.role == .adverbial, time.relation == .during,
      !time.isDerived
    else { return nil }
    let words = sentence.words(in: time.phrase)
    guard let death = tree.tokens[..<words.lowerBound].lastIndex(where: { $0.form == "death" }),
      words.lowerBound - death <= 6, death > 0
    else { return nil }
    let person: String
    if death + 1 == words.lowerBound, tree.tokens[death - 1].penn == .possessivePronoun {
      guard let owner = sentence.standIns[death - 1] else { return nil }
      person = owner.name
    } else if tree.tokens[death + 1].form == "of", death + 2 < words.lowerBound {
      let name = Array(death + 2..<words.lowerBound)
      guard let phrase = actors.phrase(name, in: tree), phrase.kind == .person, !phrase.isPlural
      else { return nil }
      person = phrase.text
    } else if death + 1 == words.lowerBound, death > 1,
      tree.tokens[death - 1].penn == .possessiveEnding,
      let name = tree.names.first(where: { $0.tokens.upperBound == death - 1 }),
      name.kind == .person
    {
      person = tree.text(Array(name.tokens))
    } else {
      return nil
    }
    guard person.first?.isUppercase == true else { return nil }
    let answer = dateAnswer(time, sentence)
    guard
      let asking = DateAsking.words(for: time, answer: answer, phrase: sentence.text(time.phrase))
    else { return nil }
    let question = "\(asking) did \(person) die?"
    guard check.veto(question, answer: answer) == nil else { return nil }
    return card(
      .dateQuestion, question, answer, .date, sentence, time: time, event: "\(person) died")
  }

  /// "During the Hungarian uprising of 1956": "When did the Hungarian uprising take place?".
  func namedEventQuestion(_ time: TimeExpression, _ sentence: SourceSentence) -> GeneratedCard? {
    guard let tree = sentence.tree, time.role == .adverbial, time.relation == .of, !time.isDerived
    else { return nil }
    let end = sentence.words(in: time.phrase).lowerBound
    guard end > 2, [.singularNoun, .singularName].contains(tree.tokens[end - 1].penn) else {
      return nil
    }
    let isDocument = DocumentNoun.contains(tree.tokens[end - 1].form)
    guard isDocument || EventNoun.contains(tree.tokens[end - 1].form) else { return nil }
    var start = end - 1
    while start > 0,
      tree.tokens[start - 1].universal == .adjective || tree.tokens[start - 1].universal.isNominal
        || tree.tokens[start - 1].relation == .adjectivalModifier
    {
      start -= 1
    }
    guard start > 0, start < end - 1, tree.tokens[start - 1].form.lowercased() == "the",
      tree.tokens[start..<end].contains(where: {
        actors.states.isDemonym($0.form) || $0.universal == .properNoun
      })
    else { return nil }
    let answer = dateAnswer(time, sentence)
    let name = tree.text(Array(start..<end))
    let question: String
    if isDocument {
      guard let asking = documentAsking(time) else { return nil }
      question = "\(asking) does the \(name) date?"
    } else {
      question = "When did the \(name) take place?"
    }
    guard check.veto(question, answer: answer) == nil else { return nil }
    return card(.dateQuestion, question, answer, .date, sentence, time: time, event: nil)
  }

  /// "From which year", for a text that bears its date; `nil` for a period.
  func documentAsking(_ time: TimeExpression) -> String? {
    guard case .single(let period) = time.date?.form, period.part == nil, !period.isCirca else {
      return nil
    }
    switch period.unit {
    case .day: return "From what date"
    case .month: return "From which month and year"
    case .year: return "From which year"
    case .decade, .century, .season, .millennium: return nil
    }
  }

  /// "An amnesty granted in 1573 pardoned the rebels": "In which year was the amnesty granted that
  /// pardoned the rebels?".
  func subjectParticipleQuestion(
    _ time: TimeExpression, _ predication: Predication
  ) -> GeneratedCard? {
    let (sentence, tree) = (predication.sentence, predication.tree)
    let words = sentence.words(in: time.phrase)
    guard !predication.isParticiple, time.role == .adverbial, !time.isDerived,
      let start = predication.subject.first, let last = predication.subject.last,
      predication.subject == Array(start...last), last == words.upperBound - 1,
      ["a", "an"].contains(tree.tokens[start].form.lowercased()), words.lowerBound > start + 2,
      tree.tokens[words.lowerBound - 1].penn == .pastParticiple
    else { return nil }
    let participle = words.lowerBound - 1
    let noun = Array(start + 1..<participle)
    let answer = dateAnswer(time, sentence)
    guard
      noun.allSatisfy({
        tree.tokens[$0].universal == .noun || tree.tokens[$0].universal == .adjective
      }), let head = noun.last, tree.tokens[head].penn == .singularNoun,
      let asking = DateAsking.words(for: time, answer: answer, phrase: sentence.text(time.phrase))
    else { return nil }
    let rest = predication.without(Set(participle...last))
    guard check.veto(rest, kept: rest.body, allowsDates: false) == nil, rest.body.count >= 3
    else { return nil }
    let writer = QuestionWriter(rest, lemmatiser: lemmatiser, states: actors.states)
    let what = "the \(tree.text(noun)) \(tree.tokens[participle].form) that"
    guard let question = writer.askingSubject("\(asking) was \(what)", for: answer),
      check.veto(question, answer: answer) == nil
    else { return nil }
    return card(.dateQuestion, question, answer, .date, sentence, time: time, event: nil)
  }
}
