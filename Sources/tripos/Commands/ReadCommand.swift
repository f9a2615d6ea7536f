import ArgumentParser
import Decks
import Terminal

/// `tripos read`: the story of a section.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read the story of a section.",
    discussion: """
      tripos read 3
      tripos read "Aid during"
      tripos read                 # all sections, one after the other
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: ArgumentHelp("The section's title, its beginning or its number.", valueName: "section"))
  var section: String?

  @Option(help: ArgumentHelp("The deck, by name or path.", valueName: "deck"))
  var deck: String?

  func run() throws {
    let app = try App(options)
    let library = try app.library()
    let chosen =
      try deck.map { try library.decks(named: $0).sorted() } ?? Array(library.decks.indices)
    var told = 0
    var untold: String?
    for index in chosen {
      let sections = try library.deck(index).sections
      for (number, part) in sections.enumerated() where try isWanted(number, in: sections) {
        guard !part.passage.isEmpty else {
          untold = part.title
          continue
        }
        if told > 0 { app.world.output.line() }
        told += 1
        app.world.output.line(SafeText(line: part.path.joined(separator: " / "), style: .strong))
        for paragraph in part.passage.split(separator: "\n\n") {
          app.world.output.line("\(paragraph)")
        }
      }
    }
    if told == 0 {
      if section != nil, let untold {
        app.world.output.line("The section \"\(untold)\" has no story.")
        return try app.world.finish()
      }
      if let section {
        let titles = library.decks.flatMap { $0.sections.compactMap(\.last) }
        throw Failure(
          .selection(
            .unknown(.section, name: section, nearest: Decks.nearest(to: section, among: titles))))
      }
      app.world.output.line("No section has a story: prose between a heading and its first note.")
    }
    try app.world.finish()
  }

  private func isWanted(_ number: Int, in sections: [Section]) throws -> Bool {
    guard let section else { return true }
    switch sections.find(section) {
    case .found(let index): return index == number
    case .ambiguous(let indices): return indices.contains(number)
    case .unknown: return false
    }
  }
}
