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
///   - wanted: which cards may be asked; `nil` for all. The others are held, not left out, since
///     they keep their siblings from being asked on the same day.
///   - known: under which fingerprint the history of an edited card stands, by the card's own.
///   - dueLimit: what draws due days forward before an exam, also those decided before its date was
///     known.
///   - day: the study day, on which buried cards are held.
/// - Returns: the candidates, in the order of the library, and how many of them have a history.
package func candidates(
  _ library: Library, _ store: Store, wanted: Set<Fingerprint>? = nil,
  known: [Fingerprint: Fingerprint] = [:], dueLimit: DueLimit? = nil, day: CivilDay
) -> (all: [Candidate], withHistory: Int) {
  var withHistory = 0
  var candidates: [Candidate] = []
  candidates.reserveCapacity(library.entries.count)
  for (index, entry) in library.entries.enumerated() {
    let isOut = wanted.map { !$0.contains(entry.fingerprint) } ?? false
    let progress = store.progress(of: known[entry.fingerprint] ?? entry.fingerprint)
    if progress != nil { withHistory += 1 }
    var schedule = progress?.schedule ?? .new
    if let dueLimit {
      schedule.due = dueLimit(schedule.due, lastDay: schedule.lastDay, entry: index)
    }
    candidates.append(
      Candidate(
        entry: index, note: Int(entry.deck) << 32 | Int(entry.siblings),
        section: Int(entry.deck) << 32 | Int(entry.section),
        schedule: schedule, isHeld: progress?.isHeld(on: day) ?? false || isOut,
        isMissed: progress?.wasMissedInPractice ?? false))
  }
  return (candidates, withHistory)
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

/// Under which fingerprint the history of each edited card stands, until a session writes the
/// renaming down.
package func historyOfEdited(_ library: Library, _ store: Store) -> [Fingerprint: Fingerprint] {
  var known: [Fingerprint: Fingerprint] = [:]
  for move in relinking(library, store)?.moves ?? [] {
    known[Fingerprint(move.new)] = Fingerprint(move.old)
  }
  return known
}

/// The keys of cards that bear what was once another card's key, while that card is there too.
///
/// They were made again: what is answered from now on is their own.
package func keysMadeAgain(_ library: Library, _ store: Store) -> [String] {
  let renamings = store.renamings
  if renamings.isEmpty { return [] }
  var present: Set<Fingerprint> = []
  for entry in library.entries { present.insert(entry.fingerprint) }
  return library.entries.compactMap { entry in
    guard let now = renamings[entry.fingerprint], present.contains(Fingerprint(now)) else {
      return nil
    }
    return library.key(of: entry)
  }
}
