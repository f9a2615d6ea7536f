import ArgumentParser
import JSON
import Study
import TOML
import Terminal

/// `tripos settings`: what is set, and where.
struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: "Show each setting, its value and where it comes from.",
    discussion: """
      tripos settings
      tripos settings --check     what is wrong in the files, by line; exits with 78 then
      tripos settings --json

      "tripos help settings" explains them.
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: JSONOption

  @Flag(help: "Only say what is wrong in the files, or that nothing is.")
  var check = false

  func run() throws {
    let home = try options.homeFolder()
    let world = try options.world(settings: App.settingsWhereReadable(home))
    let list = SettingsList(home: home, options: options, environment: environmentVariable)
    if output.json {
      world.output.machine(list.json.compact)
    } else {
      if !check { show(list, world.output) }
      let screen = check ? world.output : world.messages
      for problem in list.problems {
        screen.raw("\(problem.sentence)")
        if let mend = problem.mend { screen.line("  \(mend)", indent: 2) }
      }
      if check && list.problems.isEmpty { screen.line("\(soundness(list, home))") }
    }
    try world.finish()
    if !list.problems.isEmpty { throw ExitCode(ExitStatus.badSettings) }
  }

  private func soundness(_ list: SettingsList, _ home: Home) -> String {
    guard !list.files.isEmpty else {
      return "No settings file is there; everything is at its default."
        + " It would be \(home.settings)."
    }
    return "No error in \(list.files.joined(separator: " and "))."
  }

  private func show(_ list: SettingsList, _ screen: Screen) {
    for row in list.rows {
      let text = "\(padded(row.name, toWidth: 18)) \(row.shownValue)"
      let origin = row.origin.sentence
      if width(of: text) < 42 {
        screen.raw("\(padded(text, toWidth: 42))\(origin)")
      } else {
        screen.line("\(text)", indent: 21)
        screen.raw("\(String(repeating: " ", count: 42))\(origin)")
      }
    }
  }
}

extension SettingsList.Row {
  /// The value for a person.
  fileprivate var shownValue: String {
    if name == SettingKey.parameters.rawValue, origin == .standard { return "FSRS-6's own 21" }
    return value?.text ?? "not set"
  }
}

extension SettingsList.Origin {
  /// Where a value comes from, for a person.
  fileprivate var sentence: String {
    switch self {
    case .standard: "default"
    case .file(let path, let line): "\(path):\(line)"
    case .variable(let name): "$\(name)"
    case .flag(let name): name
    }
  }

  /// The same for programs.
  fileprivate var members: [JSON.Member] {
    switch self {
    case .standard: [JSON.Member("from", .string("default"))]
    case .file(let path, let line):
      [
        JSON.Member("from", .string("file")), JSON.Member("path", .string(path)),
        JSON.Member("line", .integer(Int64(line))),
      ]
    case .variable(let name):
      [JSON.Member("from", .string("environment")), JSON.Member("variable", .string(name))]
    case .flag(let name):
      [JSON.Member("from", .string("flag")), JSON.Member("flag", .string(name))]
    }
  }
}

extension SettingsList {
  /// The list for programs.
  fileprivate var json: JSON {
    let settings = rows.map { row in
      JSON.object(
        [
          JSON.Member("name", .string(row.name)),
          JSON.Member("value", row.value.map(JSON.init(toml:)) ?? .null),
        ] + row.origin.members)
    }
    let wrong = problems.map { problem in
      JSON.object([
        JSON.Member("what", .string(problem.sentence)),
        JSON.Member("mend", problem.mend.map(JSON.string) ?? .null),
      ])
    }
    return JSON.answer([
      ("settings", .array(settings)), ("files", .array(files.map(JSON.string))),
      ("problems", .array(wrong)),
    ])
  }
}

extension JSON {
  /// A value of a settings file.
  fileprivate init(toml: TOML.Value) {
    switch toml {
    case .string(let text), .date(let text): self = .string(text)
    case .integer(let number): self = .integer(number)
    case .number(let number): self = .number(number)
    case .bool(let truth): self = .bool(truth)
    case .array(let values): self = .array(values.map { JSON(toml: $0.value) })
    case .table(let entries):
      self = .object(entries.map { Member($0.key, JSON(toml: $0.value.value)) })
    }
  }
}
