import Terminal

/// Words that a terminal and the manual page show alike.
enum HelpText: Hashable, Sendable {
  /// Sentences, to be wrapped.
  case paragraph(String)
  /// What is explained, and its explanation.
  case list([Entry])
  /// Lines that are shown as they are: commands, files.
  case example(String)

  struct Entry: Hashable, Sendable {
    var term: String
    var meaning: String

    init(_ term: String, _ meaning: String) {
      self.term = term
      self.meaning = meaning
    }
  }
}

extension Screen {
  /// Shows help, an empty line between its parts.
  func show(_ texts: [HelpText]) {
    for (index, text) in texts.enumerated() {
      if index > 0 { line() }
      switch text {
      case .paragraph(let words): line("\(words)")
      case .list(let entries):
        let width = min(24, (entries.map { $0.term.count }.max() ?? 0) + 4)
        for entry in entries { show(entry, termWidth: width) }
      case .example(let lines):
        for part in lines.split(separator: "\n", omittingEmptySubsequences: false) {
          raw(part.isEmpty ? "" : "  \(part)")
        }
      }
    }
  }

  /// A term that is too long for its column stands on a line of its own.
  private func show(_ entry: HelpText.Entry, termWidth: Int) {
    if entry.term.count + 4 > termWidth {
      line("  \(entry.term)", indent: 4)
      line("\(String(repeating: " ", count: termWidth))\(entry.meaning)", indent: termWidth)
    } else {
      line("  \(padded(entry.term, toWidth: termWidth - 2))\(entry.meaning)", indent: termWidth)
    }
  }
}
