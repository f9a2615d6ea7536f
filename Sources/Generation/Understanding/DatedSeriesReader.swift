import Language

/// Takes a statement with several dates apart: "X was foreign minister from 1959 to 1966 and
/// chancellor from 1970 to 1983", "X defeated China in 1895 and Russia in 1905".
struct DatedSeriesReader {
  private let predication: Predication
  private let tree: Sentence

  /// - Parameter predication: a statement that was read by the order of words.
  init(_ predication: Predication) {
    self.predication = predication
    tree = predication.tree
  }

  /// The statements, one a date; none where the parts are not alike.
  func statements() -> [Predication] {
    let dates = predication.sentence.times.filter {
      $0.date != nil && $0.role == .adverbial && !$0.isQuoted
    }.map { predication.sentence.words(in: $0.phrase) }.filter {
      $0.lowerBound > predication.predicate && !$0.isEmpty
    }
    guard dates.count >= 2, let first = dates.first, first.allSatisfy(predication.body.contains)
    else { return [] }
    let verb = predication.body.filter { word in
      word <= predication.predicate
        || word == predication.predicate + 1 && tree.tokens[word].relation == .particle
    }
    let start = (verb.last ?? predication.predicate) + 1
    guard start < first.lowerBound, isPhrase(start..<first.lowerBound) else { return [] }
    let opening = Array(start..<first.lowerBound)
    var found = [statement(verb + opening + first)]
    var end = first.upperBound
    for date in dates.dropFirst() {
      guard let next = joined(end), next < date.lowerBound, isPhrase(next..<date.lowerBound),
        let shared = prefix(of: opening, before: next)
      else { break }
      found.append(statement(verb + shared + Array(next..<date.upperBound)))
      end = date.upperBound
    }
    return found.count > 1 ? found : []
  }

  private func statement(_ body: [Int]) -> Predication {
    Predication(
      sentence: predication.sentence, tree: tree, predicate: predication.predicate,
      subject: predication.subject, body: body, auxiliaries: predication.auxiliaries,
      isPassive: predication.isPassive, isParticiple: predication.isParticiple,
      clauseStart: predication.clauseStart, scene: predication.scene, isOfSeries: true)
  }

  /// The word behind a comma or "and" that joins the next part.
  private func joined(_ end: Int) -> Int? {
    var next = end
    if next < tree.tokens.count, tree.tokens[next].penn == .comma { next += 1 }
    if next < tree.tokens.count, tree.tokens[next].form == "and" { next += 1 }
    return next > end ? next : nil
  }

  /// Whether words are noun phrases with their prepositions, without a verb or a mark.
  private func isPhrase(_ words: Range<Int>) -> Bool {
    words.allSatisfy { index in
      let token = tree.tokens[index]
      return token.universal.isNominal || token.universal == .adjective
        || token.universal == .determiner || token.universal == .adposition
        || token.universal == .numeral || token.penn == .possessiveEnding
        || token.penn == .possessivePronoun || token.penn == .hyphen || token.form == "as"
    }
  }

  /// The words of the first part that a later part leaves out: none where both begin alike.
  private func prefix(of opening: [Int], before next: Int) -> [Int]? {
    guard let first = opening.first else { return nil }
    let form = tree.tokens[next].form
    let isPrepositional = tree.tokens[next].universal == .adposition || form == "as"
    let startsAlike =
      isPrepositional
      ? tree.tokens[first].form == form
      : tree.tokens[first].universal != .adposition && tree.tokens[first].form != "as"
    if startsAlike { return [] }
    guard isPrepositional, let same = opening.last(where: { tree.tokens[$0].form == form }) else {
      return nil
    }
    return opening.filter { $0 < same }
  }
}
