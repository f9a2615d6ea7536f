import ArgumentParser
import Chronology
import Decks
import JSON
import Memory
import Progress
import Study
import Terminal

/// `tripos show`: a card's history, memory and due date.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a card: its history, its memory, and why it is due when it is.",
    discussion: """
      tripos show h1-b5nvd3mawtx2r6yl
      tripos show h1-b5nv             # the beginning of a key is enough
      tripos show nixon-doctrine --json

      "tripos find WORDS" finds cards and prints their keys.
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: JSONOption

  @Argument(help: ArgumentHelp("The card's key, or the beginning of it.", valueName: "card"))
  var card: String

  func run() throws {
    let app = try App(options)
    let library = try app.library()
    let store = try app.readStore()
    let key = try library.key(beginning: card, or: store)
    let found = try library.entry(key: key).map { try library.card($0) }
    let progress = store.progress(of: key)
    guard found != nil || progress != nil else {
      throw Failure(.unknownCard(card, suggestion: nil))
    }
    let history = try store.history(of: key)
    if output.json {
      app.world.output.machine(json(key, found, progress, history, app).compact)
    } else {
      show(key, found, progress, history, app)
    }
    try app.world.finish()
  }

  private func show(
    _ key: String, _ card: Card?, _ progress: CardProgress?, _ history: [HistoryEntry], _ app: App
  ) {
    let screen = app.world.output
    if let card {
      screen.line(SafeText(line: card.prompt, style: .strong))
      screen.line("Answer: \(card.shownAnswer)")
      for alias in card.also { screen.line("Also:   \(alias)") }
      screen.line("\(card.deck) · \(card.section.joined(separator: " / ")) · \(card.kind.rawValue)")
      screen.line("\(card.path):\(card.line)")
      if card.isDraft(progress) { screen.line("A draft: exams leave it out until it is kept.") }
    } else if progress?.draft == .rejected {
      screen.line("This was a draft, and you rejected it.")
    } else {
      screen.line("This card is in no deck now; its history is kept.")
    }
    screen.line("Key: \(key)")
    screen.line()
    if let progress {
      let lines = ReviewWording.why(
        progress, scheduler: app.settings.scheduler, today: app.today)
      for line in lines { screen.line(line) }
      if progress.isSuspended { screen.line("Suspended: not asked.") }
      if let why = progress.flag { screen.line("Flagged as doubtful: \(why)") }
    } else {
      screen.line("You have not answered it yet.")
    }
    if history.isEmpty { return }
    screen.line()
    for entry in history { screen.raw(HistoryWording.line(entry)) }
  }

  private func json(
    _ key: String, _ card: Card?, _ progress: CardProgress?, _ history: [HistoryEntry], _ app: App
  ) -> JSON {
    var members: [(String, JSON)] = [("key", .string(key))]
    if let card {
      members += [
        ("prompt", .string(card.prompt)), ("answer", .string(card.answer)),
        ("also", .array(card.also.map(JSON.string))), ("kind", .string(card.kind.rawValue)),
        ("deck", .string(card.deck)), ("section", .array(card.section.map(JSON.string))),
        ("path", .string(card.path)), ("line", .integer(Int64(card.line))),
      ]
    }
    if let progress {
      members += HistoryWording.members(
        progress, scheduler: app.settings.scheduler, today: app.today)
    }
    members.append(("history", .array(history.map { HistoryWording.json($0) })))
    return JSON.answer(members)
  }
}

extension Library {
  /// The key that a text begins or is; keys of cards that are in no deck now must be whole.
  func key(beginning text: String, or store: Store) throws -> String {
    if entry(key: text) != nil || store.progress(of: text) != nil { return text }
    if let now = store.renamed(text) { return now }
    let keys = entries.map { key(of: $0) }.filter { $0.hasPrefix(text) }
    guard let only = keys.first else { throw Failure(.unknownCard(text, suggestion: nil)) }
    guard keys.count == 1 else { throw Failure(.ambiguousCard(text, keys)) }
    return only
  }
}
