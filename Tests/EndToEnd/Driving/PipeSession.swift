import CPty
import Glibc

/// A text without the line ends that the width of the screen brought in.
func unwrapped(_ text: String) -> String {
  text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
}

/// A program with pipes for its three streams, as a script drives it.
final class PipeSession {
  /// What a program left behind.
  struct Result: Hashable {
    var output: String
    var messages: String
    /// The exit code, or 128 and the number of the signal that ended it.
    var code: Int32

    /// All of it, to be compared with a golden file.
    var report: String {
      var parts = [output]
      if !messages.isEmpty { parts.append("--- stderr\n\(messages)") }
      parts.append("--- exit \(code)\n")
      return parts.joined()
    }
  }

  let process: pid_t
  private(set) var output: [UInt8] = []
  private(set) var messages: [UInt8] = []
  private var input: Int32 = -1
  private var streams: [Int32] = [-1, -1]
  private var status: Int32?
  /// Kept as long as the session lasts.
  var home: TemporaryHome?

  /// Starts a program.
  init(
    _ program: String, _ arguments: [String], environment: [String: String], folder: String
  ) throws {
    // A program that has ended reads no more.
    Glibc.signal(SIGPIPE, SIG_IGN)
    let argv = ([program] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      for pointer in argv + envp { free(pointer) }
    }
    var (input, output, messages): (Int32, Int32, Int32) = (-1, -1, -1)
    self.process = pipe_start(program, argv, envp, folder, &input, &output, &messages)
    guard process > 0 else { throw PtySession.Failure("cannot start: errno \(errno)") }
    self.input = input
    self.streams = [output, messages]
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      _ = wait()
    }
    closeInput()
    for stream in streams where stream >= 0 { close(stream) }
  }

  /// Writes lines to the program's input; what does not fit into the pipe is written while reading.
  func send(_ text: String) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count && input >= 0 {
      let end = min(bytes.count, start + 4096)
      let count = bytes[start..<end].withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      start += count
      while readSome(milliseconds: 0) {}
    }
  }

  /// Tells the program that there is no more.
  func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Sends a signal to the program.
  func signal(_ number: Int32) { kill(process, number) }

  /// Reads until the output holds a text so many times, or the program has ended.
  func wait(for text: String, count: Int = 1, seconds: Double = 30) throws {
    let deadline = monotonicSeconds() + seconds
    while String(decoding: output, as: UTF8.self).ranges(of: text).count < count {
      guard monotonicSeconds() < deadline else {
        throw PtySession.Failure("waited in vain for \"\(text)\"")
      }
      if !readSome(milliseconds: 50) && isAtEnd { return }
    }
  }

  /// Reads to the end of both streams.
  ///
  /// - Returns: what was printed, and how the program ended.
  func finish(seconds: Double = 60) throws -> Result {
    let deadline = monotonicSeconds() + seconds
    while !isAtEnd {
      guard monotonicSeconds() < deadline else {
        let shown = String(decoding: output.suffix(2000), as: UTF8.self)
        throw PtySession.Failure("does not end; it printed:\n\(shown)")
      }
      _ = readSome(milliseconds: 50)
    }
    let status = wait()
    return Result(
      output: String(decoding: output, as: UTF8.self),
      messages: String(decoding: messages, as: UTF8.self),
      code: status & 0x7f == 0 ? status >> 8 & 0xff : 128 + (status & 0x7f))
  }

  private var isAtEnd: Bool { streams.allSatisfy { $0 < 0 } }

  private func wait() -> Int32 {
    if let status { return status }
    var value: Int32 = 0
    while waitpid(process, &value, 0) < 0 && errno == EINTR {}
    status = value
    return value
  }

  private func readSome(milliseconds: Int32) -> Bool {
    var descriptors = streams.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard poll(&descriptors, 2, milliseconds) > 0 else { return false }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    for (index, descriptor) in descriptors.enumerated() where descriptor.revents != 0 {
      let count = read(descriptor.fd, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 {
        close(descriptor.fd)
        streams[index] = -1
      } else if index == 0 {
        output += chunk.prefix(count)
      } else {
        messages += chunk.prefix(count)
      }
    }
    return true
  }
}

/// Seconds on a clock that nobody can set back.
func monotonicSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
