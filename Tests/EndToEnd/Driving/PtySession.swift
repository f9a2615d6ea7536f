import CPty
import Glibc

/// The built program in a pseudo-terminal, driven as a person drives it.
///
/// Nothing here sleeps: readline announces each prompt by switching bracketed paste on, and the
/// session waits for the next announcement.
final class PtySession {
  /// What the window shows.
  private(set) var screen: VirtualScreen
  /// All bytes that the program wrote.
  private(set) var bytes: [UInt8] = []
  let process: pid_t
  private let terminal: Int32
  private var status: Int32?
  /// The prompts that were answered so far.
  private var promptsSeen = 0
  /// Kept as long as the session lasts.
  var home: TemporaryHome?

  /// Why a session could not go on.
  struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
  }

  init(
    _ arguments: [String], program: String = Built.program, environment: [String: String],
    folder: String? = nil, columns: Int = 80, rows: Int = 24
  ) throws {
    Glibc.signal(SIGPIPE, SIG_IGN)
    self.screen = VirtualScreen(columns: columns, rows: rows)
    let argv = ([program] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      for pointer in argv + envp { free(pointer) }
    }
    var master: Int32 = -1
    self.process = pty_start(
      program, argv, envp, folder, Int32(columns), Int32(rows), &master)
    self.terminal = master
    guard process > 0 else { throw Failure("cannot start: errno \(errno)") }
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      _ = wait()
    }
    close(terminal)
  }

  /// Types text as it is; `\n` is Enter.
  func send(_ text: String) {
    var bytes = Array(text.utf8)
    for index in bytes.indices where bytes[index] == 0x0a { bytes[index] = 0x0d }
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(terminal, buffer.baseAddress.map { $0 + start }, buffer.count - start)
      }
      if count <= 0 { return }
      start += count
    }
  }

  /// Types a line at the open prompt and waits for the next one.
  ///
  /// - Returns: the next prompt; empty where the program has ended instead.
  @discardableResult
  func enter(
    _ line: String, pressingEnter: Bool = true, seconds: Double = 60
  ) throws -> String {
    send(pressingEnter ? line + "\n" : line)
    return try nextPrompt(seconds: seconds)
  }

  /// Waits for a prompt that was not waited for before.
  ///
  /// - Returns: the prompt as it stands in the window; empty where the program has ended instead.
  @discardableResult
  func nextPrompt(seconds: Double = 60) throws -> String {
    let before = promptsSeen
    try wait(for: "a prompt", seconds: seconds, orEnd: true) {
      $0.promptCount > before && $0.isPromptOpen && $0.isAtPrompt
    }
    promptsSeen = screen.promptCount
    return hasEnded && !screen.isPromptOpen ? "" : screen.cursorLine
  }

  /// Reads until the condition holds.
  ///
  /// - Throws: `Failure`, with what the window shows, where it does not come to hold.
  func wait(
    for what: String, seconds: Double = 60, orEnd: Bool = false,
    until condition: (VirtualScreen) -> Bool
  ) throws {
    let deadline = monotonicSeconds() + seconds
    while !condition(screen) {
      guard monotonicSeconds() < deadline else {
        throw Failure("waited in vain for \(what); the window shows:\n\(screen.text)")
      }
      if readSome(milliseconds: 50) || !hasEnded { continue }
      while readSome(milliseconds: 0) {}
      if condition(screen) || orEnd { return }
      throw Failure("ended before \(what); the window shows:\n\(screen.text)")
    }
  }

  /// Waits for a text anywhere in the window.
  func wait(forText text: String, seconds: Double = 60) throws {
    try wait(for: "\"\(text)\"", seconds: seconds) { $0.text.contains(text) }
  }

  /// Sends a signal to the program.
  func signal(_ number: Int32) { kill(process, number) }

  /// Changes the window's size, which the program is told.
  func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    _ = pty_resize(terminal, Int32(columns), Int32(rows))
  }

  /// Reads to the end and returns the exit code, or 128 and the number of the signal.
  @discardableResult
  func finish(seconds: Double = 60) throws -> Int32 {
    let deadline = monotonicSeconds() + seconds
    while !hasEnded {
      guard monotonicSeconds() < deadline else {
        throw Failure("does not end; the window shows:\n\(screen.text)")
      }
      _ = readSome(milliseconds: 20)
    }
    while readSome(milliseconds: 0) {}
    let status = wait()
    return status & 0x7f == 0 ? status >> 8 & 0xff : 128 + (status & 0x7f)
  }

  /// The terminal's settings: the same before and after a session.
  var settings: [UInt32] {
    var settings = termios()
    tcgetattr(terminal, &settings)
    let characters = withUnsafeBytes(of: settings.c_cc) { $0.map(UInt32.init) }
    return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag] + characters
  }

  /// What stood at the prompts: what readline drew while it was in charge.
  var promptTexts: [String] {
    let opening = Array("\u{1b}[?2004h".utf8)
    let closing = Array("\u{1b}[?2004l".utf8)
    return bytes.split(separator: opening).dropFirst().map { part in
      let end = part.firstRange(of: closing)?.lowerBound ?? part.endIndex
      return String(decoding: part[..<end], as: UTF8.self)
    }
  }

  /// Whether the program has ended.
  var hasEnded: Bool {
    if status != nil { return true }
    var value: Int32 = 0
    guard waitpid(process, &value, WNOHANG) == process else { return false }
    status = value
    return true
  }

  private func wait() -> Int32 {
    if let status { return status }
    var value: Int32 = 0
    while waitpid(process, &value, 0) < 0 && errno == EINTR {}
    status = value
    return value
  }

  private func readSome(milliseconds: Int32) -> Bool {
    var descriptor = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0 else { return false }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(terminal, &chunk, chunk.count)
    guard count > 0 else { return false }
    bytes += chunk.prefix(count)
    screen.feed(chunk.prefix(count))
    return true
  }
}
