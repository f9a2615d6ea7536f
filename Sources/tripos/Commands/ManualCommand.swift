import ArgumentParser
import Glibc
import Terminal

/// `tripos manual`: the source of the manual page, for whoever builds the program.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page's source.", shouldDisplay: false)

  func run() throws {
    let screen = Screen(.descriptor(STDOUT_FILENO))
    screen.machine(ManualPage(CommandDescription(Tripos.self)).source)
    screen.flush()
    if let failure = screen.failure { throw Failure(.outputFailed(failure)) }
  }
}
