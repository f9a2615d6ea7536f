import Study

extension HelpTopic {
  static var settingTexts: [HelpText] {
    func entries(touchingMemory: Bool) -> HelpText {
      .list(
        SettingKey.allCases.filter { $0.touchesMemory == touchingMemory }.map {
          HelpText.Entry($0.rawValue, $0.meaning)
        })
    }
    return [
      .paragraph(
        "Settings stand in tripos.toml; each is optional. \"tripos settings\" shows their values and"
          + " where they come from, \"tripos settings --check\" names what is wrong by its line."),
      .paragraph("These change the memory, and stand in the home's tripos.toml only:"),
      entries(touchingMemory: true),
      .paragraph(
        "These are your habits, and may also stand in your own tripos.toml (\"tripos paths\" shows"
          + " both):"),
      entries(touchingMemory: false),
      .example(
        """
        retention = 0.92
        learning-steps = ["1m", "10m"]
        minutes = 30

        [exam]
        date = 2027-06-14
        name = "Finals"

        [exam.mock]
        questions = 30
        minutes = 45
        """),
    ]
  }
}

extension SettingKey {
  /// What it sets, and what is allowed.
  var meaning: String {
    switch self {
    case .retention: "the chance of recall at which a card is due, 0.7 to 0.99"
    case .learningSteps: "waits before a new card's first days: s, m, h or d"
    case .relearningSteps: "waits after a card was forgotten"
    case .maximumInterval: "the longest wait, in days"
    case .fuzz: "true to spread due days a little"
    case .rolloverHour: "the local hour at which a study day begins, 0 to 23"
    case .parameters: "the 21 numbers of FSRS-6"
    case .exam: "the day of the exam, or a table with date, name and blueprints"
    case .examName: "what the exam is called"
    case .minutes: "how long a session lasts; 0 for no end"
    case .newPerDay: "new cards a day"
    case .reviewsPerDay: "reviews a day; 0 for as many as are due"
    case .colour: "auto, always or never"
    case .accessible: "true for words in place of symbols, for screen readers"
    case .editor: "the editor's command, in place of $VISUAL and $EDITOR; in your own file only"
    case .backups: "whether each day of study ends with a backup; true at first"
    case .backupSpace: "the most that these backups may take, in MiB; 1024 at first"
    }
  }
}
