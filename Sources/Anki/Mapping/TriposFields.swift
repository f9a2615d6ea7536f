import Decks
import Exchange

/// A note of a deck as the fields of our note types, there and back.
enum TriposFields {
  /// The fields of a note in HTML.
  ///
  /// - Parameters:
  ///   - note: the note, as it is written.
  ///   - body: what it asks, as it was read.
  ///   - folder: the deck's folder of media, with its slash.
  ///   - media: called with the name of each file of that folder that the note shows.
  /// - Returns: the note type and its fields.
  static func html(
    _ note: NoteSource, _ body: Note.Body, mediaFolder folder: String, media: (String) -> Void
  ) -> (type: TriposNoteType, fields: [String]) {
    func html(_ text: String) -> String { FieldHTML.make(text, mediaFolder: folder, media: media) }
    let type: TriposNoteType
    var fields: [String]
    let isNumbered: Bool
    switch body {
    case .question(let prompt, let answer):
      type = .question
      isNumbered = false
      fields = [html(prompt), html(answer)]
    case .cloze(let cloze):
      type = .cloze
      isNumbered = cloze.blanks.count > 1
      // Marks stand for the braces until nothing else can be taken for them.
      let text = cloze.blanks.map { "\($0.before)\u{1}\($0.answer)\u{2}" }.joined() + cloze.tail
      fields = [withBlanks(withoutBraces(html(text)))]
    }
    func lines(_ values: (NoteFields.Answer) -> [String]) -> String {
      let lines = note.answers.enumerated().flatMap { index, answer in
        values(answer).map { isNumbered ? "\(index + 1): \($0)" : $0 }
      }
      return html(lines.joined(separator: "\n"))
    }
    fields += [
      lines { $0.also }, lines { $0.kind.map { [$0.rawValue] } ?? [] },
      lines { $0.event.map { [$0] } ?? [] },
    ]
    fields += [html(note.why ?? ""), html(note.source ?? ""), html(note.id ?? "")]
    return (type, fields)
  }

  /// The note that fields of ours hold.
  ///
  /// - Parameters:
  ///   - type: which of ours.
  ///   - fields: in HTML.
  ///   - converter: makes text of HTML.
  /// - Returns: the note.
  static func note(
    _ type: TriposNoteType, _ fields: [ArraySlice<UInt8>], _ converter: inout FieldText
  ) -> NoteSource {
    func text(_ name: String) -> String {
      guard let place = type.fields.firstIndex(of: name), place < fields.count else { return "" }
      return converter.convert(Array(fields[place]))
    }
    var note: NoteSource
    switch type {
    case .question: note = NoteSource(prompt: text("Question"), answer: text("Answer"))
    case .cloze:
      note = NoteSource(.cloze(ClozeText(Array(fields.first ?? []), &converter).sentence))
    }
    var answers: [NoteFields.Answer] = []
    func each(_ name: String, _ use: (inout NoteFields.Answer, String) -> Void) {
      for line in text(name).split(separator: "\n") {
        let (number, value) = numbered(String(line), isNumbered: type == .cloze)
        guard number <= Deck.Limit.blanks else { continue }
        while answers.count < number { answers.append(NoteFields.Answer()) }
        use(&answers[number - 1], value)
      }
    }
    each("Also") { $0.also.append($1) }
    each("Kind") { $0.kind = CardKind(rawValue: $1) }
    each("Event") { $0.event = $1 }
    note.answers = answers
    func filled(_ name: String) -> String? {
      let value = text(name)
      return value.isEmpty ? nil : value
    }
    note.why = filled("Why")
    note.source = filled("Source")
    note.id = filled("Id").flatMap { CardKey.isUsable(id: $0) ? $0 : nil }
    return note
  }

  /// A line `2: text` taken apart; 1 where it has no number.
  private static func numbered(_ line: String, isNumbered: Bool) -> (Int, String) {
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    guard isNumbered, let number = Int(digits), number > 0,
      line[digits.endIndex...].hasPrefix(": ")
    else { return (1, line) }
    return (number, String(line[digits.endIndex...].dropFirst(2)))
  }

  /// HTML in which marks have become the braces of blanks.
  private static func withBlanks(_ html: String) -> String {
    var number = 0
    var text = ""
    for scalar in html.unicodeScalars {
      switch scalar {
      case "\u{1}":
        number += 1
        text += "{{c\(number)::"
      case "\u{2}": text += "}}"
      case _: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// HTML in which nothing but our own marks can be taken for a blank or a hint.
  private static func withoutBraces(_ html: String) -> String {
    guard html.contains("{{") || html.contains("}}") || html.contains("::") else { return html }
    return html.replacing("{", with: "&#123;").replacing("}", with: "&#125;")
      .replacing("::", with: ":&#58;")
  }
}
