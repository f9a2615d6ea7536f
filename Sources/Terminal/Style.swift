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

  /// Decides for one stream; the first rule that speaks wins: the flag, NO_COLOR, FORCE_COLOR or
  /// CLICOLOR_FORCE, TERM, CLICOLOR, and last whether the stream is a terminal.
  ///
  /// - Parameters:
  ///   - environment: looks a variable up.
  ///   - isTerminal: whether the stream is a terminal.
  /// - Returns: whether colour is written.
  package func isOn(
    environment: (String) -> String?, isTerminal: Bool
  ) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    func isSet(_ name: String) -> Bool { !(environment(name) ?? "").isEmpty }
    if isSet("NO_COLOR") { return false }
    if isSet("FORCE_COLOR") || isSet("CLICOLOR_FORCE") { return true }
    let terminal = environment("TERM") ?? ""
    if terminal.isEmpty || terminal == "dumb" { return false }
    if environment("CLICOLOR") == "0" { return false }
    return isTerminal
  }
}
