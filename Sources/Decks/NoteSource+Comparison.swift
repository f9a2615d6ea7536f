extension NoteSource {
  /// The note as it is once it was written into a deck and read again: white space at the ends and
  /// in field lines is no part of it, nor are empty values.
  package var normalised: NoteSource {
    var note = self
    switch body {
    case .question(let prompt, let answer):
      note.body = .question(prompt: NoteSource.lines(prompt), answer: NoteSource.lines(answer))
    case .cloze(let sentence):
      let text = NoteSource.lines(sentence)
      note.body = .cloze((try? Cloze(Array(text.utf8)))?.source ?? text)
    }
    note.answers = answers.map { answer in
      NoteFields.Answer(
        also: answer.also.compactMap(NoteSource.oneLine), kind: answer.kind,
        event: answer.event.flatMap(NoteSource.oneLine))
    }
    while note.answers.last == NoteFields.Answer() { note.answers.removeLast() }
    note.why = why.flatMap(NoteSource.oneLine)
    note.source = source.flatMap(NoteSource.oneLine)
    note.tags = tags.flatMap { $0.split(separator: ",") }.compactMap {
      NoteSource.oneLine(String($0))
    }
    note.id = id.flatMap(NoteSource.oneLine)
    return note
  }

  /// What it asks, as keys compare texts: notes of which this is equal ask the same.
  package var questionIdentity: [UInt8] {
    switch body {
    case .question(let prompt, _): [.letterQ] + CardKey.prepared(prompt)
    case .cloze(let sentence): [.letterC] + CardKey.prepared(sentence)
    }
  }

  /// What it expects, as keys compare texts; empty for a sentence, which holds its answers.
  package var answerIdentity: [UInt8] {
    switch body {
    case .question(_, let answer): CardKey.prepared(answer)
    case .cloze: []
    }
  }

  /// A value with its white space collapsed; `nil` where it is empty.
  static func oneLine(_ text: String) -> String? {
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x80 }
    if isPlain { return text.isEmpty ? nil : text }
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.isEmpty ? nil : line
  }

  /// A text with line feeds at its line ends and none around it.
  private static func lines(_ text: String) -> String {
    guard text.utf8.contains(.carriageReturn) else { return text.trimmed }
    return text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").trimmed
  }
}
