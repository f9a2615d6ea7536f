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
  /// Why, as facts; `Verdict.reason` words them.
  package var cause: Reason
  /// The name, as the answer has it, where the typed one was spelled otherwise.
  package var spelling: String?
  /// The actor, state or other thing that a wrong answer names.
  package var named: String?
  /// The items of a list that the answer left out, as written.
  package var missing: [String]

  package init(
    _ mark: Mark, unsure: Bool = false, because cause: Reason = .agrees, spelling: String? = nil,
    named: String? = nil, missing: [String] = []
  ) {
    self.mark = mark
    self.unsure = unsure
    self.cause = cause
    self.spelling = spelling
    self.named = named
    self.missing = missing
  }
}
