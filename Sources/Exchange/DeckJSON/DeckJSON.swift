import Decks
import JSON

/// Notes and actors as JSON objects.
enum DeckJSON {
  /// The version of the form.
  static let version = 1

  enum Outcome {
    case success(section: [String], NoteSource)
    case failure(SkipReason, excerpt: String)
  }

  /// Reads a note.
  static func note(_ value: JSON) -> Outcome {
    if let pair = value.array {
      let texts = pair.compactMap(text)
      guard pair.count >= 2, texts.count == pair.count else {
        return .failure(.notANote, excerpt: value.compact)
      }
      return checked(NoteSource(prompt: texts[0], answer: texts[1]), section: [])
    }
    guard let members = value.members else {
      return .failure(.notANote, excerpt: value.compact)
    }
    var values: [Column: JSON] = [:]
    for member in members {
      if let column = Column(name: member.name),
        values[column] == nil || member.name == column.rawValue
      {
        values[column] = member.value
      }
    }
    var note: NoteSource
    if let sentence = value["cloze"]?.string {
      note = NoteSource(.cloze(sentence))
    } else {
      guard let question = values[.question].flatMap(text), !question.trimmed.isEmpty else {
        return .failure(.noQuestion, excerpt: value.compact)
      }
      guard let answer = values[.answer].flatMap(answer), !answer.trimmed.isEmpty else {
        return .failure(.noAnswer, excerpt: question)
      }
      note = NoteSource(prompt: question, answer: answer)
    }
    let parts = value["blanks"]?.array ?? [value]
    for part in parts {
      let name = part["kind"]?.string
      let kind = name.flatMap { CardKind(rawValue: $0.lowercased()) }
      if let name, kind == nil { return .failure(.unknownKind(name), excerpt: note.prompt) }
      note.answers.append(
        NoteFields.Answer(
          also: part["also"].map(texts) ?? [], kind: kind, event: part["event"]?.string))
    }
    note.why = values[.why].flatMap(text)
    note.source = values[.source].flatMap(text)
    note.tags = values[.tags].map(texts) ?? []
    note.id = value["id"].flatMap { Column.isMeantAsID($0) }
    return checked(note, section: values[.section].map(texts) ?? [])
  }

  /// Refuses texts that no deck can hold.
  private static func checked(_ note: NoteSource, section: [String]) -> Outcome {
    let isDamaged = note.utf8.contains(0)
    return isDamaged
      ? .failure(.badCharacter, excerpt: note.prompt) : .success(section: section, note)
  }

  /// A text or number as text.
  private static func text(_ value: JSON) -> String? {
    switch value {
    case .string(let text): text
    case .integer(let number): String(number)
    case .number(let number): number.description
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .null, .array, .object: nil
    }
  }

  /// An answer: a text, or a list of texts, which is a list to be named.
  private static func answer(_ value: JSON) -> String? {
    guard let items = value.array else { return text(value) }
    let texts = items.compactMap(text)
    return texts.count > 1 ? texts.map { "- \($0)" }.joined(separator: "\n") : texts.first
  }

  private static func texts(_ value: JSON) -> [String] {
    value.array.map { $0.compactMap(text) } ?? text(value).map { [$0] } ?? []
  }

  // MARK: Writing

  /// A deck with all that it holds.
  ///
  /// `text` is the deck file itself, where all of it is UTF-8.
  static func deck(_ deck: Deck) -> JSON {
    var members = [JSON.Member("name", .string(deck.name))]
    let file = deck.path.split(separator: "/").last ?? ""
    members.append(.init("file", .string(String(file))))
    if let source = deck.frontMatter.source { members.append(.init("source", .string(source))) }
    if !deck.frontMatter.actors.isEmpty {
      members.append(.init("actors", .array(deck.frontMatter.actors.map(actor))))
    }
    members.append(.init("notes", .array(deck.notes.map { note($0, of: deck) })))
    if let text = String(validating: deck.bytes, as: UTF8.self) {
      members.append(.init("text", .string(text)))
    }
    return .object(members)
  }

  private static func note(_ note: Note, of deck: Deck) -> JSON {
    let source = NoteSource(note)
    var members: [JSON.Member] = []
    let section = deck.sections[note.section].path
    if !section.isEmpty { members.append(.init("section", strings(section))) }
    switch source.body {
    case .question(let prompt, let answer):
      members.append(.init("question", .string(prompt)))
      members.append(.init("answer", .string(answer)))
      members += answerMembers(source.answers.first ?? NoteFields.Answer())
    case .cloze(let sentence):
      members.append(.init("cloze", .string(sentence)))
      if !source.answers.isEmpty {
        members.append(.init("blanks", .array(source.answers.map { .object(answerMembers($0)) })))
      }
    }
    if let why = source.why { members.append(.init("why", .string(why))) }
    if let origin = source.source { members.append(.init("source", .string(origin))) }
    if !source.tags.isEmpty { members.append(.init("tags", strings(source.tags))) }
    if let id = source.id { members.append(.init("id", .string(id))) }
    return .object(members)
  }

  private static func answerMembers(_ answer: NoteFields.Answer) -> [JSON.Member] {
    var members: [JSON.Member] = []
    if !answer.also.isEmpty { members.append(.init("also", strings(answer.also))) }
    if let kind = answer.kind { members.append(.init("kind", .string(kind.rawValue))) }
    if let event = answer.event { members.append(.init("event", .string(event))) }
    return members
  }

  private static func actor(_ actor: Actor) -> JSON {
    var members = [
      JSON.Member("name", .string(actor.name)), .init("kind", .string(actor.kind.rawValue)),
    ]
    if !actor.also.isEmpty { members.append(.init("also", strings(actor.also))) }
    for (name, value) in [
      ("role", actor.role), ("state", actor.state), ("from", actor.from), ("to", actor.to),
      ("demonym", actor.demonym), ("capital", actor.capital),
    ] {
      if let value { members.append(.init(name, .string(value))) }
    }
    return .object(members)
  }

  /// Reads an actor; `nil` where it has no name or no kind.
  static func actor(_ value: JSON) -> Actor? {
    guard let name = value["name"]?.string,
      let kind = value["kind"]?.string.flatMap({ Actor.Kind(rawValue: $0) })
    else { return nil }
    return Actor(
      name: name, kind: kind, also: value["also"].map(texts) ?? [], role: value["role"]?.string,
      state: value["state"]?.string, from: value["from"]?.string, to: value["to"]?.string,
      demonym: value["demonym"]?.string, capital: value["capital"]?.string)
  }

  private static func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }
}

extension Column {
  /// An `id` that is meant as a deck's: a word, not the running number of a table.
  fileprivate static func isMeantAsID(_ value: JSON) -> String? {
    value.string.flatMap { Int($0) == nil ? $0 : nil }
  }
}
