import Terminal

/// Rows of bars, each with its figures: one bar a row, or several side by side.
package struct BarTable: Hashable, Sendable {
  /// A column of bars.
  package struct Series: Hashable, Sendable {
    /// What stands above it; empty where the chart's title says it.
    package var name: String
    /// What a full bar means.
    package var maximum: Double
    /// A value that is marked on the scale; `nil` for none.
    package var mark: Double?

    package init(name: String = "", maximum: Double, mark: Double? = nil) {
      self.name = name
      self.maximum = maximum
      self.mark = mark
    }
  }

  /// One bar and its figures.
  package struct Cell: Hashable, Sendable {
    /// `nil` where there is nothing to show.
    package var value: Double?
    /// The figures beside it.
    package var texts: [String]

    package init(_ value: Double?, _ texts: [String]) {
      self.value = value
      self.texts = texts
    }
  }

  package struct Row: Hashable, Sendable {
    package var label: String
    package var cells: [Cell]

    package init(_ label: String, _ cells: [Cell]) {
      self.label = label
      self.cells = cells
    }
  }

  package var series: [Series]
  package var rows: [Row]

  package init(series: [Series], rows: [Row]) {
    self.series = series
    self.rows = rows
  }

  /// A bar narrower than this says nothing.
  private static let leastBar = 3
  private static let widestBar = 60

  /// The table in lines: names of the series where they have any, then the rows.
  func lines(_ style: ChartStyle) -> [SafeText] {
    let labels = rows.map { SafeText(line: $0.label).plain }
    let labelWidth = min(labels.map { width(of: $0) }.max() ?? 0, max(8, style.columns * 2 / 5))
    let textWidths = series.indices.map { self.textWidths(of: $0) }
    let gap = style.columns < 60 ? 1 : 2
    let figures = textWidths.map { $0.reduce(0) { $0 + $1 + gap } - gap + 1 }
    let gaps = 2 + 2 * series.count
    let left = style.columns - labelWidth - gaps - figures.reduce(0, +)
    var bar = min(left / max(1, series.count), BarTable.widestBar / max(1, series.count) + 10)
    if bar < BarTable.leastBar { bar = 0 }
    var lines: [SafeText] = []
    if series.contains(where: { !$0.name.isEmpty }) {
      var header = String(repeating: " ", count: labelWidth + 2)
      for (index, series) in series.enumerated() {
        let cells = bar + figures[index]
        header += "  " + padded(truncated(series.name, toWidth: cells), toWidth: cells)
      }
      lines.append(style.line(header, style: .quiet))
    }
    for (row, label) in zip(rows, labels) {
      var line = "  " + padded(truncated(label, toWidth: labelWidth), toWidth: labelWidth)
      for (index, cell) in row.cells.enumerated() {
        line += "  "
        if bar > 0 {
          line += style.bar(
            cell.value ?? 0, of: series[index].maximum, cells: bar, mark: series[index].mark)
        }
        let texts = zip(cell.texts, textWidths[index])
        let figures = texts.map { padded($0, toWidth: $1, onLeft: true) }
          .joined(separator: String(repeating: " ", count: gap))
        line += (bar > 0 ? " " : "") + figures
      }
      lines.append(style.line(line))
    }
    return lines
  }

  private func textWidths(of series: Int) -> [Int] {
    var widths: [Int] = []
    for row in rows where row.cells.indices.contains(series) {
      for (index, text) in row.cells[series].texts.enumerated() {
        if index == widths.count { widths.append(0) }
        widths[index] = max(widths[index], width(of: text))
      }
    }
    return widths
  }
}
