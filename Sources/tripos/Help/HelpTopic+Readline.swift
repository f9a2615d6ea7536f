extension HelpTopic {
  static var readlineTexts: [HelpText] {
    [
      .paragraph(
        "The prompt is GNU readline's: keys and ~/.inputrc work as in your shell. Some of them:"),
      .list([
        HelpText.Entry("Enter", "give the line"),
        HelpText.Entry("Tab", "complete a command; never an answer"),
        HelpText.Entry("Up, Down", "go through earlier commands; never through answers"),
        HelpText.Entry("Ctrl-A, Ctrl-E", "to the start, to the end of the line"),
        HelpText.Entry("Alt-B, Alt-F", "back, forward by a word"),
        HelpText.Entry("Ctrl-W, Ctrl-U", "delete the word before, the line before"),
        HelpText.Entry("Ctrl-Y", "put back what was deleted"),
        HelpText.Entry("Ctrl-_", "undo what was typed"),
        HelpText.Entry("Ctrl-L", "clear the window"),
        HelpText.Entry("Ctrl-C", "drop the line; nothing is marked"),
        HelpText.Entry("Ctrl-D", "stop; every answer is saved"),
        HelpText.Entry("Ctrl-Z", "back to the shell; \"fg\" returns"),
      ]),
      .paragraph(
        "In a session a line that begins with a colon is a command, and a line that begins with a"
          + " space is always an answer. \"?\" lists the commands."),
      .paragraph("What stands between these lines of ~/.inputrc is for Tripos alone:"),
      .example(
        """
        $if tripos
        set editing-mode vi
        set completion-ignore-case on
        $endif
        """),
      .paragraph(
        "Where standard input is no terminal, lines are read as they are, without readline and"
          + " without a prompt."),
    ]
  }
}
