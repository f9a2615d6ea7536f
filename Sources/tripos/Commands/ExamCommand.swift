import ArgumentParser

/// `tripos exam`: mock exams from the decks.
struct ExamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exam",
    abstract: "Sit a mock exam, and see what to read again.",
    discussion: """
      tripos exam                                   20 questions in 20 minutes, dates and actors
      tripos exam --questions 30 --time 40m --about dates,actors,numbers
      tripos exam "North Korea" --sections "Aid during=2" Cambodia --ask typed,choice,order
      tripos exam --resume                          go on after a break
      tripos exam show 3                            the report of the third exam

      A blueprint in tripos.toml, sat with "tripos exam finals":
        [exam.finals]
        questions = 30
        minutes = 40
        about = { dates = 2, actors = 1 }
        pass = 0.6
      """,
    subcommands: [
      SitExamCommand.self, ListExamsCommand.self, ShowExamCommand.self, AgainExamCommand.self,
      PrintExamCommand.self, ExamDateCommand.self,
    ],
    defaultSubcommand: SitExamCommand.self)
}
