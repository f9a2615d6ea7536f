import Decks
import Exchange
import JSON

extension ExchangeFormat {
  /// The form in words.
  var words: String {
    switch self {
    case .csv: "CSV"
    case .tsv: "TSV"
    case .quizlet: "a Quizlet set"
    case .text: "Anki's notes in plain text"
    case .gift: "GIFT"
    case .json: "JSON"
    case .markdown: "a deck"
    case .apkg: "an Anki package"
    }
  }
}

extension Place {
  /// `line 12`.
  var words: String {
    switch self {
    case .line(let line): "line \(line)"
    case .note(let number): "note \(number)"
    }
  }
}

extension SkipReason {
  /// Why something is left out, as a clause.
  var words: String {
    switch self {
    case .noQuestion: "no question"
    case .noAnswer: "no answer"
    case .noBlank: "a sentence without a blank"
    case .openQuote: "a quotation mark is never closed"
    case .tooLong(let bytes): "a field of more than \(bytes >> 10) KiB"
    case .badCharacter: "a character is damaged: the encoding may be another"
    case .notWritable: "a deck cannot hold it as it is"
    case .unknownKind(let kind):
      "there is no kind \"\(kind)\"; the kinds are "
        + CardKind.allCases.map(\.rawValue).joined(separator: ", ")
    case .brokenNote(let what): what
    case .description: "a text without a question"
    case .essay: "an essay: it has no answer to mark by"
    case .numberRange: "a range of numbers has no single right answer"
    case .noRightAnswer: "no answer is marked as right"
    case .openBrace: "the brace \"{\" is never closed"
    case .badAnswer: "what stands in the braces is none of GIFT's answers"
    case .notANote: "no question with an answer"
    case .otherAnswer(let answer, let path, let line):
      "\(path):\(line) asks it already and expects \"\(answer)\""
    case .idTaken(let id, let path, let line): "\(path):\(line) has the Id \"\(id)\""
    }
  }
}

extension Remark {
  /// What is worth knowing, in a sentence.
  var sentence: String {
    switch self {
    case .encoding(let encoding):
      "The text is in \(encoding.rawValue); --encoding names another."
    case .separator(let mark): "The columns are kept apart by \(Remark.name(mark))."
    case .columnsLeft(let columns):
      "Not read: the column\(columns.count == 1 ? "" : "s") \(columns.joined(separator: ", "))."
    case .wrongOptionsLeft(let count):
      "\(ReviewWording.count(count, "choice question")) became \(count == 1 ? "a typed one" : "typed ones"): the wrong options were left out."
    case .tolerancesLeft(let count):
      "\(ReviewWording.count(count, "number")) had a tolerance, which was left out."
    case .partialAnswersLeft(let count):
      "Answers worth part of the marks were left out of \(ReviewWording.count(count, "question"))."
    case .deckTextLeft:
      "The deck is there already: only notes were added to it, no prose and no actors."
    }
  }

  private static func name(_ mark: Character) -> String {
    switch mark {
    case "\t": "tabs"
    case ",": "commas"
    case ";": "semicolons"
    case _: "\"\(mark)\""
    }
  }
}

extension ExchangeError {
  /// What is wrong with the file, in a sentence.
  func sentence(_ name: String) -> String {
    switch self {
    case .empty: "\(name) is empty."
    case .binary(let kind): "\(name) is \(kind.map(\.words) ?? "no text")."
    case .unknownFormat: "\(name) is in no form that Tripos knows."
    case .json(let error): "\(name):\(error.line):\(error.column): \(error.cause.clause)."
    case .noDeckJSON: "\(name) holds no questions and answers."
    case .ownProgress: "\(name) is Tripos's own progress, and no deck."
    case .newerVersion(let version): "\(name) was written in version \(version) by a newer Tripos."
    case .tooManyCards(let limit):
      "the deck would have more than \(limit) cards, which is the most it can."
    case .tooManyFaults(let limit): "\(name) has more than \(limit) lines that are no card."
    case .deckTooLarge(let limit): "the deck would have more than \(limit >> 20) MiB."
    case .deckNotExtendable: "an error of the deck keeps notes from being added."
    case .noNotes: "\(name) has no line that begins with \"Q:\" or \"C:\"."
    }
  }

  /// How to mend it.
  var mend: String {
    switch self {
    case .empty: "Look into the program that it comes from: export it again."
    case .binary(.archive): "From a spreadsheet, save it as CSV."
    case .binary: "Save it as text: CSV, GIFT or JSON."
    case .unknownFormat: "Name the form with --format, and the separator with --separator."
    case .json: "Mend the file at that place, and try again."
    case .noDeckJSON:
      "Objects like {\"question\": \"…\", \"answer\": \"…\"} in an array are enough."
    case .ownProgress: "\"tripos merge FOLDER\" brings in answers from another home."
    case .newerVersion: "Install the newer Tripos."
    case .tooManyCards, .deckTooLarge:
      "Split the file, and import each part --to a deck of its own."
    case .tooManyFaults: "Try the first lines of it with --dry-run, and --separator or --header."
    case .deckNotExtendable:
      "\"tripos check\" shows it; mend it first, or name another deck with --to."
    case .noNotes: "\"tripos generate\" makes a deck from a text."
    }
  }
}

extension BinaryKind {
  /// The kind of file in words.
  var words: String {
    switch self {
    case .archive: "an archive or an office document, no text"
    case .database: "a database, no text"
    case .compressed: "a compressed file, no text"
    case .pdf: "a PDF, no list of cards"
    case .picture: "a picture"
    case .office: "an old office document, no text"
    }
  }
}

extension Loss {
  /// What a file lacks.
  var words: String {
    switch self {
    case .prose(let count): ReviewWording.count(count, "reading passage")
    case .actors(let count): "the other names of \(ReviewWording.count(count, "actor"))"
    case .brokenNotes(let count):
      "\(ReviewWording.count(count, "note")) with errors (\"tripos check\" shows them)"
    case .fields(let count):
      "other answers, kinds or reasons of \(ReviewWording.count(count, "note"))"
    case .notUTF8(let path):
      "the text around the notes of \(path), where a byte is not UTF-8"
    }
  }
}
