import Memory

/// A card as the plan of a day sees it: numbers only, so that a hundred thousand cost nothing.
package struct Candidate: Hashable, Sendable {
  /// The card's position in the library.
  package var entry: Int
  /// A number that siblings share: the cards of one note, or made of one sentence.
  package var note: Int
  /// A number that the cards of one section share.
  package var section: Int
  /// Where the card stands with the scheduler.
  package var schedule: Schedule
  /// Whether it is not to be asked today: suspended, buried or rejected.
  package var isHeld: Bool
  /// Whether the last exam or practice showed that it is not known.
  package var isMissed: Bool

  package init(
    entry: Int, note: Int, section: Int, schedule: Schedule, isHeld: Bool = false,
    isMissed: Bool = false
  ) {
    self.entry = entry
    self.note = note
    self.section = section
    self.schedule = schedule
    self.isHeld = isHeld
    self.isMissed = isMissed
  }

  /// Whether it was never reviewed.
  package var isNew: Bool { schedule.phase == .new }

  /// Whether it is in the steps of learning or relearning.
  package var isInSteps: Bool {
    switch schedule.phase {
    case .learning, .relearning: true
    case .new, .review: false
    }
  }
}
