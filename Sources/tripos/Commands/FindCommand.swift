import ArgumentParser
import Decks
import JSON
import Marking
import Terminal

/// `tripos find`: cards by their words.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Find cards whose question, answer, explanation or source has all the words.",
    discussion: """
      tripos find Kissinger Paris
      tripos find 1975 --kind date
      tripos find famine --json
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: JSONOption

  @Argument(
    help: ArgumentHelp("Words that must all be there, whatever the case.", valueName: "words"))
  var words: [String]

  @Option(parsing: .singleValue, help: ArgumentHelp("A kind.", valueName: "kind"))
  var kind: [CardKind] = []

  func run() throws {
    let app = try App(options)
    let library = try app.library()
    let wanted = words.flatMap { $0.split(separator: " ") }.map { Folded(String($0)).joined }
    var found: [Card] = []
    for entry in library.entries where kind.isEmpty || kind.contains(entry.kind) {
      let card = try library.card(entry)
      let text = Folded(
        ([card.prompt, card.answer, card.why ?? "", card.source ?? ""] + card.also)
          .joined(separator: "\n")
      ).joined
      if wanted.allSatisfy({ text.contains($0) }) { found.append(card) }
    }
    let screen = app.world.output
    if output.json {
      screen.machine(JSON.answer([("cards", .array(found.map(json)))]).compact)
    } else {
      for card in found {
        screen.line("\(card.prompt)", indent: 2)
        screen.line("  " + SafeText(line: card.shownAnswer, style: .strong), indent: 2)
        screen.line(SafeText(line: "  \(card.key)  \(card.path):\(card.line)", style: .quiet))
      }
      if found.isEmpty { screen.line("No card has all of these words.") }
    }
    try app.world.finish()
  }

  private func json(_ card: Card) -> JSON {
    .object([
      JSON.Member("key", .string(card.key)), JSON.Member("prompt", .string(card.prompt)),
      JSON.Member("answer", .string(card.answer)), JSON.Member("kind", .string(card.kind.rawValue)),
      JSON.Member("deck", .string(card.deck)),
      JSON.Member("section", .array(card.section.map(JSON.string))),
      JSON.Member("path", .string(card.path)), JSON.Member("line", .integer(Int64(card.line))),
    ])
  }
}
