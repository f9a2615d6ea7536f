import Chronology
import Decks
import Language

extension CardMaker {
  /// Asks for a date: by a question where there is a safe one, else by a cloze.
  func dateCard(
    _ time: TimeExpression, _ sentence: SourceSentence, _ predications: [Predication]
  ) -> Result<GeneratedCard, Refused> {
    guard !time.isQuoted else { return .failure(Refused(veto: .quotation)) }
    guard time.date != nil, time.kind == .absolute || time.kind == .relative,
      time.relation != .than
    else { return .failure(Refused(veto: .time)) }
    var reason: Veto = .reading
    for predication in predications {
      guard let words = predication.attachedWords(of: time) else { continue }
      do throws(Refused) {
        return .success(try dateQuestion(time, words, predication))
      } catch {
        reason = error.veto
      }
    }
    for predication in predications {
      if let card = eventQuestion(time, predication) { return .success(card) }
      if let card = subjectDateQuestion(time, predication) { return .success(card) }
      if let card = prizeQuestion(time, predication) { return .success(card) }
    }
    if let card = nameQuestion(time, sentence) { return .success(card) }
    do throws(Refused) {
      return .success(try dateCloze(time, sentence))
    } catch {
      if reason == .reading { reason = error.veto }
    }
    for predication in predications {
      if let card = statementCloze(time, predication) { return .success(card) }
    }
    return .failure(Refused(veto: reason))
  }

  private func dateQuestion(
    _ time: TimeExpression, _ words: Range<Int>, _ predication: Predication
  ) throws(Refused) -> GeneratedCard {
    let sentence = predication.sentence
    let answer = dateAnswer(time, sentence)
    guard time.role == .adverbial, let asking = DateAsking.words(
        for: time, answer: answer, phrase: sentence.text(time.phrase)) else {
      throw Refused(veto: .time)
    }
    guard predication.clauseStart != nil || !predication.isModified(words),
      !hasLooseWord(before: words, predication)
    else {
      throw Refused(veto: .reading)
    }
    let isSecond = sentence.times.contains { other in
      other != time && other.date != nil && other.date != time.date
        && !sentence.isBesides(other, time) && predication.attachedWords(of: other) != nil
    }
    if isSecond { throw Refused(veto: .secondDate) }
    let left = Set(words)
    let kept = predication.body.filter { !left.contains($0) }
    if let veto = check.veto(predication, kept: kept, allowsDates: false, except: words) {
      throw Refused(veto: veto)
    }
    let writer = QuestionWriter(predication, lemmatiser: lemmatiser, states: actors.states)
    guard let question = writer.inverted(asking, without: left) else { throw Refused(veto: .verb) }
    if let veto = check.veto(question, answer: answer) { throw Refused(veto: veto) }
    return card(
      .dateQuestion, question, answer, .date, sentence, time: time,
      event: writer.event(without: left))
  }

