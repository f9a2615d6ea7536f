import Glibc
import Terminal

/// The reader's pager, in which a result can be read that is longer than the window.
struct Pager {
  /// A command for the shell; `nil` for `less`, where the user names none.
  private let command: String?

  /// The pager of `$PAGER`, else less; `nil` where none is wanted.
  ///
  /// - Parameter environment: looks a variable up.
  init?(environment: (String) -> String?) {
    command = environment("PAGER")
    if command == "cat" { return nil }
  }

  /// Shows lines and waits until the reader leaves.
  ///
  /// - Parameters:
  ///   - lines: what is shown.
  ///   - screen: whose look they have.
  /// - Returns: whether there is such a pager.
  func show(_ lines: [SafeText], as screen: Screen) -> Bool {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let process = start(reading: ends[0])
    close(ends[0])
    guard let process else {
      close(ends[1])
      return false
    }
    // The pager sees Ctrl-C, and may be left before it has read everything.
    let formers = [SIGPIPE, SIGINT].map { (number: $0, action: signal($0, SIG_IGN)) }
    defer { for former in formers { signal(former.number, former.action) } }
    let page = Screen(
      .descriptor(ends[1]), usesColour: screen.usesColour, isSpoken: screen.isSpoken,
      isPlain: screen.isPlain, columns: screen.columns, rows: screen.rows)
    for line in lines { page.raw(line) }
    page.flush()
    close(ends[1])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return false }
    }
    // The shell's word for a command that is not there.
    return status >> 8 & 0xff != 127
  }

  private func start(reading input: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    // It shows colours, leaves at once what fits, and leaves on the screen what was read.
    let words = command.map { ["sh", "-c", $0] } ?? ["less", "-FRX"]
    let arguments = words.map { strdup($0) } + [nil]
    defer {
      for argument in arguments { free(argument) }
    }
    var process: pid_t = 0
    guard posix_spawnp(&process, words[0], &actions, nil, arguments, environ) == 0 else {
      return nil
    }
    return process
  }
}

extension World {
  /// Shows a result, in the pager where it is longer than the window.
  ///
  /// On a terminal only, and not where it is read aloud, or no decoration is wanted.
  func show(_ lines: [SafeText]) {
    let isLong = TerminalDevice.window(STDOUT_FILENO).map { lines.count >= $0.rows } ?? false
    if isLong, input.isInteractive, !isAccessible, !output.isPlain,
      let pager = Pager(environment: environment)
    {
      output.flush()
      if pager.show(lines, as: output) { return }
    }
    for line in lines { output.raw(line) }
  }
}
