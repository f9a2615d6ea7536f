import Decks
import Exams
import Files
import JSON
import Terminal

/// The words of exams.
enum ExamWording {
  static func unknownKind(_ name: String) -> String {
    let near = nearest(to: name, among: KindGroup.names).first
    return "nothing is called \"\(name)\""
      + (near.map { "; did you mean \($0)?" }
        ?? "; there are \(KindGroup.names.joined(separator: ", "))")
  }

  static func unknownType(_ name: String) -> String {
    let names = QuestionType.allCases.map(\.rawValue)
    let near = nearest(to: name, among: names).first
    return "no question is of the type \"\(name)\""
      + (near.map { "; did you mean \($0)?" } ?? "; there are \(names.joined(separator: ", "))")
  }

  /// What will be asked, before the exam begins.
  static func summary(_ paper: Paper) -> [String] {
    let blueprint = paper.blueprint
    let count = paper.questions.count
    let time =
      blueprint.minutes.map { "in \(ReviewWording.count($0, "minute"))" } ?? "without a limit"
    var counts: [(String, Int)] = []
    for question in paper.questions {
      let name = question.type.name
      if let index = counts.firstIndex(where: { $0.0 == name }) {
        counts[index].1 += 1
      } else {
        counts.append((name, 1))
      }
    }
    var lines = ["\(blueprint.name): \(ReviewWording.count(count, "question")) \(time)."]
    lines.append(counts.map { "\($0.1) \($0.0)" }.joined(separator: ", ") + ".")
    if blueprint.scheme.asksCertainty {
      lines.append(
        "Certainty is asked: 1, 2 or 3 points when right, 0, -2 or -6 when wrong.")
    } else if blueprint.scheme.penalty > 0 {
      lines.append("A wrong choice costs \(Proportion.number(blueprint.scheme.penalty)) points.")
    }
    return lines + paper.shortfalls.map(\.sentence)
  }

  static let keys =
    "No marks until the end. :back :skip :goto N :flag :list :finish; Ctrl-D stops, and"
    + " \"tripos exam --resume\" goes on."

  /// `Question 7 of 20 · Aid during the war · 12 min left · flagged`.
  static func header(_ sitting: Sitting, left: Int64?) -> String {
    let question = sitting.paper.questions[sitting.current]
    var parts = ["Question \(sitting.current + 1) of \(sitting.paper.questions.count)"]
    parts.append(question.card.sectionTitle)
    if let left { parts.append("\(remaining(left)) left") }
    if sitting.flagged.contains(sitting.current) { parts.append("flagged") }
    return parts.joined(separator: " · ")
  }

  /// `12 min`, and in the last minute the seconds.
  static func remaining(_ milliseconds: Int64) -> String {
    milliseconds >= 60_000 ? "\((milliseconds + 59_999) / 60_000) min" : "\(milliseconds / 1000) s"
  }

  /// `3, 7 and 12`.
  static func numbers(_ indices: [Int]) -> String {
    let words = indices.map { "\($0 + 1)" }
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) and \(last)"
  }

  static func sentence(_ problem: ReplyProblem) -> String {
    switch problem {
    case .empty: "Nothing was typed. :skip goes on, :finish hands in."
    case .unknownOption(let text, let count):
      "\"\(text)\" is none of a to \(QuestionWording.letter(max(0, count - 1)))."
    case .notTrueOrFalse: "Please answer true or false."
    case .missing(let letters):
      "Missing: \(letters.joined(separator: ", ")). Give all letters, such as b a c d."
    case .repeated(let letter): "\"\(letter)\" stands twice."
    case .tooFew(let given, let asked):
      "\(ReviewWording.count(given, "letter")) for \(asked) questions; write - for one left open."
    case .badPair(let pair): "\"\(pair)\" is no pair. Write them as 1c 2a 3b."
    }
  }

  static func failure(_ problem: BlueprintProblem) -> Failure {
    switch problem {
    case .questions(let count):
      return Failure(
        .badNumber(
          option: "--questions", value: "\(count)",
          allowed: "1 to \(Blueprint.maximumQuestions)"))
    case .minutes(let minutes):
      return Failure(
        .badNumber(
          option: "--time", value: "\(minutes) minutes", allowed: "1 minute or more, or none"))
    case .weightsSumToZero(let axis):
      return bad("the weights of the \(axis.rawValue) add up to 0.", "Give one of them a weight.")
    case .negativeWeight(let axis, let name, let weight):
      return bad(
        "the weight \(Proportion.number(weight)) of \"\(name)\" (\(axis.rawValue)) is negative.",
        "Weights are 0 or more.")
    case .weightIsNoNumber(let axis, let name):
      return bad(
        "the weight of \"\(name)\" (\(axis.rawValue)) is no number.", "Write one such as 2.")
    case .repeated(let axis, let name):
      return bad("\"\(name)\" stands twice among the \(axis.rawValue).", "Name it once.")
    case .unknownSection(let name, let nearest):
      let names = nearest.map { "\"\($0)\"" }.joined(separator: " or ")
      return bad(
        "there is no section \"\(name)\".",
        nearest.isEmpty ? "\"tripos decks\" lists them." : "Did you mean \(names)?")
    case .ambiguousSection(let name, let titles):
      return bad(
        "\"\(name)\" fits several sections: \(titles.joined(separator: "; ")).",
        "Write more of the title.")
    case .outOfRange(let setting, let value):
      return bad(
        "the \(setting.rawValue) \(Proportion.number(value)) is not within 0 and 1.",
        "Write a share such as 0.5.")
    case .noCards:
      return bad(
        "no card can be asked in this way.",
        "Ask for other sections, kinds or types; \"tripos decks\" shows what there is.")
    }
  }

  private static func bad(_ what: String, _ mend: String) -> Failure {
    Failure(.badInput(what, mend: mend))
  }

  static func sentence(_ error: SavedSittingError) -> String {
    switch error {
    case .json(let error): "it is no JSON (line \(error.line))"
    case .newer(let schema): "a newer version of Tripos wrote it (schema \(schema))"
    case .member(let path): "\(path) is missing or wrong"
    case .unreadable(_, let cause): cause
    }
  }
}
