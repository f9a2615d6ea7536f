import Decks

/// The actors of generated cards as lines of a deck's front matter.
struct ActorLines {
  private var taken: Set<String> = []
  private let known: FrontMatter

  /// - Parameter known: the deck's front matter, whose names are not given to another actor.
  init(besides known: FrontMatter = FrontMatter()) { self.known = known }

  /// A table for each actor who is an answer and not known yet, no name under two of them.
  mutating func lines(for cards: [GeneratedCard]) -> [String] {
    var lines: [String] = []
    let actors = cards.compactMap(\.actor).filter { claim($0.name) }
    for actor in actors {
      let names = actor.also.filter { claim($0) }
      lines += ["", "[actors.\(tomlString(actor.name))]"]
      lines.append("kind = \(tomlString(actor.kind.rawValue))")
      if !names.isEmpty {
        lines.append("also = [\(names.map(tomlString).joined(separator: ", "))]")
      }
    }
    return lines
  }

  private mutating func claim(_ name: String) -> Bool {
    let lower = name.lowercased()
    let key = lower.hasPrefix("the ") ? String(lower.dropFirst(4)) : lower
    return known.actor(named: name) == nil && taken.insert(key).inserted
  }
}

/// A text as TOML writes it on one line, without control characters.
func tomlString(_ text: String) -> String {
  let plain = String(
    text.map { $0.isNewline || $0 == "\t" ? " " : $0 }
      .filter { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f } })
  return "\"" + plain.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}
