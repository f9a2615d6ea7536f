import Decks

/// An expected answer as the rules look at it: its kind settled, its forms folded.
struct Target: Sendable {
  /// One right answer.
  struct Form: Hashable, Sendable {
    let text: String
    let words: [String]
  }

  var forms: [Form]
  var kind: CardKind
  let question: String
  /// The question's words, folded.
  let questionWords: [String]
  /// Whether those who govern a state are meant: its capital may stand for them.
  var isGovernment = false
}

extension Target.Form {
  init(_ text: String) {
    self.text = text
    self.words = Fillers.stripped(Folded(text).words)
  }
}
