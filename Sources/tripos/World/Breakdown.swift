import Glibc

/// What is said when the program itself breaks down: a mistake in it, or no memory left.
///
/// Every answer whose mark was shown is on the disk by then; only the terminal is to be put right.
enum Breakdown {
  private static let signals = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE]
  private static let words: StaticString = """
    tripos: stopped by a mistake in the program, or because no memory was left.
      Every answer whose mark was shown is saved; "tripos check" looks.

    """

  /// The terminal as it was found; read by a signal's handler, so written once, before it is set.
  nonisolated(unsafe) private static var terminal = termios()
  nonisolated(unsafe) private static var hasTerminal = false

  /// Has a sentence and an exit code follow a breakdown.
  ///
  /// Whoever traces breakdowns, such as Swift's own backtraces or a debugger, comes first.
  static func announce() {
    hasTerminal = tcgetattr(STDIN_FILENO, &terminal) == 0
    // Where the stack has run out, the handler needs one of its own.
    let size = 1 << 16
    var stack = stack_t(ss_sp: malloc(size), ss_flags: 0, ss_size: size)
    sigaltstack(&stack, nil)
    for number in signals {
      var former = sigaction()
      sigaction(number, nil, &former)
      // SIG_DFL is the null pointer.
      guard former.__sigaction_handler.sa_handler == nil else { continue }
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in Breakdown.leave() }
      action.sa_flags = SA_ONSTACK | Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(number, &action, nil)
    }
  }

  /// Runs within a signal's handler, where hardly anything is allowed.
  private static func leave() {
    if hasTerminal { tcsetattr(STDIN_FILENO, TCSANOW, &terminal) }
    if isatty(STDERR_FILENO) == 1 { _ = write(STDERR_FILENO, "\n", 1) }
    _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
    _exit(ExitStatus.internalError)
  }
}
