import Decks
import Digest

/// A deck of generated cards, as its file is written.
package struct DeckDraft {
  private let name: String
  private let origin: String
  private let text: SourceText
  private let cards: [GeneratedCard]

  /// - Parameters:
  ///   - name: the deck's name.
  ///   - origin: the text's name, for the front matter.
  ///   - text: the text.
  ///   - cards: its cards, in order.
  package init(name: String, origin: String, text: SourceText, cards: [GeneratedCard]) {
    self.name = name
    self.origin = origin
    self.text = text
    self.cards = cards
  }

  /// The file: front matter with the actors, a heading for each section, and the notes.
  package var contents: String {
    var parts = [frontMatter]
    var section: [String] = []
    for card in cards {
      if card.section != section {
        // A heading that stands over both is not repeated.
        let shared = zip(card.section, section).prefix { $0 == $1 }.count
        for (level, title) in card.section.enumerated().dropFirst(shared) {
          parts.append(String(repeating: "#", count: min(6, level + 1)) + " " + oneLine(title))
        }
        section = card.section
      }
      parts.append(note(card))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var frontMatter: String {
    var lines = ["---", "name = \(quoted(name))", "source = \(quoted(origin))"]
    var taken: Set<String> = []
    for actor in actors {
      let names = actor.also.filter { !taken.contains(folded($0)) }
      lines += ["", "[actors.\(quoted(actor.name))]", "kind = \(quoted(actor.kind.rawValue))"]
      if !names.isEmpty { lines.append("also = [\(names.map(quoted).joined(separator: ", "))]") }
      taken.formUnion(names.map(folded))
    }
    return (lines + ["---"]).joined(separator: "\n")
  }

  /// The actors who are answers, each once, no name under two of them.
  private var actors: [Actor] {
    var found: [Actor] = []
    var taken: Set<String> = []
    for actor in cards.compactMap(\.actor) where !taken.contains(folded(actor.name)) {
      taken.insert(folded(actor.name))
      found.append(actor)
    }
    return found.map { actor in
      var actor = actor
      var own: Set<String> = []
      actor.also = actor.also.filter { name in
        !taken.contains(folded(name)) && own.insert(folded(name)).inserted
      }
      return actor
    }
  }

  private func folded(_ name: String) -> String {
    let key = name.lowercased()
    return key.hasPrefix("the ") ? String(key.dropFirst(4)) : key
  }

  private func note(_ card: GeneratedCard) -> String {
    var note = NoteSource(prompt: card.prompt, answer: card.answer)
    note.also = card.accepted
    note.kind = card.kind
    note.event = card.event
    note.source = "line \(text.line(of: card.source.lowerBound)): \(card.sentence)"
    note.id = DeckDraft.identifier(of: card)
    guard card.form.isCloze else { return note.text }
    // A cloze is written as the sentence with its answer in brackets.
    let parts = card.prompt.split(
      separator: GeneratedCard.blank, maxSplits: 1, omittingEmptySubsequences: false)
    let sentence = parts.map { escaped(oneLine(String($0))) }
    let spaces = parts.first?.last == " " ? " " : ""
    let fields = note.text.split(separator: "\n").dropFirst(2)
    let after = parts.last?.first == " " ? " " : ""
    return
      (["C: \(sentence.first ?? "")\(spaces)[\(card.answer)]\(after)\(sentence.last ?? "")"]
      + fields.map(String.init)).joined(separator: "\n")
  }

  private func escaped(_ text: String) -> String {
    text.replacing("[", with: "\\[").replacing("]", with: "\\]")
  }

  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func quoted(_ text: String) -> String {
    let plain = String(
      text.map { $0.isNewline || $0 == "\t" ? " " : $0 }
        .filter { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f } })
    return "\"" + plain.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// A name that stays while sentence, form and answer stay: 80 bits of their SHA-256.
  package static func identifier(of card: GeneratedCard) -> String {
    let words = card.sentence.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let bytes = SHA256.hash("\(card.form.rawValue)\n\(words)\n\(card.answer)".utf8)
    return "g-" + Base32.encode(bytes.prefix(10))
  }
}
