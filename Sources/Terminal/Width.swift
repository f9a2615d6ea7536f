/// The cells that a text takes on a terminal: wide letters and emoji take two, marks none.
package func width(of text: some StringProtocol) -> Int {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
  return text.reduce(0) { $0 + width(of: $1) }
}

/// The cells that a character takes, however many scalars it is made of.
package func width(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  if scalars.contains("\u{fe0f}") { return 2 }
  return scalars.first.map { min(2, TerminalDevice.width($0)) } ?? 0
}

/// Text cut to `width` cells on a character's boundary, `…` in place of what is missing.
package func truncated(_ text: String, toWidth limit: Int) -> String {
  if width(of: text) <= limit { return text }
  var kept = ""
  var used = 0
  for character in text {
    let cells = width(of: character)
    if used + cells > limit - 1 { break }
    kept.append(character)
    used += cells
  }
  return limit > 0 ? kept + "…" : ""
}

/// Text filled up with spaces to `width` cells, on the right or on the left.
package func padded(_ text: String, toWidth limit: Int, onLeft: Bool = false) -> String {
  let space = String(repeating: " ", count: max(0, limit - width(of: text)))
  return onLeft ? space + text : text + space
}

extension SafeText {
  /// The text in lines of at most `columns` cells, broken at spaces.
  ///
  /// Lines after the first begin with `indent` spaces. A word that is longer than a line is cut.
  package func wrapped(toWidth columns: Int, indent: Int = 0) -> [SafeText] {
    let columns = max(columns, indent + 8)
    var lines: [SafeText] = []
    var line = SafeText()
    var used = 0
    func lead() -> SafeText {
      SafeText(line: String(repeating: " ", count: lines.isEmpty ? 0 : indent))
    }
    func breakLine() {
      lines.append(line)
      line = lead()
      used = indent
    }
    var pendingSpace = 0
    for run in runs {
      for piece in pieces(of: run.text) {
        switch piece {
        case .lineBreak:
          breakLine()
          pendingSpace = 0
        case .space(let count): pendingSpace += count
        case .word(let word):
          let cells = width(of: word)
          let atStart = used <= (lines.isEmpty ? 0 : indent)
          if !atStart && used + pendingSpace + cells > columns {
            breakLine()
            pendingSpace = 0
          }
          if pendingSpace > 0 {
            line.runs.append(
              Run(text: String(repeating: " ", count: pendingSpace), style: run.style))
            used += pendingSpace
            pendingSpace = 0
          }
          var rest = Substring(word)
          while used + width(of: rest) > columns {
            let part = prefix(of: rest, fitting: columns - used)
            line.runs.append(Run(text: String(part), style: run.style))
            rest = rest[part.endIndex...]
            breakLine()
          }
          line.runs.append(Run(text: String(rest), style: run.style))
          used += width(of: rest)
        }
      }
    }
    lines.append(line)
    return lines
  }
}

private enum Piece {
  case word(String)
  case space(Int)
  case lineBreak
}

private func pieces(of text: String) -> [Piece] {
  var pieces: [Piece] = []
  var word = ""
  func endWord() {
    if !word.isEmpty { pieces.append(.word(word)) }
    word = ""
  }
  for character in text {
    switch character {
    case "\n":
      endWord()
      pieces.append(.lineBreak)
    case " ":
      endWord()
      pieces.append(.space(1))
    default: word.append(character)
    }
  }
  endWord()
  return pieces
}

private func prefix(of text: Substring, fitting columns: Int) -> Substring {
  var used = 0
  var end = text.startIndex
  while end < text.endIndex {
    used += width(of: text[end])
    if used > columns && end > text.startIndex { break }
    end = text.index(after: end)
  }
  return text[..<end]
}
