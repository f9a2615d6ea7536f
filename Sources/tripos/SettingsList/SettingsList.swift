import Files
import Study
import TOML
import Terminal

/// Every setting with its value and where that comes from, and what is wrong in the files.
struct SettingsList {
  /// Where a value comes from.
  enum Origin: Hashable, Sendable {
    case standard
    case file(path: String, line: Int)
    case variable(String)
    case flag(String)
  }

  /// A setting.
  struct Row: Hashable, Sendable {
    var name: String
    /// `nil` where it is not set and has no default.
    var value: TOML.Value?
    var origin: Origin
  }

  private(set) var rows: [Row] = []
  /// What cannot be used, by file and line.
  private(set) var problems: [Failure] = []
  /// The files that are there.
  private(set) var files: [String] = []

  private var settings = Settings()
  private var places: [String: Origin] = [:]

  /// Reads the settings of a home.
  ///
  /// - Parameters:
  ///   - home: whose files are read, the user's own before the home's.
  ///   - options: the flags, which come before the files.
  ///   - environment: looks a variable up.
  init(home: Home, options: GlobalOptions, environment: (String) -> String?) {
    var document: TOML?
    for (path, isHome) in [(home.userSettings, false), (home.settings, true)] {
      guard let bytes = read(path) else { continue }
      files.append(path)
      let errors = settings.takeOver(bytes, path: path, isHome: isHome)
      problems += errors.map { Failure(.settings($0)) }
      guard let read = try? TOML.parse(bytes) else { continue }
      let wrong = Set(errors.map(\.line))
      for entry in read.entries ?? [] where !wrong.contains(entry.value.line) {
        places[entry.key] = .file(path: path, line: entry.value.line)
      }
      if isHome { document = read }
    }
    rows = SettingKey.allCases.map { key in
      Row(
        name: key.rawValue, value: settings.value(of: key),
        origin: places[key.rawValue] ?? .standard)
    }
    addExam(document, path: home.settings)
    override(options, environment)
  }

  // MARK: Files

  /// The bytes of a file that is there and can be read.
  private mutating func read(_ path: String) -> [UInt8]? {
    do {
      return try App.readIfThere(path)
    } catch {
      problems.append(Failure(.file(error)))
      return nil
    }
  }

  /// The exam's settings, which stand at the top or in a table of their own with blueprints.
  private mutating func addExam(_ document: TOML?, path: String) {
    guard let document else { return }
    do {
      let exam = try ExamSettings(path: path)
      for name in exam.blueprintNames { _ = try exam.blueprint(named: name) }
    } catch {
      if let failure = Failure(error) { problems.append(failure) }
    }
    func place(_ value: TOML) -> Origin { .file(path: path, line: value.line) }
    func set(_ key: SettingKey, _ value: TOML) {
      guard let index = rows.firstIndex(where: { $0.name == key.rawValue }) else { return }
      rows[index] = Row(name: key.rawValue, value: value.value, origin: place(value))
    }
    if let name = document["exam-name"] { set(.examName, name) }
    guard let exam = document["exam"] else { return }
    guard let entries = exam.entries else { return set(.exam, exam) }
    if let index = rows.firstIndex(where: { $0.name == SettingKey.exam.rawValue }) {
      rows[index].origin = .standard
    }
    if let date = exam["date"] { set(.exam, date) }
    if let name = exam["name"] { set(.examName, name) }
    for entry in entries where entry.value.entries != nil {
      rows.append(
        Row(
          name: "exam.\(TOML.key(entry.key))", value: entry.value.value, origin: place(entry.value))
      )
    }
  }

  // MARK: What comes before the files

  private mutating func override(_ options: GlobalOptions, _ environment: (String) -> String?) {
    func set(_ key: SettingKey, _ value: TOML.Value, _ origin: Origin) {
      guard let index = rows.firstIndex(where: { $0.name == key.rawValue }) else { return }
      rows[index] = Row(name: key.rawValue, value: value, origin: origin)
    }
    if options.plain {
      set(.colour, .string("never"), .flag("--plain"))
    } else if let colour = options.colour {
      set(.colour, .string(colour.rawValue), .flag("--colour"))
    } else {
      let decision = ColourChoice(settings.colour)
        .decision(environment: environment, isTerminal: false)
      if case .variable(let name) = decision.reason {
        set(.colour, .string(decision.isOn ? "always" : "never"), .variable(name))
      }
    }
    if options.accessible {
      set(.accessible, .bool(true), .flag("--accessible"))
    } else if !settings.isAccessible {
      for name in ["TRIPOS_ACCESSIBLE", "ACCESSIBLE"].reversed() where environment(name) != nil {
        set(.accessible, .bool(true), .variable(name))
      }
    }
    if settings.editor == nil {
      for name in ["EDITOR", "VISUAL"] {
        if let editor = environment(name) { set(.editor, .string(editor), .variable(name)) }
      }
    }
  }
}
