import ArgumentParser
import Decks
import Exams
import JSON
import Terminal

/// `tripos exam show`: the report of a past exam.
struct ShowExamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the report of an exam, and mend its marks.",
    discussion: """
      tripos exam show            the last one
      tripos exam show 3 --json
      tripos exam show 3 --right 7 --wrong 12
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: JSONOption

  @Argument(help: ArgumentHelp("Its number in \"tripos exam list\".", valueName: "n"))
  var number: Int?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Count the answer to this question as right.", valueName: "q"))
  var right: [Int] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Count the answer to this question as wrong.", valueName: "q"))
  var wrong: [Int] = []

  func run() throws {
    let app = try App(options)
    let library = try app.library()
    var sitting = try app.sitting(number)
    let bank = try app.examBank([], library, try app.readStore())
    for (questions, credit) in [(right, Sitting.Credit.right), (wrong, .wrong)] {
      for question in questions {
        guard sitting.responses.indices.contains(question - 1) else {
          throw Failure(
            .badNumber(
              option: "--\(credit.rawValue)", value: "\(question)",
              allowed: "1 to \(sitting.responses.count)"))
        }
        try app.remark(&sitting, question: question - 1, as: credit, bank.judge)
      }
    }
    let report = Report(
      sitting, grader: bank.grader, at: sitting.openedAt ?? app.world.clock.now(),
      cards: bank.cards, asked: app.askedSoFar())
    if output.json {
      app.world.output.machine(report.json.compact)
    } else {
      for line in report.lines { app.world.output.line("\(line)", indent: 7) }
    }
    try app.world.finish()
  }
}

extension App {
  /// The sittings that can be read, the oldest first; the others are told.
  func readableSittings() -> [Sitting] {
    sittings.all().compactMap { entry in
      switch entry.content {
      case .success(let sitting): return sitting
      case .failure(let error):
        world.messages.line("\(entry.path) is left out: \(ExamWording.sentence(error)).")
        return nil
      }
    }
  }

  /// The sitting of a number in the list; the last one where none is given.
  func sitting(_ number: Int?) throws -> Sitting {
    let all = readableSittings()
    guard !all.isEmpty else {
      throw Failure(.badInput("no exam was sat so far.", mend: "\"tripos exam\" begins one."))
    }
    let number = number ?? all.count
    guard all.indices.contains(number - 1) else {
      throw Failure(
        .badNumber(option: "the exam's number", value: "\(number)", allowed: "1 to \(all.count)"))
    }
    return all[number - 1]
  }
}
