import Chronology
import Decks
import Marking

/// What a finished sitting shows.
package struct Report: Hashable, Sendable {
  /// A question that was not right.
  package struct Miss: Hashable, Sendable {
    /// Counted from 1.
    package var number: Int
    package var question: PaperQuestion
    /// The answer given, in words; `nil` for a blank.
    package var given: String?
    package var assessment: Assessment
    package var certainty: Int?
    package var isLate: Bool
    package var isFlagged: Bool
  }

  /// A part of the paper with its result.
  package struct Part: Hashable, Sendable {
    package var name: String
    package var result: Proportion
  }

  /// A section to read again.
  package struct Reading: Hashable, Sendable {
    package var deck: String
    package var path: String
    package var section: [String]
    package var result: Proportion
  }

  /// A section with cards that no sitting has asked so far.
  package struct Unasked: Hashable, Sendable {
    package var deck: String
    package var section: [String]
    package var cards: Int
    package var of: Int
  }

  package let sitting: Sitting
  package let assessments: [Assessment]
  /// The credit of all questions; a blank is 0.
  package let score: Proportion
  /// By the marking scheme.
  package let points: Double
  package let maximum: Double
  package let isPassed: Bool
  /// In milliseconds.
  package let used: Int64
  package let sections: [Part]
  package let kinds: [Part]
  package let types: [Part]
  /// Confidently wrong first, then by number.
  package let misses: [Miss]
  /// What was right of the answers with certainty 1, 2 and 3; empty where none was asked.
  package let calibration: [Part]
  /// The average of the certainty marks, and how much it is above what the best single certainty
  /// would have brought for the same answers; `nil` where none was asked.
  package let certaintyMark: (average: Double, bonus: Double)?
  /// At most three, the worst first.
  package let reread: [Reading]
  package let unasked: [Unasked]
  /// Questions whose mark is not sure, counted from 1: the student is asked.
  package let unsure: [Int]

  package static func == (left: Self, right: Self) -> Bool {
    left.sitting == right.sitting && left.assessments == right.assessments
      && left.unasked == right.unasked
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(sitting)
    hasher.combine(assessments)
  }

  /// Makes the report of a sitting.
  ///
  /// - Parameters:
  ///   - sitting: a finished sitting.
  ///   - grader: marks the answers.
  ///   - now: until when time was used, where the sitting is still open.
  ///   - cards: all cards that may be asked.
  ///   - asked: the keys of all cards that other sittings have asked.
  package init(
    _ sitting: Sitting, grader: Grader, at now: Instant, cards: [Card] = [],
    asked: Set<String> = []
  ) {
    let assessments = grader.assess(sitting)
    let questions = sitting.paper.questions
    let scheme = sitting.paper.blueprint.scheme
    self.sitting = sitting
    self.assessments = assessments
    var score = Proportion()
    for assessment in assessments { score += assessment.credit ?? 0 }
    self.score = score
    points = assessments.reduce(0) { $0 + $1.points }
    maximum = Double(questions.count) * scheme.maximum
    // Certainty pays for honesty; whether one passes is a matter of what was right.
    let reached = scheme.asksCertainty ? score.share : points / max(1, maximum)
    isPassed = reached >= scheme.passMark - 1e-9
    used = sitting.used(at: now)
    sections = Report.parts(questions, assessments) { $0.card.sectionTitle }
    kinds = Report.parts(questions, assessments) { $0.card.kind.rawValue }
    types = Report.parts(questions, assessments) { $0.type.name }
    misses = Report.misses(sitting, assessments)
    calibration = scheme.asksCertainty ? Report.calibration(sitting, assessments) : []
    certaintyMark = scheme.asksCertainty ? Report.certaintyMark(assessments, score) : nil
    reread = Report.reread(questions, assessments)
    unasked = Report.unasked(cards, asked.union(questions.flatMap(\.shownCards)))
    unsure = assessments.indices.filter { assessments[$0].isUnsure }.map { $0 + 1 }
  }

  private static func parts(
    _ questions: [PaperQuestion], _ assessments: [Assessment],
    by name: (PaperQuestion) -> String
  ) -> [Part] {
    var order: [String] = []
    var results: [String: Proportion] = [:]
    for (question, assessment) in zip(questions, assessments) {
      let name = name(question)
      if results[name] == nil { order.append(name) }
      results[name, default: Proportion()] += assessment.credit ?? 0
    }
    return order.map { Part(name: $0, result: results[$0] ?? Proportion()) }
  }

  private static func misses(_ sitting: Sitting, _ assessments: [Assessment]) -> [Miss] {
    var misses: [Miss] = []
    for (index, question) in sitting.paper.questions.enumerated() {
      let response = sitting.responses[index]
      guard assessments[index].mark != .correct else { continue }
      misses.append(
        Miss(
          number: index + 1, question: question, given: response?.reply.words(for: question),
          assessment: assessments[index], certainty: response?.certainty,
          isLate: response?.isLate ?? false, isFlagged: sitting.flagged.contains(index)))
    }
    func confidence(_ miss: Miss) -> Int {
      miss.assessment.mark == .wrong && miss.given != nil ? miss.certainty ?? 1 : 0
    }
    return misses.sorted { left, right in
      let (first, second) = (confidence(left), confidence(right))
      // Only sure errors are pulled to the front; the rest keep the paper's order.
      let (isSure, isOtherSure) = (first > 1 ? first : 0, second > 1 ? second : 0)
      return isSure == isOtherSure ? left.number < right.number : isSure > isOtherSure
    }
  }

  private static func calibration(_ sitting: Sitting, _ assessments: [Assessment]) -> [Part] {
    (1...3).map { level in
      var result = Proportion()
      for (response, assessment) in zip(sitting.responses, assessments) {
        guard let response, (response.certainty ?? 1) == level else { continue }
        result += assessment.credit ?? 0
      }
      return Part(name: "certainty \(level)", result: result)
    }
  }

  private static func certaintyMark(
    _ assessments: [Assessment], _ score: Proportion
  ) -> (average: Double, bonus: Double) {
    let average = assessments.reduce(0) { $0 + $1.points } / Double(max(1, assessments.count))
    let share = score.share
    // What the best certainty for all answers alike would bring (exams.md, section 7).
    return (average, average - max(share, 4 * share - 2, 9 * share - 6))
  }

  private static func reread(
    _ questions: [PaperQuestion], _ assessments: [Assessment]
  ) -> [Reading] {
    var order: [[String]] = []
    var readings: [[String]: Reading] = [:]
    for (question, assessment) in zip(questions, assessments) {
      let card = question.card
      let name = [card.deck] + card.section
      if readings[name] == nil {
        order.append(name)
        readings[name] = Reading(
          deck: card.deck, path: card.path, section: card.section, result: Proportion())
      }
      readings[name]?.result += assessment.credit ?? 0
    }
    func lost(_ reading: Reading) -> Double { Double(reading.result.count) - reading.result.credit }
    let worst = order.compactMap { readings[$0] }.filter { lost($0) > 0 }.enumerated()
    return worst.sorted { left, right in
      let (first, second) = (left.element, right.element)
      if lost(first) != lost(second) { return lost(first) > lost(second) }
      if first.result.share != second.result.share {
        return first.result.share < second.result.share
      }
      return left.offset < right.offset
    }.prefix(3).map(\.element)
  }

  private static func unasked(_ cards: [Card], _ asked: Set<String>) -> [Unasked] {
    var order: [[String]] = []
    var sections: [[String]: Unasked] = [:]
    for card in cards {
      let name = [card.deck] + card.section
      if sections[name] == nil {
        order.append(name)
        sections[name] = Unasked(deck: card.deck, section: card.section, cards: 0, of: 0)
      }
      sections[name]?.of += 1
      if !asked.contains(card.key) { sections[name]?.cards += 1 }
    }
    return order.compactMap { sections[$0] }.filter { $0.cards > 0 }
  }
}

extension Card {
  /// The section's title, or the deck's name before the first heading.
  package var sectionTitle: String { section.last ?? deck }
}

extension QuestionType {
  /// What the type is called in a report.
  package var name: String {
    switch self {
    case .typed: "typed"
    case .truth: "true or false"
    case .choice: "choice"
    case .first: "which came first"
    case .between: "what happened when"
    case .match: "matching"
    case .order: "ordering"
    }
  }
}
