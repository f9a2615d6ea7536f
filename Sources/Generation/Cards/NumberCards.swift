import Decks
import Language

/// Cards that ask how many or how much.
extension CardMaker {
  /// Asks for the number of what a statement counts: "How many mills did X build?".
  func numberCard(_ predication: Predication) -> GeneratedCard? {
    guard !predication.isParticiple else { return nil }
    return countedSubject(predication) ?? countedObject(predication)
      ?? countedPhrase(predication) ?? countedPart(predication) ?? times(predication)
      ?? price(predication) ?? change(predication)
      ?? share(predication.subject, isSubject: true, predication)
      ?? share(
        predication.body.filter { $0 > predication.predicate }, isSubject: false, predication)
      ?? sum(predication)
  }

  /// "72 per cent of the voters rejected the plan", "X sold 9.5% of its stake".
  private func share(
    _ words: [Int], isSubject: Bool, _ predication: Predication
  ) -> GeneratedCard? {
    let tree = predication.tree
    guard let number = words.first, tree.tokens[number].penn == .cardinal else { return nil }
    var end = number + 1
    while words.contains(end), ["per", "cent", "percent", "%"].contains(tree.tokens[end].form) {
      end += 1
    }
    guard end > number + 1, words.contains(end), tree.tokens[end].form == "of" else { return nil }
    let share = Set(number..<end)
    let answer = tree.text(Array(number..<end))
    let tail = frontedDate(predication)
    let writer = QuestionWriter(
      predication, lemmatiser: lemmatiser, states: actors.states, hasFullDates: true)
    let question: String?
    if isSubject {
      let whole = words.filter { $0 >= end }
      guard
        check.veto(
          predication, kept: whole + predication.body, allowsDates: true, asksSubject: true) == nil
      else { return nil }
      question = writer.askingSubject(
        "What percentage \(tree.text(whole))", for: answer, tail: tail)
    } else {
      let whole = words.filter { $0 >= end }.prefix { word in
        word == end
          || !predication.sentence.times.contains {
            predication.sentence.words(in: $0.phrase).contains(word)
          }
      }
      guard
        check.veto(
          predication, kept: predication.body.filter { !share.contains($0) }, allowsDates: true)
          == nil
      else { return nil }
      question = writer.inverted(
        "What percentage \(tree.text(Array(whole)))", without: share.union(whole), tail: tail)
    }
    guard let question, check.veto(question, answer: answer) == nil else { return nil }
    return numberCard(question, answer, predication)
  }

  /// "X paid $4.7 billion for Y": what the verb takes is a sum of money.
  private func sum(_ predication: Predication) -> GeneratedCard? {
    let tree = predication.tree
    let start = predication.predicate + 1
    guard predication.body.contains(start), tree.tokens[start].penn == .currency else { return nil }
    var end = start + 1
    while predication.body.contains(end), tree.tokens[end].penn == .cardinal { end += 1 }
    guard end > start + 1,
      !predication.body.contains(end) || !tree.tokens[end].universal.isNominal
    else { return nil }
    let left = Set(start..<end)
    let answer = tree.text(Array(start..<end))
    let tail = frontedDate(predication)
    let writer = QuestionWriter(
      predication, lemmatiser: lemmatiser, states: actors.states, hasFullDates: true)
    let kept = predication.body.filter { !left.contains($0) }
    guard isAnchored(predication.subject + kept, predication, tail),
      check.veto(predication, kept: kept, allowsDates: true) == nil,
      let question = writer.inverted("How much", without: left, tail: tail),
      check.veto(question, answer: answer) == nil
    else { return nil }
    return numberCard(question, answer, predication)
  }

  /// "Nearly 3,000 people were killed in Toulouse": the subject is counted.
  private func countedSubject(_ predication: Predication) -> GeneratedCard? {
    let tree = predication.tree
    guard let count = count(in: predication.subject, predication),
      count.start == predication.subject.first, !isDescription(predication)
    else { return nil }
    let noun = predication.subject.filter { $0 >= count.end }
    // "Two daughters, Anna and Maria, were born": they are told by name; "21 Panamanians and four
    // American soldiers" are two numbers.
    guard predication.isPlural,
      !noun.contains(where: { tree.tokens[$0].penn == .comma || tree.tokens[$0].penn == .cardinal })
    else {
      return nil
    }
    let writer = QuestionWriter(
      predication, lemmatiser: lemmatiser, states: actors.states, hasFullDates: true)
    let tail = frontedDate(predication)
    // "Some 36,500 Americans had died": when, and of what?
    let says = predication.body.contains { tree.tokens[$0].universal.isNominal }
    guard !noun.isEmpty, says || tail != nil,
      isAnchored(noun + predication.body, predication, tail),
      check.veto(
        predication, kept: noun + predication.body, allowsDates: true, asksSubject: true) == nil,
      let question = writer.askingSubject(
        "How many \(tree.text(noun))", for: count.answer, tail: tail),
      check.veto(question, answer: count.answer) == nil
    else { return nil }
    return numberCard(question, count.answer, predication)
  }

