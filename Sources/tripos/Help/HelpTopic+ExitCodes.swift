extension HelpTopic {
  static var exitCodeTexts: [HelpText] {
    [
      .paragraph(
        "The exit code says whether a command could do its work. A wrong answer is no error, and a"
          + " session that is left early ends with 0."),
      .list(ExitStatus.all.map { HelpText.Entry(String($0.code), $0.meaning) }),
      .paragraph("The numbers from 64 on are those of sysexits, as many programs use them."),
      .example(
        """
        tripos due --exit-code || echo "Something is due."
        tripos check || exit
        """),
    ]
  }
}
