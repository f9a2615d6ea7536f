import Generation
import Glibc
import Language

extension ReadingError {
  /// What is wrong with the text, in a sentence; `name` is the file's name.
  func sentence(_ name: String) -> String {
    switch self {
    case .empty: "\(name) is empty."
    case .binary(let kind): "\(name) is \(kind.words), no text."
    case .tooLarge(let limit): "\(name) has more than \(limit >> 20) MiB of text."
    case .invalidUTF8(_, let line): "\(name):\(line): a byte is not UTF-8."
    case .unknownEncoding(let encoding): "\(name) is in \"\(encoding)\", which Tripos cannot read."
    case .isDeck(let line): "\(name) is a deck already: a note stands on line \(line)."
    case .tooShort(let words):
      "\(name) has only \(ReviewWording.count(words, "word")): too little for a card."
    case .onlyTables: "\(name) has text in tables only, and tables are not read."
    case .noProse: "\(name) has no sentences: only navigation, references or code."
    case .pdfWithoutText: "\(name) has no text in it: its pages are pictures."
    case .pdfEncrypted: "\(name) asks for a password."
    case .pdfCopyingForbidden: "\(name) forbids its text to be copied."
    case .pdfUnreadable(let message): "\(name) cannot be read as a PDF: \(message)"
    case .programMissing(let program):
      "the program \"\(program)\" is missing, which reads PDF files."
    case .unreadable(let path, let number):
      "cannot read \(path): \(String(cString: strerror(number)))."
    case .notEnglish(let evidence):
      "\(name) is not in English\(evidence.likely.map { ": it looks like \($0.name)" } ?? "")."
    }
  }

  /// How to mend it.
  var mend: String {
    switch self {
    case .empty, .tooShort, .noProse, .onlyTables: "Give it a text with whole sentences."
    case .binary, .unknownEncoding: "Save it as plain text in UTF-8, as HTML or as PDF."
    case .tooLarge: "Give it one chapter at a time."
    case .invalidUTF8:
      "Save it as UTF-8; \"iconv -f latin1 -t utf-8 OLD > NEW\" turns an older text into it."
    case .isDeck: "\"tripos review\" asks its cards; --force reads it as a text."
    case .pdfWithoutText: "Run a text recognition (OCR) over it first."
    case .pdfEncrypted, .pdfCopyingForbidden: "Save an open copy of it, and give that."
    case .pdfUnreadable: "Open it in a viewer; where it is whole there, save its text."
    case .programMissing: "Install poppler-utils (\"apt-get install poppler-utils\")."
    case .unreadable: "Check the path and who may read it."
    case .notEnglish: "Cards are made of English texts only; --force tries all the same."
    }
  }
}

extension LanguageEvidence.Language {
  /// The language, as English calls it.
  fileprivate var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension TargetRefusal {
  /// Why nothing is written.
  var sentence: String {
    switch self {
    case .notGenerated(let path):
      "\(path) exists already and was not made from a text; nothing is written over it."
    case .otherText(let path, let text):
      "\(path) exists already and was made from another text: it has not one fact of \(text)."
    case .madeBefore(_, let other): "\(other) has the facts of this text already."
    case .badName(let name): "\"\(name)\" is no name for a deck."
    }
  }

  /// How to go on.
  var mend: String {
    switch self {
    case .notGenerated, .otherText: "Name another deck with --to NAME."
    case .madeBefore: "Leave --to away, and that deck is brought up to date."
    case .badName: "Name the deck with --to NAME, in letters or digits, at most 200."
    }
  }
}

extension BinaryKind {
  /// The kind of file in words.
  var words: String {
    switch self {
    case .archive: "an archive or an office document"
    case .compressed: "a compressed file"
    case .image: "a picture"
    case .program: "a program"
    case .office: "an old office document"
    case .rtf: "in rich text format"
    case .unknown: "a binary file"
    }
  }
}

extension ModelError {
  /// What is wrong with a file of the language models, as a clause.
  var clause: String {
    switch self {
    case .missing(let path): "\(path) is missing"
    case .unreadable(let path, let number):
      "\(path) cannot be read: \(String(cString: strerror(number)))"
    case .notAModel(let path): "\(path) is no model file"
    case .version(let path, let found, let expected):
      "\(path) has version \(found), not \(expected)"
    case .otherModel(let path): "\(path) holds another model"
    case .damaged(let path): "\(path) is damaged"
    }
  }
}

extension Veto {
  /// Why a fact was left out, as `--explain` lists it.
  var words: String {
    switch self {
    case .reference: "a word points outside of the sentence"
    case .quotation: "the date stands in a quotation"
    case .leak: "the question would give the answer away"
    case .secondDate: "another date stands in the question"
    case .reading: "the sentence was not understood for certain"
    case .verb: "its verb makes no safe question"
    case .vague: "it names too little"
    case .long: "the sentence is too short or too long"
    case .time: "no exact time is meant"
    case .enough: "enough cards of this sentence or fact"
    case .conflict: "the text gives two answers"
    case .markup: "marks without their other half"
    }
  }
}

extension GeneratedCard.Form {
  /// Cards of this form, in words.
  var noun: String {
    switch self {
    case .dateQuestion: "question for a date"
    case .actorQuestion: "question for an actor"
    case .placeQuestion: "question for a place"
    case .quotationQuestion: "question for the speaker of a quotation"
    case .numberQuestion: "question for a number"
    case .dateCloze: "sentence with its date left out"
    case .numberCloze: "sentence with a figure left out"
    case .actorCloze: "sentence with a name left out"
    }
  }

  /// Several of them.
  var plural: String {
    switch self {
    case .dateQuestion: "questions for dates"
    case .actorQuestion: "questions for actors"
    case .placeQuestion: "questions for places"
    case .quotationQuestion: "questions for the speakers of quotations"
    case .numberQuestion: "questions for numbers"
    case .dateCloze: "sentences with their dates left out"
    case .numberCloze: "sentences with a figure left out"
    case .actorCloze: "sentences with a name left out"
    }
  }
}
