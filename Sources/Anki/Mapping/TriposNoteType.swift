/// The note types that Tripos exports, in whose fields all of a note of a deck has its place.
enum TriposNoteType: CaseIterable {
  case question
  case cloze

  var name: String {
    switch self {
    case .question: "Tripos question"
    case .cloze: "Tripos cloze"
    }
  }

  /// The fields, in order.
  var fields: [String] { asked + ["Also", "Kind", "Event", "Why", "Source", "Id"] }

  /// The fields that hold what is asked.
  private var asked: [String] {
    switch self {
    case .question: ["Question", "Answer"]
    case .cloze: ["Text"]
    }
  }

  var template: NoteType.Template {
    let question: String
    var answer: String
    switch self {
    case .question:
      question = "{{Question}}"
      answer = "{{FrontSide}}\n\n<hr id=answer>\n\n{{Answer}}"
    case .cloze:
      question = "{{cloze:Text}}"
      answer = "{{cloze:Text}}"
    }
    for (field, style) in [("Also", "also"), ("Why", "why"), ("Source", "source")] {
      answer += "\n{{#\(field)}}<div class=\(style)>{{\(field)}}</div>{{/\(field)}}"
    }
    return NoteType.Template(question: question, answer: answer)
  }

  static let css = """
    .card { font-family: sans-serif; font-size: 20px; line-height: 1.5; text-align: center; }
    .cloze { font-weight: bold; color: #06c; }
    .also, .why, .source { font-size: 75%; margin-top: 0.75em; opacity: 0.8; }
    .nightMode .cloze { color: #6cf; }
    """

  /// The type of ours that a note type is, whatever it is called now; `nil` for others.
  init?(_ type: NoteType) {
    guard let known = Self.allCases.first(where: { $0.fields == type.fields }),
      type.isCloze == (known == .cloze)
    else { return nil }
    self = known
  }

  /// The note type, with an id.
  func noteType(id: Int64) -> NoteType {
    NoteType(
      id: id, name: name, isCloze: self == .cloze, fields: fields, templates: [template])
  }
}
