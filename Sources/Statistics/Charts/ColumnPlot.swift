import Terminal

/// Columns side by side, one for each step of time.
package struct ColumnPlot: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    package var value: Int
    /// What stands below it; `nil` for nothing.
    package var label: String?
    /// What it is called in full.
    package var name: String

    package init(_ value: Int, label: String?, name: String) {
      self.value = value
      self.label = label
      self.name = name
    }
  }

  package var columns: [Column]

  package init(_ columns: [Column]) { self.columns = columns }

  /// The highest value.
  package var highest: Int { columns.map(\.value).max() ?? 0 }

  private static let height = 6

  /// The plot in lines: the columns over their labels, and their figures where there is room.
  func lines(_ style: ChartStyle) -> [SafeText] {
    let axis = width(of: Words.number(highest))
    let room = style.columns - 2 - axis - 2
    let cells = max(1, min(8, room / max(1, columns.count)))
    var lines: [SafeText] = []
    for row in (0..<ColumnPlot.height).reversed() {
      let label = row == ColumnPlot.height - 1 ? Words.number(highest) : row == 0 ? "0" : ""
      var line = "  " + padded(label, toWidth: axis, onLeft: true) + " |"
      for column in columns {
        let sign = style.column(fill: fill(column.value, row: row))
        let signs = String(repeating: sign, count: max(1, cells - 1))
        line += cells > 1 ? signs + " " : signs
      }
      lines.append(style.line(line))
    }
    lines.append(style.line(labels(cells, indent: axis + 4, width: style.columns)))
    let figures = columns.map { Words.number($0.value) }
    if figures.allSatisfy({ width(of: $0) < cells }) {
      let line = figures.map { padded($0, toWidth: cells - 1, onLeft: true) + " " }.joined()
      lines.append(style.line(String(repeating: " ", count: axis + 4) + line))
    }
    return lines
  }

  /// How many eighths of a row a value fills; more than nothing is at least a trace.
  private func fill(_ value: Int, row: Int) -> Int {
    guard value > 0, highest > 0 else { return 0 }
    let whole = Double(value) / Double(highest) * Double(ColumnPlot.height * 8)
    return min(8, max(0, max(1, Int(whole.rounded())) - row * 8))
  }

  private func labels(_ cells: Int, indent: Int, width limit: Int) -> String {
    var line = ""
    for (index, column) in columns.enumerated() {
      guard let label = column.label else { continue }
      let place = index * cells
      let used = width(of: line)
      if used > 0 && used >= place || indent + place + width(of: label) > limit { continue }
      line += String(repeating: " ", count: place - used) + label
    }
    return String(repeating: " ", count: indent) + line
  }
}
