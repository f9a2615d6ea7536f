import Terminal

/// How charts are drawn on a terminal.
package struct ChartStyle: Hashable, Sendable {
  /// The signs of a chart.
  package enum Form: Hashable, Sendable {
    /// Blocks and shades.
    case blocks
    /// ASCII only, where the terminal shows nothing else or no decoration is wanted.
    case ascii
    /// No picture at all: a sentence for each chart, to be read aloud.
    case spoken
  }

  package var form: Form
  /// The cells that a line may take.
  package let columns: Int

  /// A form and the cells that a line may take: at least 39, a window of 40, and at most 200.
  package init(_ form: Form, columns: Int) {
    self.form = form
    self.columns = max(39, min(columns, 200))
  }

  /// A bar of `value` of `maximum` in `cells` cells, with spaces behind it.
  ///
  /// - Parameters:
  ///   - value: what it shows; more than nothing is at least a trace.
  ///   - maximum: what fills all cells.
  ///   - cells: how many there are.
  ///   - mark: a value that is marked on the scale; `nil` for none.
  /// - Returns: exactly `cells` cells.
  func bar(_ value: Double, of maximum: Double, cells: Int, mark: Double? = nil) -> String {
    let share = maximum > 0 ? min(1, max(0, value / maximum)) : 0
    var signs: [Character] = []
    switch form {
    case .blocks:
      var eighths = Int((share * Double(cells) * 8).rounded())
      if value > 0 { eighths = max(1, eighths) }
      signs = Array(repeating: "█", count: eighths / 8)
      if eighths % 8 > 0 { signs.append(ChartStyle.leftBlocks[eighths % 8 - 1]) }
    case .ascii, .spoken:
      var filled = Int((share * Double(cells)).rounded())
      if value > 0 { filled = max(1, filled) }
      signs = Array(repeating: "#", count: filled)
    }
    signs += Array(repeating: " ", count: max(0, cells - signs.count))
    if let mark, maximum > 0, cells > 0 {
      let place = min(cells - 1, max(0, Int((mark / maximum * Double(cells)).rounded()) - 1))
      signs[place] = "|"
    }
    return String(signs)
  }

  /// The sign of a column's part: `fill` eighths of a cell from below.
  func column(fill: Int) -> Character {
    switch form {
    case .blocks: fill <= 0 ? " " : ChartStyle.lowerBlocks[min(8, fill) - 1]
    case .ascii, .spoken: fill >= 4 ? "#" : fill > 0 ? "." : " "
    }
  }

  /// The sign of a day with a level of activity from 0, none, to 4.
  func shade(_ level: Int) -> Character {
    switch form {
    case .blocks: ["·", "░", "▒", "▓", "█"][min(4, max(0, level))]
    case .ascii, .spoken: [".", "-", "+", "*", "#"][min(4, max(0, level))]
    }
  }

  /// A line of ours and of the student's, in signs that the form allows.
  ///
  /// Letters of decks are kept: replacing them would make them unreadable.
  func line(_ text: String, style: Style? = nil) -> SafeText {
    var end = text.endIndex
    while end > text.startIndex, text[text.index(before: end)] == " " {
      end = text.index(before: end)
    }
    var text = String(text[..<end])
    if form == .ascii {
      text = String(text.map { ChartStyle.plainSigns[$0] ?? $0 })
    }
    return SafeText(line: text, style: style)
  }

  /// A paragraph in lines, those after the first indented.
  ///
  /// Lines of more than a hundred cells are hard to read.
  func paragraph(_ text: String, indent: Int = 2) -> [SafeText] {
    let start = String(repeating: " ", count: indent)
    return line(start + text).wrapped(toWidth: min(columns, 100), indent: indent)
  }

  /// Text in lines that break behind its commas, so that a figure stays with its unit.
  func parts(of text: String, indent: Int) -> [SafeText] {
    let start = String(repeating: " ", count: indent)
    var lines: [String] = []
    for (index, part) in text.split(separator: ", ").enumerated() {
      if index == 0 {
        lines.append(String(part))
      } else if let last = lines.last, width(of: last) + width(of: part) + 3 <= columns {
        lines[lines.count - 1] = last + ", " + part
      } else {
        lines[lines.count - 1] += ","
        lines.append(start + part)
      }
    }
    return lines.flatMap { line($0).wrapped(toWidth: columns, indent: indent) }
  }

  private static let leftBlocks: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  private static let lowerBlocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  /// What stands for signs of ours that are not ASCII; each takes the same width.
  private static let plainSigns: [Character: Character] = [
    "–": "-", "…": "~", "“": "\"", "”": "\"", "’": "'", "↔": "/", "·": ",",
  ]
}
