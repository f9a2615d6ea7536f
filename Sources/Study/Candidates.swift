import Chronology
import Decks
import Digest
import Memory
import Progress

/// The cards of a library with where they stand, for the plan of a day.
///
/// - Parameters:
///   - library: the decks.
///   - store: the progress.
///   - wanted: which cards; `nil` for all.
///   - day: the study day, on which buried cards are held.
/// - Returns: the candidates, in the order of the library.
package func candidates(
  _ library: Library, _ store: Store, wanted: Set<Fingerprint>? = nil, day: CivilDay
) -> [Candidate] {
  var candidates: [Candidate] = []
  candidates.reserveCapacity(library.entries.count)
  for (index, entry) in library.entries.enumerated()
  where wanted?.contains(entry.fingerprint) ?? true {
    let progress = store.progress(of: entry.fingerprint)
    candidates.append(
      Candidate(
        entry: index, note: Int(entry.deck) << 32 | Int(entry.note),
        section: Int(entry.deck) << 32 | Int(entry.section),
        schedule: progress?.schedule ?? .new, isHeld: progress?.isHeld(on: day) ?? false,
        isMissed: progress?.wasMissedInPractice ?? false))
  }
  return candidates
}

extension CardProgress {
  /// Whether the card is not to be asked on a study day.
  package func isHeld(on day: CivilDay) -> Bool {
    isSuspended || buriedDay == day || draft == .rejected
  }

  /// Whether practice or an exam showed that it is not known, and no review since.
  package var wasMissedInPractice: Bool {
    guard let missed = practiceMissDay else { return false }
    return missed.number >= schedule.lastDay
  }
}
