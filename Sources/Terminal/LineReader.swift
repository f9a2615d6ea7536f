/// Where the learner's lines come from: a terminal with readline, a pipe, or a test.
package protocol LineReader: AnyObject {
  /// Whether a person sits at a terminal, so that prompts are shown.
  var isInteractive: Bool { get }

  /// Shows the prompt where there is one and waits for a line.
  func read(_ prompt: Prompt) -> LineEnd
}

/// What a line is asked with.
package struct Prompt: Sendable {
  /// A short fixed text of ours, such as `year>`; never text from a deck.
  package var text: String
  /// Text that stands in the line already, to be edited.
  package var prefill: String?
  /// The whole lines that Tab completes to.
  package var completions: [String]
  /// How long to wait, in milliseconds; `nil` for ever.
  package var timeout: Int?
  /// Whether Enters that were typed before the prompt opened are dropped.
  package var dropsEarlyEnters: Bool

  package init(
    _ text: String, prefill: String? = nil, completions: [String] = [], timeout: Int? = nil,
    dropsEarlyEnters: Bool = true
  ) {
    self.text = text
    self.prefill = prefill
    self.completions = completions
    self.timeout = timeout
    self.dropsEarlyEnters = dropsEarlyEnters
  }
}

/// How a wait for a line ended.
package enum LineEnd: Hashable, Sendable {
  case line(String)
  /// The input is at its end: Ctrl-D, or the pipe is empty.
  case endOfInput
  /// Ctrl-C; carries what had been typed.
  case interrupted(partial: String)
  /// The time ran out; carries what had been typed.
  case timedOut(partial: String)
  /// A signal asks the program to leave.
  case terminated(signal: Int32)
}
