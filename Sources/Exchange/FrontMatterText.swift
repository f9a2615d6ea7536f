import Decks

/// The front matter of a new deck.
enum FrontMatterText {
  /// The lines between and with the two `---`; empty where there is nothing to say.
  static func text(name: String?, source: String?, actors: [Actor]) -> String {
    var lines: [String] = []
    func add(_ key: String, _ value: String?) {
      if let value { lines.append("\(key) = \(quoted(value))") }
    }
    add("name", name)
    add("source", source)
    for actor in actors {
      lines += ["", "[actors.\(quoted(actor.name))]"]
      add("kind", actor.kind.rawValue)
      if !actor.also.isEmpty {
        lines.append("also = [\(actor.also.map(quoted).joined(separator: ", "))]")
      }
      add("role", actor.role)
      add("state", actor.state)
      add("from", actor.from)
      add("to", actor.to)
      add("demonym", actor.demonym)
      add("capital", actor.capital)
    }
    return lines.isEmpty ? "" : "---\n\(lines.joined(separator: "\n"))\n---\n"
  }

  /// A basic string of TOML.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\0"..<" ", "\u{7f}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      case _: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
