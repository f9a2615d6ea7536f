/// Text that a terminal may see: the only kind that `Screen` takes.
///
/// Written as a literal with interpolations. The literal parts are the program's own words; every
/// string put in with `\(…)` counts as hostile and passes the sanitiser, so that a deck, a file name
/// or a typed answer cannot move the cursor, set the title or forge a mark.
package struct SafeText: Hashable, Sendable {
  /// A run of characters in one style.
  struct Run: Hashable, Sendable {
    var text: String
    var style: Style?
  }

  var runs: [Run] = []

  /// No text.
  package init() {}

  /// Text from outside, made safe on one line: line breaks become spaces.
  package init(line text: some StringProtocol, style: Style? = nil) {
    append(sanitise(text, keepingLines: false), style)
  }

  /// Text from outside, made safe with its line breaks.
  package init(block text: some StringProtocol, style: Style? = nil) {
    append(sanitise(text, keepingLines: true), style)
  }

  /// The characters without their styles.
  package var plain: String { runs.reduce(into: "") { $0 += $1.text } }

  /// Whether there is nothing to show.
  package var isEmpty: Bool { runs.isEmpty }

  /// The two texts after each other.
  package static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.runs += right.runs
    return sum
  }

  package static func += (left: inout Self, right: Self) { left.runs += right.runs }

  /// The same text in one style.
  package func styled(_ style: Style) -> SafeText {
    var copy = self
    for index in copy.runs.indices { copy.runs[index].style = style }
    return copy
  }

  /// The same text with a comma for each dot between parts.
  var plainParts: SafeText { mapped(SafeText.withoutDots) }

  /// The same text as it is to be read aloud: commas for the dots between parts and for the spaces
  /// between columns, a word for a blank.
  var spoken: SafeText {
    var copy = mapped { SafeText.withoutDots($0).replacing("[…]", with: "(blank)") }
    var spaces = 0
    var last: Character = "\n"
    for index in copy.runs.indices {
      var text = ""
      for character in copy.runs[index].text {
        if character == " " {
          spaces += 1
          continue
        }
        // Two spaces after a sentence are a habit of typing, and those at the start are an indent.
        let gap = last.isLetter || last.isNumber ? 2 : last.isNewline || last == ":" ? Int.max : 3
        let isColumn = spaces >= gap
        text += isColumn ? ", " : String(repeating: " ", count: spaces)
        text.append(character)
        (spaces, last) = (0, character)
      }
      copy.runs[index].text = text
    }
    return copy
  }

  /// A text with a comma for each dot between its parts.
  static func withoutDots(_ text: String) -> String { text.replacing(" · ", with: ", ") }

  private func mapped(_ change: (String) -> String) -> SafeText {
    var copy = self
    for index in copy.runs.indices { copy.runs[index].text = change(copy.runs[index].text) }
    return copy
  }

  fileprivate mutating func append(_ text: String, _ style: Style?) {
    if !text.isEmpty { runs.append(Run(text: text, style: style)) }
  }
}

extension SafeText: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { append(value, nil) }

  package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.text }

  /// Collects the program's words and the sanitised values between them.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = SafeText()

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { text.append(literal, nil) }

    /// Text from outside, on one line.
    package mutating func appendInterpolation(_ value: some StringProtocol, style: Style? = nil) {
      text += SafeText(line: value, style: style)
    }

    /// A number of ours.
    package mutating func appendInterpolation(_ value: some BinaryInteger) {
      text.append(String(value), nil)
    }

    /// Text that is safe already.
    package mutating func appendInterpolation(_ value: SafeText) { text += value }
  }
}

extension Sequence where Element == SafeText {
  /// The texts with `separator` between them.
  package func joined(separator: SafeText) -> SafeText {
    var sum = SafeText()
    for (index, text) in enumerated() {
      if index > 0 { sum += separator }
      sum += text
    }
    return sum
  }
}
