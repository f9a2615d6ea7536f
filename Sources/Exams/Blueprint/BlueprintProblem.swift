/// Why no paper can be set from a blueprint.
package enum BlueprintProblem: Error, Hashable, Sendable {
  /// One of the three axes along which weights are given.
  package enum Axis: String, Hashable, Sendable {
    case sections
    case kinds
    case types
  }

  /// The number of questions is not within 1–500.
  case questions(Int)
  /// The time limit is zero or negative.
  case minutes(Int)
  case weightsSumToZero(Axis)
  case negativeWeight(Axis, name: String, Double)
  /// A weight that is no finite number.
  case weightIsNoNumber(Axis, name: String)
  /// A name given twice.
  case repeated(Axis, name: String)
  /// No section of the decks has the name; the nearest names are given, perhaps none.
  case unknownSection(String, nearest: [String])
  /// The name fits the beginnings or parts of several titles.
  case ambiguousSection(String, titles: [String])
  /// The penalty, the credit for an almost right answer or the pass mark is not within 0–1.
  case outOfRange(Setting, Double)
  /// No card is left to ask.
  case noCards

  package enum Setting: String, Hashable, Sendable {
    case penalty
    case almost
    case passMark = "pass mark"
  }
}

/// What of a blueprint cannot be met; said before the exam starts.
package enum Shortfall: Hashable, Sendable {
  /// There are fewer cards than questions: siblings and cards that give each other away count once.
  case questions(asked: Int, possible: Int)
  case section(String, asked: Int, possible: Int)
  case kind(String, asked: Int, possible: Int)
  case type(QuestionType, asked: Int, possible: Int)
}

extension Blueprint {
  /// What is wrong with the blueprint, whatever the decks.
  package var problems: [BlueprintProblem] {
    var problems: [BlueprintProblem] = []
    if !(1...Blueprint.maximumQuestions).contains(questions) {
      problems.append(.questions(questions))
    }
    if let minutes, minutes < 1 { problems.append(.minutes(minutes)) }
    problems += weightProblems(.sections, sections.map { ($0.subject, $0.weight) })
    problems += weightProblems(.kinds, kinds.map { ($0.subject.name, $0.weight) })
    problems += weightProblems(.types, types.map { ($0.subject.rawValue, $0.weight) })
    if types.isEmpty { problems.append(.weightsSumToZero(.types)) }
    let settings: [(BlueprintProblem.Setting, Double)] = [
      (.penalty, scheme.penalty), (.almost, scheme.almost), (.passMark, scheme.passMark),
    ]
    for (setting, value) in settings where !(value >= 0 && value <= 1) {
      problems.append(.outOfRange(setting, value))
    }
    return problems
  }

  private func weightProblems(
    _ axis: BlueprintProblem.Axis, _ weights: [(name: String, weight: Double)]
  ) -> [BlueprintProblem] {
    var problems: [BlueprintProblem] = []
    var seen = Set<String>()
    for (name, weight) in weights {
      if !seen.insert(name).inserted { problems.append(.repeated(axis, name: name)) }
      if !weight.isFinite {
        problems.append(.weightIsNoNumber(axis, name: name))
      } else if weight < 0 {
        problems.append(.negativeWeight(axis, name: name, weight))
      }
    }
    let sum = weights.reduce(0) { $0 + $1.weight }
    if problems.isEmpty, !weights.isEmpty, sum == 0 { problems.append(.weightsSumToZero(axis)) }
    return problems
  }
}
