import Decks

/// What is said of the answers of a note, in one cell each for other answers, kinds and events.
///
/// A line is one value. Where it speaks of a blank after the first, the blank's number and a colon
/// stand before it: `2: USSR`.
enum AnswerCells {
  /// The values of a row; `nil` where a kind is unknown.
  static func answers(_ cells: Cells) -> [NoteFields.Answer]? {
    var answers: [NoteFields.Answer] = []
    func change(_ index: Int, _ change: (inout NoteFields.Answer) -> Void) {
      while answers.count <= index { answers.append(NoteFields.Answer()) }
      change(&answers[index])
    }
    let isCloze = cells[.answer] == nil
    for (index, alias) in lines(cells[.also], isNumbered: isCloze) {
      change(index) { $0.also.append(alias) }
    }
    for (index, event) in lines(cells[.event], isNumbered: isCloze) {
      change(index) { $0.event = event }
    }
    for (index, name) in lines(cells[.kind], isNumbered: isCloze) {
      guard let kind = CardKind(rawValue: name.lowercased()) else { return nil }
      change(index) { $0.kind = kind }
    }
    return answers
  }

  /// The cell of a value of every answer; empty where there is none.
  static func cell(
    _ answers: [NoteFields.Answer], isCloze: Bool, _ values: (NoteFields.Answer) -> [String]
  ) -> String {
    answers.enumerated().flatMap { index, answer in
      values(answer).map { value in
        let needsNumber = isCloze && (index > 0 || number(value) != nil)
        return needsNumber ? "\(index + 1): \(value)" : value
      }
    }.joined(separator: "\n")
  }

  private static func lines(_ cell: String?, isNumbered: Bool) -> [(Int, String)] {
    (cell ?? "").split(whereSeparator: \.isNewline).compactMap { line in
      let text = line.trimmed
      guard !text.isEmpty else { return nil }
      guard isNumbered, let (index, value) = number(text) else { return (0, text) }
      return (index, value)
    }
  }

  /// The index and the value of a line with a blank's number.
  private static func number(_ line: String) -> (Int, String)? {
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    guard (1...3).contains(digits.count), let number = Int(digits),
      (1...Deck.Limit.blanks).contains(number), line.dropFirst(digits.count).hasPrefix(": ")
    else { return nil }
    return (number - 1, line.dropFirst(digits.count + 2).trimmed)
  }
}
