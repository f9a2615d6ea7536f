/// The text of a new note, as it is written into a deck.
package struct NoteSource: Hashable, Sendable {
  package var prompt: String
  package var answer: String
  package var also: [String] = []
  package var kind: CardKind?
  package var event: String?
  package var why: String?
  package var source: String?
  package var tags: [String] = []
  package var id: String?

  /// A `Q:` note without field lines.
  package init(prompt: String, answer: String) {
    self.prompt = prompt
    self.answer = answer
  }

  /// The lines of the note, without a line end after the last.
  ///
  /// A line of prompt or answer that would begin something else gets a backslash.
  package var text: String {
    let isLong = answer.trimmed.contains { $0.isNewline }
    var lines = ["Q: " + plain(prompt, afterMarker: true)]
    lines.append((isLong ? "A:\n" : "A: ") + plain(answer, afterMarker: !isLong))
    func add(_ field: NoteField, _ value: String?) {
      guard let value = value.map(oneLine), !value.isEmpty else { return }
      lines.append("\(field.rawValue): \(value)")
    }
    for alias in also { add(.also, alias) }
    add(.kind, kind?.rawValue)
    add(.event, event)
    add(.why, why)
    add(.source, source)
    add(.tags, tags.joined(separator: ", "))
    add(.id, id)
    return lines.joined(separator: "\n")
  }

  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text with a backslash before each line that would begin something else; the first line is
  /// none of them where it stands after a marker.
  private func plain(_ text: String, afterMarker: Bool) -> String {
    let lines = text.trimmed.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.enumerated().map { index, line in
      let mayBegin = index > 0 || !afterMarker
      return mayBegin && beginsSomething(Array(line.utf8)[...]) ? "\\\(line)" : String(line)
    }.joined(separator: "\n")
  }

  private func beginsSomething(_ line: ArraySlice<UInt8>) -> Bool {
    if FieldLine(line) != nil { return true }
    switch DeckLine(line) {
    case .question, .answer, .cloze, .separator, .heading: return true
    case .fence, .text: return false
    }
  }
}
