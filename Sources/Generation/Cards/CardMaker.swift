import Chronology
import Decks
import Language

/// Makes the cards of one sentence.
struct CardMaker {
  let actors: ActorTable
  let lemmatiser: Lemmatiser
  let text: SourceText
  private(set) var cards: [GeneratedCard] = []
  private(set) var omitted: [Omitted] = []

  /// The most cards that one sentence gives.
  static let most = 3

  init(actors: ActorTable, lemmatiser: Lemmatiser, text: SourceText) {
    self.actors = actors
    self.lemmatiser = lemmatiser
    self.text = text
  }

  /// Adds the cards of a sentence.
  ///
  /// - Parameters:
  ///   - sentence: the sentence.
  ///   - person: the name that "he" or "she" stands for in it, where it can be only one.
  mutating func read(_ sentence: SourceSentence, person: String?) {
    guard sentence.tree == nil || sentence.hasWholeMarks else {
      for time in sentence.times where time.date != nil {
        omit(.markup, sentence.text(time.range), sentence)
      }
      return
    }
    let predications = PredicationReader.predications(in: sentence, person: person)
    var made: [GeneratedCard] = []
    for time in sentence.times {
      switch dateCard(time, sentence, predications, person: person) {
      case .success(let card): made.append(card)
      case .failure(let veto): omit(veto.veto, sentence.text(time.range), sentence)
      }
    }
    made.sort { $0.form == .dateQuestion && $1.form != .dateQuestion }
    for predication in predications {
      if let card = subjectCard(predication) { made.append(card) }
      if let card = agentCard(predication) { made.append(card) }
      if let card = numberCard(predication) { made.append(card) }
    }
    for (index, card) in made.enumerated() {
      if index < CardMaker.most {
        cards.append(card)
      } else {
        omit(.enough, card.answer, sentence)
      }
    }
  }

  /// A veto as an error, to be handed on.
  private struct Refused: Error {
    let veto: Veto
  }

  private mutating func omit(_ veto: Veto, _ answer: String, _ sentence: SourceSentence) {
    omitted.append(Omitted(veto: veto, answer: answer, sentence: sentence.text))
  }

  // MARK: Dates

  private func dateCard(
    _ time: TimeExpression, _ sentence: SourceSentence, _ predications: [Predication],
    person: String?
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
    do throws(Refused) {
      return .success(try dateCloze(time, sentence))
    } catch {
      return .failure(Refused(veto: reason == .reading ? error.veto : reason))
    }
  }

