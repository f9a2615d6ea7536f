import ArgumentParser

/// The root of the commands; each is one file in `Commands`.
struct Tripos: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tripos",
    abstract: "Practise until your exam: a quiz and flashcard program for the terminal.",
    discussion: """
      tripos                     what is due today, and a prompt
      tripos review              today's session
      tripos check               read every deck and list its errors
      tripos show CARD           a card's history and why it is due
      tripos help TOPIC          \(HelpTopic.allCases.map(\.rawValue).joined(separator: ", "))

      The learner's answers never leave this computer.
      """,
    version: "tripos \(version)",
    subcommands: [
      HomeCommand.self, ReviewCommand.self, PracticeCommand.self, ExamCommand.self,
      ReadCommand.self, DecksCommand.self, DueCommand.self,
      FindCommand.self, ShowCommand.self, CheckCommand.self, AddCommand.self,
      NewCommand.self, GenerateCommand.self, EditCommand.self, SuspendCommand.self,
      UnflagCommand.self, MarkCommand.self,
      ImportCommand.self, ExportCommand.self, ShareCommand.self,
      BackupCommand.self, RestoreCommand.self, MergeCommand.self,
      SyncCommand.self,
      PathsCommand.self, ScheduleCommand.self,
      StatsCommand.self,
      SampleCommand.self, SettingsCommand.self, CompletionsCommand.self, HelpCommand.self,
      CompleteCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: HomeCommand.self
  )

  /// The program's version, as `--version`, the snapshot and machine output give it.
  static let version = "1.0.0"

  /// When this version was made, as the manual page gives it.
  static let date = "November 25, 2026"
}
