import ArgumentParser
import Exchange
import JSON
import Terminal

/// `tripos import`: cards from other programs.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring in cards from other programs: CSV, Quizlet, Anki, GIFT, JSON, decks.",
    discussion: """
      tripos import words.csv                   makes Decks/words.md
      tripos import quizlet.txt --to history    adds to a deck, or makes it
      tripos import moodle.gift --dry-run       says what would come in
      tripos import anki.apkg --with-history    with its answers and memory

      The form is known by the file's name and content. What is there already is
      not taken twice, so that an import can be repeated; nothing is overwritten,
      and a deck that is added to is backed up first. What is left out is listed
      with its line. "-" reads standard input.
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: JSONOption

  @Argument(help: ArgumentHelp("The file; - for standard input.", valueName: "file"))
  var file: String

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "The deck, by name or path; made where there is none. Without it the file says.",
      valueName: "deck"))
  var target: String?

  @Flag(help: "Bring in the answers and the memory that the file holds, too.")
  var withHistory = false

  @Option(help: ArgumentHelp("The form: \(ExchangeFormat.list).", valueName: "format"))
  var format: ExchangeFormat?

  @Option(
    help: ArgumentHelp(
      "What keeps columns apart: tab, comma, semicolon, pipe or a character.", valueName: "mark"))
  var separator: Separator?

  @Option(
    help: ArgumentHelp("utf-8, utf-16le, utf-16be or windows-1252.", valueName: "encoding"))
  var encoding: TextDecoding.Encoding?

  @Flag(help: "The first row holds names of columns: take no card from it.")
  var header = false

  @Flag(help: "Say what would come in; write nothing.")
  var dryRun = false

  func run() throws {
    // The reader of lines takes Ctrl-C over as it is made.
    let app = try App(options)
    try Interruption.announced { try perform(app) }
  }

  private func perform(_ app: App) throws {
    let source = try ImportSource(file)
    var reading = ReadOptions()
    reading.separator = separator?.byte
    reading.encoding = encoding
    reading.hasHeader = header
    let (format, findings, anki) = try app.world.working(on: "Reading the file") { report in
      try source.read(
        as: self.format, options: reading, withHistory: withHistory, report: report)
    }
    guard !withHistory || format.holdsHistory else {
      throw Failure(.noHistory(format))
    }
    let plan = try ImportPlan(
      findings, to: target, name: source.deckName, file: source.name, app)
    let extras = try anki?.extras(plan, withHistory: withHistory, app) ?? ImportExtras()
    let written = dryRun ? ImportPlan.Written() : try plan.write(app, with: extras)
    let report = ImportReport(
      source: source.name, format: format, findings: findings, plan: plan, extras: extras,
      written: written, isTrial: dryRun)
    if output.json {
      app.world.output.machine(report.json.compact)
    } else {
      report.show(on: app.world.output)
    }
    try app.world.finish()
  }
}

/// What keeps columns apart, as the command line names it.
struct Separator: ExpressibleByArgument {
  let byte: UInt8

  init?(argument: String) {
    switch argument.lowercased() {
    case "tab", "\\t": byte = UInt8(ascii: "\t")
    case "comma": byte = UInt8(ascii: ",")
    case "semicolon": byte = UInt8(ascii: ";")
    case "pipe": byte = UInt8(ascii: "|")
    case _:
      guard argument.utf8.count == 1, let first = argument.utf8.first, first != UInt8(ascii: "\""),
        first >= 0x20 || first == UInt8(ascii: "\t")
      else { return nil }
      byte = first
    }
  }
}

extension ExchangeFormat: ExpressibleByArgument {
  /// The names of the forms, for a help text.
  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension TextDecoding.Encoding: ExpressibleByArgument {
  package init?(argument: String) {
    let folded = argument.lowercased()
    switch folded {
    case "utf8": self = .utf8
    case "latin1", "latin-1", "iso-8859-1", "cp1252": self = .windows1252
    case _:
      guard let encoding = Self.allCases.first(where: { $0.rawValue.lowercased() == folded })
      else { return nil }
      self = encoding
    }
  }
}
