import ArgumentParser
import Chronology
import Decks
import Files
import Generation
import Glibc
import JSON
import Language
import Terminal

/// `tripos generate`: a deck from a text.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Make a deck from an English text: plain, Markdown, HTML or PDF.",
    discussion: """
      tripos generate article.pdf                  # shows samples, then asks
      tripos generate article.txt --to suez --yes  # writes Decks/suez.md
      tripos generate - --json < article.txt       # prints the cards, writes nothing
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: JSONOption

  @Argument(help: ArgumentHelp("The text's file; - for standard input.", valueName: "text"))
  var text: String

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("The new deck: a name, or a path that ends in .md.", valueName: "deck"))
  var target: String?

  @Flag(help: "Keep all cards without asking.")
  var yes = false

  @Flag(help: "Show what would be made; write nothing.")
  var dryRun = false

  @Flag(help: "List what was left out, and why.")
  var explain = false

  @Flag(help: "Read the text even where it is not English or looks like a deck.")
  var force = false

  func run() throws {
    let app = try App(options)
    let source = try read()
    let models = loadModels()
    let states =
      (try? DataFolder.path.map { try readFile("\($0)/states.tsv").bytes })
      .flatMap(\.self).map { StateNames(table: $0) } ?? StateNames()
    let result = Generator(models: try? models.get(), states: states).cards(of: source)
    if output.json {
      app.world.output.machine(
        JSON.answer([("cards", .array(result.cards.map(json)))]).compact)
      return try app.world.finish()
    }
    let path = try deckPath(app)
    let screen = app.world.output
    if case .failure(let error) = models {
      app.world.messages.line(
        "The language models are not there: \(error.clause). Only dates are left out of sentences."
      )
    }
    show(result, screen)
    guard !result.cards.isEmpty else {
      screen.line(
        "No deck was made: the text says of nothing certain when it happened or who acted.")
      return try app.world.finish()
    }
    if dryRun {
      screen.line("Nothing was written; without --dry-run they go to \(path).")
      return try app.world.finish()
    }
    guard try yes || isKept(app) else {
      screen.line("Nothing was written.")
      return try app.world.finish()
    }
    let draft = DeckDraft(
      name: deckName, origin: name, text: source, cards: result.cards)
    try makeFolder(parentFolder(of: path))
    try refuseExisting(path)
    try writeFile(path, Array(draft.contents.utf8))
    screen.line(
      "Made \(path) with \(ReviewWording.count(result.cards.count, "card")). \"tripos review\" asks them."
    )
    try app.world.finish()
  }

  // MARK: Reading

  private var isStandardInput: Bool { text == "-" }

  private var name: String {
    isStandardInput ? "standard input" : text.split(separator: "/").last.map(String.init) ?? text
  }

  private func read() throws -> SourceText {
    do throws(ReadingError) {
      let bytes =
        isStandardInput
        ? try TextInput.contents(of: STDIN_FILENO, path: name)
        : try TextInput.contents(ofFile: text)
      let reader = TextReader(isForced: force) { try captureProgram($0, input: $1) }
      return try reader.read(bytes, name: isStandardInput ? nil : name)
    } catch {
      throw Failure(.text(name: name, error))
    }
  }

  private func loadModels() -> Swift.Result<LanguageModels, ModelError> {
    let folder = (DataFolder.path ?? "share/tripos") + "/Language"
    do throws(ModelError) {
      return .success(try LanguageModels(folder: folder))
    } catch {
      return .failure(error)
    }
  }

  // MARK: The deck

  private var deckName: String {
    guard let target else {
      let stem = isStandardInput ? "text" : name
      return stem.split(separator: ".").first.map(String.init) ?? stem
    }
    let last = target.split(separator: "/").last.map(String.init) ?? target
    return last.hasSuffix(".md") ? String(last.dropLast(3)) : last
  }

  private func deckPath(_ app: App) throws -> String {
    if let target, target.hasSuffix(".md") {
      try refuseExisting(target)
      return target
    }
    let file = deckName.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
      .split(separator: "-").map { String($0) }.joined(separator: "-")
    guard !file.isEmpty, file.utf8.count <= 200 else {
      throw Failure(
        .badInput("\"\(deckName)\" is no name for a deck.", mend: "Name the deck with --to NAME."))
    }
    let path = "\(app.home.decks)/\(file).md"
    try refuseExisting(path)
    return path
  }

  private func refuseExisting(_ path: String) throws {
    var info = stat()
    guard lstat(path, &info) == 0, !dryRun else { return }
    throw Failure(
      .badInput(
        "\(path) exists already, and nothing is written over it.",
        mend: "Name another deck with --to NAME, or look with --dry-run."))
  }

  // MARK: Showing

  private func show(_ result: Generator.Result, _ screen: Screen) {
    screen.line("\(ReviewWording.count(result.cards.count, "card")) from \(SafeText(line: name)):")
    for form in GeneratedCard.Form.allCases {
      let count = result.cards.count { $0.form == form }
      if count > 0 { screen.line("\(count) \(count == 1 ? form.noun : form.plural)", indent: 2) }
    }
    if !result.cards.contains(where: { $0.kind == .date }) {
      screen.line("The text has no fact with a date that could be asked for.")
    }
    if !result.omitted.isEmpty {
      screen.line("\(ReviewWording.count(result.omitted.count, "fact")) left out:")
      for veto in Veto.allCases {
        let count = result.omitted.count { $0.veto == veto }
        if count > 0 { screen.line("\(count): \(veto.words)", indent: 2) }
      }
    }
    if explain {
      for fact in result.omitted {
        screen.line()
        screen.line("\(SafeText(line: fact.answer)): \(fact.veto.words)")
        screen.line("\(SafeText(line: fact.sentence))", indent: 2)
      }
    }
    for card in samples(of: result.cards) {
      screen.line()
      screen.line("\(SafeText(line: card.prompt))")
      screen.line("\(SafeText(line: card.answer))", indent: 2)
    }
    if !result.cards.isEmpty { screen.line() }
  }

  /// Five cards from all over the text.
  private func samples(of cards: [GeneratedCard]) -> [GeneratedCard] {
    guard cards.count > 5 else { return cards }
    return (0..<5).map { cards[$0 * (cards.count - 1) / 4] }
  }

  private func isKept(_ app: App) throws -> Bool {
    guard app.world.input.isInteractive else { throw Failure(.cannotAsk(option: "--yes")) }
    while true {
      switch app.world.ask(Prompt("Enter: keep · q: discard>")) {
      case .line(let line):
        switch line.trimmed.lowercased() {
        case "": return true
        case "q", ":q": return false
        case _: app.world.output.line("Enter keeps the cards, q discards them.")
        }
      case .endOfInput, .interrupted, .timedOut, .terminated: return false
      }
    }
  }

  private func json(_ card: GeneratedCard) -> JSON {
    var members = [
      JSON.Member("question", .string(card.prompt)),
      JSON.Member("answer", .string(card.answer)),
      JSON.Member("kind", .string(card.kind.rawValue)),
      JSON.Member("source", .string(card.sentence)),
    ]
    if let date = card.date { members.append(JSON.Member("date", .string(date.edtf))) }
    if card.isDerived { members.append(JSON.Member("derived", .bool(true))) }
    return .object(members)
  }
}
