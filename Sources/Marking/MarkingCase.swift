import Decks

/// One answer to be marked, as `tripos mark --json` reads it.
package struct MarkingCase: Hashable, Sendable {
  /// The expected answer.
  package var expected: String
  /// Other right answers.
  package var accept: [String]
  package var typed: String
  package var question: String
  /// The kind; `nil` where it is to be inferred.
  package var kind: CardKind?

  package init(
    expected: String, accept: [String] = [], typed: String, question: String = "",
    kind: CardKind? = nil
  ) {
    self.expected = expected
    self.accept = accept
    self.typed = typed
    self.question = question
    self.kind = kind
  }
}

extension Marker {
  /// Marks cases in order.
  package func mark(_ cases: [MarkingCase]) -> [Verdict] {
    cases.map { item in
      mark(
        item.typed,
        for: Expected(
          answer: item.expected, also: item.accept, kind: item.kind, question: item.question))
    }
  }
}
