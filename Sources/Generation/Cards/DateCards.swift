import Chronology
import Decks
import Language

extension CardMaker {
  /// Asks for a date: by a question where there is a safe one, else by a cloze.
  func dateCard(
    _ time: TimeExpression, _ sentence: SourceSentence, _ predications: [Predication]
  ) -> Result<GeneratedCard, Refused> {
    guard !time.isQuoted else { return .failure(Refused(veto: .quotation)) }
    // "Here, in 1961, people had jumped from their windows": where?
    if sentence.tree?.tokens.first?.form == "Here" { return .failure(Refused(veto: .reference)) }
    guard time.date != nil, time.kind == .absolute || time.kind == .relative,
      time.relation != .than
    else { return .failure(Refused(veto: .time)) }
    // "A week later, on 6 October": the date itself is asked for.
    let isTold = sentence.times.contains {
      $0 != time && $0.date != nil && time.isDerived
        && (!$0.isDerived || time.date?.isVague == true)
        && sentence.isBesides($0, time)
    }
    if isTold { return .failure(Refused(veto: .enough)) }
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
      if let card = subjectParticipleQuestion(time, predication) { return .success(card) }
    }
    if let card = nameQuestion(time, sentence) ?? phraseQuestion(time, sentence)
      ?? deathQuestion(time, sentence) ?? namedEventQuestion(time, sentence)
    {
      return .success(card)
    }
    do throws(Refused) {
      return .success(try dateCloze(time, sentence))
    } catch {
      if reason == .reading { reason = error.veto }
    }
    for predication in predications {
      if let card = statementCloze(time, predication) { return .success(card) }
    }
    if let card = trimmedCloze(time, sentence) { return .success(card) }
    return .failure(Refused(veto: reason))
  }

  private func dateQuestion(
    _ time: TimeExpression, _ words: Range<Int>, _ predication: Predication
  ) throws(Refused) -> GeneratedCard {
    let sentence = predication.sentence
    let answer = dateAnswer(time, sentence)
    let isAtStart = predication.clauseStart == words.upperBound && sentence.isAdverbial(time)
    guard time.role == .adverbial || isAtStart,
      let asking = predication.isPerfect && time.relation == .since
        ? "Since when"
        : DateAsking.words(for: time, answer: answer, phrase: sentence.text(time.phrase))
    else {
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
        && !predication.isTold(other) && !other.encloses(time)
    }
    if isSecond { throw Refused(veto: .secondDate) }
    // "Fell from 310 in 1950 to 94 in 2014": half of it is true of neither date.
    let tree = predication.tree
    if let from = predication.body.first(where: {
      $0 > predication.predicate && tree.tokens[$0].form == "from"
    }), from + 1 < tree.tokens.count, tree.tokens[from + 1].penn == .cardinal,
      !words.contains(from),
      sentence.times.count(where: { $0.date != nil && $0.role == .adverbial }) > 1
    {
      throw Refused(veto: .secondDate)
    }
    // "Two months earlier, on 22 March": both say the same.
    let besides = sentence.times.filter {
      $0 != time && $0.kind != .duration && sentence.isBesides($0, time)
    }
    var left = Set(words).union(besides.flatMap { Array(sentence.words(in: $0.phrase)) })
      .union(hour(before: words, predication))
    var kept = predication.body.filter { !left.contains($0) }
    // "On 25 April, exactly one year after the coup": what says the date again goes with it.
    if words.upperBound < predication.tree.tokens.count, kept.contains(words.upperBound),
      predication.tree.tokens[words.upperBound].penn == .comma,
      sentence.times.contains(where: { $0.range.lowerBound > time.range.upperBound })
    {
      kept.removeAll { $0 >= words.upperBound }
      left.formUnion(predication.body.filter { $0 >= words.upperBound })
    }
    if let last = kept.last, predication.tree.tokens[last].penn == .comma { kept.removeLast() }
    var veto = check.veto(predication, kept: kept, allowsDates: false, except: words)
    if veto != nil, let short = predication.withShortSubject {
      veto = check.veto(short, kept: kept, allowsDates: false, except: words)
    }
    if let veto { throw Refused(veto: veto) }
    if isDescription(predication), isIndefinite(kept, predication) {
      guard let card = happening(time, asking, kept, predication) else {
        throw Refused(veto: .verb)
      }
      return card
    }
    var writer = QuestionWriter(predication, lemmatiser: lemmatiser, states: actors.states)
    guard var question = writer.inverted(asking, without: left) else { throw Refused(veto: .verb) }
    if check.veto(question, answer: answer) == .long, let short = predication.withShortSubject {
      writer = QuestionWriter(short, lemmatiser: lemmatiser, states: actors.states)
      question = writer.inverted(asking, without: left) ?? question
    }
    if let veto = check.veto(question, answer: answer) { throw Refused(veto: veto) }
    return card(
      .dateQuestion, question, answer, .date, sentence, time: time,
      event: writer.event(without: left))
  }

  /// The words of an hour right before a date: "at midnight on 6 November".
  private func hour(before words: Range<Int>, _ predication: Predication) -> [Int] {
    let start = words.lowerBound - 2
    guard start > predication.predicate, !words.isEmpty,
      predication.tree.tokens[start].form == "at",
      ["midnight", "noon", "dawn", "dusk"].contains(predication.tree.tokens[start + 1].form)
    else { return [] }
    return [start, start + 1]
  }

  /// Whether what a copula says of its subject begins with "a".
  private func isIndefinite(_ kept: [Int], _ predication: Predication) -> Bool {
    let next = kept.first { $0 > (predication.auxiliaries.last ?? predication.predicate) }
    return next.map { ["a", "an"].contains(predication.tree.tokens[$0].form) } ?? false
  }

  /// Asks when an event took place that its sentence describes: "The Suez Crisis was an invasion of
  /// Egypt in 1956".
  private func happening(
    _ time: TimeExpression, _ asking: String, _ kept: [Int], _ predication: Predication
  ) -> GeneratedCard? {
    let tree = predication.tree
    guard time.relation == .during,
      kept.contains(where: {
        tree.tokens[$0].universal == .noun
          && EventNoun.contains(tree.tokens[$0].form)
      }),
      predication.subject.contains(where: { tree.tokens[$0].universal == .properNoun }),
      !predication.subject.contains(where: { tree.tokens[$0].name.kind == .person })
    else { return nil }
    let writer = QuestionWriter(predication, lemmatiser: lemmatiser, states: actors.states)
    let answer = dateAnswer(time, predication.sentence)
    guard let question = writer.askingForEvent(asking, predication.subject),
      check.veto(question, answer: answer) == nil
    else { return nil }
    return card(
      .dateQuestion, question, answer, .date, predication.sentence, time: time, event: nil)
  }

  /// The answer as the text has it; with its year where only the context says it.
  func dateAnswer(_ time: TimeExpression, _ sentence: SourceSentence) -> String {
    if let date = time.date, time.isDerived || lacksEra(time, sentence) { return date.english }
    if case .range? = time.date?.form, time.relation == .span {
      return sentence.text(time.phrase)
    }
    return CardMaker.withoutHedge(sentence.text(time.range), time)
  }

  /// Whether the words leave out that the year is one before Christ.
  func lacksEra(_ time: TimeExpression, _ sentence: SourceSentence) -> Bool {
    guard time.date?.english.hasSuffix("BC") == true else { return false }
    return !sentence.text(time.range).uppercased().replacing(".", with: "").contains("BC")
  }

  /// A date without "around" and the like, which the question says.
  static func withoutHedge(_ answer: String, _ time: TimeExpression) -> String {
    // "The 1973 season", "at the 1972 Olympics": the article is the noun's.
    let isYear = answer.dropFirst(4).allSatisfy { $0.isNumber || "-–/".contains($0) }
    if answer.lowercased().hasPrefix("the "),
      isYear || time.role == .attributive && !answer.contains(" of ")
    {
      return String(answer.dropFirst(4))
    }
    for hedge in ["around ", "about ", "circa ", "c. ", "approximately ", "some time in "]
    where answer.lowercased().hasPrefix(hedge) {
      return String(answer.dropFirst(hedge.count))
    }
    return answer
  }

  /// Whether a date is that of a noun behind "until" and the like: "he remained until his
  /// retirement in 1903".
  private func isNominal(_ words: Range<Int>, _ predication: Predication) -> Bool {
    let tree = predication.tree
    var index = words.lowerBound - 1
    while index > predication.predicate, words.lowerBound - index < 10 {
      let token = tree.tokens[index]
      if ["until", "till", "after", "before", "since", "following", "upon", "despite"]
        .contains(token.form.lowercased())
      {
        // "Before dawn on 25 June": the hour is no event.
        let next = tree.tokens[index + 1]
        return next.universal == .determiner || next.penn == .possessivePronoun
          || next.universal == .properNoun
      }
      let isPart =
        token.universal.isNominal || token.universal == .adjective
        || token.universal == .determiner || token.penn == .possessivePronoun
        || token.penn == .possessiveEnding || ["of", "by"].contains(token.form)
      guard isPart else { return false }
      index -= 1
    }
    return false
  }

  /// Whether a date is that of an event that opens the sentence: "after the death of his brother on
  /// 15 November 1815, Beethoven fought".
  private func isOfOpening(_ words: Range<Int>, _ tree: Sentence) -> Bool {
    guard words.lowerBound > 1, let first = tree.tokens.first,
      ["after", "before", "following", "since", "until", "despite", "with", "upon"]
        .contains(first.form.lowercased())
    else { return false }
    return !tree.tokens[..<words.lowerBound].contains { $0.penn == .comma || $0.penn == .gerund }
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
    // "Became legal again on 7 April" keeps its "again" in the question.
    let isRepeated =
      before.form == "again" && words.lowerBound > 1
      && !["and", ",", "or"].contains(predication.tree.tokens[words.lowerBound - 2].form)
    if words.lowerBound > 0, !joins, !isRepeated, narrowing.contains(before.form.lowercased()) {
      return true
    }
    if let subject = predication.subject.first, words.upperBound <= subject,
      isOfOpening(words, predication.tree)
    {
      return true
    }
    if predication.predicate < words.lowerBound {
      // "At the 1972 Summer Olympics".
      if let after, after.universal == .properNoun, after.form.first?.isUppercase == true {
        return true
      }
      if isNominal(words, predication) { return true }
    }
    switch after?.form.lowercased() ?? "" {
    case "until", "of", "-", "–": return true
    case "at":
      let next = words.upperBound + 1
      return next < predication.tree.tokens.count
        && predication.tree.tokens[next].penn == .cardinal
    case "to":
      let next = words.upperBound + 1
      return next >= predication.tree.tokens.count
        || predication.tree.tokens[next].penn != .verbBase
    case "and", "or":
      if predication.isOfSeries { return false }
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

}

extension TimeExpression {
  /// Whether the time of another expression lies within its own, so that both can be true: "in
  /// September … on 20 September".
  fileprivate func encloses(_ other: TimeExpression) -> Bool {
    guard case .single(let whole) = date?.form, case .single(let part) = other.date?.form,
      whole.unit != part.unit
    else { return false }
    let (own, inner) = (whole.span, part.span)
    return own.contains(inner.lowerBound) && own.contains(inner.upperBound)
  }
}

extension HistoricalDate {
  /// Whether it is one date that is known only roughly.
  fileprivate var isVague: Bool {
    if case .single(let period) = form { return period.isCirca }
    return false
  }
}
