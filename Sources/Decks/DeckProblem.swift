import Files
import TOML

/// Something to mend in a deck, with the facts to say so; `ProblemWording` says it.
package struct DeckProblem: Hashable, Sendable {
  /// How much it matters.
  package enum Severity: Int, Comparable, Hashable, Sendable {
    /// A better card could be written: said by `check --style` only.
    case advice
    /// It works, though perhaps not as it was meant.
    case notice
    /// A note or a line of it cannot be used.
    case error

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// A place in a deck file.
  package struct Place: Hashable, Sendable {
    package let path: String
    /// Counted from 1.
    package let line: Int

    package init(path: String, line: Int) {
      self.path = path
      self.line = line
    }
  }

  /// What is wrong.
  package enum What: Hashable, Sendable {
    // The file.
    case unreadable(FileError)
    case notUTF8(encoding: String)
    case invalidUTF8(byte: UInt8, column: Int)
    case nulByte(column: Int)
    case lineTooLong(bytes: Int)
    case noteTooLong(bytes: Int)
    case tooManyCards
    case tooManyItems
    case moreProblems
    // The front matter.
    case frontMatterWithoutEnd
    case toml(TOMLError.Cause, column: Int)
    case wrongType(TOMLTypeError)
    case actorWithoutKind(actor: String)
    case unknownActorKind(actor: String, kind: String)
    case unknownActorKey(actor: String, key: String, meant: String?)
    case sharedAlias(alias: String, actor: String, other: String, otherLine: Int)
    // Notes.
    case questionWithoutAnswer
    case answerWithoutQuestion
    case secondAnswer(firstLine: Int)
    case answerInCloze
    case emptyQuestion
    case emptyAnswer(endedByHeading: Bool)
    case clozeWithoutBlank
    case unbalancedBracket
    case nestedBracket
    case emptyBlank
    case tooManyBlanks
    // Field lines.
    case unknownKind(String, meant: String?)
    case missingBlank(field: NoteField, number: Int, blanks: Int)
    case numberNeeded(field: NoteField, blanks: Int)
    case numberOnNoteField(field: NoteField)
    case fieldTwice(field: NoteField, firstLine: Int)
    case emptyField(NoteField)
    case badId(String)
    case duplicateId(String, first: Place)
    // What may have been meant otherwise.
    case nearlyField(written: String, meant: NoteField)
    case fieldOutsideRun(NoteField)
    case headingEndsAnswer
    case fieldInPlainDeck(NoteField)
    case markerInCodeBlock
    case invisibleCharacter(UnicodeScalar)
    // Style.
    case style(StyleAdvice)
  }

  package let place: Place
  package let what: What
  /// The line itself, U+FFFD for what is not UTF-8, cut after 200 characters.
  package let text: String

  package init(path: String, line: Int, what: What, text: String) {
    self.place = Place(path: path, line: line)
    self.what = what
    self.text = text
  }

  /// How much it matters.
  package var severity: Severity {
    switch what {
    case .unreadable, .notUTF8, .invalidUTF8, .nulByte, .lineTooLong, .noteTooLong, .tooManyCards,
      .tooManyItems, .moreProblems, .frontMatterWithoutEnd, .toml, .wrongType, .actorWithoutKind,
      .unknownActorKind, .sharedAlias, .questionWithoutAnswer, .answerWithoutQuestion,
      .secondAnswer, .answerInCloze, .emptyQuestion, .emptyAnswer, .clozeWithoutBlank,
      .unbalancedBracket, .nestedBracket, .emptyBlank, .tooManyBlanks, .unknownKind,
      .missingBlank, .numberNeeded, .numberOnNoteField, .fieldTwice, .emptyField, .badId,
      .duplicateId:
      .error
    case .unknownActorKey, .nearlyField, .fieldOutsideRun, .headingEndsAnswer, .fieldInPlainDeck,
      .markerInCodeBlock, .invisibleCharacter:
      .notice
    case .style: .advice
    }
  }
}
