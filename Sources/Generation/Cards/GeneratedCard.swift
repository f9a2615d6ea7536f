import Chronology
import Decks

/// A card as generation makes it, with the sentence that it comes from.
package struct GeneratedCard: Hashable, Sendable {
  /// How the card asks.
  package enum Form: String, CaseIterable, Hashable, Sendable {
    case dateQuestion
    case actorQuestion
    case placeQuestion
    /// Who said what the text quotes.
    case quotationQuestion
    case numberQuestion
    /// The sentence with its date left out.
    case dateCloze
    /// The sentence with a figure left out.
    case numberCloze
    /// The sentence with a person's name left out.
    case actorCloze

    /// Whether a sentence is shown with a gap.
    package var isCloze: Bool {
      switch self {
      case .dateCloze, .numberCloze, .actorCloze: true
      case .dateQuestion, .actorQuestion, .placeQuestion, .quotationQuestion, .numberQuestion: false
      }
    }
  }

  package let form: Form
  /// The question, or the sentence with ``blank`` in the answer's place.
  package let prompt: String
  /// The answer as the text has it, or as a date is written where context gives it.
  package let answer: String
  /// Other right answers.
  package let accepted: [String]
  package let kind: CardKind
  /// The date that is asked for.
  package let date: HistoricalDate?
  /// Whether the answer stands not in the sentence, but in what came before.
  package let isDerived: Bool
  /// What happened, without its date; of date cards.
  package let event: String?
  /// The sentence that the card comes from.
  package let sentence: String
  /// Where the sentence stands in the source, in bytes.
  package let source: Range<Int>
  /// The headings over it, the highest first.
  package let section: [String]
  /// The actor who is the answer.
  package let actor: Actor?

  /// What stands for the answer in a cloze.
  package static let blank = "____"
}

/// Why a fact of the text became no card, or only a cloze.
package enum Veto: String, CaseIterable, Hashable, Sendable {
  /// A word points to something outside of the card: he, this, the agreement.
  case reference
  /// The date stands in somebody else's words.
  case quotation
  /// The answer or its year stands in the question as well.
  case leak
  /// Another date stands in the question.
  case secondDate
  /// The two readings of the sentence differ, or the date belongs to another word.
  case reading
  /// The verb cannot be turned into a question safely: negated, modal, present or perfect tense.
  case verb
  /// Nothing in the question is named, or it says too little.
  case vague
  /// Too many words.
  case long
  /// No time that can be asked for: vague, relative without its year, a comparison.
  case time
  /// Three cards of the sentence stand already, or one of the same fact.
  case enough
  /// The same question has two answers in the text.
  case conflict
  /// Quotation marks or brackets without their other half, a web address.
  case markup
}

/// A fact that was left out, and why.
package struct Omitted: Hashable, Sendable {
  package let veto: Veto
  /// What would have been the answer.
  package let answer: String
  package let sentence: String
}
