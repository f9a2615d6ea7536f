/// How a question of a paper is asked.
package enum QuestionType: String, CaseIterable, Comparable, Hashable,
  Sendable
{
  /// The answer is typed.
  case typed
  /// True or false, with one changed date or actor where it is false.
  case truth = "truefalse"
  /// One of three to five answers.
  case choice
  /// Which of several events came first.
  case first
  /// Which of several events happened in or between given years.
  case between
  /// Events with dates, or questions with actors.
  case match
  /// Four to seven events in order.
  case order

  /// Whether options are chosen from, so that a guess has a chance.
  package var isChosen: Bool {
    switch self {
    case .truth, .choice, .first, .between: true
    case .typed, .match, .order: false
    }
  }

  /// The order in which a paper has them: recall first, before options are read.
  private var place: Int { QuestionType.allCases.firstIndex(of: self) ?? 0 }

  package static func < (left: Self, right: Self) -> Bool { left.place < right.place }
}
