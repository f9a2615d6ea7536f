/// One key of `tripos.toml`, in the order in which settings are listed.
package enum SettingKey: String, CaseIterable, Hashable, Sendable {
  case retention
  case learningSteps = "learning-steps"
  case relearningSteps = "relearning-steps"
  case maximumInterval = "maximum-interval"
  case fuzz
  case rolloverHour = "rollover-hour"
  case parameters
  case exam
  case examName = "exam-name"
  case minutes
  case newPerDay = "new-per-day"
  case reviewsPerDay = "reviews-per-day"
  case colour
  case accessible
  case editor
  case backups
  case backupSpace = "backup-space"

  /// Whether it changes what is remembered when: then only the home's file may hold it, so that
  /// every device that shares the home computes the same.
  package var touchesMemory: Bool {
    switch self {
    case .retention, .learningSteps, .relearningSteps, .maximumInterval, .fuzz, .rolloverHour,
      .parameters, .exam, .examName:
      true
    case .minutes, .newPerDay, .reviewsPerDay, .colour, .accessible, .editor,
      .backups, .backupSpace:
      false
    }
  }

  /// Whether it names a program to run: then only the user's own file may hold it, as the home's
  /// may come from elsewhere, with a deck or by a sync.
  package var runsPrograms: Bool { self == .editor }
}
