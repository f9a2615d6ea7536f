import Memory
import TOML

extension Settings {
  /// What a setting is now, as a file would give it.
  ///
  /// - Parameter key: the setting.
  /// - Returns: its value; `nil` where it has none, and for the exam's, which are read where exams
  ///   are made.
  package func value(of key: SettingKey) -> TOML.Value? {
    switch key {
    case .retention: .number(scheduler.desiredRetention)
    case .learningSteps: Settings.steps(scheduler.learningSteps)
    case .relearningSteps: Settings.steps(scheduler.relearningSteps)
    case .maximumInterval: .integer(Int64(scheduler.maximumInterval))
    case .fuzz: .bool(scheduler.fuzz)
    case .rolloverHour: .integer(Int64(rolloverHour))
    case .parameters: .array(scheduler.parameters.map { TOML(.number($0), line: 1) })
    case .exam, .examName: nil
    case .minutes: .integer(Int64(limits.minutes ?? 0))
    case .newPerDay: .integer(Int64(limits.new))
    case .reviewsPerDay: .integer(Int64(limits.reviews ?? 0))
    case .colour: .string(colour.rawValue)
    case .accessible: .bool(isAccessible)
    case .editor: editor.map(TOML.Value.string)
    case .backups: .bool(makesBackups)
    case .backupSpace: .integer(backupSpace >> 20)
    }
  }

  /// Seconds as steps are written: `"10m"`.
  private static func steps(_ steps: [Int]) -> TOML.Value {
    .array(
      steps.map { seconds in
        let (size, unit) =
          [(86_400, "d"), (3600, "h"), (60, "m")].first { seconds.isMultiple(of: $0.0) } ?? (1, "s")
        return TOML(.string("\(seconds / size)\(unit)"), line: 1)
      })
  }
}
