/// A report as one HTML page: no script, no other file, light and dark as the reader has it.
///
/// The page is well-formed XML too, so that it can be checked by any parser.
package struct Page: Hashable, Sendable {
  /// What the first bytes of such a page hold, so that no other file is ever taken for one.
  package static let marker = "<!-- A statistics page made by Tripos; it may be replaced. -->"

  /// The heading, also the window's title.
  package var title: String
  /// What the figures are about and when they were made.
  package var subtitle: String
  package var charts: [Chart]

  package init(title: String, subtitle: String, charts: [Chart]) {
    self.title = title
    self.subtitle = subtitle
    self.charts = charts
  }

  /// Whether a file is a page of ours, by its first bytes.
  package static func isOurs(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes.prefix(400), as: UTF8.self).contains(marker)
  }

  /// The page.
  package var html: String {
    let sections = charts.enumerated().map { section($0.element, number: $0.offset) }
    return """
      <!DOCTYPE html>
      \(Page.marker)
      <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <title>\(Markup.text(title))</title>
      <style>
      \(Page.style)
      </style>
      </head>
      <body>
      <header>
      <h1>\(Markup.text(title))</h1>
      <p>\(Markup.text(subtitle))</p>
      </header>
      <main>
      \(sections.joined(separator: "\n"))
      </main>
      <footer><p>Made by Tripos. Nothing on this page leaves your computer.</p></footer>
      </body>
      </html>

      """
  }

  private func section(_ chart: Chart, number: Int) -> String {
    let id = "chart-\(number + 1)"
    var parts = ["<h2 id=\"\(id)\">\(Markup.text(chart.title))</h2>"]
    switch chart.content {
    case .facts(let facts): parts.append(Markup.list(facts))
    case .bars(let table): parts.append(Markup.table(table, title: chart.title))
    case .columns(let plot): parts.append(Markup.plot(plot, title: chart.title))
    case .calendar(let calendar): parts.append(Markup.calendar(calendar, title: chart.title))
    case .items, .nothing: break
    }
    if chart.showsSentence {
      parts.append("<p>\(Markup.text(chart.sentence.capitalisedFirst))</p>")
    }
    if case .items(let items) = chart.content { parts.append(Markup.list(items)) }
    if let legend = chart.legend { parts.append("<p class=\"legend\">\(Markup.text(legend))</p>") }
    let width = chart.isWide ? " class=\"wide\"" : ""
    let start = "<section\(width) aria-labelledby=\"\(id)\">"
    return ([start] + parts + ["</section>"]).joined(separator: "\n")
  }
}

extension Chart {
  /// Whether it takes the whole width of a page.
  fileprivate var isWide: Bool {
    switch content {
    case .calendar: true
    case .facts, .bars, .columns, .items, .nothing: false
    }
  }
}
