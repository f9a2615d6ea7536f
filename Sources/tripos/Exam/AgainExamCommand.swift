import ArgumentParser
import Chronology
import Exams
import Marking
import Progress
import Study
import Terminal

/// `tripos exam again`: a past paper once more.
struct AgainExamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "again",
    abstract: "Sit a past paper again, or what was missed of it.",
    discussion: """
      tripos exam again 3 --missed
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp("Its number in \"tripos exam list\".", valueName: "n"))
  var number: Int?

  @Flag(help: "Only the questions that were not right.")
  var missed = false

  @Flag(help: "Leave no trace: no file, no record.")
  var dryRun = false

  func run() throws {
    let app = try App(options)
    let library = try app.library()
    let store = try app.storeForSession()
    let past = try app.sitting(number)
    let bank = try app.examBank([], library, store)
    try store.close()
    var paper = past.paper
    if missed {
      let assessments = Grader(judge: bank.judge).assess(past)
      paper.questions = zip(paper.questions, assessments)
        .filter { $0.1.mark != .correct }.map(\.0)
      guard !paper.questions.isEmpty else {
        throw Failure(.badInput("nothing was missed in it.", mend: "Leave --missed out."))
      }
      let share = Double(paper.questions.count) / Double(max(1, past.paper.questions.count))
      paper.blueprint.questions = paper.questions.count
      paper.blueprint.minutes = paper.blueprint.minutes.map {
        max(1, Int((Double($0) * share).rounded(.up)))
      }
    }
    paper.shortfalls = []
    for line in ExamWording.summary(paper) { app.world.output.line("\(line)") }
    guard try app.begins() else { return try app.world.finish() }
    let now = app.world.clock.now()
    let sitting = Sitting(
      paper, device: store.device.text, at: now, zone: app.calendar.offset(now) / 60,
      isDryRun: dryRun)
    try app.sit(sitting, bank, library)
  }
}
