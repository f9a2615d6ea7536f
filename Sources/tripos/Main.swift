import ArgumentParser
import Decks
import Glibc
import Terminal

/// Where the program begins: reads the command line, runs the command, and turns every failure into
/// a sentence and an exit code.
@main
enum Main {
  static func main() {
    // A write beyond a file-size limit is to fail, not to kill.
    signal(SIGXFSZ, SIG_IGN)
    keepStandardDescriptors()
    TerminalDevice.useUTF8()
    let arguments = Array(CommandLine.arguments.dropFirst())
    exit(run(arguments))
  }

  private static func run(_ arguments: [String]) -> Int32 {
    if let failure = misspeltCommand(arguments) { return report(failure) }
    do {
      var command = try Tripos.parseAsRoot(arguments)
      try command.run()
      return ExitCode.success.rawValue
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      return Failure(error).map(report) ?? reportUsage(error)
    }
  }

  /// The parser says of a misspelt command only that it is unexpected.
  private static func misspeltCommand(_ arguments: [String]) -> Failure? {
    guard let word = arguments.first, !word.hasPrefix("-") else { return nil }
    let names = Tripos.configuration.subcommands.map { $0._commandName } + ["help"]
    if names.contains(word) { return nil }
    return Failure(.unknownCommand(word, suggestion: nearest(to: word, among: names).first))
  }

  private static func report(_ failure: Failure) -> Int32 {
    let messages = Screen(.descriptor(STDERR_FILENO), columns: 100)
    for line in failure.lines { messages.line(line) }
    messages.flush()
    return failure.exitCode
  }

  /// Help and complaints that the parser words.
  private static func reportUsage(_ error: any Error) -> Int32 {
    let code = Tripos.exitCode(for: error).rawValue
    let screen = Screen(.descriptor(code == 0 ? STDOUT_FILENO : STDERR_FILENO))
    screen.machine(Tripos.fullMessage(for: error))
    screen.flush()
    return screen.failure == nil ? code : ExitStatus.ioError
  }

  /// Makes sure that no file of ours can take the place of a stream that was closed.
  private static func keepStandardDescriptors() {
    while true {
      let descriptor = open("/dev/null", O_RDWR)
      guard (0...2).contains(descriptor) else {
        if descriptor > 2 { close(descriptor) }
        return
      }
    }
  }
}
