import Decks
import Digest

/// A generated card as a note of a deck, marked as a draft.
struct DraftNote {
  let card: GeneratedCard
  /// The note's `Id:`.
  let id: String
  /// The line of the source that the sentence begins on, counted from 1.
  let line: Int

  /// The note's lines.
  var text: String {
    var note = NoteSource(prompt: card.prompt, answer: card.answer)
    note.also = card.accepted
    note.kind = card.kind
    note.event = card.event
    note.source = SourcePlace(line: line, sentence: card.sentence).text
    note.tags = [DraftMark.tag]
    note.id = id
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
}

extension DraftNote {
  /// The notes of cards, in order, each with an `Id:` of its own.
  static func all(_ cards: [GeneratedCard], of text: SourceText) -> [DraftNote] {
    let lines = LineNumbers(text.source)
    var taken: Set<String> = []
    return cards.map { card in
      var id = identifier(of: card, by: "")
      // Two questions of one form about one sentence may share their answer.
      if !taken.insert(id).inserted {
        id = identifier(of: card, by: "\n" + card.prompt)
        taken.insert(id)
      }
      return DraftNote(card: card, id: id, line: lines.number(at: card.source.lowerBound))
    }
  }

  /// A name that stays while sentence, form and answer stay: twice 40 bits of SHA-256.
  private static func identifier(of card: GeneratedCard, by addition: String) -> String {
    let sentence = oneLine(card.sentence)
    let whole = "\(card.form.rawValue)\n\(sentence)\n\(card.answer)\(addition)"
    return GeneratedId.make(
      sentence: Base32.encode(SHA256.hash(sentence.utf8).prefix(5)),
      card: Base32.encode(SHA256.hash(whole.utf8).prefix(5)))
  }
}

/// A text with every run of white space made one space, none at the ends.
func oneLine(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// The value of a generated note's source field.
///
/// Written as `line 12: The sentence.`
package struct SourcePlace: Hashable, Sendable {
  /// Counted from 1.
  package var line: Int
  package var sentence: String

  package init(line: Int, sentence: String) {
    self.line = line
    self.sentence = sentence
  }

  /// Reads a field; `nil` for one that generation did not write.
  package init?(_ field: String) {
    guard field.hasPrefix("line "), let colon = field.firstIndex(of: ":"),
      let line = Int(field[field.index(field.startIndex, offsetBy: 5)..<colon]), line > 0
    else { return nil }
    self.line = line
    self.sentence = oneLine(String(field[field.index(after: colon)...]))
  }

  package var text: String { "line \(line): \(oneLine(sentence))" }
}

/// The lines of a text by their bytes.
private struct LineNumbers {
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    starts = [0] + bytes.indices.lazy.filter { bytes[$0] == 0x0a }.map { $0 + 1 }
  }

  /// The number of the line that a byte stands on, counted from 1.
  func number(at offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }
}
