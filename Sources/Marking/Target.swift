import Decks

/// An expected answer as the rules look at it: its kind settled, its forms folded.
struct Target: Sendable {
  /// One right answer.
  struct Form: Hashable, Sendable {
    let text: String
    let words: [String]
  }

  let forms: [Form]
  let kind: CardKind
  let question: String
  /// The question's words, folded.
  let questionWords: [String]
}

extension Target.Form {
  init(_ text: String) {
    self.text = text
    self.words = Fillers.stripped(Folded(text).words)
  }
}
