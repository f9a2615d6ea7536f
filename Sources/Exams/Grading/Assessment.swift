import Chronology
import Decks
import Marking

/// What the answer to one question was worth, and why.
package struct Assessment: Hashable, Sendable {
  /// Correct, almost or wrong; a blank is wrong.
  package var mark: Mark
  /// How much of it was right, 0–1; `nil` for a blank.
  package var credit: Double?
  package var points: Double
  /// Why, as a sentence; empty where there is nothing to add.
  package var reason: String
  /// Whether the marker cannot be sure, so that the student is asked after the exam.
  package var isUnsure: Bool
  /// The key of the card whose answer was given instead.
  package var other: String?
}

/// Marks the answers of a sitting.
package struct Grader: Sendable {
  private let judge: Judge
  private let answers: AnswerIndex?

  /// A grader that asks the marker about typed answers.
  ///
  /// - Parameters:
  ///   - judge: the marker.
  ///   - answers: the answers of all cards, to say whose a wrong one is; `nil` where nobody asks.
  package init(judge: @escaping Judge, answers: AnswerIndex? = nil) {
    self.judge = judge
    self.answers = answers
  }

  /// Marks every question of a sitting.
  package func assess(_ sitting: Sitting) -> [Assessment] {
    sitting.paper.questions.indices.map { index in
      assess(
        sitting.responses[index], to: sitting.paper.questions[index],
        scheme: sitting.paper.blueprint.scheme, override: sitting.overrides[index])
    }
  }

  /// Marks one answer.
  ///
  /// - Parameters:
  ///   - response: the answer; `nil` for a blank.
  ///   - question: the question.
  ///   - scheme: how credit becomes points.
  ///   - override: the student's own mark in place of the marker's.
  /// - Returns: what it was worth.
  package func assess(
    _ response: Sitting.Response?, to question: PaperQuestion, scheme: MarkingScheme,
    override: Sitting.Credit? = nil
  ) -> Assessment {
    guard let response else {
      return Assessment(
        mark: .wrong, credit: nil, points: 0, reason: "Not answered.", isUnsure: false, other: nil)
    }
    var assessment = marked(response.reply, question, scheme)
    switch override {
    case .right:
      assessment.mark = .correct
      assessment.credit = 1
      assessment.reason = "Counted as right by you."
      assessment.isUnsure = false
    case .wrong:
      assessment.mark = .wrong
      assessment.credit = 0
      assessment.reason = "Counted as wrong by you."
      assessment.isUnsure = false
    case nil: break
    }
    assessment.points = scheme.points(
      assessment.credit, type: question.type, certainty: response.certainty)
    return assessment
  }

  private func marked(
    _ reply: Reply, _ question: PaperQuestion, _ scheme: MarkingScheme
  ) -> Assessment {
    switch (reply, question.task) {
    case (.text(let text), .typed):
      let verdict = judge(text, Expected(question.card))
      let credit =
        switch verdict.mark {
        case .correct: 1.0
        case .almost: scheme.almost
        case .wrong: 0.0
        }
      let other =
        verdict.mark == .wrong ? answers?.card(for: text, insteadOf: question.card) : nil
      return Assessment(
        mark: verdict.mark, credit: credit, points: 0,
        reason: other?.sentence(typed: text, asked: question.card) ?? verdict.reason,
        isUnsure: verdict.unsure, other: other?.key)
    case (.option(let index), .choice(_, let options, let key)):
      let other = options.indices.contains(index) ? options[index].card : nil
      return whole(index == key, other: index == key ? nil : other)
    case (.truth(let value), .truth(let statement)):
      return whole(value == statement.isTrue, other: value ? statement.lure : nil)
    case (.order(let order), .order(let events)): return ordered(order, events)
    case (.match(let pairs), .match(let matching)): return matched(pairs, matching)
    case (.text, _), (.option, _), (.truth, _), (.order, _), (.match, _):
      // A saved answer of another form than its question: nothing of it can be right.
      return whole(false, other: nil)
    }
  }

  private func whole(_ isRight: Bool, other: String?) -> Assessment {
    Assessment(
      mark: isRight ? .correct : .wrong, credit: isRight ? 1 : 0, points: 0, reason: "",
      isUnsure: false, other: other)
  }

  private func ordered(_ order: [Int], _ events: [DatedEvent]) -> Assessment {
    guard Set(order) == Set(events.indices), order.count == events.count else {
      return whole(false, other: nil)
    }
    let dates = order.compactMap { HistoricalDate(events[$0].date) }
    guard dates.count == events.count else { return whole(false, other: nil) }
    let score = OrderScore(dates)
    var reason = ""
    if let misplaced = score.misplaced, score.tau < 1 {
      let phrase = events[order[misplaced.index]].phrase
      let direction = misplaced.isTooLate ? "earlier" : "later"
      reason = "\(score.inOrder.count) of \(events.count) in order; move “\(phrase)” \(direction)."
    }
    // The threshold of exams.md, section 4: an order of 0.8 or more is known.
    let mark: Mark = score.credit == 1 ? .correct : score.credit >= 0.8 ? .almost : .wrong
    return Assessment(
      mark: mark, credit: score.credit, points: 0, reason: reason, isUnsure: false, other: nil)
  }

  private func matched(_ pairs: [Int?], _ matching: Matching) -> Assessment {
    let right = zip(pairs, matching.key).count { $0 == $1 }
    let count = matching.key.count
    let credit = count == 0 ? 0 : Double(right) / Double(count)
    let mark: Mark = credit == 1 ? .correct : credit >= 0.5 ? .almost : .wrong
    return Assessment(
      mark: mark, credit: credit, points: 0,
      reason: right == count ? "" : "\(right) of \(count) pairs right.", isUnsure: false, other: nil
    )
  }
}
