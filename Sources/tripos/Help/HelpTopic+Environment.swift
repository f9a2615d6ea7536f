extension HelpTopic {
  static var environmentTexts: [HelpText] {
    [
      .paragraph(
        "A flag comes before a variable, a variable before the home's tripos.toml, and that before"
          + " your own tripos.toml. A variable that is set to nothing counts as not set."),
      .list([
        HelpText.Entry("TRIPOS_HOME", "The home folder, as --home names it."),
        HelpText.Entry(
          "TRIPOS_ACCESSIBLE, ACCESSIBLE",
          "Words in place of symbols, for screen readers, as --accessible has them."),
        HelpText.Entry(
          "VISUAL, EDITOR", "The editor for \"tripos edit\", where no setting names one."),
        HelpText.Entry(
          "PAGER", "What long statistics are read in, in place of less; cat for none."),
        HelpText.Entry("HOME", "Where the folders below are, where they are not set."),
        HelpText.Entry(
          "XDG_DATA_HOME", "tripos in it is the home where no nearer one is found (~/.local/share)."
        ),
        HelpText.Entry("XDG_CONFIG_HOME", "Your own tripos/tripos.toml (~/.config)."),
        HelpText.Entry(
          "XDG_STATE_HOME", "This device's id and the history of commands (~/.local/state)."),
        HelpText.Entry("XDG_CACHE_HOME", "Indices that can always be made again (~/.cache)."),
        HelpText.Entry("INPUTRC", "Your readline settings, in place of ~/.inputrc."),
        HelpText.Entry("TZ", "The time zone."),
        HelpText.Entry("TMPDIR", "Where a text lies while another program reads it (/tmp)."),
      ]),
      .paragraph(
        "Colour is decided for standard output and standard error apart. The first rule that speaks"
          + " wins:"),
      .list([
        HelpText.Entry("--colour, --plain", "always, never, or auto: the next rules decide."),
        HelpText.Entry("colour in tripos.toml", "The same, for every command."),
        HelpText.Entry("NO_COLOR", "Set to anything: no colour."),
        HelpText.Entry("FORCE_COLOR, CLICOLOR_FORCE", "Set to anything: colour."),
        HelpText.Entry("TERM", "dumb or not set: no colour."),
        HelpText.Entry("CLICOLOR", "0: no colour."),
        HelpText.Entry("none of these", "Colour where the output is a terminal."),
      ]),
      .paragraph("A colour is only ever added to words that say the same."),
    ]
  }
}
