import ArgumentParser
import JSON
import Progress
import Study
import Terminal

/// `tripos due`: a number for a shell prompt.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "Print how many cards today's session would ask.",
    discussion: """
      tripos due
      tripos due --json
      tripos due --exit-code    # exits with 0 where nothing is due, else with 10

      It reads only: no lock is taken, nothing is written.
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: JSONOption
  @OptionGroup var selection: SelectionOptions

  @Flag(help: "Exit with 10 where something is due, with 0 where nothing is.")
  var exitCode = false

  func run() throws {
    let app = try App(options)
    let (library, store) = try app.libraryAndStore(.reading)
    let wanted = try selection.resolve(in: library)
    let plan = app.plan(library, store, wanted: wanted, limits: app.limits(library, store))
    if output.json {
      app.world.output.machine(
        JSON.answer([
          ("total", .integer(Int64(plan.count))),
          ("due", .integer(Int64(plan.learning.count + plan.due.count))),
          ("new", .integer(Int64(plan.new.count))),
          ("beyond_limit", .integer(Int64(plan.beyondLimit))),
          ("seconds", .integer(Int64(plan.seconds))),
        ]).compact)
    } else {
      app.world.output.raw("\(plan.count)")
    }
    try app.world.finish()
    if exitCode && plan.count > 0 { throw ExitCode(ExitStatus.due) }
  }
}
