/// What a run of text means; a colour is only ever added to words that say the same.
package enum Style: Hashable, Sendable {
  case right
  case almost
  case wrong
  /// What stands back: the line above a question, a hint.
  case quiet
  case strong

  /// The parameters of the SGR sequence.
  ///
  /// Blue and yellow instead of green and red, for readers who cannot tell those two; only the 16
  /// colours that a theme defines.
  var parameters: String {
    switch self {
    case .right: "1;34"
    case .almost: "1;33"
    case .wrong: "1;33"
    case .quiet: "2"
    case .strong: "1"
    }
  }
}

/// Whether colour is used.
package enum ColourChoice: String, CaseIterable, Hashable, Sendable {
  case auto
  case always
  case never

  /// What decided whether colour is used.
  package enum Reason: Hashable, Sendable {
    /// The choice itself: always or never.
    case choice
    /// An environment variable.
    case variable(String)
    /// Whether the stream is a terminal.
    case stream
  }

  /// Decides for one stream; the first rule that speaks wins: the flag, NO_COLOR, FORCE_COLOR or
  /// CLICOLOR_FORCE, TERM, CLICOLOR, and last whether the stream is a terminal.
  ///
  /// - Parameters:
  ///   - environment: looks a variable up.
  ///   - isTerminal: whether the stream is a terminal.
  /// - Returns: whether colour is written, and what decided.
  package func decision(
    environment: (String) -> String?, isTerminal: Bool
  ) -> (isOn: Bool, reason: Reason) {
    switch self {
    case .always: return (true, .choice)
    case .never: return (false, .choice)
    case .auto: break
    }
    func isSet(_ name: String) -> Bool { !(environment(name) ?? "").isEmpty }
    if isSet("NO_COLOR") { return (false, .variable("NO_COLOR")) }
    for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] where isSet(name) {
      return (true, .variable(name))
    }
    let terminal = environment("TERM") ?? ""
    if terminal.isEmpty || terminal == "dumb" { return (false, .variable("TERM")) }
    if environment("CLICOLOR") == "0" { return (false, .variable("CLICOLOR")) }
    return (isTerminal, .stream)
  }

  /// Whether colour is written to a stream.
  ///
  /// - Parameters:
  ///   - environment: looks a variable up.
  ///   - isTerminal: whether the stream is a terminal.
  /// - Returns: what `decision` says.
  package func isOn(environment: (String) -> String?, isTerminal: Bool) -> Bool {
    decision(environment: environment, isTerminal: isTerminal).isOn
  }
}
