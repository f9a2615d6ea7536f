import Chronology
import Decks
import Language

/// Cards that ask for the date of an event that a noun or a name names.
extension CardMaker {
  /// Asks when the event took place that a subject names together with its date: "The siege of
  /// Acre in 1291 ended …".
  func eventQuestion(
    _ time: TimeExpression, _ predication: Predication
  ) -> GeneratedCard? {
    let (sentence, tree) = (predication.sentence, predication.tree)
    let words = sentence.words(in: time.phrase)
    let answer = dateAnswer(time, sentence)
    guard time.role == .adverbial, [.during, .span].contains(time.relation),
      words.upperBound - 1 == predication.subject.last,
      let asking = DateAsking.words(
        for: time, answer: answer, phrase: sentence.text(time.phrase)),
      let head = predication.subject.first(where: { EventNoun.contains(tree.tokens[$0].form) }),
      tree.tokens[head].universal == .noun
    else { return nil }
    let event = predication.subject.filter { $0 < words.lowerBound }
    let before = event.filter { $0 < head }
    guard event.count >= 2, !before.contains(where: { tree.tokens[$0].universal == .adposition }),
      !event.contains(where: { tree.tokens[$0].universal == .verb || isDate($0, predication) }),
      event.contains(where: { tree.tokens[$0].universal == .properNoun }),
      !Reference(sentence, tree, descriptions).isOpen(event, hasSubject: false)
    else { return nil }
    let writer = QuestionWriter(predication, lemmatiser: lemmatiser, states: actors.states)
    guard let question = writer.askingForEvent(asking, event),
      check.veto(question, answer: answer) == nil
    else { return nil }
    return card(.dateQuestion, question, answer, .date, sentence, time: time, event: nil)
  }

  /// Asks when something happened whose subject holds the date: "A September 1565 attack failed",
  /// "A storm in May 1906 destroyed the port".
  func subjectDateQuestion(
    _ time: TimeExpression, _ predication: Predication
  ) -> GeneratedCard? {
    let (sentence, tree) = (predication.sentence, predication.tree)
    let words = sentence.words(in: time.role == .attributive ? time.range : time.phrase)
    guard !predication.isParticiple, !words.isEmpty,
      // "Talks, begun in London in January 1947, were interrupted": that is when they began.
      !predication.subject.dropFirst().contains(where: { tree.tokens[$0].universal == .verb }),
      !time.isDerived,
      words.allSatisfy(predication.subject.contains),
      let head = predication.subject.first(where: {
        EventNoun.contains(tree.tokens[$0].form) && !words.contains($0)
      })
    else { return nil }
    switch time.role {
    case .attributive: guard words.upperBound <= head else { return nil }
    case .adverbial:
      guard time.relation == .during, words.upperBound - 1 == predication.subject.last,
        words.lowerBound > head
      else { return nil }
    case .parenthetical: return nil
    }
    let answer = dateAnswer(time, sentence)
    let left = Set(words)
    let rest = predication.without(left)
    guard
      let asking = DateAsking.words(
        for: time, answer: answer, phrase: sentence.text(time.phrase), isAttributive: true),
      check.veto(rest, kept: rest.body, allowsDates: false) == nil
    else { return nil }
    let writer = QuestionWriter(rest, lemmatiser: lemmatiser, states: actors.states)
    guard let question = writer.inverted(asking, without: []).map(Self.withArticles),
      check.veto(question, answer: answer) == nil
    else { return nil }
    return card(
      .dateQuestion, question, answer, .date, sentence, time: time, event: writer.event(without: [])
    )
  }

  /// Asks when somebody won a prize that is called by its year: "They shared the 1903 Nobel Prize".
  func prizeQuestion(
    _ time: TimeExpression, _ predication: Predication
  ) -> GeneratedCard? {
    let (sentence, tree) = (predication.sentence, predication.tree)
    let words = sentence.words(in: time.range).filter { tree.tokens[$0].form.lowercased() != "the" }
    let verb = lemmatiser.lemma(of: tree.tokens[predication.predicate])
    guard time.role == .attributive, !words.isEmpty, words.allSatisfy(predication.body.contains),
      ["win", "receive", "share", "award", "get", "give"].contains(verb),
      let last = words.last,
      tree.tokens[(last + 1)...].prefix(4).contains(where: {
        ["prize", "award", "medal", "cup"].contains($0.form.lowercased())
      })
    else { return nil }
    let answer = words.map { tree.tokens[$0].form }.joined(separator: " ")
    let left = Set(words)
    let kept = predication.body.filter { !left.contains($0) }
    let writer = QuestionWriter(predication, lemmatiser: lemmatiser, states: actors.states)
    guard
      let asking = DateAsking.words(
        for: time, answer: answer, phrase: answer, isAttributive: true),
      check.veto(
        predication, kept: kept, allowsDates: false, except: words.first.map { $0..<last + 1 })
        == nil,
      let question = writer.inverted(asking, without: left).map(Self.withArticles),
      check.veto(question, answer: answer) == nil
    else { return nil }
    return card(.dateQuestion, question, answer, .date, sentence, time: time, event: nil)
  }

