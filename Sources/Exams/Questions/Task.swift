/// What a question of a paper puts before the candidate, with its key.
package enum Task: Hashable, Sendable {
  /// The card's own prompt; the answer is typed.
  case typed
  /// One of the options is right.
  case choice(stem: String, options: [AnswerOption], key: Int)
  /// Whether what is stated is true.
  case truth(Statement)
  /// Events as they are shown, to be put into the order of time.
  case order([DatedEvent])
  /// Each on the left belongs to one on the right.
  case match(Matching)
}

/// Something that is true or false.
package struct Statement: Hashable, Sendable {
  package enum Form: Hashable, Sendable {
    /// A sentence that says it.
    case sentence(String)
    /// An event and its date.
    case event(String, date: String)
    /// A question and its answer.
    case answer(question: String, String)
  }

  package var form: Form
  package var isTrue: Bool
  /// The card whose answer was put in where it is false; `nil` where no card has it.
  package var lure: String?
}

/// An event of an order question.
package struct DatedEvent: Hashable, Sendable {
  package var phrase: String
  /// Its date, as the deck has it.
  package var date: String
  /// The key of its card.
  package var card: String
}

/// Two columns to match.
package struct Matching: Hashable, Sendable {
  /// What the right column holds.
  package enum Subject: String, Hashable, Sendable, CaseIterable {
    case dates
    case persons
    case states
    case organisations
  }

  package var subject: Subject
  package var left: [String]
  /// One more than the left has, where there is a good one: the last pair is no gift then.
  package var right: [String]
  /// For each on the left, the index of its partner.
  package var key: [Int]
  /// The keys of the cards on the left.
  package var cards: [String]
}
