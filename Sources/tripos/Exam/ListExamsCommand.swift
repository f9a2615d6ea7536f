import ArgumentParser
import Exams
import JSON
import Progress
import Terminal

/// `tripos exam list`: past exams with their trend.
struct ListExamsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the exams sat so far, with the trend.",
    discussion: """
      tripos exam list
      tripos exam list --json
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let app = try App(options)
    let bank = try app.examBank([], try app.library(), try app.readStore())
    let grader = Grader(judge: bank.judge)
    var points: [Trend.Point] = []
    var items: [JSON] = []
    for (index, sitting) in app.readableSittings().enumerated() {
      let report = Report(sitting, grader: grader, at: sitting.openedAt ?? sitting.started)
      let isOpen = sitting.state == .open
      let day = sitting.name.prefix(10)
      let name = "\(index + 1)  \(day)  \(sitting.paper.blueprint.name)"
      if isOpen {
        let answered = sitting.responses.count { $0 != nil }
        if !output.json {
          app.world.output.line(
            "\(name): open, \(answered) of \(sitting.responses.count) answered; \"tripos exam --resume\""
          )
        }
      } else {
        points.append(Trend.Point(label: name, result: report.score))
      }
      items.append(
        .object([
          JSON.Member("n", .integer(Int64(index + 1))), JSON.Member("open", .bool(isOpen)),
          JSON.Member("report", report.json),
        ]))
    }
    if output.json {
      app.world.output.machine(
        JSON.object([JSON.Member("schema", .integer(1)), JSON.Member("exams", .array(items))])
          .compact)
    } else if items.isEmpty {
      app.world.output.line("No exam was sat so far. \"tripos exam\" begins one.")
    } else {
      let trend = Trend(points)
      let lines = app.world.isAccessible ? [trend.sentence].filter { !$0.isEmpty } : trend.lines
      for line in lines { app.world.output.raw(SafeText(line: line)) }
    }
    try app.world.finish()
  }
}
