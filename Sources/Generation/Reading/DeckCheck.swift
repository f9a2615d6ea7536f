/// Telling decks from texts.
enum DeckCheck {
  /// The line of the first note, counted from 1, where a text is a deck: it has a question with its
  /// answer, or a cloze with a blank, at the starts of lines.
  static func firstNoteLine(in bytes: [UInt8]) -> Int? {
    var question: Int?
    var number = 0
    for line in bytes.split(separator: 0x0a, omittingEmptySubsequences: false) {
      number += 1
      if line.starts(with: "Q:".utf8) {
        question = number
      } else if line.starts(with: "A:".utf8), let question {
        return question
      } else if line.starts(with: "C:".utf8), line.contains(0x5b), line.contains(0x5d) {
        return number
      }
    }
    return nil
  }
}
