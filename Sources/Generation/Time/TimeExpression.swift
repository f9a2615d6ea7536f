import Chronology

/// A stretch of text that speaks of time.
package struct TimeExpression: Hashable, Sendable {
  /// The index of the block it stands in.
  package let block: Int
  /// Its bytes in the block's content: with its article, without its preposition.
  package let range: Range<Int>
  /// The same with the preposition before it: "in the 1960s", "from 1965 to 1968".
  package let phrase: Range<Int>
  package let kind: Kind
  /// The time itself, whatever the preposition says about it.
  ///
  /// `nil` for vague expressions, durations, and relative ones whose anchor is not certain.
  package let date: HistoricalDate?
  /// What the preposition before it says.
  package let relation: Relation
  /// How it stands in its sentence.
  package let role: Role
  /// The index of the expression that a relative one was resolved against.
  package let anchor: Int?
  /// Whether it stands within quotation marks.
  package let isQuoted: Bool

  package enum Kind: String, Hashable, Sendable {
    /// The words name the time: "25 July 1969", "the mid-1960s".
    case absolute
    /// The words need another time: "the following year", "on 4 August".
    case relative
    /// No time that a card could ask for: "nowadays", "in recent years".
    case vague
    /// How long, not when: "ten years".
    case duration
  }

  /// The time that happened, seen from the time that is named.
  package enum Relation: String, Hashable, Sendable {
    /// In, on, at, during: within it.
    case during
    /// Through or throughout: all of it.
    case throughout
    case by
    case since
    case until
    case before
    case after
    /// From one end to another: "from 1965 to 1968", "between 1965 and 1968".
    case span
    /// "The Edict of 1598".
    case of
    /// "Lower than in 2012".
    case than
    case none
  }

  package enum Role: String, Hashable, Sendable {
    /// With a preposition, or free: it says when something happened.
    case adverbial
    /// Before a noun: "the 1956 Nobel Prize", "a 19th-century novel".
    case attributive
    /// Alone in parentheses: "the Edict of Alès (1629)".
    case parenthetical
  }

  /// The date as the project writes dates; `nil` where there is none.
  package var human: String? { date?.english }

  /// The date in full with its preposition, where only the context gives it: "in August 1910" for
  /// "in August"; `nil` where it cannot be said so.
  var fullPhrase: String? {
    guard let date, isDerived, case .single(let period) = date.form, period.part == nil,
      !period.isCirca
    else { return nil }
    switch relation {
    case .during, .none: return (date.precision == .day ? "on " : "in ") + date.english
    case .by: return "by " + date.english
    case .until: return "until " + date.english
    case .throughout, .since, .before, .after, .span, .of, .than: return nil
    }
  }

  /// Whether the date does not stand in the words themselves.
  package var isDerived: Bool { kind == .relative && date != nil }
}
