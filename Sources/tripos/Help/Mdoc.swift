/// Writes mdoc, the language of manual pages, with every character safe in its place.
struct Mdoc {
  private var lines: [String] = []
  /// Whether a paragraph break would stand where one is made anyway.
  private var isFresh = true

  /// The page so far.
  var text: String { lines.joined(separator: "\n") }

  mutating func macro(_ name: String, _ arguments: String..., raw: Bool = false) {
    let words = arguments.map { raw ? $0 : escaped($0) }
    lines.append(([".\(name)"] + words).joined(separator: " "))
    isFresh = false
  }

  mutating func section(_ title: String) {
    lines.append(".Sh \(escaped(title))")
    isFresh = true
  }

  mutating func subsection(_ title: String) {
    lines.append(".Ss \(escaped(title))")
    isFresh = true
  }

  /// A command line: the words of the command, and its arguments as macros.
  mutating func synopsis(_ command: [String], _ arguments: [String]) {
    lines.append(".Nm")
    lines.append(".Cm \(command.map(escaped).joined(separator: " "))")
    for argument in arguments { lines.append(".\(argument)") }
    isFresh = false
  }

  mutating func paragraph(_ words: String) {
    if !isFresh { lines.append(".Pp") }
    text(words)
  }

  /// Words as they stand; each sentence begins a line, and none is longer than a terminal's.
  mutating func text(_ words: String) {
    var line = ""
    for word in words.split(whereSeparator: \.isWhitespace).map({ escaped(String($0)) }) {
      if !line.isEmpty && (line.hasSuffix(".") || line.count + 1 + word.count > 78) {
        lines.append(guarded(line))
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { lines.append(guarded(line)) }
    isFresh = false
  }

  /// Lines that keep their spaces.
  mutating func display(_ words: String) {
    if !isFresh { lines.append(".Pp") }
    lines.append(".Bd -literal -offset indent -compact")
    for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(guarded(escaped(String(line))))
    }
    lines.append(".Ed")
    isFresh = false
  }

  mutating func beginList() { lines.append(".Bl -tag -width Ds") }

  mutating func endList() {
    lines.append(".El")
    isFresh = false
  }

  /// An item whose term is made of macros.
  mutating func item(_ macros: String) {
    lines.append(".It \(macros)")
    isFresh = true
  }

  /// An item whose term is words.
  mutating func item(quoted term: String) {
    // A colon at the end would count as punctuation of the page.
    item("Li \"\(escaped(term))\(term.hasSuffix(":") ? "\\&" : "")\"")
  }

  /// A line that no program takes for a request.
  private func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("\\(aq") ? "\\&\(line)" : line
  }

  /// Text in which a backslash, a quotation mark and a dash mean themselves.
  private func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\\": result += "\\e"
      case "\"": result += "\\(dq"
      case "-": result += "\\-"
      case "~": result += "\\(ti"
      case "^": result += "\\(ha"
      case "`": result += "\\(ga"
      case "'": result += "\\(aq"
      case _: result.append(character)
      }
    }
  }
}
