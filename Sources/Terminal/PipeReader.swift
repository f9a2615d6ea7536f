import Glibc

/// Reads lines from standard input where no person sits: a pipe or a file.
///
/// Shows no prompt. Bytes that are not UTF-8 are repaired; a NUL byte stays; a line without a final
/// newline counts.
package final class PipeReader: LineReader {
  package let isInteractive = false
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// No line is longer; the rest of a longer one is dropped.
  private static let longestLine = 1 << 20

  package init(descriptor: Int32 = STDIN_FILENO) { self.descriptor = descriptor }

  package func read(_ prompt: Prompt) -> LineEnd {
    var line: [UInt8] = []
    while true {
      if let end = buffer[start...].firstIndex(of: 0x0a) {
        append(buffer[start..<end], to: &line)
        start = end + 1
        return .line(text(line))
      }
      append(buffer[start...], to: &line)
      start = buffer.count
      if !fill() { return line.isEmpty ? .endOfInput : .line(text(line)) }
    }
  }

  private func append(_ bytes: ArraySlice<UInt8>, to line: inout [UInt8]) {
    line.append(contentsOf: bytes.prefix(PipeReader.longestLine - line.count))
  }

  private func text(_ line: [UInt8]) -> String {
    String(decoding: line.last == 0x0d ? line.dropLast() : line[...], as: UTF8.self)
  }

  private func fill() -> Bool {
    if isAtEnd { return false }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      isAtEnd = count <= 0
      buffer = Array(chunk.prefix(max(0, count)))
      start = 0
      return !isAtEnd
    }
  }
}

/// Gives lines that were written down before: for tests and for sessions that a program drives.
package final class ScriptedReader: LineReader {
  package let isInteractive: Bool
  private var ends: [LineEnd]
  /// The prompts that were shown, in order.
  package private(set) var prompts: [String] = []

  package init(_ ends: [LineEnd], isInteractive: Bool = false) {
    self.ends = ends.reversed()
    self.isInteractive = isInteractive
  }

  package convenience init(lines: [String], isInteractive: Bool = false) {
    self.init(lines.map(LineEnd.line), isInteractive: isInteractive)
  }

  package func read(_ prompt: Prompt) -> LineEnd {
    prompts.append(prompt.text)
    return ends.popLast() ?? .endOfInput
  }
}
