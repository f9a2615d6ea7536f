/// Collects the field lines of one note and reports those that cannot be used.
struct FieldReader {
  private(set) var fields: NoteFields
  /// Whether the note's answers are numbered: those of a `C:` note are.
  private let takesNumbers: Bool
  private var firstLines: [Slot: Int] = [:]

  private struct Slot: Hashable {
    var field: NoteField
    var answer: Int
  }

  init(cardCount: Int, takesNumbers: Bool) {
    self.fields = NoteFields(answers: Array(repeating: .init(), count: cardCount))
    self.takesNumbers = takesNumbers
  }

  mutating func take(_ content: ArraySlice<UInt8>, line: Int, _ problems: inout ProblemList) {
    guard let field = FieldLine(content) else { return }
    let value = field.value.text.trimmed
    guard !value.isEmpty else {
      problems.add(.emptyField(field.field), line: line)
      return
    }
    switch answerIndex(of: field) {
    case .failure(let what): problems.add(what, line: line)
    case .success(let answer):
      if field.field != .also {
        let slot = Slot(field: field.field, answer: answer)
        if let first = firstLines[slot] {
          problems.add(.fieldTwice(field: field.field, firstLine: first), line: line)
          return
        }
        firstLines[slot] = line
      }
      set(field.field, answer, value, line: line, &problems)
    }
  }

  private enum Target {
    case success(Int)
    case failure(DeckProblem.What)
  }

  private func answerIndex(of line: FieldLine) -> Target {
    let count = fields.answers.count
    guard line.field.speaksOfAnswer else {
      return line.number == nil ? .success(0) : .failure(.numberOnNoteField(field: line.field))
    }
    guard let number = line.number else {
      return count == 1 ? .success(0) : .failure(.numberNeeded(field: line.field, blanks: count))
    }
    guard takesNumbers, number <= count else {
      let blanks = takesNumbers ? count : 0
      return .failure(.missingBlank(field: line.field, number: number, blanks: blanks))
    }
    return .success(number - 1)
  }

  private mutating func set(
    _ field: NoteField, _ answer: Int, _ value: String, line: Int,
    _ problems: inout ProblemList
  ) {
    switch field {
    case .also: fields.answers[answer].also.append(value)
    case .event: fields.answers[answer].event = value
    case .why: fields.why = value
    case .source: fields.source = value
    case .kind:
      guard let kind = CardKind(rawValue: value) else {
        let meant = nearest(to: value, among: CardKind.allCases.map(\.rawValue)).first
        problems.add(.unknownKind(value, meant: meant), line: line)
        return
      }
      fields.answers[answer].kind = kind
    case .tags:
      let tags = value.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
      fields.tags = tags
    case .id:
      guard CardKey.isUsable(id: value) else {
        problems.add(.badId(value), line: line)
        return
      }
      fields.id = value
    }
  }
}
