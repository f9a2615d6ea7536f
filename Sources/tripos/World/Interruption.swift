import Glibc

/// Ctrl-C and terminations, for commands that write all or nothing.
enum Interruption {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Runs a command that Ctrl-C or a termination may end at once, saying that nothing was written.
  ///
  /// What it writes it writes within `heldOff`.
  ///
  /// - Parameter command: the command.
  static func announced(_ command: () throws -> Void) rethrows {
    let former = install { number in
      Interruption.leave("tripos: stopped; nothing was written.\n", number)
    }
    defer { restore(former) }
    try command()
  }

  /// Does something that Ctrl-C and a termination wait for; after it they end the command, saying
  /// whether it was done.
  ///
  /// - Parameter work: what is written.
  /// - Returns: what `work` returns.
  /// - Throws: what `work` throws; nothing is written then.
  static func heldOff<Value, Problem: Error>(
    _ work: () throws(Problem) -> Value
  ) throws(Problem) -> Value {
    var set = sigset_t()
    sigemptyset(&set)
    for number in signals { sigaddset(&set, number) }
    var former = sigset_t()
    sigprocmask(SIG_BLOCK, &set, &former)
    defer { sigprocmask(SIG_SETMASK, &former, nil) }
    let value = try work()
    _ = install { number in
      Interruption.leave("tripos: stopped; all was written.\n", number)
    }
    return value
  }

  private static func install(
    _ handler: @convention(c) (Int32) -> Void
  ) -> [(number: Int32, action: sigaction)] {
    signals.map { number in
      var former = sigaction()
      sigaction(number, nil, &former)
      signal(number, handler)
      return (number, former)
    }
  }

  private static func restore(_ former: [(number: Int32, action: sigaction)]) {
    for (number, action) in former {
      var action = action
      sigaction(number, &action, nil)
    }
  }

  /// Ends the program from within a signal's handler, where hardly anything is allowed.
  private static func leave(_ words: StaticString, _ number: Int32) {
    // A progress bar, or the terminal's ^C, may stand on the line.
    if isatty(STDERR_FILENO) == 1 { _ = write(STDERR_FILENO, "\n", 1) }
    _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
    _exit(128 + number)
  }
}
