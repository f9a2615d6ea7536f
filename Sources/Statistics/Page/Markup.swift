/// Charts as HTML and SVG.
enum Markup {
  /// Text from anywhere, made safe: what means something to HTML is escaped, and what XML forbids
  /// is left out, so that a deck can neither break the page nor run on it.
  static func text(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      case "\n", "\r", "\t": safe += " "
      case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{fffe}", "\u{ffff}",
        "\u{202a}"..."\u{202e}", "\u{2066}"..."\u{2069}":
        continue
      case _: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  /// Figures with their names.
  static func list(_ facts: [Chart.Fact]) -> String {
    let rows = facts.map { fact in
      // A figure stays with its unit where a line is too short for all.
      let parts = fact.value.split(separator: ", ").map { "<span>\(text(String($0)))" }
      return "<dt>\(text(fact.name))</dt><dd>\(parts.joined(separator: ",</span> "))</span></dd>"
    }
    return "<dl>\n\(rows.joined(separator: "\n"))\n</dl>"
  }

  /// Entries with their numbers.
  static func list(_ items: [Chart.Item]) -> String {
    let rows = items.map { item in
      let lines = item.lines.map { "<br/><span>\(text($0))</span>" }.joined()
      return "<li><strong>\(text(item.headline))</strong>\(lines)</li>"
    }
    return "<ol>\n\(rows.joined(separator: "\n"))\n</ol>"
  }

  /// Bars with their figures, in a table that can be read row by row.
  static func table(_ table: BarTable, title: String) -> String {
    let isLong = table.rows.contains { $0.label.count > 18 }
    let look = isLong ? " class=\"long\"" : ""
    var html = "<table\(look) aria-label=\"\(text(title))\">\n"
    if table.series.contains(where: { !$0.name.isEmpty }) {
      let names = table.series.enumerated().map { index, series in
        let columns = 1 + (table.rows.first?.cells[index].texts.count ?? 0)
        return "<th scope=\"colgroup\" colspan=\"\(columns)\">\(text(series.name))</th>"
      }
      html += "<thead><tr><td></td>\(names.joined())</tr></thead>\n"
    }
    html += "<tbody>\n"
    for row in table.rows {
      html += "<tr><th scope=\"row\">\(text(row.label))</th>"
      for (series, cell) in zip(table.series, row.cells) {
        html += "<td class=\"bar\">\(bar(cell.value ?? 0, series))</td>"
        html += cell.texts.map { "<td class=\"figure\">\(text($0))</td>" }.joined()
      }
      html += "</tr>\n"
    }
    return html + "</tbody></table>"
  }

  /// A bar that takes the width it is given.
  private static func bar(_ value: Double, _ series: BarTable.Series) -> String {
    func length(_ value: Double) -> String {
      let share = series.maximum > 0 ? min(1, max(0, value / series.maximum)) : 0
      return Words.decimal(share * 200)
    }
    var svg =
      "<svg viewBox=\"0 0 200 12\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      + "<rect class=\"track\" width=\"200\" height=\"12\"/>"
      + "<rect class=\"fill\" width=\"\(length(value))\" height=\"12\"/>"
    if let mark = series.mark {
      let place = length(mark)
      svg += "<line class=\"mark\" x1=\"\(place)\" x2=\"\(place)\" y1=\"0\" y2=\"12\"/>"
    }
    return svg + "</svg>"
  }

  /// Columns over a line of days.
  static func plot(_ plot: ColumnPlot, title: String) -> String {
    let (left, top, height, step) = (34, 16, 120, 11)
    let width = left + plot.columns.count * step
    let base = top + height
    var svg =
      "<svg class=\"plot\" viewBox=\"0 0 \(width) \(base + 20)\" role=\"img\""
      + " aria-label=\"\(text(title))\">\n"
    for (y, value) in [(top + 4, plot.highest), (base, 0)] {
      svg += "<text x=\"\(left - 5)\" y=\"\(y)\" class=\"end\">\(Words.number(value))</text>\n"
    }
    svg += "<line class=\"axis\" x1=\"\(left)\" x2=\"\(width)\" y1=\"\(base)\" y2=\"\(base)\"/>\n"
    for (index, column) in plot.columns.enumerated() {
      let x = left + index * step
      let share = plot.highest > 0 ? Double(column.value) / Double(plot.highest) : 0
      let size = column.value > 0 ? max(1, Int((share * Double(height)).rounded())) : 0
      let name = "\(column.name): \(Words.number(column.value))"
      svg +=
        "<rect class=\"fill\" x=\"\(x + 1)\" y=\"\(base - size)\" width=\"\(step - 2)\""
        + " height=\"\(size)\"><title>\(text(name))</title></rect>\n"
      if let label = column.label {
        // The last name ends where the picture does.
        let isLast = x + 36 > width
        let place = isLast ? "x=\"\(width)\" class=\"end\"" : "x=\"\(x + 1)\""
        svg += "<text \(place) y=\"\(base + 14)\">\(text(label))</text>\n"
      }
    }
    return svg + "</svg>"
  }

  /// The calendar in two halves, which stand side by side where the page is wide enough.
  static func calendar(_ calendar: ActivityCalendar, title: String) -> String {
    let half = calendar.weeks > 30 ? (calendar.weeks + 1) / 2 : calendar.weeks
    let parts = stride(from: 0, to: calendar.weeks, by: half).map { start in
      weeks(start..<min(calendar.weeks, start + half), of: calendar, room: half, title: title)
    }
    let keys = calendar.legend.map { level, words in
      "<span class=\"key\"><svg viewBox=\"0 0 10 10\" aria-hidden=\"true\">"
        + "<rect class=\"level\(level)\" width=\"10\" height=\"10\"/></svg> \(text(words))</span>"
    }
    return "<div class=\"halves\">\n\(parts.joined(separator: "\n"))\n</div>\n"
      + "<p class=\"legend\">Answers a day: \(keys.joined(separator: " "))</p>"
  }

  private static func weeks(
    _ range: Range<Int>, of calendar: ActivityCalendar, room: Int, title: String
  ) -> String {
    let (left, top, step) = (26, 14, 12)
    let size = "\(left + room * step) \(top + 7 * step)"
    var svg =
      "<svg class=\"calendar\" viewBox=\"0 0 \(size)\" role=\"img\""
      + " aria-label=\"\(text(title))\">\n"
    for weekday in stride(from: 0, to: 7, by: 2) {
      let y = top + weekday * step + 9
      svg += "<text x=\"0\" y=\"\(y)\">\(Words.weekday(weekday))</text>"
    }
    svg += "\n"
    for (week, name) in calendar.months(in: range) {
      let x = left + (week - range.lowerBound) * step
      // A name that would reach beyond the picture is left out.
      if x + 20 <= left + room * step { svg += "<text x=\"\(x)\" y=\"9\">\(name)</text>" }
    }
    svg += "\n"
    for week in range {
      for weekday in 0..<7 {
        guard let count = calendar.count(week: week, weekday: weekday) else { continue }
        let day = calendar.day(week: week, weekday: weekday)
        let (x, y) = (left + (week - range.lowerBound) * step, top + weekday * step)
        svg +=
          "<rect class=\"level\(calendar.level(count))\" x=\"\(x)\" y=\"\(y)\" width=\"10\""
          + " height=\"10\"><title>\(Words.day(day)): \(Words.number(count))</title></rect>\n"
      }
    }
    return svg + "</svg>"
  }
}
