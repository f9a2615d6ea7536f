import CReadline

/// Reads lines with GNU readline, so that editing and `~/.inputrc` work as everywhere.
///
/// Up recalls commands only (lines that begin with a colon, or what `remember` is given), never an
/// answer: an answer that can be recalled is an answer that need not be known.
package final class ReadlineReader: LineReader {
  package let isInteractive = true

  /// Sets readline up for standard input.
  ///
  /// - Parameter historyPath: where commands are kept between sessions; `nil` for nowhere.
  package init(historyPath: String?) { tripos_line_start(historyPath) }

  deinit { tripos_line_stop() }

  package func read(_ prompt: Prompt) -> LineEnd {
    complete(with: prompt.completions)
    let end = tripos_line_read(
      prompt.text + " ", prompt.prefill, prompt.timeout ?? -1, prompt.dropsEarlyEnters ? 1 : 0)
    let text = String(cString: tripos_line_text())
    switch end {
    case tripos_end_line:
      if text.hasPrefix(":") { remember(text) }
      return .line(text)
    case tripos_end_interrupted: return .interrupted(partial: text)
    case tripos_end_timeout: return .timedOut(partial: text)
    case tripos_end_signal: return .terminated(signal: tripos_line_signal())
    default: return .endOfInput
    }
  }

  /// Lets Up recall a line.
  package func remember(_ line: String) { tripos_line_remember(line) }

  private func complete(with lines: [String]) {
    var joined: [CChar] = []
    var starts: [Int] = []
    for line in lines {
      starts.append(joined.count)
      joined.append(contentsOf: line.utf8CString)
    }
    joined.withUnsafeBufferPointer { characters in
      let pointers = starts.map { start in characters.baseAddress.map { $0 + start } }
      pointers.withUnsafeBufferPointer { list in
        tripos_line_complete(list.baseAddress, list.count)
      }
    }
  }
}

/// The terminal as the C library sees it.
package enum TerminalDevice {
  /// Makes characters UTF-8 whatever the environment says; call once, before anything is measured.
  package static func useUTF8() { tripos_use_utf8() }

  /// Whether the environment named UTF-8 by itself, so that more than ASCII may be drawn.
  package static var isUTF8: Bool { tripos_locale_is_utf8() != 0 }

  /// The window's size in cells; `nil` where the descriptor is no terminal.
  package static func window(_ descriptor: Int32) -> (columns: Int, rows: Int)? {
    var columns: Int32 = 0
    var rows: Int32 = 0
    tripos_window(descriptor, &columns, &rows)
    return columns > 0 && rows > 0 ? (Int(columns), Int(rows)) : nil
  }

  /// The cells that a scalar takes: 0, 1 or 2.
  package static func width(_ scalar: Unicode.Scalar) -> Int {
    max(0, Int(tripos_width(wchar_t(bitPattern: scalar.value))))
  }
}
