/// Something of a file that is not taken.
package struct Skipped: Hashable, Sendable {
  package var place: Place
  package var reason: SkipReason
  /// The beginning of what stands there, for the reader to find it.
  package var excerpt: String

  package init(_ place: Place, _ reason: SkipReason, excerpt: String = "") {
    self.place = place
    self.reason = reason
    self.excerpt = String(excerpt.prefix(60).map { $0.isNewline ? " " : $0 })
  }
}

/// Why something is not taken.
package enum SkipReason: Hashable, Sendable {
  // Rows and texts.
  case noQuestion
  case noAnswer
  /// A text that is to have blanks has none.
  case noBlank
  /// A quotation mark is opened on the line and never closed.
  case openQuote
  /// A field holds more than a note may.
  case tooLong(bytes: Int)
  /// A character of the text is not allowed, such as NUL.
  case badCharacter
  /// A deck cannot hold the text: read back, it would be another.
  case notWritable
  /// A kind that there is not.
  case unknownKind(String)
  /// The note is an error of the deck it comes from.
  case brokenNote(String)
  // GIFT.
  /// A text without an answer: a description or an essay.
  case description
  case essay
  /// A range of numbers has no single right answer.
  case numberRange
  /// No answer is marked as right.
  case noRightAnswer
  /// The braces do not close.
  case openBrace
  /// What stands in the braces is no answer of GIFT.
  case badAnswer
  /// The question is no JSON object with a question and an answer.
  case notANote
  // The deck it goes to.
  /// The deck asks it already and expects something else.
  case otherAnswer(answer: String, path: String, line: Int)
  /// Another note of the home has the `Id:`.
  case idTaken(id: String, path: String, line: Int)
}

/// What is worth knowing of an import besides the notes that were skipped.
package enum Remark: Hashable, Sendable {
  /// The text was not UTF-8.
  case encoding(TextDecoding.Encoding)
  /// Where another character than expected keeps the columns apart.
  case separator(Character)
  /// Columns that were not read, by name or number.
  case columnsLeft([String])
  /// Wrong options of so many choice questions were left out.
  case wrongOptionsLeft(Int)
  /// Tolerances of so many numbers were left out.
  case tolerancesLeft(Int)
  /// Answers worth part of the marks, left out of so many questions.
  case partialAnswersLeft(Int)
  /// The deck is there already, so that its actors and prose were not taken.
  case deckTextLeft
}