  /// "X agreed to sell 269 stations": what the verb takes is counted.
  private func countedObject(_ predication: Predication) -> GeneratedCard? {
    let tree = predication.tree
    // "Agreed to sell 269 stations" takes what "sell" takes.
    // So does "announced an agreement to rename 269 stations".
    let open = predication.body.first { index in
      index > predication.predicate && index + 1 < tree.tokens.count
        && tree.tokens[index].penn == .to && tree.tokens[index + 1].penn == .verbBase
        && !(predication.predicate + 1..<index).contains { word in
          tree.tokens[word].universal == .adposition || tree.tokens[word].universal == .verb
        }
    }
    let verbs = [predication.predicate] + [open.map { $0 + 1 }].compactMap(\.self)
    let objects = verbs.map { verb in predication.body.filter { $0 > verb } }
    guard
      let behind = objects.first(where: { words in
        words.first.map { count(in: words, predication)?.start == $0 } == true
      }), let count = count(in: behind, predication)
    else { return nil }
    let noun = behind.drop { $0 < count.end }.prefix {
      tree.tokens[$0].universal == .adjective
        || tree.tokens[$0].universal.isNominal
          && tree.tokens[$0].universal != .properNoun
    }
    guard let last = noun.last, tree.tokens[last].penn == .pluralNoun,
      !["thirds", "quarters", "fifths", "tenths"].contains(tree.tokens[last].form)
    else { return nil }
    // "Sixteen judges and forty-two justices": two numbers.
    guard last + 1 >= tree.tokens.count || tree.tokens[last + 1].penn != .conjunction
    else { return nil }
    // "36 tonnes of rubbish".
    var whole = Array(noun)
    if behind.contains(last + 1), tree.tokens[last + 1].form == "of" {
      let rest = behind.filter { $0 > last + 1 }.prefix { word in
        (tree.tokens[word].universal == .noun || tree.tokens[word].universal == .adjective)
          && !predication.sentence.times.contains {
            predication.sentence.words(in: $0.range).contains(word)
          }
      }
      guard !rest.isEmpty else { return nil }
      whole += [last + 1] + rest
    }
    let left = Set(count.start..<count.end).union(whole)
    let kept = predication.body.filter { !(count.start..<count.end).contains($0) }
    let writer = QuestionWriter(
      predication, lemmatiser: lemmatiser, states: actors.states, hasFullDates: true)
    let tail = frontedDate(predication)
    guard isAnchored(predication.subject + kept, predication, tail),
      check.veto(predication, kept: kept, allowsDates: true) == nil,
      let question = writer.inverted(
        "How many \(tree.text(whole))", without: left, tail: tail),
      check.veto(question, answer: count.answer) == nil
    else { return nil }
    return numberCard(question, count.answer, predication)
  }

  func numberCard(
    _ question: String, _ answer: String, _ predication: Predication
  ) -> GeneratedCard? {
    card(.numberQuestion, question, answer, .number, predication.sentence)
  }

  /// Whether a question about a number says of whom, where or when.
  func isAnchored(
    _ words: [Int], _ predication: Predication, _ tail: String?
  ) -> Bool {
    let tree = predication.tree
    return tail != nil || predication.resolvedSubject != nil || hasDate(words, predication)
      || words.contains {
        tree.tokens[$0].universal == .properNoun && tree.tokens[$0].form.count > 1
      }
  }

  /// The first number among words, with what makes it less exact: "nearly 3,000".
  func count(
    in words: [Int], _ predication: Predication
  ) -> (start: Int, end: Int, answer: String)? {
    let tree = predication.tree
    guard let number = words.first(where: { tree.tokens[$0].penn == .cardinal }),
      number == 0 || tree.tokens[number - 1].penn != .currency,
      tree.tokens[number].form.lowercased() != "one",
      !predication.sentence.times.contains(where: {
        $0.range.overlaps(tree.tokens[number].range)
      })
    else { return nil }
    var start = number
    while start > 0, words.contains(start - 1),
      Self.hedges.contains(tree.tokens[start - 1].form.lowercased()),
      // "Grown to 43 ships" is no "up to".
      tree.tokens[start - 1].form != "to" || start > 1 && tree.tokens[start - 2].form == "up",
      tree.tokens[start - 1].form != "at" || ["least", "most"].contains(tree.tokens[start].form)
    {
      start -= 1
    }
    var end = number + 1
    while words.contains(end), tree.tokens[end].penn == .cardinal { end += 1 }
    guard words.contains(end), tree.tokens[end].penn != .hyphen, tree.tokens[end].form != "%",
      tree.tokens[end].universal != .symbol, tree.tokens[end].form != "of",
      tree.tokens[end].universal.isNominal || tree.tokens[end].universal == .adjective,
      !["per", "percent"].contains(tree.tokens[end].form.lowercased())
    else { return nil }
    // "Grew to more than 1,000 kilometres" counts no objects.
    if tree.tokens[start].form == "to", start == 0 || tree.tokens[start - 1].form != "up" {
      return nil
    }
    let answer = tree.text(Array(start..<end))
    return (start, end, answer.prefix(1).lowercased() + answer.dropFirst())
  }

  private static let hedges: Set<String> = [
    "about", "nearly", "almost", "roughly", "some", "around", "approximately", "over", "more",
    "than", "fewer", "less", "at", "least", "an", "estimated", "only", "just", "up", "to",
  ]
}
