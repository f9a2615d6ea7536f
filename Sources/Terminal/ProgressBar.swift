import Glibc
import Synchronization

/// How far a long piece of work has come, shown to whoever waits for it.
///
/// Work that is done within half a second shows nothing. Several threads may report.
package final class ProgressBar: Sendable {
  /// How progress is shown.
  package enum Look: Hashable, Sendable {
    /// One line that is drawn over and wiped away at the end.
    case bar
    /// A line of its own now and then: for screen readers, and for terminals that cannot go back.
    case lines
    /// Not at all: nobody sits at the other end.
    case hidden

    /// The look for a stream.
    ///
    /// - Parameters:
    ///   - isTerminal: whether the stream is a terminal.
    ///   - isAppendOnly: whether what stands there must not be drawn over, as the flags or the
    ///     terminal's name say.
    package init(isTerminal: Bool, isAppendOnly: Bool) {
      self = !isTerminal ? .hidden : isAppendOnly ? .lines : .bar
    }

    /// How long to wait before anything is shown, in milliseconds.
    fileprivate static let patience: Int64 = 500

    /// How long what was shown stays as it is, in milliseconds.
    fileprivate var pause: Int64 {
      switch self {
      case .bar: 100
      case .lines: 10_000
      case .hidden: .max
      }
    }
  }

  private struct State: Sendable {
    /// When it is shown next, in the clock's milliseconds.
    var next: Int64
    /// The cells of the line that stands there now.
    var shown = 0
  }

  private let task: String
  private let look: Look
  private let columns: Int
  private let start: Int64
  private let clock: @Sendable () -> Int64
  private let write: @Sendable (String) -> Void
  private let state: Mutex<State>

  /// Begins a piece of work.
  ///
  /// - Parameters:
  ///   - task: what is done, such as `Reading the text`; a text of ours.
  ///   - look: how it is shown.
  ///   - columns: the cells of the window; the last one stays empty.
  ///   - clock: milliseconds on a clock that only goes forward.
  ///   - write: takes what is shown, control characters included.
  package init(
    _ task: String, look: Look, columns: Int = 80, clock: @escaping @Sendable () -> Int64,
    write: @escaping @Sendable (String) -> Void = ProgressBar.toStandardError
  ) {
    self.task = task
    self.look = look
    self.columns = columns
    self.clock = clock
    self.write = write
    start = clock()
    state = Mutex(State(next: start + Look.patience))
  }

  /// Says how far the work is: `done` of `total` parts, whatever a part is.
  package func report(_ done: Int, of total: Int) {
    guard look != .hidden else { return }
    let now = clock()
    state.withLock { state in
      guard now >= state.next else { return }
      state.next = now + look.pause
      let share = total > 0 ? min(1, max(0, Double(done) / Double(total))) : 0
      switch look {
      case .hidden: return
      case .lines: write("\(task): \(percent(share)).\n")
      case .bar:
        let line = drawn(share, after: now - start)
        let rest = String(repeating: " ", count: max(0, state.shown - line.utf8.count))
        write("\r\(line)\(rest)")
        state.shown = line.utf8.count
      }
    }
  }

  /// Wipes the line away; what follows begins where it stood.
  package func finish() {
    state.withLock { state in
      guard state.shown > 0 else { return }
      write("\r\(String(repeating: " ", count: state.shown))\r")
      state = State(next: .max)
    }
  }

  /// Writes to standard error at once.
  package static let toStandardError: @Sendable (String) -> Void = { text in
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  private func percent(_ share: Double) -> String { "\(Int(share * 100)) %" }

  /// The line of a bar, as wide as the window allows.
  private func drawn(_ share: Double, after elapsed: Int64) -> String {
    let number = percent(share)
    let padding = String(repeating: " ", count: max(0, 5 - number.utf8.count))
    var line = "\(task) \(padding)\(number)"
    let left = remaining(share, after: elapsed)
    let room = columns - 1 - line.utf8.count - left.utf8.count - 2
    if room >= 5 {
      let cells = min(30, room)
      let full = Int(share * Double(cells))
      line += "  " + String(repeating: "#", count: full)
      line += String(repeating: ".", count: cells - full)
    }
    line += left
    return String(line.prefix(max(1, columns - 1)))
  }

  /// The time that the rest will take where it goes on like this; said once it can be known.
  private func remaining(_ share: Double, after elapsed: Int64) -> String {
    guard elapsed >= 2000, share >= 0.05 else { return "" }
    let seconds = Int((Double(elapsed) * (1 - share) / share / 1000).rounded(.up))
    return seconds < 60 ? "  \(seconds) s left" : "  \((seconds + 59) / 60) min left"
  }
}
