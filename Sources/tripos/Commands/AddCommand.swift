import ArgumentParser
import Decks
import Digest
import Files
import Memory
import Progress
import Study
import Terminal

/// `tripos add`: a new card.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a card to a deck; asks for what is not given.",
    discussion: """
      tripos add
      tripos add --question "Who wrote Leviathan?" --answer "Thomas Hobbes" --section Authors
      tripos add --deck history --question "…" --answer "July 1957" --also "7/1957"
      """)

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp("The deck, by name or path.", valueName: "deck"))
  var deck: String?

  @Option(
    help: ArgumentHelp("The section; made where there is none of that name.", valueName: "section"))
  var section: String?

  @Option(help: ArgumentHelp("The question.", valueName: "text"))
  var question: String?

  @Option(help: ArgumentHelp("The answer.", valueName: "text"))
  var answer: String?

  @Option(
    parsing: .singleValue, help: ArgumentHelp("Another answer that is as right.", valueName: "text")
  )
  var also: [String] = []

  func run() throws {
    let app = try App(options)
    let library = try app.library()
    let screen = app.world.output
    let isAsking = question == nil || answer == nil
    guard app.world.input.isInteractive || !isAsking else {
      throw Failure(.cannotAsk(option: question == nil ? "--question" : "--answer"))
    }
    let target = try chosenDeck(library, app)
    let deck = try library.deck(target)
    guard let prompt = try question ?? ask("question>", app),
      let expected = try answer ?? ask("answer>", app)
    else { return try left(app) }
    let reading = AnswerReading.describe(
      answer: expected, prompt: prompt, frontMatter: deck.frontMatter)
    screen.line("Read as \(reading).")
    if let other = try duplicate(of: prompt, in: library) {
      screen.line(
        "The deck asks this already at \(other.path):\(other.line): \(other.shownAnswer)")
      guard isAsking,
        try ask("Add it all the same? y/N", app, allowsEmpty: true)?.lowercased() == "y"
      else { return try left(app) }
    }
    var aliases = also
    var place = section
    if isAsking {
      while true {
        guard let alias = try ask("also right, or Enter>", app, allowsEmpty: true) else {
          return try left(app)
        }
        if alias.isEmpty { break }
        aliases.append(alias)
      }
      if place == nil {
        let titles = deck.sections.compactMap { $0.title.isEmpty ? nil : $0.title }
        let typed = try ask(
          "section, or Enter for the last>", app, allowsEmpty: true, completions: titles)
        guard let typed else { return try left(app) }
        place = typed
      }
    }
    var source = NoteSource(prompt: prompt, answer: expected)
    source.also = aliases
    let title = place.flatMap { $0.isEmpty ? nil : $0 }
    let bytes = deck.adding(note: source.text, toSection: title)
    let added = Deck.parse(bytes: bytes, path: deck.path)
    if let problem = added.problems.first(where: {
      !deck.problems.contains($0) && $0.severity == .error
    }) {
      throw Failure(.badInput(problem.what.words.what + ".", mend: problem.what.words.mend))
    }
    try writeFile(deck.path, bytes)
    screen.line(
      "Added to \(app.world.short(deck.path)). \(try turn(of: prompt, section: title, app))")
    try app.world.finish()
  }

  /// When the new card's turn comes, and how it comes sooner.
  private func turn(of prompt: String, section: String?, _ app: App) throws -> String {
    let (library, store) = try app.libraryAndStore(.reading)
    let added = Fingerprint(CardKey.make(prompt: prompt))
    let before = library.entries.prefix { $0.fingerprint != added }
      .count { store.progress(of: $0.fingerprint).map { $0.schedule.phase == .new } ?? true }
    if before < app.settings.limits.new { return "\"tripos review\" asks it as a new card." }
    let sooner = section.map { ": \"tripos review --section '\($0)'\" asks it sooner" } ?? ""
    return "As a new card it comes after \(before) others\(sooner)."
  }

  private func chosenDeck(_ library: Library, _ app: App) throws -> Int {
    if let deck { return try library.decks(named: deck).min() ?? 0 }
    if library.decks.count == 1 { return 0 }
    guard app.world.input.isInteractive else { throw Failure(.cannotAsk(option: "--deck")) }
    let names = Array(Set(library.decks.map(\.name))).sorted()
    app.world.output.line("Decks: \(names.joined(separator: ", "))")
    guard let name = try ask("deck>", app, completions: names) else {
      throw Failure(.cannotAsk(option: "--deck"))
    }
    return try library.decks(named: name).min() ?? 0
  }

  /// The card that asks the same already.
  private func duplicate(of prompt: String, in library: Library) throws -> Card? {
    try library.entry(key: CardKey.make(prompt: prompt)).map { try library.card($0) }
  }

  /// Asks for a line; `nil` where the student leaves.
  private func ask(
    _ prompt: String, _ app: App, allowsEmpty: Bool = false, completions: [String] = []
  ) throws -> String? {
    while true {
      switch app.world.ask(Prompt(prompt, completions: completions, dropsEarlyEnters: false)) {
      case .line(let line):
        if !line.trimmed.isEmpty || allowsEmpty { return line.trimmed }
        app.world.output.line("Type something, or Ctrl-D to leave.")
      case .timedOut: continue
      case .interrupted, .endOfInput: return nil
      case .terminated(let signal): throw ExitCode(128 + signal)
      }
    }
  }

  private func left(_ app: App) throws {
    app.world.output.line("Nothing was added.")
    try app.world.finish()
  }
}
