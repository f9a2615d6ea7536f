import Chronology

/// How an answer is taken, for somebody who is writing a card.
package enum AnswerReading {
  /// Says how an answer would be read: `a date: July 1957, month precision`.
  ///
  /// - Parameters:
  ///   - answer: the expected answer.
  ///   - prompt: what is asked.
  ///   - frontMatter: that of the deck, for its actors.
  ///   - kind: the kind that the note gives; `nil` to infer it.
  /// - Returns: a phrase.
  package static func describe(
    answer: String, prompt: String, frontMatter: FrontMatter, kind: CardKind? = nil
  ) -> String {
    let kind =
      kind ?? KindInference.kind(answer: answer, prompt: prompt, frontMatter: frontMatter)
    switch kind {
    case .date:
      guard let date = HistoricalDate(answer) else { return "a date: \(answer)" }
      return "a date: \(date.english), \(date.precision.rawValue) precision"
    case .person, .state, .organisation, .place:
      let name = frontMatter.actor(named: answer)?.name ?? answer
      let article = kind == .organisation ? "an" : "a"
      return "\(article) \(kind.rawValue): \(name)"
    case .number: return "a number: \(answer)"
    case .list:
      let items = answer.split(separator: "\n").count { !$0.allSatisfy(\.isWhitespace) }
      return "a list of \(items)"
    case .quotation: return "a quotation"
    case .term: return "a term: \(answer)"
    case .cause: return "a cause"
    case .text: return "a text"
    }
  }
}
