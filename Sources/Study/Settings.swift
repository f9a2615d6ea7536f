import Memory

/// The settings of `tripos.toml`, with defaults that work without reading anything.
package struct Settings: Hashable, Sendable {
  /// When colour is used, as `--colour` takes it.
  package enum Colour: String, CaseIterable, Hashable, Sendable {
    case auto
    case always
    case never
  }

  /// The memory model with its parameters, steps and retention.
  package var scheduler = Scheduler()
  /// The local hour at which a study day begins, 0–23.
  package var rolloverHour = 4
  package var limits = DayLimits()
  package var colour = Colour.auto
  /// Whether words stand in place of symbols, for screen readers.
  package var isAccessible = false
  /// The editor's command line; `nil` for what the environment names.
  package var editor: String?
  /// Whether a backup is made on each day of study.
  package var makesBackups = true
  /// How many bytes these backups may take together.
  package var backupSpace: Int64 = 1024 << 20

  package init() {}
}

/// A setting that cannot be used, and where it stands.
package struct SettingsError: Error, Hashable, Sendable {
  /// What is wrong with a setting.
  package enum Problem: Error, Hashable, Sendable {
    /// The file is no TOML; carries what the reader says.
    case syntax(String)
    /// The value is of another type; carries what the reader says.
    case type(String)
    case unknown(key: String, suggestion: String?)
    /// Belongs into the home's file, since it touches the memory.
    case homeOnly(key: String)
    /// Belongs into the user's own file, since it names a program to run.
    case userOnly(key: String)
    case outOfRange(key: String, allowed: String)
    case badStep(key: String, text: String)
    /// The scheduler cannot work with it.
    case memory(SettingError)
    case unreadable(String)
  }

  package let path: String
  /// Counted from 1; 0 where the whole file is meant.
  package let line: Int
  package let problem: Problem

  package init(path: String, line: Int, problem: Problem) {
    self.path = path
    self.line = line
    self.problem = problem
  }
}
