import Decks

/// What an exam is to be made of.
package struct Blueprint: Hashable, Sendable {
  /// Something with its share of the questions.
  package struct Weighted<Subject: Hashable & Sendable>: Hashable, Sendable {
    package var subject: Subject
    /// Its share, in proportion to the others of its axis; 0 asks for none.
    package var weight: Double

    package init(_ subject: Subject, _ weight: Double = 1) {
      self.subject = subject
      self.weight = weight
    }
  }

  package var name: String
  /// How many questions.
  package var questions: Int
  /// The time limit; `nil` for none.
  package var minutes: Int?
  /// Sections by name, with their weights; none asks about all sections alike.
  package var sections: [Weighted<String>]
  /// Kinds of cards with their weights; none asks about all kinds as they come.
  package var kinds: [Weighted<KindGroup>]
  /// Types of questions with their weights; at least one.
  package var types: [Weighted<QuestionType>]
  package var scheme: MarkingScheme

  package init(
    name: String = "exam", questions: Int = 20, minutes: Int? = 20,
    sections: [Weighted<String>] = [],
    kinds: [Weighted<KindGroup>] = [Weighted(.dates), Weighted(.actors)],
    types: [Weighted<QuestionType>] = Blueprint.usualTypes,
    scheme: MarkingScheme = MarkingScheme()
  ) {
    self.name = name
    self.questions = questions
    self.minutes = minutes
    self.sections = sections
    self.kinds = kinds
    self.types = types
    self.scheme = scheme
  }

  /// Half the questions ask for recall, which teaches most; the rest vary the form.
  package static let usualTypes: [Weighted<QuestionType>] = [
    Weighted(.typed, 10), Weighted(.truth, 2), Weighted(.choice, 4), Weighted(.first, 1),
    Weighted(.between, 1), Weighted(.match, 1), Weighted(.order, 1),
  ]

  /// The most questions of a paper.
  package static let maximumQuestions = 500
}
