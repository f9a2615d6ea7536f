import ArgumentParser
import Decks
import Exams

/// The flags that say what an exam is made of.
struct ExamOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Decks, by name or path, or a blueprint of tripos.toml; all decks where none is named.",
      valueName: "deck"))
  var decks: [String] = []

  @Option(help: ArgumentHelp("How many questions.", valueName: "n"))
  var questions: Int?

  @Option(
    help: ArgumentHelp("The time limit, such as 40m or 1h; none for no limit.", valueName: "time"))
  var time: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Sections, each perhaps with a weight: \"Aid during=2\".", valueName: "section"))
  var sections: [String] = []

  @Option(
    help: ArgumentHelp(
      "What is asked about, perhaps with weights: dates=2,actors,numbers.", valueName: "kinds"))
  var about: String?

  @Option(
    help: ArgumentHelp(
      "Types of questions, perhaps with weights: typed, choice, truefalse, first, between, match, order.",
      valueName: "types"))
  var ask: String?

  @Option(help: ArgumentHelp("What the exam is called.", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("Points taken for a wrong choice, 0 to 1.", valueName: "points"))
  var penalty: Double?

  @Option(help: ArgumentHelp("The share that passes, 0 to 1.", valueName: "share"))
  var pass: Double?

  @Flag(help: "Ask how sure each answer is: +1/+2/+3 when right, 0/-2/-6 when wrong.")
  var certainty = false

  /// The blueprint that the flags describe, and the decks.
  ///
  /// - Throws: `Failure` for a word that means nothing.
  func blueprint(_ settings: ExamSettings) throws -> (blueprint: Blueprint, decks: [String]) {
    var blueprint = Blueprint()
    var decks = decks
    if let first = decks.first, let saved = try settings.blueprint(named: first) {
      blueprint = saved
      decks.removeFirst()
    }
    if let questions {
      blueprint.questions = questions
      // Without a limit of its own an exam has a minute a question.
      if time == nil { blueprint.minutes = max(1, questions) }
    }
    if let time { blueprint.minutes = try minutes(time) }
    if !sections.isEmpty { blueprint.sections = try weights(sections, "--sections") { $0 } }
    if let about {
      blueprint.kinds = try weights(about.split(separator: ",").map(String.init), "--about") {
        name in
        guard let group = KindGroup(named: name) else {
          throw Failure(
            .badInput("\(ExamWording.unknownKind(name)).", mend: "See \"tripos exam --help\"."))
        }
        return group
      }
    }
    if let ask {
      blueprint.types = try weights(ask.split(separator: ",").map(String.init), "--ask") { name in
        guard let type = QuestionType(rawValue: name) else {
          throw Failure(
            .badInput("\(ExamWording.unknownType(name)).", mend: "See \"tripos exam --help\"."))
        }
        return type
      }
    }
    if let name { blueprint.name = name }
    if let penalty { blueprint.scheme.penalty = penalty }
    if let pass { blueprint.scheme.passMark = pass }
    if certainty { blueprint.scheme.asksCertainty = true }
    return (blueprint, decks)
  }

  private func minutes(_ text: String) throws -> Int? {
    if text == "none" { return nil }
    let units: [Character: Int] = ["m": 1, "h": 60]
    let number = text.prefix { $0.isNumber || $0 == "-" }
    let rest = text.dropFirst(number.count)
    let unit = rest.isEmpty ? 1 : rest.count == 1 ? rest.first.flatMap { units[$0] } : nil
    guard let unit, let value = Int(number), abs(value) <= 100_000 else {
      throw Failure(
        .badNumber(option: "--time", value: text, allowed: "minutes such as 40m, 1h, or none"))
    }
    return value * unit
  }

  private func weights<Subject>(
    _ words: [String], _ option: String, _ subject: (String) throws -> Subject
  ) throws -> [Blueprint.Weighted<Subject>] {
    try words.map { word in
      guard let sign = word.lastIndex(of: "=") else {
        return Blueprint.Weighted(try subject(word.trimmed))
      }
      let weight = word[word.index(after: sign)...]
      guard let value = Double(weight) else {
        throw Failure(
          .badNumber(option: option, value: String(word), allowed: "NAME or NAME=WEIGHT"))
      }
      return Blueprint.Weighted(try subject(String(word[..<sign]).trimmed), value)
    }
  }
}
