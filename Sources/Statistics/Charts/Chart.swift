import Terminal

/// A chart: what it is about, the same in words, and what is drawn.
///
/// A value that is drawn on a terminal, read aloud, or put on a page.
package struct Chart: Hashable, Sendable {
  /// What is drawn.
  package enum Content: Hashable, Sendable {
    case facts([Fact])
    case bars(BarTable)
    case columns(ColumnPlot)
    case calendar(ActivityCalendar)
    case items([Item])
    /// Nothing to draw: the sentence says why.
    case nothing
  }

  /// One figure with its name.
  package struct Fact: Hashable, Sendable {
    package var name: String
    package var value: String
  }

  /// One entry of a list: a headline and lines about it.
  package struct Item: Hashable, Sendable {
    package var headline: String
    package var lines: [String]
  }

  package var title: String
  /// All that the chart says, in one or two sentences.
  package var sentence: String
  /// What helps to read the drawing; `nil` where nothing does.
  package var legend: String?
  package var content: Content
  /// Whether the sentence stands beside the drawing, since that shows no figures by itself.
  var showsSentence: Bool {
    switch content {
    case .columns, .calendar, .nothing, .items: true
    case .facts, .bars: false
    }
  }

  /// The chart in lines for a terminal.
  package func lines(_ style: ChartStyle) -> [SafeText] {
    switch style.form {
    case .spoken: spoken(style)
    case .blocks, .ascii: drawn(style)
    }
  }

  private func spoken(_ style: ChartStyle) -> [SafeText] {
    var lines = style.line("\(title): \(sentence)").wrapped(toWidth: style.columns)
    if case .items(let items) = content {
      for (index, item) in items.enumerated() {
        let parts = ([item.headline] + item.lines).map { part in
          part.last.map { ".?!".contains($0) } ?? true ? part : part + "."
        }
        lines += style.line("\(index + 1). \(parts.joined(separator: " "))")
          .wrapped(toWidth: style.columns)
      }
    }
    return lines
  }

  private func drawn(_ style: ChartStyle) -> [SafeText] {
    var lines = style.line(title, style: .strong).wrapped(toWidth: style.columns)
    switch content {
    case .facts(let facts): lines += drawn(facts, style)
    case .bars(let table): lines += table.lines(style)
    case .columns(let plot): lines += plot.lines(style)
    case .calendar(let calendar): lines += calendar.lines(style)
    case .items, .nothing: break
    }
    if showsSentence { lines += style.paragraph(sentence.capitalisedFirst) }
    if case .items(let items) = content {
      for (index, item) in items.enumerated() { lines += drawn(item, index + 1, style) }
    }
    if let legend { lines += style.paragraph(legend).map { $0.styled(.quiet) } }
    return lines
  }

  private func drawn(_ facts: [Fact], _ style: ChartStyle) -> [SafeText] {
    let names = facts.map { width(of: $0.name) }.max() ?? 0
    return facts.flatMap { fact in
      let name = padded(fact.name, toWidth: names)
      return style.parts(of: "  \(name)  \(fact.value)", indent: names + 4)
    }
  }

  private func drawn(_ item: Item, _ number: Int, _ style: ChartStyle) -> [SafeText] {
    let number = padded("\(number). ", toWidth: 5, onLeft: true)
    return style.line(number + item.headline).wrapped(toWidth: style.columns, indent: 5)
      + item.lines.flatMap { style.paragraph($0, indent: 5) }
  }
}
