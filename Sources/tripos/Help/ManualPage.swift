/// The manual page `tripos(1)` in mdoc, made from what `--help` and `tripos help` show.
struct ManualPage {
  private let root: CommandDescription
  /// The options that every command takes, which are explained once.
  private let common: [CommandDescription.Argument]

  /// - Parameter root: the program with all its commands.
  init(_ root: CommandDescription) {
    self.root = root
    let shown = ManualPage.leaves(root).map { command in
      command.arguments.filter { $0.isShown && $0.kind != .positional }
    }
    common = (shown.first ?? []).filter { argument in shown.allSatisfy { $0.contains(argument) } }
  }

  /// The commands that do something by themselves, and that help lists.
  private static func leaves(_ command: CommandDescription) -> [CommandDescription] {
    guard !command.subcommands.isEmpty else { return [command] }
    return command.subcommands.filter(\.isShown).flatMap(leaves)
  }

  /// The page's source, without the newline at its end.
  var source: String {
    var page = Mdoc()
    page.macro("Dd", Tripos.date)
    page.macro("Dt", "TRIPOS", "1")
    page.macro("Os")
    page.section("NAME")
    page.macro("Nm", "tripos")
    page.macro("Nd", lowercasedStart(root.abstract))
    page.section("SYNOPSIS")
    page.macro("Nm")
    page.macro("Op", "Ar command", raw: true)
    page.macro("Op", "Ar options ...", raw: true)
    page.section("DESCRIPTION")
    addDiscussion(root.discussion, &page)
    page.section("COMMANDS")
    for command in root.subcommands where command.isShown { add(command, under: [], &page) }
    page.section("OPTIONS OF EVERY COMMAND")
    add(common, &page)
    page.section("SETTINGS")
    add(HelpTopic.settings.texts, &page)
    page.section("FORMATS")
    add(HelpTopic.formats.texts, &page)
    page.section("KEYS AT THE PROMPT")
    add(HelpTopic.readline.texts, &page)
    page.section("ENVIRONMENT")
    add(HelpTopic.environment.texts, &page)
    page.section("EXIT STATUS")
    add(HelpTopic.exitCodes.texts, &page)
    page.section("SEE ALSO")
    page.macro("Xr", "pdftotext", "1", ",")
    page.macro("Xr", "readline", "3")
    return page.text
  }

  // MARK: Commands

  private func add(
    _ command: CommandDescription, under path: [String], _ page: inout Mdoc
  ) {
    let path = path + [command.name]
    let subcommands = command.subcommands.filter(\.isShown)
    page.subsection(path.joined(separator: " "))
    let own = command.arguments.filter { $0.isShown && !common.contains($0) }
    page.synopsis(path, own.map(synopsis))
    page.paragraph(command.abstract)
    if let standard = command.defaultSubcommand,
      subcommands.contains(where: { $0.name == standard })
    {
      page.paragraph("Without another word it is \"tripos \(path[0]) \(standard)\".")
    }
    addDiscussion(command.discussion, &page)
    add(own, &page)
    for next in subcommands { add(next, under: path, &page) }
  }

  /// An argument as a synopsis has it.
  private func synopsis(_ argument: CommandDescription.Argument) -> String {
    let value = "Ar \(argument.valueName)" + (argument.isRepeating ? " ..." : "")
    let flag = argument.names.first.map { "Fl \($0.dropFirst())" } ?? ""
    let body =
      switch argument.kind {
      case .positional: value
      case .option: "\(flag) \(value)"
      case .flag: flag
      }
    return argument.isOptional || argument.kind == .flag ? "Op \(body)" : body
  }

  private func add(_ arguments: [CommandDescription.Argument], _ page: inout Mdoc) {
    guard !arguments.isEmpty else { return }
    page.beginList()
    for argument in arguments {
      let names = argument.names.map { "Fl \($0.dropFirst())" }.joined(separator: " , ")
      let value = argument.kind == .flag ? "" : "Ar \(argument.valueName)"
      page.item([names, value].filter { !$0.isEmpty }.joined(separator: " "))
      var words = argument.abstract
      if let standard = argument.defaultValue { words += " Default: \(standard)." }
      if !argument.values.isEmpty, !argument.values.allSatisfy(words.contains) {
        words += " One of \(argument.values.joined(separator: ", "))."
      }
      page.text(words)
    }
    page.endList()
  }

  /// A discussion: commands and what is indented stay as they are, the rest is prose.
  private func addDiscussion(_ discussion: String, _ page: inout Mdoc) {
    for block in discussion.split(separator: "\n\n") {
      let lines = block.split(separator: "\n")
      let isExample = lines.allSatisfy { $0.hasPrefix("tripos") || $0.contains(" tripos ") }
      let prose = isExample ? [] : lines.prefix { !$0.hasPrefix(" ") }
      if !prose.isEmpty { page.paragraph(prose.joined(separator: " ")) }
      let rest = lines.dropFirst(prose.count)
      if !rest.isEmpty { page.display(rest.joined(separator: "\n")) }
    }
  }

  // MARK: Topics

  private func add(_ texts: [HelpText], _ page: inout Mdoc) {
    for text in texts {
      switch text {
      case .paragraph(let words): page.paragraph(words)
      case .example(let lines): page.display(lines)
      case .list(let entries):
        page.beginList()
        for entry in entries {
          page.item(quoted: entry.term)
          page.text(entry.meaning)
        }
        page.endList()
      }
    }
  }

  private func lowercasedStart(_ sentence: String) -> String {
    let words = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
