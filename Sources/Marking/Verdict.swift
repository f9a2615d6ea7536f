/// What a typed answer was worth.
package enum Mark: String, CaseIterable, Hashable, Sendable {
  case correct
  case almost
  case wrong
}

/// A mark with its reason.
package struct Verdict: Hashable, Sendable {
  package var mark: Mark
  /// Whether Tripos cannot be sure, so that the student is asked.
  package var unsure: Bool
  /// Why, as a sentence for the student without the right answer in it where a second try may
  /// follow; empty where there is nothing to add to "Right".
  package var reason: String

  package init(_ mark: Mark, unsure: Bool = false, reason: String = "") {
    self.mark = mark
    self.unsure = unsure
    self.reason = reason
  }
}
