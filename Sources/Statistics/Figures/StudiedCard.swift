import Decks
import Digest
import Memory

/// A card of the decks as statistics see it.
package struct StudiedCard: Hashable, Sendable {
  /// Of the key under which its answers stand.
  package var fingerprint: Fingerprint
  package var kind: CardKind
  /// The index of its section among the sections that statistics are given.
  package var section: Int
  package var schedule: Schedule
  /// The study day on which it is due next, counted from 1970-01-01; `nil` for a new card.
  package var dueDay: Int?
  /// Whether it is not asked: suspended, or a draft that was rejected.
  package var isSuspended: Bool

  package init(
    fingerprint: Fingerprint, kind: CardKind, section: Int, schedule: Schedule, dueDay: Int?,
    isSuspended: Bool = false
  ) {
    self.fingerprint = fingerprint
    self.kind = kind
    self.section = section
    self.schedule = schedule
    self.dueDay = dueDay
    self.isSuspended = isSuspended
  }

  /// Whether it is reviewed after at least three weeks: what true retention calls mature.
  var isMature: Bool {
    schedule.phase == .review && schedule.interval >= Statistics.matureInterval
  }
}

/// A section of a deck.
package struct StudiedSection: Hashable, Sendable {
  /// The deck's name.
  package var deck: String
  /// The headings from the outermost; empty before the first heading.
  package var path: [String]

  package init(deck: String, path: [String]) {
    self.deck = deck
    self.path = path
  }
}