  /// A question whose "a" and "an" fit the words that follow since a date between is gone.
  private static func withArticles(_ question: String) -> String {
    var words = question.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for index in words.indices.dropLast() {
      guard let next = words[index + 1].lowercased().first else { continue }
      if words[index] == "a", "aeio".contains(next) { words[index] = "an" }
      if words[index] == "an", !"aeiouh8".contains(next) { words[index] = "a" }
    }
    return words.joined(separator: " ")
  }

  /// Asks when an event took place that stands anywhere in a sentence with its date right behind
  /// it: "following the sale of the mill in May 1904".
  func phraseQuestion(_ time: TimeExpression, _ sentence: SourceSentence) -> GeneratedCard? {
    let words = sentence.words(in: time.phrase)
    guard let tree = sentence.tree, time.role == .adverbial,
      [.during, .span].contains(time.relation), !time.isDerived, words.lowerBound > 2,
      let head = (max(0, words.lowerBound - 16)..<words.lowerBound).first(where: { index in
        tree.tokens[index].universal == .noun && EventNoun.contains(tree.tokens[index].form)
          && tree.tokens[index].form != "death" && isNounPhrase(index + 1..<words.lowerBound, tree)
      }), head + 1 < words.lowerBound,
      ["of", "by", "at", "in", "on", "against"].contains(tree.tokens[head + 1].form)
    else { return nil }
    var start = head
    while start > 0,
      tree.tokens[start - 1].universal == .adjective || tree.tokens[start - 1].universal.isNominal
        || tree.tokens[start - 1].penn == .possessiveEnding
    {
      start -= 1
    }
    guard start > 0, tree.tokens[start - 1].form.lowercased() == "the" else { return nil }
    let event = Array(start - 1..<words.lowerBound)
    let answer = dateAnswer(time, sentence)
    guard
      event.contains(where: {
        tree.tokens[$0].universal == .properNoun || actors.states.isDemonym(tree.tokens[$0].form)
          || sentence.standIns[$0] != nil
      }),
      !Reference(sentence, tree, descriptions).isOpen(event, hasSubject: false),
      let asking = DateAsking.words(for: time, answer: answer, phrase: sentence.text(time.phrase))
    else { return nil }
    let text = tree.text(event, sentence.shown(for: event))
    let question = "\(asking) did \(text.prefix(1).lowercased() + text.dropFirst()) take place?"
    guard check.veto(question, answer: answer) == nil else { return nil }
    return card(.dateQuestion, question, answer, .date, sentence, time: time, event: nil)
  }

  /// Whether words can all belong to one noun phrase.
  private func isNounPhrase(_ words: Range<Int>, _ tree: Sentence) -> Bool {
    words.allSatisfy { index in
      let token = tree.tokens[index]
      return token.universal.isNominal || token.universal == .adjective
        || token.universal == .determiner || token.universal == .adposition
        || token.universal == .numeral || token.penn == .possessiveEnding
        || token.penn == .possessivePronoun || token.penn == .hyphen
    }
  }

  /// Asks for the date that stands right behind a name.
  ///
  /// Such are "the Edict of Alès (1629)" and "the Massacre of 24 August 1572".
  func nameQuestion(_ time: TimeExpression, _ sentence: SourceSentence) -> GeneratedCard? {
    let isOf = time.role == .adverbial && time.relation == .of
    guard let tree = sentence.tree, isOf || time.role == .parenthetical, !time.isDerived else {
      return nil
    }
    // A bracket opens before a parenthetical date.
    let end = sentence.words(in: time.phrase).lowerBound - (isOf ? 0 : 1)
    var start = end
    while start > 0,
      tree.tokens[start - 1].universal == .properNoun
        || tree.tokens[start - 1].penn == .possessiveEnding
        || tree.tokens[start - 1].form == "of" && start < end
    {
      start -= 1
    }
    let name = Array(start..<end)
    guard name.count >= 2, start > 0, tree.tokens[start - 1].form.lowercased() == "the",
      tree.tokens[start].universal == .properNoun,
      tree.tokens[end - 1].universal == .properNoun
    else { return nil }
    // A title keeps the capital of its article.
    let text = (start > 1 ? tree.tokens[start - 1].form : "the") + " " + tree.text(name)
    let answer = dateAnswer(time, sentence)
    let question: String
    if isOf, DocumentNoun.contains(tree.tokens[end - 1].form) {
      guard let asking = documentAsking(time) else { return nil }
      question = "\(asking) does \(text) date?"
    } else if isOf {
      guard EventNoun.contains(tree.tokens[end - 1].form) else { return nil }
      question = "When did \(text) take place?"
    } else {
      guard case .single(let period) = time.date?.form, case .year = period.unit else {
        return nil
      }
      question = "Which year is given for \(text)?"
    }
    guard check.veto(question, answer: answer) == nil else { return nil }
    return card(.dateQuestion, question, answer, .date, sentence, time: time, event: nil)
  }

  private func isDate(_ word: Int, _ predication: Predication) -> Bool {
    predication.sentence.times.contains {
      predication.sentence.words(in: $0.range).contains(word)
    }
  }
}
