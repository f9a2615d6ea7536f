import ArgumentParser
import Chronology
import Decks
import Files
import Generation
import Glibc
import JSON
import Language
import Progress
import Terminal

/// `tripos generate`: a deck from a text.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Make a deck from an English text, or bring it up to date with a newer text.",
    discussion: """
      tripos generate article.pdf                  # shows samples, then asks
      tripos generate article.txt --to suez --yes  # writes Decks/suez.md
      tripos generate - --json < article.txt       # prints the cards, writes nothing
      tripos generate --read suez                  # goes on reading its drafts

      The text is plain, Markdown, HTML or PDF. Its cards begin as drafts: reviews ask them with
      their source, and exams leave them out until they are kept.
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: JSONOption

  @Argument(help: ArgumentHelp("The text's file; - for standard input.", valueName: "text"))
  var text: String?

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "The deck: a name, or a path that ends in .md. One made from this text before is brought up to date.",
      valueName: "deck"))
  var target: String?

  @Option(help: ArgumentHelp("Read the drafts of a deck card by card.", valueName: "deck"))
  var read: String?

  @Flag(help: "Keep all cards as drafts without asking.")
  var yes = false

  @Flag(help: "Show what would be made; write nothing.")
  var dryRun = false

  @Flag(help: "List what was left out, and why.")
  var explain = false

  @Flag(help: "Read the text even where it is not English or looks like a deck.")
  var force = false

  func validate() throws {
    if (text == nil) == (read == nil) {
      throw ValidationError("Name a text, or a deck with --read.")
    }
  }

  func run() throws {
    let app = try App(options)
    guard let text else { return try DraftReading.run(deck: read ?? "", app) }
    let source = GenerationSource(path: text, isForced: force)
    if source.isTyped {
      app.world.messages.line("Type the text, or paste it; Ctrl-D on a line of its own ends it.")
      app.world.messages.flush()
    }
    let bar = TextProgress(app.world)
    var made: (SourceText, Swift.Result<LanguageModels, ModelError>, Generator.Result)?
    try Interruption.announced {
      let content = try source.read()
      let models = loadModels()
      let generator = Generator(models: try? models.get(), states: states)
      made = (content, models, generator.cards(of: content) { bar.update($0) })
    }
    guard let (content, models, result) = made else { return }
    bar.finish()
    if output.json {
      app.world.output.machine(
        JSON.answer([("cards", .array(result.cards.map(json)))]).compact)
      return try app.world.finish()
    }
    if case .failure(let error) = models {
      app.world.messages.line(
        "The language models are not there: \(error.clause). Only dates are left out of sentences."
      )
    }
    let target: GenerationTarget
    var refusal: Failure?
    do {
      target = try app.generationTarget(
        named: self.target, orNew: source.stem, textName: source.name, content, result.cards)
    } catch let failure as Failure where dryRun {
      // The cards can be looked at all the same.
      target = GenerationTarget(free: content, result.cards)
      refusal = failure
    }
    let store = try app.readStore()
    let offer = GenerationOffer(target) { store.progress(of: $0) }
    GenerationReport(
      name: source.name, result: result, target: target, offer: offer, isFull: explain
    ).show(on: app.world.output)
    if let refusal {
      try app.world.finish()
      throw refusal
    }
    try GenerationWriting(
      app: app, source: source, content: content, target: target, offer: offer
    ).run(isDryRun: dryRun, keepsAll: yes)
  }

  private func loadModels() -> Swift.Result<LanguageModels, ModelError> {
    let folder = (DataFolder.path ?? "share/tripos") + "/Language"
    do throws(ModelError) {
      return .success(try LanguageModels(folder: folder))
    } catch {
      return .failure(error)
    }
  }

  private var states: StateNames {
    let table = DataFolder.path.flatMap { try? readFile("\($0)/states.tsv").bytes }
    return table.map { StateNames(table: $0) } ?? StateNames()
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
