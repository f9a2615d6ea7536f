import Chronology

/// Dates.
extension Marker {
  func markDate(_ answer: TypedAnswer, _ target: Target) -> Verdict {
    Verdict(.wrong, because: .noDate)
  }
}
