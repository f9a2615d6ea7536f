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
      PathsCommand.self, ScheduleCommand.self,
    ],
    defaultSubcommand: HomeCommand.self
  )

  /// The program's version, as `--version`, the snapshot and machine output give it.
  static let version = "1.0.0"
}
