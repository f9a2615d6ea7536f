import Decks
import Memory
import TOML

/// The settings of the memory while they are read; they are checked together.
private struct MemorySettings {
  var parameters: [Double]
  var retention: Double
  var learningSteps: [Int]
  var relearningSteps: [Int]
  var maximumInterval: Int
  var fuzz: Bool

  init(_ scheduler: Scheduler) {
    self.parameters = scheduler.parameters
    self.retention = scheduler.desiredRetention
    self.learningSteps = scheduler.learningSteps
    self.relearningSteps = scheduler.relearningSteps
    self.maximumInterval = scheduler.maximumInterval
    self.fuzz = scheduler.fuzz
  }

  func scheduler() throws(SettingError) -> Scheduler {
    try Scheduler(
      parameters: parameters, desiredRetention: retention, learningSteps: learningSteps,
      relearningSteps: relearningSteps, maximumInterval: maximumInterval, fuzz: fuzz)
  }
}

extension SettingKey {
  /// The key that a complaint of the scheduler is about.
  fileprivate init(_ error: SettingError) {
    switch error {
    case .parameterCount, .parameter: self = .parameters
    case .desiredRetention: self = .retention
    case .learningStep: self = .learningSteps
    case .relearningStep: self = .relearningSteps
    case .maximumInterval: self = .maximumInterval
    }
  }
}

extension Settings {
  /// The names of all settings, in the order in which they are listed.
  package static var names: [String] { SettingKey.allCases.map(\.rawValue) }

  /// Takes over what a settings file says.
  ///
  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - path: the file's path, for messages.
  ///   - isHome: whether it is the home's file, which alone may touch the memory, and may not name
  ///     programs.
  /// - Throws: the first setting that cannot be used.
  package mutating func read(
    _ bytes: [UInt8], path: String, isHome: Bool
  ) throws(SettingsError) {
    if let first = takeOver(bytes, path: path, isHome: isHome).first { throw first }
  }

  /// Takes over what can be used of a settings file.
  ///
  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - path: the file's path, for messages.
  ///   - isHome: whether it is the home's file, which alone may touch the memory, and may not name
  ///     programs.
  /// - Returns: the settings that cannot be used, in the order of the file; what the scheduler
  ///   cannot work with comes last.
  package mutating func takeOver(_ bytes: [UInt8], path: String, isHome: Bool) -> [SettingsError] {
    let document: TOML
    do {
      document = try TOML.parse(bytes)
    } catch {
      return [SettingsError(path: path, line: error.line, problem: .syntax(error.cause.clause))]
    }
    var problems: [SettingsError] = []
    var memory = MemorySettings(scheduler)
    for entry in document.entries ?? [] {
      do {
        try take(entry.key, isHome: isHome, from: document, memory: &memory)
      } catch {
        problems.append(SettingsError(path: path, line: entry.value.line, problem: error))
      }
    }
    do {
      scheduler = try memory.scheduler()
    } catch {
      let line = document[SettingKey(error).rawValue]?.line ?? 0
      problems.append(SettingsError(path: path, line: line, problem: .memory(error)))
    }
    return problems
  }

  private mutating func take(
    _ name: String, isHome: Bool, from document: TOML, memory: inout MemorySettings
  ) throws(SettingsError.Problem) {
    guard let key = SettingKey(rawValue: name) else {
      throw .unknown(key: name, suggestion: nearest(to: name, among: Settings.names).first)
    }
    if key.touchesMemory && !isHome { throw .homeOnly(key: name) }
    if key.runsPrograms && isHome { throw .userOnly(key: name) }
    do {
      try take(key, from: document, memory: &memory)
    } catch let problem as SettingsError.Problem {
      throw problem
    } catch let error as TOMLTypeError {
      throw .type(error.clause)
    } catch {
      throw .syntax("\(error)")
    }
  }

  private mutating func take(
    _ key: SettingKey, from document: TOML, memory: inout MemorySettings
  ) throws {
    let name = key.rawValue
    func integer(_ range: ClosedRange<Int64>, _ allowed: String) throws -> Int {
      let value = try document.integer(name) ?? range.lowerBound
      guard range.contains(value) else {
        throw SettingsError.Problem.outOfRange(key: name, allowed: allowed)
      }
      return Int(value)
    }
    switch key {
    case .retention:
      let value = try document.number(name) ?? memory.retention
      guard value >= 0.7 && value <= 0.99 else {
        throw SettingsError.Problem.outOfRange(key: name, allowed: "0.7 to 0.99")
      }
      memory.retention = value
    case .learningSteps:
      memory.learningSteps = try steps(name, in: document)
    case .relearningSteps:
      memory.relearningSteps = try steps(name, in: document)
    case .maximumInterval:
      memory.maximumInterval = try integer(1...36_500, "1 to 36500 days")
    case .fuzz: memory.fuzz = try document.bool(name) ?? true
    case .rolloverHour: rolloverHour = try integer(0...23, "0 to 23")
    case .parameters:
      memory.parameters = try (document.array(name) ?? []).map { value throws -> Double in
        switch value.value {
        case .number(let number): return number
        case .integer(let number): return Double(number)
        case .string, .bool, .date, .array, .table:
          throw TOMLTypeError(key: name, line: value.line, expected: .number)
        }
      }
    case .minutes:
      let value = try integer(0...1440, "0 (no end) to 1440")
      limits.minutes = value == 0 ? nil : value
    case .newPerDay: limits.new = try integer(0...10_000, "0 to 10000")
    case .reviewsPerDay:
      let value = try integer(0...100_000, "0 (no limit) to 100000")
      limits.reviews = value == 0 ? nil : value
    case .colour:
      guard let choice = Colour(rawValue: try document.string(name) ?? "") else {
        throw SettingsError.Problem.outOfRange(key: name, allowed: "auto, always or never")
      }
      colour = choice
    case .accessible: isAccessible = try document.bool(name) ?? false
    case .editor: editor = try document.string(name)
    case .backups: makesBackups = try document.bool(name) ?? true
    case .backupSpace:
      backupSpace = Int64(try integer(1...1_000_000, "1 to 1000000 MiB")) << 20
    // The exam's date and blueprints are read where exams are made.
    case .exam, .examName: break
    }
  }
}

/// Steps as written, `"10m"`, in seconds.
private func steps(_ key: String, in document: TOML) throws -> [Int] {
  try (document.strings(key) ?? []).map { text in
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    guard let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()),
      (1...1000).contains(count)
    else { throw SettingsError.Problem.badStep(key: key, text: text) }
    return count * unit
  }
}
