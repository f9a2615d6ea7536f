import ArgumentParser
import JSON

/// A command as the argument parser describes it: the one source of `--help`, of the manual page and
/// of completions.
struct CommandDescription: Hashable, Sendable {
  /// An argument, option or flag.
  struct Argument: Hashable, Sendable {
    enum Kind: String, Hashable, Sendable {
      case positional
      case option
      case flag
    }

    var kind: Kind
    /// With their dashes, as they are typed; none for a positional argument.
    var names: [String]
    /// What stands for its value in a synopsis.
    var valueName: String
    /// All values, where there are only so many.
    var values: [String]
    var defaultValue: String?
    var isOptional: Bool
    var isRepeating: Bool
    /// Whether every word up to the next option is a value of it.
    var takesWords: Bool
    var abstract: String
    /// Whether help lists it.
    var isShown: Bool
  }

  var name: String
  var aliases: [String]
  var abstract: String
  /// What help shows below the abstract: examples first.
  var discussion: String
  var arguments: [Argument]
  var subcommands: [CommandDescription]
  /// The subcommand that is meant where none is named.
  var defaultSubcommand: String?
  /// Whether help lists it.
  var isShown: Bool

  /// Describes a command with all its subcommands.
  init(_ command: any ParsableCommand.Type) {
    self.init(json: (try? JSON.parse(Array(command._dumpHelp().utf8)))?["command"] ?? .null)
  }

  private init(json: JSON) {
    name = json["commandName"]?.string ?? ""
    aliases = json["aliases"]?.array?.compactMap(\.string) ?? []
    abstract = json["abstract"]?.string ?? ""
    discussion = json["discussion"]?.string ?? ""
    arguments = (json["arguments"]?.array ?? []).map(Argument.init)
    defaultSubcommand = json["defaultSubcommand"]?.string
    isShown = json["shouldDisplay"]?.bool ?? true
    // The parser adds a help command of its own, which ours stands in front of.
    subcommands = (json["subcommands"]?.array ?? []).reduce(into: []) { known, json in
      let command = CommandDescription(json: json)
      if !known.contains(where: { $0.name == command.name }) { known.append(command) }
    }
  }
}

extension CommandDescription.Argument {
  fileprivate init(json: JSON) {
    kind = json["kind"]?.string.flatMap(Kind.init) ?? .positional
    names = (json["names"]?.array ?? []).compactMap { name in
      let dashes = name["kind"]?.string == "long" ? "--" : "-"
      return name["name"]?.string.map { dashes + $0 }
    }
    valueName = json["valueName"]?.string ?? ""
    values = json["allValues"]?.array?.compactMap(\.string) ?? []
    defaultValue = json["defaultValue"]?.string
    isOptional = json["isOptional"]?.bool ?? false
    isRepeating = json["isRepeating"]?.bool ?? false
    takesWords = json["parsingStrategy"]?.string == "upToNextOption"
    abstract = json["abstract"]?.string ?? ""
    isShown = json["shouldDisplay"]?.bool ?? true
  }
}
