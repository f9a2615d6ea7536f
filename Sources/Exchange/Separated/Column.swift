import Decks

/// What a column holds.
enum Column: String, CaseIterable, Hashable {
  case deck
  case section
  case question
  case answer
  case also
  case kind
  case event
  case why
  case source
  case tags
  case id
  /// Anki's type of note: whether it has blanks.
  case noteType
  /// Known and not wanted, as Anki's own identifiers.
  case unused

  /// The columns of the files that Tripos writes, in order.
  static let written: [Column] = [
    .deck, .section, .question, .answer, .also, .kind, .event, .why, .source, .tags, .id,
  ]

  /// The column that a name of a first row stands for; `nil` for a name that says nothing.
  init?(name: String) {
    let folded = name.trimmed.lowercased()
    if let column = Column(rawValue: folded) {
      self = column
    } else if let column = Column.otherNames[folded] {
      self = column
    } else {
      return nil
    }
  }

  private static let otherNames: [String: Column] = [
    "q": .question, "front": .question, "term": .question, "prompt": .question, "text": .question,
    "word": .question, "frage": .question, "pregunta": .question, "begriff": .question,
    "a": .answer, "back": .answer, "definition": .answer, "response": .answer,
    "translation": .answer, "meaning": .answer, "antwort": .answer, "respuesta": .answer,
    "réponse": .answer, "reponse": .answer,
    "tag": .tags, "topic": .section, "chapter": .section, "category": .section,
    "explanation": .why, "extra": .why, "back extra": .why, "notes": .why, "reference": .source,
    "alternatives": .also, "synonyms": .also, "notetype": .noteType, "note type": .noteType,
    "guid": .unused,
  ]
}

extension [Column?] {
  /// The columns that a row names, where it is a row of names: a question and an answer among them.
  init?(names row: [String]) {
    let columns = row.map { Column(name: $0) }
    guard columns.contains(.question), columns.contains(.answer) else { return nil }
    self = columns
  }

  /// Whether these are the columns of a file that Tripos wrote.
  var areOurs: Bool { self == Column.written }
}