  private func dateQuestion(
    _ time: TimeExpression, _ words: Range<Int>, _ predication: Predication
  ) throws(Refused) -> GeneratedCard {
    let sentence = predication.sentence
    let answer = dateAnswer(time, sentence)
    guard time.role == .adverbial, let asking = DateAsking.words(for: time, answer: answer) else {
      throw Refused(veto: .time)
    }
    guard !predication.isModified(words), !hasLooseWord(before: words, predication) else {
      throw Refused(veto: .reading)
    }
    let isSecond = sentence.times.contains { other in
      other != time && other.date != nil && predication.attachedWords(of: other) != nil
    }
    if isSecond { throw Refused(veto: .secondDate) }
    let left = Set(words)
    let kept = predication.body.filter { !left.contains($0) }
    if let veto = veto(predication, kept: kept, allowsDates: false, except: words) {
      throw Refused(veto: veto)
    }
    let writer = QuestionWriter(predication, lemmatiser: lemmatiser, states: actors.states)
    guard let question = writer.inverted(asking, without: left) else { throw Refused(veto: .verb) }
    if let veto = veto(question, answer: answer) { throw Refused(veto: veto) }
    return card(
      .dateQuestion, question, answer, .date, sentence, time: time,
      event: writer.event(without: left))
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
  private func lacksEra(_ time: TimeExpression, _ sentence: SourceSentence) -> Bool {
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
  private func hasLooseWord(before words: Range<Int>, _ predication: Predication) -> Bool {
    let before = predication.tree.tokens[max(0, words.lowerBound - 1)]
    let after =
      words.upperBound < predication.tree.tokens.count
      ? predication.tree.tokens[words.upperBound] : nil
    let narrowing: Set<String> = [
      "early", "late", "only", "around", "about", "shortly", "soon", "just", "again", "even",
      "until", "and", "or", "from", "between", "to", "as", "first", "until", "probably", "perhaps",
      "possibly", "not", "through", "ending", "dated", "than", "before", "after", "since", "both",
    ]
    if words.lowerBound > 0, narrowing.contains(before.form.lowercased()) { return true }
    switch after?.form.lowercased() ?? "" {
    case "to", "until", "at", "-", "–": return true
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

  private func dateCloze(
    _ time: TimeExpression, _ sentence: SourceSentence
  ) throws(Refused) -> GeneratedCard {
    guard time.kind == .absolute, !lacksEra(time, sentence) else { throw Refused(veto: .time) }
    guard sentence.hasWholeMarks else { throw Refused(veto: .markup) }
    let words = sentence.words.map { sentence.text($0) }
    guard (6...34).contains(words.count { $0.contains(where: \.isLetter) }) else {
      throw Refused(veto: .long)
    }
    if ClozeCheck(sentence, words: words).pointsOutside { throw Refused(veto: .reference) }
    let answer = CardMaker.withoutHedge(sentence.text(time.range))
    let start = time.range.upperBound - answer.utf8.count
    let before = sentence.text(sentence.range.lowerBound..<max(sentence.range.lowerBound, start))
    let after = sentence.text(
      time.range.upperBound..<max(time.range.upperBound, sentence.range.upperBound))
    if let veto = veto(before + " " + after, answer: answer) { throw Refused(veto: veto) }
    return card(
      .dateCloze, before + GeneratedCard.blank + after, answer, .date, sentence, time: time,
      event: nil)
  }

  // MARK: Actors and numbers

  private func subjectCard(_ predication: Predication) -> GeneratedCard? {
    guard predication.resolvedSubject == nil, let actor = actor(predication.subject, predication),
      let asking = asking(for: actor.actor, isSubject: true)
    else { return nil }
    let writer = QuestionWriter(predication, lemmatiser: lemmatiser, states: actors.states)
    let tail = frontedDate(predication)
    guard isSpecific(predication, hasDate: tail != nil),
      tail == nil || !hasDate(predication.body, predication), !isDescription(predication),
      veto(predication, kept: predication.body, allowsDates: true, asksSubject: true) == nil,
      let question = writer.askingSubject(asking, tail: tail),
      veto(question, answer: actor.text) == nil
    else { return nil }
    return card(
      .actorQuestion, question, actor.text, kind(of: actor.actor), predication.sentence,
      actor: actor.actor)
  }

  private func agentCard(_ predication: Predication) -> GeneratedCard? {
    let tree = predication.tree
    guard predication.isPassive,
      let agent = predication.body.first(where: {
        tree.tokens[$0].head == predication.predicate && tree.tokens[$0].isAgreed
          && tree.tokens[$0].relation == .agent
      })
    else { return nil }
    let span = Array(tree.span(of: agent))
    guard span.first.map({ tree.tokens[$0].form.lowercased() }) == "by",
      let actor = actor(Array(span.dropFirst()), predication),
      let asking = asking(for: actor.actor, isSubject: false)
    else { return nil }
    let left = Set(span)
    let kept = predication.body.filter { !left.contains($0) }
    let tail = frontedDate(predication)
    let writer = QuestionWriter(predication, lemmatiser: lemmatiser, states: actors.states)
    guard veto(predication, kept: kept, allowsDates: true) == nil,
      (tail != nil) != hasDate(kept + predication.subject, predication),
      let question = writer.inverted("By \(asking)", without: left, tail: tail),
      veto(question, answer: actor.text) == nil
    else { return nil }
    return card(
      .actorQuestion, question, actor.text, kind(of: actor.actor), predication.sentence,
      actor: actor.actor)
  }

  private func numberCard(_ predication: Predication) -> GeneratedCard? {
    let tree = predication.tree
    guard !predication.isParticiple, predication.resolvedSubject == nil,
      let number = predication.body.first(where: { isCount($0, predication) }),
      let noun = tree.tokens[number].head, predication.body.contains(noun),
      tree.tokens[noun].relation == .object, tree.tokens[noun].isAgreed,
      tree.tokens[noun].head == predication.predicate
    else { return nil }
    let span = predication.body.filter { tree.span(of: noun).contains($0) }
    guard span.first == number, span.count <= 4,
      !span.contains(where: { tree.tokens[$0].universal == .adposition })
    else { return nil }
    let counted = tree.text(Array(span.dropFirst()))
    let left = Set(span)
    let kept = predication.body.filter { $0 != number }
    let answer = tree.tokens[number].form
    let writer = QuestionWriter(predication, lemmatiser: lemmatiser, states: actors.states)
    guard veto(predication, kept: kept, allowsDates: true) == nil,
      let question = writer.inverted(
        "How many \(counted)", without: left, tail: frontedDate(predication)),
      veto(question, answer: answer) == nil
    else { return nil }
    return card(.numberQuestion, question, answer, .number, predication.sentence)
  }

  private func isCount(_ index: Int, _ predication: Predication) -> Bool {
    let token = predication.tree.tokens[index]
    guard token.penn == .cardinal, token.relation == .numericModifier, token.isAgreed,
      token.form.lowercased() != "one", let noun = token.head,
      predication.tree.tokens[noun].penn == .pluralNoun
    else { return false }
    return !predication.sentence.times.contains { $0.phrase.overlaps(token.range) }
      && !predication.tree.dependents(of: index).contains { predication.body.contains($0) }
  }

  /// The one actor that words name, with titles and descriptions before the name.
  private func actor(_ words: [Int], _ predication: Predication) -> (actor: Actor, text: String)? {
    let tree = predication.tree
    var words = words
    if let first = words.first, tree.tokens[first].penn == .determiner,
      tree.tokens[first].form.lowercased() == "the"
    {
      words.removeFirst()
    }
    guard let first = words.first, let last = words.last, words == Array(first...last) else {
      return nil
    }
    let text = tree.text(words)
    if let actor = actors.actor(named: text) { return (actor, text) }
    let names = tree.names.filter {
      $0.tokens.upperBound == last + 1 && $0.tokens.lowerBound > first
    }
    guard let name = names.first, name.kind == .person,
      words.prefix(name.tokens.lowerBound - first).allSatisfy({
        tree.tokens[$0].universal == .noun || tree.tokens[$0].universal == .adjective
          || tree.tokens[$0].name == .outside && tree.tokens[$0].universal == .properNoun
      })
    else { return nil }
    let called = tree.text(Array(name.tokens))
    guard let actor = actors.actor(named: called), actor.kind == .person else { return nil }
    return (actor, called)
  }

  private func asking(for actor: Actor, isSubject: Bool) -> String? {
    switch actor.kind {
    case .person: return isSubject ? "Who" : "whom"
    case .state: return isSubject ? "Which country" : "which country"
    case .organisation:
      let head = actor.name.split(separator: " ").reversed()
        .compactMap { OrganisationHead.word(for: String($0)) }.first
      return head.map { isSubject ? "Which \($0)" : "which \($0)" }
    case .group, .place: return nil
    }
  }

  private func kind(of actor: Actor) -> CardKind {
    switch actor.kind {
    case .person: .person
    case .state: .state
    case .organisation: .organisation
    case .group: .text
    case .place: .place
    }
  }

  /// The date that stands before the subject, as it reads at the end of a question.
  private func frontedDate(_ predication: Predication) -> String? {
    let sentence = predication.sentence
    guard let subject = predication.subject.first else { return nil }
    for time in sentence.times where time.kind == .absolute && time.date != nil && !time.isQuoted {
      guard let words = predication.attachedWords(of: time), words.upperBound <= subject,
        !predication.isModified(words), !hasLooseWord(before: words, predication)
      else { continue }
      let phrase = sentence.text(time.phrase)
      return phrase.prefix(1).lowercased() + phrase.dropFirst()
    }
    return nil
  }

  /// Whether a date stands among words.
  private func hasDate(_ words: [Int], _ predication: Predication) -> Bool {
    predication.sentence.times.contains { time in
      predication.sentence.words(in: time.range).contains(where: words.contains)
    }
  }

  /// Whether a statement says only what sort of thing its subject is: "was a Dutch company".
  private func isDescription(_ predication: Predication) -> Bool {
    let tree = predication.tree
    guard tree.dependents(of: predication.predicate, .copula).isEmpty == false else { return false }
    return !predication.body.contains { index in
      tree.tokens[index].form.lowercased() == "the"
        && tree.tokens[index].head == predication.predicate
    }
  }

  /// Whether a statement without its subject is true of one actor only: it is dated and says
  /// enough.
  private func isSpecific(_ predication: Predication, hasDate: Bool) -> Bool {
    let tree = predication.tree
    let dated =
      hasDate
      || predication.sentence.times.contains { time in
        let words = predication.sentence.words(in: time.range)
        return time.date != nil && time.kind == .absolute && !words.isEmpty
          && words.allSatisfy(predication.body.contains)
      }
    let content = predication.body.count { index in
      tree.tokens[index].universal.isNominal || tree.tokens[index].universal == .adjective
    }
    return dated && content >= 2
  }

  // MARK: Vetoes

  /// Why a statement makes no good question.
  private func veto(
    _ predication: Predication, kept: [Int], allowsDates: Bool, except: Range<Int>? = nil,
    asksSubject: Bool = false
  ) -> Veto? {
    let tree = predication.tree
    let subject = predication.resolvedSubject == nil && !asksSubject ? predication.subject : []
    let reference = Reference(tree: tree)
    if reference.isOpen(subject, hasSubject: false) { return .reference }
    if reference.isOpen(kept, hasSubject: true) { return .reference }
    if tree.tokens[predication.predicate].universal.isNominal, !asksSubject,
      predication.auxiliaries.isEmpty
    {
      return .verb
    }
    let words = subject + kept
    // "Were Sweden sold": half of a subject was read.
    if let auxiliary = predication.auxiliaries.first, predication.resolvedSubject == nil {
      let form = tree.tokens[auxiliary].form.lowercased()
      if form == "were" && !predication.isPlural || form == "was" && predication.isPlural {
        return .reading
      }
    }
    // "Their use" is not that of one subject.
    if !predication.isPlural,
      words.contains(where: { tree.tokens[$0].form.lowercased() == "their" })
    {
      return .reference
    }
    // "The Sorbonne gave his post to his widow": whose?
    let isPersonal = words.contains {
      ["his", "her"].contains(tree.tokens[$0].form.lowercased())
    }
    if isPersonal, !asksSubject, predication.resolvedSubject == nil,
      !subject.contains(where: { tree.tokens[$0].name.kind == .person })
    {
      return .reference
    }
    // What somebody is told must stand in the question, too.
    let verb = lemmatiser.lemma(of: tree.tokens[predication.predicate])
    if CardMaker.speaking.contains(verb),
      !words.contains(where: {
        tree.tokens[$0].head == predication.predicate
          && [.clausalComplement, .openComplement].contains(tree.tokens[$0].relation)
      })
    {
      return .reading
    }
    // "The priest" whose name stood in an apposition that was left out.
    let isUnnamed = words.contains { index in
      tree.tokens[index].universal == .noun
        && tree.dependents(of: index).contains {
          tree.tokens[$0].relation == .apposition && !words.contains($0)
        } && tree.dependents(of: index, .determiner).contains { tree.tokens[$0].form == "the" }
    }
    if isUnnamed { return .reference }
    if predication.hasStrayVerb { return .reading }
    if predication.isParticiple, let first = subject.first,
      ["a", "an"].contains(tree.tokens[first].form.lowercased())
    {
      return .vague
    }
    if !allowsDates {
      for time in predication.sentence.times {
        let inside = predication.sentence.words(in: time.range)
        if inside == except || except?.overlaps(inside) == true { continue }
        if inside.contains(where: words.contains), time.role != .attributive { return .secondDate }
      }
    }
    let names = words.count { index in
      tree.tokens[index].universal == .properNoun
        && tree.tokens[index].form.first?.isUppercase == true
        && !predication.sentence.times.contains { $0.range.overlaps(tree.tokens[index].range) }
    }
    let isNamed = names > 0 || predication.resolvedSubject != nil
    if !isNamed { return .vague }
    if subject.count == 1, let only = subject.first,
      tree.tokens[only].universal == .noun, tree.tokens[only].penn == .singularNoun, names < 2
    {
      return .vague
    }
    if words.count > 28 { return .long }
    // The last word must not leave the question hanging.
    if let last = kept.last,
      [PennTag.conjunction, .preposition, .determiner, .to, .possessivePronoun]
        .contains(tree.tokens[last].penn), tree.tokens[last].relation != .particle,
      !tree.dependents(of: predication.predicate).contains(last)
    {
      return .reading
    }
    return nil
  }

  private static let speaking: Set<String> = [
    "tell", "inform", "warn", "persuade", "convince", "say", "claim", "argue", "believe", "think",
    "realise", "realize", "suggest", "assure", "insist", "admit", "state",
  ]

  /// Why a prompt is no good whatever it asks.
  private func veto(_ prompt: String, answer: String) -> Veto? {
    let asked = prompt.asciiWords
    let words = answer.asciiWords
    if asked.count > 33 { return .long }
    if asked.count < 4 { return .vague }
    if words.isEmpty { return .time }
    if asked.indices.contains(where: { asked[$0...].starts(with: words) }) { return .leak }
    let years = words.filter { $0.count == 4 && $0.allSatisfy(\.isNumber) }
    if years.contains(where: asked.contains) { return .leak }
    for (open, close) in [("(", ")"), ("[", "]"), ("“", "”")] {
      if prompt.count(of: open) != prompt.count(of: close) { return .markup }
    }
    if prompt.count(of: "\"") % 2 != 0 || prompt.contains("http") || prompt.contains("*")
      || prompt.contains("|") || prompt.contains("[")
    {
      return .markup
    }
    return nil
  }

  private func card(
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
      isDerived: time.map { $0.isDerived || lacksEra($0, sentence) } ?? false,
      event: event, sentence: sentence.text,
      source: text.blocks[sentence.block].source(of: sentence.range), section: sentence.section,
      actor: actor)
  }
}

extension String {
  /// The words in lower case, marks left out.
  var asciiWords: [String] {
    lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  func count(of mark: String) -> Int { ranges(of: mark).count }
}

extension SourceSentence {
  /// Whether every quotation mark and bracket has its other half.
  var hasWholeMarks: Bool {
    text.count(of: "(") == text.count(of: ")") && text.count(of: "[") == text.count(of: "]")
      && text.count(of: "\"") % 2 == 0 && text.count(of: "“") == text.count(of: "”")
  }
}
