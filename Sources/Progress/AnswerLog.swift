import Digest
import Memory

/// All answers of a folder that count, in order: numbers only, so that a million are gone through
/// in no time.
///
/// Answers that were taken back are not among them; amended ones are as amended.
package struct AnswerLog: Hashable, Sendable {
  /// On what occasion a card was answered.
  package enum Occasion: UInt8, Hashable, Sendable {
    case review
    case practice
    case exam
  }

  /// One answer.
  package struct Answer: Hashable, Sendable {
    /// The card's number in `cards`.
    package var card: Int32
    /// The study day as it was decided then, counted from 1970-01-01.
    package var day: Int32
    /// The local hour as it was then, 0–23.
    package var hour: UInt8
    package var occasion: Occasion
    /// The rating that counts.
    package var rating: Rating
    /// Whether the card had never been reviewed before.
    package var isNew: Bool
    /// The interval in days that the card had been given by the review before; 0 for a new card
    /// and in the steps of learning.
    package var interval: Int32
    /// From question to answer.
    package var milliseconds: Int32
    /// The number of the card whose answer was given instead; -1 for none.
    package var other: Int32
    /// Where its line stands, for what was typed.
    package var line: Line

    package init(
      card: Int32, day: Int32, hour: UInt8, occasion: Occasion, rating: Rating, isNew: Bool,
      interval: Int32, milliseconds: Int32, other: Int32 = -1,
      line: Line = Line(journal: -1, offset: -1)
    ) {
      self.card = card
      self.day = day
      self.hour = hour
      self.occasion = occasion
      self.rating = rating
      self.isNew = isNew
      self.interval = interval
      self.milliseconds = milliseconds
      self.other = other
      self.line = line
    }
  }

  /// Where a line stands.
  package struct Line: Hashable, Sendable {
    /// The journal's index in `journals`; -1 for a line that is not on the disk yet.
    package var journal: Int32
    /// In bytes.
    package var offset: Int64

    package init(journal: Int32, offset: Int64) {
      self.journal = journal
      self.offset = offset
    }
  }

  package var answers: [Answer]
  /// The fingerprints of the keys that the cards bear now, by the cards' numbers.
  package var cards: [Fingerprint]
  /// The names of the journals.
  package var journals: [String]

  package init(answers: [Answer], cards: [Fingerprint], journals: [String] = []) {
    self.answers = answers
    self.cards = cards
    self.journals = journals
  }
}
