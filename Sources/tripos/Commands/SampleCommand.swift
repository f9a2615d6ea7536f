import ArgumentParser
import Terminal

/// `tripos sample`: a deck to begin with.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Copy the deck that ships with Tripos into your decks.",
    discussion: """
      tripos sample

      A deck that is there already stays as it is.
      """)

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let app = try App(options)
    guard let samples = SampleDecks() else { throw Failure(.noSample) }
    let copies = try samples.copy(to: app.home.decks)
    if copies.isEmpty {
      app.world.output.line("It is in \(app.home.decks) already; nothing was changed.")
    }
    for copy in copies { app.world.output.raw("\(copy)") }
    if !copies.isEmpty {
      app.world.output.line(
        "\(ReviewWording.count(samples.cardCount, "card")). \"tripos review\" begins.")
    }
    try app.world.finish()
  }
}
