import Glibc

/// The one place that writes to the terminal: takes `SafeText`, wraps it and adds colour.
///
/// Output is append-only. Writes are checked: `failure` holds the first that failed.
package final class Screen {
  /// What a screen writes to.
  package enum Target {
    case descriptor(Int32)
    /// Collects the text: for tests.
    case memory
  }

  private let target: Target
  /// Whether styles become colours.
  package let usesColour: Bool
  /// Whether symbols, blanks and columns become words and commas, for those who have it read aloud.
  package let isSpoken: Bool
  /// Whether the dots between parts of a line become commas.
  package let isPlain: Bool
  /// Lines are wrapped at this many cells.
  package private(set) var columns: Int
  /// The lines of a window; what stands further above cannot be seen.
  package private(set) var rows: Int
  /// Lines written so far.
  package private(set) var lineCount = 0
  /// The last lines written or typed, as they stand in the window.
  package private(set) var recentLines: [String] = []
  /// What was written, where the target is memory.
  package private(set) var written = ""
  /// The error number of the first write that failed.
  package private(set) var failure: Int32?
  private var buffer: [UInt8] = []
  /// The cells of the line that will be taken away.
  private var transientWidth = 0

  package init(
    _ target: Target, usesColour: Bool = false, isSpoken: Bool = false, isPlain: Bool = false,
    columns: Int = 80, rows: Int = 24
  ) {
    self.target = target
    self.usesColour = usesColour
    self.isSpoken = isSpoken
    self.isPlain = isPlain
    self.columns = columns
    self.rows = rows
  }

  /// Takes over a window's size.
  ///
  /// The last column stays empty, since some terminals wrap when it is filled; very wide lines are
  /// hard to read.
  package func fit(columns: Int, rows: Int) {
    self.columns = max(20, min(columns, 100) - 1)
    self.rows = rows
  }

  /// Writes a paragraph and ends its line.
  package func line(_ text: SafeText = "", indent: Int = 0) {
    for part in undecorated(text).wrapped(toWidth: columns, indent: indent) {
      put(part)
    }
  }

  /// Writes a line as it is, without wrapping: for tables and for machine output.
  package func raw(_ text: SafeText) { put(undecorated(text)) }

  /// A text of ours for a prompt, with words in place of symbols where that is wanted.
  package func undecorated(_ prompt: String) -> String {
    isSpoken || isPlain ? SafeText.withoutDots(prompt) : prompt
  }

  private func undecorated(_ text: SafeText) -> SafeText {
    isSpoken ? text.spoken : isPlain ? text.plainParts : text
  }

  /// Writes output for programs, which is made safe by its own format, and ends its line.
  package func machine(_ text: String) {
    remember(text)
    emit(text + "\n")
  }

  /// Shows a line that the next one takes the place of; an empty one leaves nothing.
  ///
  /// For progress on a terminal only: nothing of it stays, so that it is not part of the output.
  package func transient(_ text: SafeText) {
    let shown = truncated(text.plain, toWidth: columns)
    emit("\r" + String(repeating: " ", count: transientWidth) + "\r" + shown)
    transientWidth = width(of: shown)
    flush()
  }

  /// Writes the content of a file for programs, as it is.
  package func bytes(_ content: [UInt8]) {
    switch target {
    case .descriptor: buffer += content
    case .memory: written += String(decoding: content, as: UTF8.self)
    }
  }

  /// Hands what was written to the system.
  package func flush() {
    guard case .descriptor(let descriptor) = target else { return }
    var start = 0
    while start < buffer.count && failure == nil {
      let count = buffer.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if count < 0 && errno == EINTR { continue }
      if count < 0 { failure = errno } else { start += count }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Notes a line that the terminal shows by itself: a prompt and what was typed after it.
  package func noteTyped(_ text: String) {
    for part in SafeText(line: text).wrapped(toWidth: columns) { remember(part.plain) }
  }

  private func put(_ line: SafeText) {
    remember(line.plain)
    emit(rendered(line) + "\n")
  }

  private func remember(_ line: String) {
    lineCount += 1
    recentLines.append(line)
    if recentLines.count > 400 { recentLines.removeFirst(200) }
  }

  private func emit(_ text: String) {
    switch target {
    case .descriptor: buffer.append(contentsOf: text.utf8)
    case .memory: written += text
    }
  }

  /// The line with its colours, each switched on once for a run of words.
  private func rendered(_ line: SafeText) -> String {
    guard usesColour else { return line.plain }
    var text = ""
    var current: Style?
    for run in line.runs where !run.text.isEmpty {
      if run.style != current {
        if current != nil { text += "\u{1b}[0m" }
        if let style = run.style { text += "\u{1b}[\(style.parameters)m" }
        current = run.style
      }
      text += run.text
    }
    return current == nil ? text : text + "\u{1b}[0m"
  }
}
