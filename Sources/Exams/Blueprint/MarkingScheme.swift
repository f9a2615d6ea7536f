/// How the answers of an exam become points.
package struct MarkingScheme: Hashable, Sendable {
  /// Whether certainty 1, 2 or 3 is asked with each answer and pays +1/+2/+3 when right, 0/−2/−6
  /// when wrong (Gardner-Medwin); then there is no other penalty.
  package var asksCertainty: Bool
  /// Points taken for a wrong choice, 0–1; a blank costs nothing.
  package var penalty: Double
  /// Points for an answer that is almost right, 0–1.
  package var almost: Double
  /// The share of the points that passes, 0–1.
  package var passMark: Double

  package init(
    asksCertainty: Bool = false, penalty: Double = 0, almost: Double = 0.5, passMark: Double = 0.5
  ) {
    self.asksCertainty = asksCertainty
    self.penalty = penalty
    self.almost = almost
    self.passMark = passMark
  }

  /// The points for an answer.
  ///
  /// With certainty, partial credit lies between what a right and a wrong answer would get. A
  /// missing certainty counts as 1; a blank is 0 (exams.md, section 7).
  ///
  /// - Parameters:
  ///   - credit: how much of the answer was right, 0–1; `nil` for a blank.
  ///   - type: the question's type.
  ///   - certainty: 1–3, where it was asked.
  /// - Returns: the points; negative for a penalty.
  package func points(_ credit: Double?, type: QuestionType, certainty: Int?) -> Double {
    guard let credit else { return 0 }
    if asksCertainty {
      let (right, wrong) =
        switch certainty {
        case 2: (2.0, -2.0)
        case 3: (3.0, -6.0)
        case _: (1.0, 0.0)
        }
      return wrong + credit * (right - wrong)
    }
    return credit == 0 && type.isChosen ? -penalty : credit
  }

  /// The most points that a question can bring.
  package var maximum: Double { asksCertainty ? 3 : 1 }
}
