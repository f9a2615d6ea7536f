/// The text of a new note, as it is written into a deck.
package struct NoteSource: Hashable, Sendable {
  /// What the note asks.
  package enum Body: Hashable, Sendable {
    case question(prompt: String, answer: String)
    /// A sentence in the form of a deck: `[…]` is a blank, `\[` and `\]` are brackets.
    case cloze(String)
  }

  package var body: Body
  /// What is said of each answer, in order; those of which nothing is said may be left out at the
  /// end.
  package var answers: [NoteFields.Answer]
  package var why: String?
  package var source: String?
  package var tags: [String] = []
  package var id: String?

  /// A `Q:` note without field lines.
  package init(prompt: String, answer: String) {
    self.init(.question(prompt: prompt, answer: answer))
  }

  /// A note without field lines.
  package init(_ body: Body) {
    self.body = body
    self.answers = []
  }

  /// The source of a note that was read: what it is written as, but for the form of its lines.
  package init(_ note: Note) {
    switch note.body {
    case .question(let prompt, let answer): body = .question(prompt: prompt, answer: answer)
    case .cloze(let cloze): body = .cloze(cloze.source)
    }
    let last = note.fields.answers.lastIndex { $0 != NoteFields.Answer() } ?? -1
    answers = Array(note.fields.answers[...last])
    why = note.fields.why
    source = note.fields.source
    tags = note.fields.tags
    id = note.fields.id
  }

  /// What it asks: the question, or the sentence with its blanks.
  package var prompt: String {
    switch body {
    case .question(let prompt, _): prompt
    case .cloze(let sentence): sentence
    }
  }

  /// The expected answer; empty for a sentence, which holds its answers.
  package var answer: String {
    switch body {
    case .question(_, let answer): answer
    case .cloze: ""
    }
  }

  /// Other right answers of the first answer.
  package var also: [String] {
    get { answers.first?.also ?? [] }
    set { withFirst { $0.also = newValue } }
  }

  /// The kind of the first answer.
  package var kind: CardKind? {
    get { answers.first?.kind }
    set { withFirst { $0.kind = newValue } }
  }

  /// The event of the first answer.
  package var event: String? {
    get { answers.first?.event }
    set { withFirst { $0.event = newValue } }
  }

  private mutating func withFirst(_ change: (inout NoteFields.Answer) -> Void) {
    if answers.isEmpty { answers.append(NoteFields.Answer()) }
    change(&answers[0])
  }

  /// The lines of the note, without a line end after the last.
  ///
  /// A line of prompt or answer that would begin something else gets a backslash.
  package var text: String { String(decoding: utf8, as: UTF8.self) }

  /// The UTF-8 of `text`.
  package var utf8: [UInt8] {
    var writer = NoteWriter()
    writer.write(self)
    return writer.bytes
  }
}

/// Writes the lines of a note as bytes: many notes are written when a deck is imported.
private struct NoteWriter {
  var bytes: [UInt8] = []

  mutating func write(_ note: NoteSource) {
    var isNumbered = false
    switch note.body {
    case .question(let prompt, let answer):
      let answer = Array(answer.utf8)[...].trimmed
      bytes += "Q: ".utf8
      append(Array(prompt.utf8)[...].trimmed, afterMarker: true)
      let isLong = answer.contains { $0 == .lineFeed || $0 == .carriageReturn }
      bytes += (isLong ? "\nA:\n" : "\nA: ").utf8
      append(answer, afterMarker: !isLong)
    case .cloze(let sentence):
      bytes += "C: ".utf8
      append(Array(sentence.utf8)[...].trimmed, afterMarker: true)
      isNumbered = (try? Cloze(Array(sentence.utf8)))?.blanks.count ?? 1 > 1
    }
    for (index, answer) in note.answers.enumerated() {
      let number = isNumbered ? index + 1 : nil
      for alias in answer.also { add(.also, number, alias) }
      add(.kind, number, answer.kind?.rawValue)
      add(.event, number, answer.event)
    }
    add(.why, nil, note.why)
    add(.source, nil, note.source)
    add(.tags, nil, note.tags.isEmpty ? nil : note.tags.joined(separator: ", "))
    add(.id, nil, note.id)
  }

  private mutating func add(_ field: NoteField, _ number: Int?, _ value: String?) {
    guard let value, let line = NoteSource.oneLine(value) else { return }
    bytes.append(.lineFeed)
    bytes += field.rawValue.utf8
    if let number { bytes += " \(number)".utf8 }
    bytes += ": ".utf8
    bytes += line.utf8
  }

  /// The text with a backslash before each line that would begin something else; the first line is
  /// none of them where it stands after a marker.
  private mutating func append(_ text: ArraySlice<UInt8>, afterMarker: Bool) {
    let source = Array(text)
    var lines = LineScanner(source, in: 0..<source.count)
    var isFirst = true
    while let line = lines.next() {
      let content = source[line.content]
      if !isFirst { bytes.append(.lineFeed) }
      if !(isFirst && afterMarker), beginsSomething(content) { bytes.append(.backslash) }
      bytes += content
      isFirst = false
    }
  }

  private func beginsSomething(_ line: ArraySlice<UInt8>) -> Bool {
    if FieldLine(line) != nil { return true }
    switch DeckLine(line) {
    case .question, .answer, .cloze, .separator, .heading: return true
    case .fence, .text: return false
    }
  }
}

extension Cloze {
  /// The sentence in the form of a deck.
  package var source: String {
    let escape = { (text: String) in
      text.replacing("[", with: "\\[").replacing("]", with: "\\]")
    }
    return blanks.map { "\(escape($0.before))[\(escape($0.answer))]" }.joined() + escape(tail)
  }
}
