import ArgumentParser
import Decks
import Terminal

/// `tripos help`: the commands, one of them, or a topic.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help",
    abstract: "Explain a command or a topic.",
    discussion: """
      tripos help                the commands
      tripos help review         one of them, as "tripos review --help"
      \(HelpTopic.allCases.map { "tripos help \($0.rawValue)" }.joined(separator: "\n"))
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp("A command or a topic.", valueName: "topic"))
  var words: [String] = []

  func run() throws {
    let world = try options.world(settings: App.settingsWhereReadable(try options.homeFolder()))
    if words.count == 1, let topic = HelpTopic(rawValue: words[0]) {
      world.output.show(topic.texts)
    } else {
      let columns = TerminalDevice.window(1).map { min($0.columns, 100) - 1 }
      let message = Tripos.helpMessage(for: try command(), columns: columns)
      world.output.machine(message.last == "\n" ? String(message.dropLast()) : message)
    }
    try world.finish()
  }

  /// The command that the words name.
  ///
  /// - Throws: `Failure` for a word that is neither command nor topic.
  private func command() throws -> any ParsableCommand.Type {
    var command: any ParsableCommand.Type = Tripos.self
    for word in words {
      let subcommands = command.configuration.subcommands
      guard
        let next = subcommands.first(where: {
          $0._commandName == word || $0.configuration.aliases.contains(word)
        })
      else {
        let isFirst = command == Tripos.self
        let names =
          subcommands.map { $0._commandName } + (isFirst ? HelpTopic.allCases.map(\.rawValue) : [])
        throw Failure(.unknownTopic(word, suggestion: nearest(to: word, among: names).first))
      }
      command = next
    }
    return command
  }
}
