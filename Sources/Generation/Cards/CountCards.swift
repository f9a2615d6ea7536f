import Decks
import Language

/// Cards that ask for a number behind a preposition, before "of", or of times.
extension CardMaker {
  /// "Opened the border to some 180,000 refugees": "To how many refugees …?".
  func countedPhrase(_ predication: Predication) -> GeneratedCard? {
    let tree = predication.tree
    for preposition in predication.body
    where preposition > predication.predicate
      && Self.countable.contains(tree.tokens[preposition].form)
    {
      let behind = predication.body.filter { $0 > preposition }
      guard let count = count(in: behind, predication), count.start == preposition + 1 else {
        continue
      }
      let noun = behind.drop { $0 < count.end }.prefix {
        tree.tokens[$0].universal == .adjective || tree.tokens[$0].universal == .noun
      }
      guard let last = noun.last, tree.tokens[last].penn == .pluralNoun,
        // "By four wheels and two boats" has a second number.
        last + 1 >= tree.tokens.count || !["and", "of", ","].contains(tree.tokens[last + 1].form)
          || tree.tokens[last + 1].form == "and"
            && tree.tokens[(last + 2)...].prefix(3).contains(where: { $0.penn.isTensed }),
        !predication.sentence.times.contains(where: {
          predication.sentence.words(in: $0.range).contains(last)
        }),
        // "A council with twenty members": the phrase is of the noun, not of the verb.
        !tree.tokens[preposition - 1].universal.isNominal
          || tree.tokens[last].head == predication.predicate
            && tree.tokens[last].reverse.head == predication.predicate
      else { continue }
      let left = Set([preposition] + Array(count.start..<count.end) + noun)
      return counted(
        predication, "\(tree.tokens[preposition].form) how many \(tree.text(Array(noun)))",
        without: left, answer: count.answer)
    }
    return nil
  }

  /// "Sold 255 of her paintings": "How many of her paintings …?".
  func countedPart(_ predication: Predication) -> GeneratedCard? {
    let tree = predication.tree
    let number = predication.predicate + 1
    guard predication.body.contains(number), tree.tokens[number].penn == .cardinal,
      tree.tokens[number].form.lowercased() != "one", tree.tokens[number + 1].form == "of"
    else { return nil }
    let whole = predication.body.filter { $0 > number + 1 }.prefix { index in
      let token = tree.tokens[index]
      return token.universal == .noun || token.universal == .adjective
        || token.universal == .determiner || token.penn == .possessivePronoun
    }
    guard let last = whole.last, whole.count > 1, tree.tokens[last].penn == .pluralNoun else {
      return nil
    }
    return counted(
      predication, "how many of \(tree.text(Array(whole)))",
      without: Set([number, number + 1] + whole), answer: tree.tokens[number].form)
  }

  /// "Won the cup three times": "How many times …?".
  func times(_ predication: Predication) -> GeneratedCard? {
    let tree = predication.tree
    guard
      let noun = predication.body.first(where: {
        $0 > predication.predicate + 1 && tree.tokens[$0].form == "times"
      }), tree.tokens[noun - 1].penn == .cardinal,
      ![.cardinal, .preposition, .determiner, .superlativeAdjective].contains(
        tree.tokens[noun - 2].penn),
      // "Three times as many", "four times the number".
      noun + 1 >= tree.tokens.count
        || [.comma, .fullStop, .preposition].contains(tree.tokens[noun + 1].penn)
          && tree.tokens[noun + 1].form != "as"
    else { return nil }
    return counted(
      predication, "how many times", without: [noun - 1, noun],
      answer: tree.tokens[noun - 1].form)
  }

  private func counted(
    _ predication: Predication, _ asking: String, without left: Set<Int>, answer: String
  ) -> GeneratedCard? {
    let kept = predication.body.filter { !left.contains($0) }
    let tree = predication.tree
    // "Rose from 6 million in 1996 to 30 million in 2000": one number is read by the other.
    let hasOther = kept.contains { word in
      tree.tokens[word].penn == .cardinal
        && !predication.sentence.times.contains { $0.range.overlaps(tree.tokens[word].range) }
    }
    guard !hasOther else { return nil }
    let writer = QuestionWriter(
      predication, lemmatiser: lemmatiser, states: actors.states, hasFullDates: true)
    let tail = frontedDate(predication)
    guard isAnchored(predication.subject + kept, predication, tail),
      check.veto(predication, kept: kept, allowsDates: true) == nil,
      let question = writer.inverted(
        asking.prefix(1).uppercased() + asking.dropFirst(), without: left, tail: tail),
      check.veto(question, answer: answer) == nil
    else { return nil }
    return numberCard(question, answer, predication)
  }

  /// Prepositions that may stand before "how many".
  private static let countable: Set<String> = ["to", "by", "with", "against", "among"]
}
