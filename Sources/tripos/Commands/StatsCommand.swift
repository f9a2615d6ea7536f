import ArgumentParser
import Chronology
import Decks
import Digest
import Files
import Glibc
import JSON
import Progress
import Statistics
import Terminal

/// `tripos stats`: what the answers come to, in charts, as a page, or for programs.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Show your progress: retention, activity, what is coming, what keeps failing.",
    discussion: """
      tripos stats
      tripos stats "North Korea and Vietnam" --since 2026-09-01
      tripos stats --html progress.html    # a page that works without a network
      tripos stats --json

      It reads only; the charts are as wide as the window, or as COLUMNS says. "Documentation/
      statistics.md" says how each figure is counted.
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: JSONOption
  @OptionGroup var selection: SelectionOptions

  @Option(
    help: ArgumentHelp(
      "Count answers from this study day on, such as 2026-09-01, 2026-09 or 2026.",
      valueName: "date"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Write a page to this file instead; - for the output.", valueName: "file"))
  var html: String?

  @Flag(help: "Replace the file of --html even where it is no page of Tripos.")
  var force = false

  func validate() throws {
    if output.json && html != nil {
      throw ValidationError("--json writes no file; leave --json or --html out.")
    }
    if force && html == nil { throw ValidationError("--force is for --html FILE.") }
  }

  func run() throws {
    let app = try App(options)
    let since = try since.map { try day($0, today: app.today) }
    let (library, store) = try app.libraryAndStore(.reading)
    let wanted = try selection.resolve(in: library)
    let gathering = StatisticsGathering(app: app, library: library, store: store, wanted: wanted)
    let statistics = try gathering.statistics(since: since)
    if output.json {
      app.world.output.machine(
        JSON.answer(statistics.members.map { ($0.name, $0.value) }).compact)
    } else if let html {
      try write(statistics, about: subject(library, wanted, statistics), to: html, app)
    } else {
      show(statistics, about: subject(library, wanted, statistics), app)
    }
    try app.world.finish()
  }

  /// The first day that `--since` names.
  private func day(_ text: String, today: CivilDay) throws -> CivilDay {
    let endings = ["", "-01", "-01-01"]
    guard let day = endings.lazy.compactMap({ CivilDay(iso: text + $0) }).first else {
      throw Failure(
        .badNumber(
          option: "--since", value: "\"\(text)\"",
          allowed: "a day as 2026-09-01, a month as 2026-09, or a year as 2026"))
    }
    guard day <= today else {
      throw Failure(
        .badNumber(
          option: "--since", value: "\"\(text)\"", allowed: "a day that is not in the future"))
    }
    return day
  }

  /// What the figures are about, in words.
  private func subject(
    _ library: Library, _ wanted: Set<Fingerprint>?, _ statistics: Statistics
  ) -> String {
    let cards = ReviewWording.count(statistics.states.total, "card")
    var about = "all decks, \(cards)"
    if let wanted {
      let decks = Set(library.entries.filter { wanted.contains($0.fingerprint) }.map(\.deck))
      let names = Set(decks.map { library.decks[Int($0)].name }).sorted()
      let list = names.count > 3 ? "\(names.count) decks" : names.joined(separator: ", ")
      let filters =
        selection.section + selection.kind.map(\.rawValue) + selection.tag.map { "tag \($0)" }
      about = ([list] + filters + [cards]).joined(separator: ", ")
    }
    if let since = statistics.since { about += ", answers since \(Words.day(since))" }
    return about
  }

  private func show(_ statistics: Statistics, about subject: String, _ app: App) {
    let style = ChartStyle(app.chartForm(isPlain: options.plain), columns: app.chartColumns)
    let title = "Statistics of \(Words.day(statistics.today)): \(subject)"
    var lines = SafeText(line: title).wrapped(toWidth: style.columns)
    for chart in charts(statistics) {
      if style.form != .spoken { lines.append("") }
      lines += chart.lines(style)
    }
    app.world.show(lines)
  }

  /// All charts; where nothing was answered only what there is to learn.
  private func charts(_ statistics: Statistics) -> [Chart] {
    guard statistics.isEmpty else { return statistics.charts }
    return [statistics.emptyChart, statistics.statesChart]
  }

  private func write(
    _ statistics: Statistics, about subject: String, to path: String, _ app: App
  ) throws {
    let page = Page(
      title: "Statistics", subtitle: "\(Words.day(statistics.today)): \(subject)",
      charts: charts(statistics))
    if path == "-" { return app.world.output.machine(page.html) }
    let identity = FileIdentity(path: path)
    if !force { try refuseForeignFile(path) }
    try writeFile(path, Array(page.html.utf8), replacing: identity)
    app.world.output.line("Written: \(path). Open it in a browser; it needs no network.")
  }

  /// A file that is there may be replaced where it is empty or a page of ours.
  private func refuseForeignFile(_ path: String) throws {
    let first: [UInt8]
    do throws(FileError) {
      first = try beginning(of: path)
    } catch {
      if error.cause == .errno(ENOENT) { return }
      throw error
    }
    if !first.isEmpty && !Page.isOurs(first) { throw Failure(.foreignFile(path)) }
  }
}
