import Chronology
import Digest
import Memory

/// The few things about a card that queues and counts need, had without making a string.
package struct CardGlance: Hashable, Sendable {
  /// Of the card's key.
  package var fingerprint: Fingerprint
  package var phase: Schedule.Phase
  package var due: Schedule.Due
  package var isSuspended: Bool
  /// The last study day on which the card is not asked.
  package var buriedDay: CivilDay?
  package var isFlagged: Bool
  package var draft: CardProgress.Draft?
  /// The study day on which it was introduced.
  package var firstDay: CivilDay?
  /// The study day of the last miss in practice or an exam.
  package var practiceMissDay: CivilDay?
  /// When the card's last record was made.
  package var latest: Instant
}

extension CardGlance {
  init(_ fingerprint: Fingerprint, _ progress: CardProgress) {
    self.init(
      fingerprint: fingerprint, phase: progress.schedule.phase, due: progress.schedule.due,
      isSuspended: progress.isSuspended, buriedDay: progress.buriedDay,
      isFlagged: progress.flag != nil, draft: progress.draft, firstDay: progress.firstDay,
      practiceMissDay: progress.practiceMissDay, latest: progress.latest)
  }
}
