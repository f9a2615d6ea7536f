import Decks

/// What the comment lines before a question say of it.
///
/// Moodle's own `[id:…]` and `[tag:…]`, and the field lines of a deck, which other programs pass over:
/// `// Kind: date`. A line `// C:` says that the answer is a blank of a sentence, `// C: 1` that it is
/// the first of a note.
struct GIFTComments {
  private(set) var kind: CardKind?
  private(set) var event: String?
  private(set) var source: String?
  private(set) var id: String?
  private(set) var tags: [String] = []
  private(set) var isCloze = false
  private(set) var isNewNote = false

  init(_ comments: [String]) {
    for comment in comments {
      if let value = Self.value(of: "Kind", in: comment) {
        kind = CardKind(rawValue: value)
      } else if let value = Self.value(of: "Event", in: comment) {
        event = value
      } else if let value = Self.value(of: "Source", in: comment) {
        source = value
      } else if let value = Self.value(of: "C", in: comment) {
        isCloze = true
        isNewNote = value == "1"
      } else {
        takeMarks(comment)
      }
    }
  }

  /// The fields of the answer.
  func answer(also: [String]) -> NoteFields.Answer {
    NoteFields.Answer(also: also, kind: kind, event: event)
  }

  /// The comment lines for a card, in the same form.
  ///
  /// - Parameters:
  ///   - note: the card's note.
  ///   - index: which of its answers the card asks, from 0.
  /// - Returns: the lines, without `//`.
  static func lines(_ note: NoteSource, answer index: Int) -> [String] {
    var lines: [String] = []
    if case .cloze = note.body { lines.append("C: \(index + 1)") }
    let marks =
      (note.id.map { ["[id:\(escaped($0))]"] } ?? [])
      + note.tags.map { "[tag:\(escaped($0))]" }
    if !marks.isEmpty { lines.append(marks.joined(separator: " ")) }
    let answer = note.answers.indices.contains(index) ? note.answers[index] : NoteFields.Answer()
    if let kind = answer.kind { lines.append("Kind: \(kind.rawValue)") }
    if let event = answer.event { lines.append("Event: \(event)") }
    if let source = note.source { lines.append("Source: \(source)") }
    return lines
  }

  private static func value(of field: String, in comment: String) -> String? {
    guard comment.hasPrefix("\(field):") else { return nil }
    return comment.dropFirst(field.count + 1).trimmed
  }

  private mutating func takeMarks(_ comment: String) {
    var rest = comment[...]
    while let open = rest.firstIndex(of: "[") {
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstUnescaped(where: { $0 == "]" }) else { return }
      let mark = inside[..<close].replacing("\\]", with: "]").replacing("\\\\", with: "\\")
      if mark.hasPrefix("id:") { id = mark.dropFirst(3).trimmed }
      if mark.hasPrefix("tag:") { tags.append(mark.dropFirst(4).trimmed) }
      rest = inside[inside.index(after: close)...]
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("]", with: "\\]")
  }
}