  /// Asks when the event took place that a subject names together with its date: "The siege of
  /// Acre in 1291 ended …".
  private func eventQuestion(
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
  private func subjectDateQuestion(
    _ time: TimeExpression, _ predication: Predication
  ) -> GeneratedCard? {
    let (sentence, tree) = (predication.sentence, predication.tree)
    let words = sentence.words(in: time.role == .attributive ? time.range : time.phrase)
    guard !predication.isParticiple, !words.isEmpty, !time.isDerived,
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
    guard let question = writer.inverted(asking, without: []),
      check.veto(question, answer: answer) == nil
    else { return nil }
    return card(
      .dateQuestion, question, answer, .date, sentence, time: time, event: writer.event(without: []))
  }

  /// Asks when somebody won a prize that is called by its year: "They shared the 1903 Nobel Prize".
  private func prizeQuestion(
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
      check.veto(predication, kept: kept, allowsDates: false, except: words.first.map { $0..<last + 1 })
        == nil,
      let question = writer.inverted(asking, without: left),
      check.veto(question, answer: answer) == nil
    else { return nil }
    return card(.dateQuestion, question, answer, .date, sentence, time: time, event: nil)
  }

  /// Asks for the date that stands right behind a name.
  ///
  /// Such are "the Edict of Alès (1629)" and "the Massacre of 24 August 1572".
  private func nameQuestion(_ time: TimeExpression, _ sentence: SourceSentence) -> GeneratedCard? {
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
    let text = "the " + tree.text(name)
    let answer = dateAnswer(time, sentence)
    let question: String
    if isOf {
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

  /// The answer as the text has it; with its year where only the context says it.
  private func dateAnswer(_ time: TimeExpression, _ sentence: SourceSentence) -> String {
    if let date = time.date, time.isDerived || lacksEra(time, sentence) { return date.english }
    if case .range? = time.date?.form, time.relation == .span {
      return sentence.text(time.phrase)
    }
    return CardMaker.withoutHedge(sentence.text(time.range))
  }

  /// Whether the words leave out that the year is one before Christ.
  func lacksEra(_ time: TimeExpression, _ sentence: SourceSentence) -> Bool {
    guard time.date?.english.hasSuffix("BC") == true else { return false }
    return !sentence.text(time.range).uppercased().contains("BC")
  }

  /// A date without "around" and the like, which the question says.
  private static func withoutHedge(_ answer: String) -> String {
    for hedge in ["around ", "about ", "circa ", "c. ", "approximately ", "some time in "]
    where answer.lowercased().hasPrefix(hedge) {
      return String(answer.dropFirst(hedge.count))
    }
    return answer
  }

  /// Whether a word before a date narrows it: "late in 1940", "only in 1955".
  func hasLooseWord(before words: Range<Int>, _ predication: Predication) -> Bool {
    let before = predication.tree.tokens[max(0, words.lowerBound - 1)]
    let after =
      words.upperBound < predication.tree.tokens.count
      ? predication.tree.tokens[words.upperBound] : nil
    let narrowing: Set<String> = [
      "early", "late", "only", "around", "about", "shortly", "soon", "just", "again", "even",
      "until", "and", "or", "from", "between", "to", "as", "first", "until", "probably", "perhaps",
      "possibly", "not", "through", "ending", "dated", "than", "before", "after", "since", "both",
    ]
    // "…, and in 1871 the firm moved": the conjunction joins the clauses.
    let joins =
      ["and", "but", "as"].contains(before.form.lowercased())
      && predication.clauseStart.map { words.upperBound <= $0 } == true
    if words.lowerBound > 0, !joins, narrowing.contains(before.form.lowercased()) { return true }
    switch after?.form.lowercased() ?? "" {
    case "until", "at", "of", "-", "–": return true
    case "to":
      let next = words.upperBound + 1
      return next >= predication.tree.tokens.count
        || predication.tree.tokens[next].penn != .verbBase
    case "and", "or":
      let next = words.upperBound + 1
      guard next < predication.tree.tokens.count else { return true }
      return predication.tree.tokens[next].penn == .cardinal
        || predication.tree.tokens[next].universal == .adposition
        || predication.sentence.times.contains {
          $0.range.overlaps(predication.tree.tokens[next].range)
        }
    case _: return false
    }
  }

  /// Whether a whole sentence is clear without those around it, and not too long.
  func canStandAlone(_ sentence: SourceSentence) -> Bool {
    let words = sentence.words.map { sentence.text($0) }
    return (6...34).contains(sentence.wordCount)
      && !ClozeCheck(sentence, words: words, descriptions).pointsOutside
  }

  /// The whole sentence with its date left out.
  private func dateCloze(
    _ time: TimeExpression, _ sentence: SourceSentence
  ) throws(Refused) -> GeneratedCard {
    guard sentence.hasWholeMarks else { throw Refused(veto: .markup) }
    guard (6...34).contains(sentence.wordCount) else { throw Refused(veto: .long) }
    guard canStandAlone(sentence) else { throw Refused(veto: .reference) }
    guard let gap = gap(time, sentence) else { throw Refused(veto: .time) }
    let before = sentence.toldText(
      sentence.range.lowerBound..<max(sentence.range.lowerBound, gap.range.lowerBound))
    let after = sentence.toldText(
      gap.range.upperBound..<max(gap.range.upperBound, sentence.range.upperBound))
    let prompt = before + gap.text + after
    if let veto = check.veto(before + " " + after, answer: gap.answer) {
      throw Refused(veto: veto)
    }
    return card(.dateCloze, prompt, gap.answer, .date, sentence, time: time, event: nil)
  }

  /// One statement of a sentence with its date left out, where the whole is too long or points
  /// elsewhere.
  private func statementCloze(
    _ time: TimeExpression, _ predication: Predication
  ) -> GeneratedCard? {
    let sentence = predication.sentence
    guard !predication.isParticiple, predication.resolvedSubject == nil,
      predication.clauseStart != nil || predication.tree.tokens[predication.predicate].head == nil,
      check.veto(predication, kept: predication.body, allowsDates: true, most: 34) == nil,
      let gap = gap(time, sentence)
    else { return nil }
    let writer = QuestionWriter(predication, lemmatiser: lemmatiser, states: actors.states)
    let words = sentence.words(in: gap.range)
    let stated = predication.subject + predication.body
    let prompt: String
    if !words.isEmpty, words.allSatisfy(stated.contains) {
      guard let statement = writer.statement(replacing: words, by: gap.text) else { return nil }
      prompt = statement + "."
    } else if let attached = predication.attachedWords(of: time),
      attached.upperBound <= (predication.subject.first ?? 0)
    {
      let preposition = sentence.text(
        time.phrase.lowerBound..<max(time.phrase.lowerBound, gap.range.lowerBound))
      guard let event = writer.event(without: []) else { return nil }
      let subject = writer.subjectText
      prompt = preposition + gap.text + ", " + subject + event.dropFirst(subject.count) + "."
    } else {
      return nil
    }
    guard check.veto(prompt.replacing(GeneratedCard.blank, with: " "), answer: gap.answer) == nil
    else { return nil }
    return card(.dateCloze, prompt, gap.answer, .date, sentence, time: time, event: nil)
  }

  /// What a cloze leaves out, what it shows there, and the answer.
  private func gap(
    _ time: TimeExpression, _ sentence: SourceSentence
  ) -> (range: Range<Int>, text: String, answer: String)? {
    guard let date = time.date else { return nil }
    guard time.isDerived || lacksEra(time, sentence) else {
      let answer = CardMaker.withoutHedge(sentence.text(time.range))
      return (
        time.range.upperBound - answer.utf8.count..<time.range.upperBound,
        GeneratedCard.blank, answer
      )
    }
    // A date that only the context gives is written in full; without a preposition it needs one.
    guard case .single(let period) = date.form, !period.isCirca,
      !sentence.text(time.phrase).lowercased().contains("that ")
    else { return nil }
    if time.relation != .none { return (time.range, GeneratedCard.blank, date.english) }
    let isFirst = time.range.lowerBound == sentence.range.lowerBound
    let preposition = date.precision == .day ? "on" : "in"
    return (
      time.range,
      (isFirst ? preposition.prefix(1).uppercased() + preposition.dropFirst() : preposition) + " "
        + GeneratedCard.blank, date.english
    )
  }
}
