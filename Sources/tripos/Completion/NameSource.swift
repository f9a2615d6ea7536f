/// Where the names come from that may stand for an argument's value.
enum NameSource: Hashable, Sendable {
  case decks
  case decksAndBlueprints
  case sections
  case cards
  case tags
  case topics
  case shells
  case backups
  /// Kinds and sections, as `tripos practice` takes them.
  case practice
  /// Kinds with commas between them.
  case listOfKinds
  /// Types of questions with commas between them.
  case listOfTypes
  case files
  case folders

  /// What is asked for.
  struct Query: Hashable, Sendable {
    var source: NameSource
    /// What is typed of the value.
    var typed: String
    /// The positional arguments before it.
    var words: [String]
    /// What `--home` says.
    var home: String?
  }

  /// The source of an argument's values; `nil` where they can be anything.
  ///
  /// - Parameters:
  ///   - argument: known by what its value is called.
  ///   - path: the names of the command and the commands above it.
  init?(_ argument: CommandDescription.Argument, path: [String]) {
    switch argument.valueName {
    case "deck": self = path.first == "exam" ? .decksAndBlueprints : .decks
    case "section": self = .sections
    case "card": self = .cards
    case "tag": self = .tags
    case "topic": self = .topics
    case "shell": self = .shells
    case "backup": self = .backups
    case "what": self = .practice
    case "kinds": self = .listOfKinds
    case "types": self = .listOfTypes
    case "file": self = .files
    case "text" where argument.kind == .positional: self = .files
    case "dir", "folder": self = .folders
    case _: return nil
    }
  }
}
