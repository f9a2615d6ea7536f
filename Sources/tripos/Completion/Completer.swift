import ArgumentParser

/// Finds what may stand at the cursor of a command line.
///
/// Commands, options and their values are those of the argument parser; names of the user's own
/// (decks, sections, cards …) are recognised by what an argument's value is called in its help.
struct Completer {
  /// A word that may stand there.
  struct Candidate: Hashable, Sendable {
    var word: String
    /// What it is, for shells that show it.
    var about = ""
  }

  /// What may stand at the cursor.
  struct Completion: Hashable, Sendable {
    var directive = CompletionScript.Directive.words
    /// What of the current word stands before the candidates: an option and `=`.
    var prefix = ""
    var candidates: [Candidate] = []
  }

  /// What is known of the line before the word at the cursor.
  private struct Position {
    var command: any ParsableCommand.Type = Tripos.self
    var path: [String] = []
    var arguments: [CommandDescription.Argument] = []
    /// The option whose value comes next.
    var awaited: CommandDescription.Argument?
    /// Whether `awaited` has one value already and takes more.
    var mayEnd = false
    var positionals: [String] = []
    var given: Set<String> = []
    var onlyPositionals = false
    /// What `--home` says.
    var home: String?
  }

  /// Looks up the user's names: given the name of a value and the line so far.
  let names: (NameSource.Query) -> [Candidate]

  /// Completes the word at the cursor.
  ///
  /// - Parameters:
  ///   - words: the words before it, without the program.
  ///   - current: what is typed of it.
  /// - Returns: what it may become.
  func complete(_ words: [String], current: String) -> Completion {
    var position = Position()
    enter(Tripos.self, &position)
    for word in words { take(word, &position) }
    if let option = position.awaited {
      var completion = values(of: option, beginning: current, position)
      if position.mayEnd && current.hasPrefix("-") {
        completion.candidates += options(beginning: current, position)
      }
      return completion
    }
    guard !position.onlyPositionals, current.hasPrefix("-") else {
      return positional(beginning: current, position)
    }
    if let equals = current.firstIndex(of: "="),
      let option = option(String(current[..<equals]), position)
    {
      let typed = String(current[current.index(after: equals)...])
      var completion = values(of: option, beginning: typed, position)
      completion.prefix = String(current[...equals])
      return completion
    }
    return Completion(candidates: options(beginning: current, position))
  }

  // MARK: The line before the cursor

  private func enter(_ command: any ParsableCommand.Type, _ position: inout Position) {
    position.command = command
    // Where no subcommand is named, the default's arguments may follow.
    var described = command
    while let next = described.configuration.defaultSubcommand { described = next }
    position.arguments = CommandDescription(described).arguments.filter(\.isShown)
  }

  private func take(_ word: String, _ position: inout Position) {
    if let option = position.awaited, !(position.mayEnd && word.hasPrefix("-")) {
      if option.names.contains("--home") { position.home = word }
      position.awaited = option.takesWords ? option : nil
      position.mayEnd = option.takesWords
      return
    }
    position.awaited = nil
    position.mayEnd = false
    if word == "--" && !position.onlyPositionals {
      position.onlyPositionals = true
    } else if word.hasPrefix("-"), word.count > 1, !position.onlyPositionals {
      let name = word.prefix { $0 != "=" }
      guard let option = option(String(name), position) else { return }
      position.given.formUnion(option.names)
      guard option.kind == .option else { return }
      if name.count == word.count {
        position.awaited = option
      } else if option.names.contains("--home") {
        position.home = String(word.dropFirst(name.count + 1))
      }
    } else if position.positionals.isEmpty, let next = subcommand(word, of: position.command) {
      position.path.append(word)
      enter(next, &position)
    } else {
      position.positionals.append(word)
    }
  }

  private func subcommand(
    _ name: String, of command: any ParsableCommand.Type
  ) -> (any ParsableCommand.Type)? {
    command.configuration.subcommands.first {
      $0._commandName == name || $0.configuration.aliases.contains(name)
    }
  }

  private func option(_ name: String, _ position: Position) -> CommandDescription.Argument? {
    position.arguments.first { $0.names.contains(name) }
  }

  // MARK: What may follow

  private func positional(beginning typed: String, _ position: Position) -> Completion {
    var completion = Completion()
    let arguments = position.arguments.filter { $0.kind == .positional }
    let index = position.positionals.count
    if arguments.indices.contains(index) {
      completion = values(of: arguments[index], beginning: typed, position)
    } else if let last = arguments.last, last.isRepeating {
      completion = values(of: last, beginning: typed, position)
    }
    if index == 0 && !position.onlyPositionals {
      let commands = position.command.configuration.subcommands
        .filter { $0.configuration.shouldDisplay }
        .map { Candidate(word: $0._commandName, about: $0.configuration.abstract) }
      completion.candidates = fitting(commands, typed) + completion.candidates
    }
    return completion
  }

  private func options(beginning typed: String, _ position: Position) -> [Candidate] {
    var candidates: [Candidate] = []
    for argument in position.arguments where argument.kind != .positional {
      if !argument.isRepeating && argument.names.contains(where: position.given.contains) {
        continue
      }
      guard let name = argument.names.first(where: { $0.hasPrefix(typed) }) else { continue }
      candidates.append(Candidate(word: name, about: argument.abstract))
    }
    return candidates
  }

  private func values(
    of argument: CommandDescription.Argument, beginning typed: String, _ position: Position
  ) -> Completion {
    guard argument.kind != .flag else { return Completion() }
    if !argument.values.isEmpty {
      return Completion(
        candidates: fitting(argument.values.map { Candidate(word: $0) }, typed))
    }
    guard let source = NameSource(argument, path: position.path) else { return Completion() }
    switch source {
    case .files: return Completion(directive: .files)
    case .folders: return Completion(directive: .folders)
    case .decks, .decksAndBlueprints, .sections, .cards, .tags, .topics, .shells, .backups,
      .practice,
      .listOfKinds, .listOfTypes:
      let names = names(
        NameSource.Query(
          source: source, typed: typed, words: position.positionals, home: position.home))
      return Completion(candidates: fitting(names, typed))
    }
  }

  /// The candidates that begin with what is typed; where none does, those that do but for case.
  private func fitting(_ candidates: [Candidate], _ typed: String) -> [Candidate] {
    let exact = candidates.filter { $0.word.hasPrefix(typed) }
    if !exact.isEmpty || typed.isEmpty { return exact }
    let folded = typed.lowercased()
    return candidates.filter { $0.word.lowercased().hasPrefix(folded) }
  }
}
