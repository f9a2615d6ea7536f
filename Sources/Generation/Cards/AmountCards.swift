import Decks
import Language

/// Cards that ask for a price, and by how much or to what something rose or fell.
extension CardMaker {
  /// "Sold the mill for 200,000 marks", "bought it for a price of $4.7 billion": "For how much …?".
  func price(_ predication: Predication) -> GeneratedCard? {
    let tree = predication.tree
    guard
      Self.trading.contains(lemmatiser.lemma(of: tree.tokens[predication.predicate]))
        || predication.body.contains(where: {
          $0 > predication.predicate && tree.tokens[$0].penn == .verbBase
            && Self.trading.contains(tree.tokens[$0].form)
        })
    else { return nil }
    for index in predication.body
    where index > predication.predicate && tree.tokens[index].form == "for" {
      var start = index + 1
      // "For a cash consideration of".
      if let of = predication.body.first(where: { $0 > index && tree.tokens[$0].form == "of" }),
        of - index <= 5, of > index + 1, Self.prices.contains(tree.tokens[of - 1].form)
      {
        start = of + 1
      }
      guard let end = sumEnd(start, predication) else { continue }
      return amount(
        predication, "For how much", without: Array(index..<end),
        answer: tree.text(Array(start..<end)))
    }
    return nil
  }

  /// "Fell by 26 per cent": "By what percentage …?"; "had grown to 310": "To what number …?".
  func change(_ predication: Predication) -> GeneratedCard? {
    let tree = predication.tree
    guard Self.changing.contains(lemmatiser.lemma(of: tree.tokens[predication.predicate])) else {
      return nil
    }
    let next = predication.predicate + 1
    guard predication.body.contains(next), ["by", "to"].contains(tree.tokens[next].form) else {
      return nil
    }
    var number = next + 1
    while predication.body.contains(number),
      ["about", "some", "nearly", "almost", "around", "roughly", "over"]
        .contains(tree.tokens[number].form)
    {
      number += 1
    }
    var end = number
    while predication.body.contains(end), tree.tokens[end].penn == .cardinal { end += 1 }
    guard end > number else { return nil }
    let unit = predication.body.filter { $0 >= end }.prefix {
      ["per", "cent", "percent", "%"].contains(tree.tokens[$0].form)
    }
    let isShare = !unit.isEmpty
    // A bare number, not one of things.
    guard
      isShare || end >= tree.tokens.count || !predication.body.contains(end)
        || tree.tokens[end].universal == .adposition
    else { return nil }
    end = (unit.last.map { $0 + 1 }) ?? end
    let what = isShare ? "percentage" : "number"
    return amount(
      predication, "\(tree.tokens[next].form) what \(what)", without: Array(next..<end),
      answer: tree.text(Array(next + 1..<end)))
  }

  /// The word behind a sum of money that begins at a word: "$4.7 billion", "200,000 marks".
  private func sumEnd(_ start: Int, _ predication: Predication) -> Int? {
    let tree = predication.tree
    guard predication.body.contains(start) else { return nil }
    var end = start
    while predication.body.contains(end),
      ["about", "some", "nearly", "almost", "around", "roughly", "over"]
        .contains(tree.tokens[end].form)
    {
      end += 1
    }
    let hasSign = tree.tokens[end].penn == .currency
    if hasSign { end += 1 }
    let number = end
    while predication.body.contains(end), tree.tokens[end].penn == .cardinal { end += 1 }
    guard end > number else { return nil }
    if hasSign { return end }
    guard predication.body.contains(end), Self.currencies.contains(tree.tokens[end].form) else {
      return nil
    }
    return end + 1
  }

  private func amount(
    _ predication: Predication, _ asking: String, without words: [Int], answer: String
  ) -> GeneratedCard? {
    let tree = predication.tree
    let left = Set(words)
    let kept = predication.body.filter { !left.contains($0) }
    let hasOther = kept.contains { word in
      tree.tokens[word].penn == .cardinal
        && !predication.sentence.times.contains { $0.range.overlaps(tree.tokens[word].range) }
    }
    let tail = frontedDate(predication)
    guard !hasOther, words.allSatisfy(predication.body.contains),
      tail != nil || hasDate(kept, predication) || predication.resolvedSubject != nil
        || predication.subject.contains(where: { tree.tokens[$0].universal == .properNoun }),
      check.veto(predication, kept: kept, allowsDates: true) == nil
    else { return nil }
    let writer = QuestionWriter(
      predication, lemmatiser: lemmatiser, states: actors.states, hasFullDates: true)
    guard
      let question = writer.inverted(
        asking.prefix(1).uppercased() + asking.dropFirst(), without: left, tail: tail),
      check.veto(question, answer: answer) == nil
    else { return nil }
    return numberCard(question, answer, predication)
  }

  private static let trading: Set<String> = [
    "buy", "sell", "acquire", "purchase", "take", "license", "lease", "rent", "trade", "exchange",
    "auction", "hire", "obtain",
  ]

  private static let prices: Set<String> = [
    "consideration", "price", "sum", "total", "fee", "cost", "payment",
  ]

  private static let changing: Set<String> = [
    "rise", "fall", "grow", "increase", "decrease", "drop", "decline", "shrink", "climb", "jump",
    "soar", "sink",
  ]

  private static let currencies: Set<String> = [
    "dollars", "pounds", "euros", "marks", "francs", "kroner", "kronor", "crowns", "guilders",
    "florins", "roubles", "rubles", "yen", "yuan", "rupees", "lire", "pesos", "pesetas", "ducats",
    "talents", "shillings", "guineas", "thalers", "livres", "denarii", "sesterces", "reales",
  ]
}
