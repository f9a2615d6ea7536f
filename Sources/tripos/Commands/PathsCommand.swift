import ArgumentParser
import JSON
import Study
import Terminal

/// `tripos paths`: where everything lies.
struct PathsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paths",
    abstract: "Print the folders and files that Tripos uses, and why this home was chosen.",
    discussion: """
      tripos paths
      tripos paths --json
      TRIPOS_HOME=~/history tripos paths
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let home = try options.homeFolder()
    let world = try options.world(settings: Settings())
    let paths: [(name: String, path: String, what: String)] = [
      ("home", home.path, home.reason.sentence),
      ("decks", home.decks, "decks: Markdown files"),
      ("progress", home.progress, "your answers; to back up, copy this folder"),
      ("backups", home.backups, "backups: Automatic ones and your own; tripos restore lists them"),
      ("settings", home.settings, "settings of this home"),
      ("user_settings", home.userSettings, "your own settings: looks and habits"),
      ("state", home.state, "this device's id and the history of commands"),
      ("cache", home.cache, "caches; deleting them changes nothing"),
      ("data", DataFolder.path ?? "", "data that ships with the program"),
    ]
    if output.json {
      world.output.machine(
        JSON.answer(paths.map { ($0.name, .string($0.path)) }).compact)
    } else {
      for entry in paths {
        let name = padded(entry.name.replacing("_", with: " "), toWidth: 15)
        world.output.raw("\(name)\(entry.path)")
        world.output.raw("\(String(repeating: " ", count: 15))\(entry.what)")
      }
    }
    try world.finish()
  }
}

extension Home.Reason {
  /// Why the home was chosen, for a person.
  var sentence: String {
    switch self {
    case .option: "the home folder, as --home says"
    case .variable: "the home folder, as TRIPOS_HOME says"
    case .nearest: "the home folder: the nearest that holds tripos.toml or decks"
    case .standard: "the home folder, since no nearer one was found"
    }
  }
}

extension JSON {
  /// An object for programs, with the version of its shape first.
  static func answer(_ members: [(String, JSON)]) -> JSON {
    .object([Member("schema", .integer(1))] + members.map { Member($0.0, $0.1) })
  }
}
