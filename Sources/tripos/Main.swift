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
    Breakdown.announce()
    TerminalDevice.useUTF8()
    exit(run(commandFirst(Array(CommandLine.arguments.dropFirst()))))
  }

  private static func run(_ arguments: [String]) -> Int32 {
    if let failure = Tripos.misspeltCommand(arguments) { return report(failure) }
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

  private static func report(_ failure: Failure) -> Int32 {
    let messages = Screen(.descriptor(STDERR_FILENO), columns: 100)
    if let window = TerminalDevice.window(STDERR_FILENO) {
      messages.fit(columns: window.columns, rows: window.rows)
    }
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

  /// Puts flags that every command takes, and that stand before the command, behind it.
  private static func commandFirst(_ arguments: [String]) -> [String] {
    var index = 0
    while index < arguments.count, arguments[index].hasPrefix("--") {
      if ["--plain", "--accessible"].contains(arguments[index]) || arguments[index].contains("=") {
        index += 1
      } else if ["--home", "--now", "--seed", "--colour"].contains(arguments[index]) {
        index += 2
      } else {
        return arguments
      }
    }
    guard index > 0, index < arguments.count, !arguments[index].hasPrefix("-") else {
      return arguments
    }
    return [arguments[index]] + arguments[..<index] + arguments[(index + 1)...]
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

extension Tripos {
  /// The first word where it is no command: the parser says of it only that it is unexpected.
  static func misspeltCommand(_ arguments: [String]) -> Failure? {
    guard let word = arguments.first, !word.hasPrefix("-") else { return nil }
    let names = configuration.subcommands.map { $0._commandName } + ["help"]
    if names.contains(word) { return nil }
    return Failure(.unknownCommand(word, suggestion: nearest(to: word, among: names).first))
  }
}
