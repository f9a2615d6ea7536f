import Chronology
import Glibc
import Terminal

/// All that Tripos takes from outside: clock, zone, seed, environment and terminal.
///
/// Made once for a command.
struct World {
  /// The clock: starts at `--now` where that is given, and runs on from there.
  let clock: Clock
  /// The local zone's offset from UTC at an instant, in seconds.
  let offset: @Sendable (Instant) -> Int
  /// What random choices are drawn from; `nil` for a seed from the day.
  let seed: UInt64?
  /// Looks an environment variable up; empty ones count as not set.
  let environment: @Sendable (String) -> String?
  /// The folder that the program was started in.
  let folder: String
  /// Whether words stand in place of symbols, for screen readers.
  let isAccessible: Bool
  /// How long work is shown on standard error.
  let progressLook: ProgressBar.Look
  /// Where results go.
  let output: Screen
  /// Where messages go.
  let messages: Screen
  /// Where lines come from.
  let input: any LineReader

  /// Shows a result and asks for a line.
  func ask(_ prompt: Prompt) -> LineEnd {
    output.flush()
    messages.flush()
    var prompt = prompt
    prompt.text = output.undecorated(prompt.text)
    let end = input.read(prompt)
    guard input.isInteractive else { return end }
    // The window may have another size by now.
    if let window = TerminalDevice.window(STDOUT_FILENO) {
      output.fit(columns: window.columns, rows: window.rows)
    }
    switch end {
    case .line(let text): output.noteTyped("\(prompt.text) \(text)")
    case .endOfInput, .interrupted, .timedOut, .terminated: output.noteTyped(prompt.text)
    }
    return end
  }

  /// Begins a piece of work that may take longer than half a second.
  ///
  /// - Parameter task: what is done, such as `Reading the text`.
  /// - Returns: what the work reports to; it is to be finished before anything else is written.
  func progress(_ task: String) -> ProgressBar {
    ProgressBar(
      task, look: progressLook,
      columns: TerminalDevice.window(STDERR_FILENO)?.columns ?? messages.columns,
      clock: Clock.monotonic)
  }

  /// Does a piece of work that may take longer than half a second, showing how far it is.
  ///
  /// - Parameters:
  ///   - task: what is done, such as `Reading the text`.
  ///   - work: does it; calls what it is given with the parts that are done, of how many.
  /// - Returns: what `work` returns.
  /// - Throws: what `work` throws.
  func working<Value, Problem: Error>(
    on task: String, _ work: (_ report: (Int, Int) -> Void) throws(Problem) -> Value
  ) throws(Problem) -> Value {
    let bar = progress(task)
    defer { bar.finish() }
    return try work { bar.report($0, of: $1) }
  }

  /// A path as a person writes it: `~` for one's own folder.
  func short(_ path: String) -> String {
    guard let own = environment("HOME"), path.hasPrefix(own + "/") else { return path }
    return "~" + path.dropFirst(own.count)
  }

  /// Ends a command's output.
  ///
  /// - Throws: `Failure` where a result could not be written.
  func finish() throws {
    output.flush()
    messages.flush()
    if let failure = output.failure { throw Failure(.outputFailed(failure)) }
  }
}

/// A clock that may have been set: it runs on from the instant it was set to.
struct Clock: Sendable {
  private let start: Instant
  private let startedAt: Int64

  /// A clock that shows `instant` now, or the system's time.
  init(setTo instant: Instant? = nil) {
    self.startedAt = Clock.monotonic()
    self.start = instant ?? Clock.system()
  }

  /// The instant now.
  func now() -> Instant { start.advanced(byMilliseconds: Clock.monotonic() - startedAt) }

  /// Milliseconds on a clock that nobody can set back.
  static func monotonic() -> Int64 { read(CLOCK_MONOTONIC) }

  private static func system() -> Instant { Instant(milliseconds: read(CLOCK_REALTIME)) }

  private static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}

/// The local zone's offset from UTC at an instant, in seconds, as the system's zone data has it.
func localOffset(at instant: Instant) -> Int {
  var seconds = time_t(instant.seconds)
  var parts = tm()
  return localtime_r(&seconds, &parts) == nil ? 0 : parts.tm_gmtoff
}

/// An environment variable that is set to something.
func environmentVariable(_ name: String) -> String? {
  guard let value = getenv(name) else { return nil }
  let text = String(cString: value)
  return text.isEmpty ? nil : text
}
