/// What `tripos help` explains beside the commands.
enum HelpTopic: String, CaseIterable, Hashable, Sendable {
  case exitCodes = "exit-codes"
  case environment
  case formats
  case readline
  case settings

  /// What it is about, for the list of topics.
  var abstract: String {
    switch self {
    case .exitCodes: "What the program's exit codes mean."
    case .environment: "The variables that are looked at, and what comes before what."
    case .formats: "The files that are read and written."
    case .readline: "Keys at the prompt, and how to change them."
    case .settings: "The keys of tripos.toml."
    }
  }

  /// The help itself.
  var texts: [HelpText] {
    switch self {
    case .exitCodes: HelpTopic.exitCodeTexts
    case .environment: HelpTopic.environmentTexts
    case .formats: HelpTopic.formatTexts
    case .readline: HelpTopic.readlineTexts
    case .settings: HelpTopic.settingTexts
    }
  }
}
