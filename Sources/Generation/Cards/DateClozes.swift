import Chronology
import Decks
import Language

/// Cards that show a sentence of the text, or a part of it, with its date left out.
extension CardMaker {
  /// Whether a whole sentence is clear without those around it, and not too long.
  func canStandAlone(_ sentence: SourceSentence) -> Bool {
    let words = sentence.words.map { sentence.text($0) }
    return (6...34).contains(sentence.wordCount)
      && !ClozeCheck(sentence, words: words, descriptions).pointsOutside
  }

  /// The whole sentence with its date left out.
  func dateCloze(
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
  func statementCloze(
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
      attached.upperBound <= (predication.subject.first ?? 0),
      !hasLooseWord(before: attached, predication)
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

  /// The longest part of a sentence that holds the date, is whole, and is clear by itself.
  func trimmedCloze(_ time: TimeExpression, _ sentence: SourceSentence) -> GeneratedCard? {
    guard let gap = gap(time, sentence) else { return nil }
    for part in SentenceParts(sentence, descriptions).around(time) {
      let before = sentence.toldText(
        part.lowerBound..<max(part.lowerBound, gap.range.lowerBound), of: part)
      let after = sentence.toldText(
        gap.range.upperBound..<max(gap.range.upperBound, part.upperBound), of: part)
      let prompt = before + gap.text + after + "."
      guard check.veto(before + " " + after, answer: gap.answer) == nil else { continue }
      return card(.dateCloze, prompt, gap.answer, .date, sentence, time: time, event: nil)
    }
    return nil
  }

  /// What a cloze leaves out, what it shows there, and the answer.
  private func gap(
    _ time: TimeExpression, _ sentence: SourceSentence
  ) -> (range: Range<Int>, text: String, answer: String)? {
    guard let date = time.date else { return nil }
    guard time.isDerived || lacksEra(time, sentence) else {
      let answer = CardMaker.withoutHedge(sentence.text(time.range), time)
      return (
        time.range.upperBound - answer.utf8.count..<time.range.upperBound,
        GeneratedCard.blank, answer
      )
    }
    // A date that only the context gives is written in full; without a preposition it needs one.
    guard date.isPlain, !sentence.text(time.phrase).lowercased().contains("that ")
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

extension HistoricalDate {
  /// Whether it can be written in full in a sentence: one date that is not "about", or a range.
  fileprivate var isPlain: Bool {
    switch form {
    case .single(let period): !period.isCirca
    case .range(.period(let start), .period(let end)): !start.isCirca && !end.isCirca
    case .range, .set, .before, .after: false
    }
  }
}
