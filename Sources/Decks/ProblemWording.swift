import Files
import Glibc
import TOML

extension DeckProblem {
  /// `file:line: what`, the line, and how to mend it: three lines, two where the line is empty.
  ///
  /// Plain text that may hold whatever the deck holds: it goes through the sanitiser before a
  /// terminal sees it.
  package var report: String {
    let words = what.words
    let label =
      switch severity {
      case .error: ""
      case .notice: "note: "
      case .advice: "advice: "
      }
    let line = text.isEmpty ? "" : "  | \(text)\n"
    return "\(place.path):\(place.line): \(label)\(words.what)\n\(line)  \(words.mend)"
  }
}

extension DeckProblem.What {
  /// What is wrong, as a clause, and how it is mended, as a sentence.
  package var words: (what: String, mend: String) {
    switch self {
    case .unreadable(let error):
      ("the file cannot be read: \(error.clause)", "Nothing of it is asked until it can be read.")
    case .notUTF8(let encoding):
      ("the file is in \(encoding), not in UTF-8", "Save it as UTF-8 in your editor.")
    case .invalidUTF8(let byte, let column):
      (
        "the byte \(hexadecimal(byte)) at column \(column) is not UTF-8",
        "Type the letter again and save the file as UTF-8."
      )
    case .nulByte(let column):
      (
        "a NUL byte at column \(column): this is no text",
        "Delete it; if there are many, the file is damaged."
      )
    case .lineTooLong(let bytes):
      (
        "the line has \(bytes) bytes; the most is \(Deck.Limit.line)",
        "Break it into several lines."
      )
    case .noteTooLong(let bytes):
      (
        "the note has \(bytes) bytes; the most is \(Deck.Limit.note)",
        "Make several notes of it, or end it with a line \"---\" where it ends."
      )
    case .tooManyCards:
      (
        "the file has more than \(Deck.Limit.cards) cards; what follows is not read",
        "Make several files of it."
      )
    case .tooManyItems:
      (
        "the file has more headings, separators and notes than Tripos reads",
        "Make several files of it."
      )
    case .moreProblems:
      (
        "the file has more problems than these \(Deck.Limit.problems)",
        "Mend these first, then check again."
      )
    case .frontMatterWithoutEnd:
      (
        "the front matter that begins here has no end",
        "Write a line \"---\" after its last line, or delete this one."
      )
    case .toml(let cause, let column):
      ("column \(column) of the front matter: \(cause.clause)", cause.mend)
    case .wrongType(let error):
      ("in the front matter \(error.clause)", "Write it so; the rest of the deck works without.")
    case .actorWithoutKind(let actor):
      ("the actor \(quoted(actor)) has no kind", "Add a line such as kind = \"person\": \(kinds).")
    case .unknownActorKind(let actor, let kind):
      (
        "\(quoted(kind)) is no kind of actor (for \(quoted(actor)))",
        "Take one of these: \(kinds)."
      )
    case .unknownActorKey(let actor, let key, let meant):
      (
        "the actor \(quoted(actor)) has \(quoted(key)), which means nothing here",
        meant.map { "Did you mean \(quoted($0))?" }
          ?? "Known are kind, also, role, state, from, to, demonym and capital."
      )
    case .sharedAlias(let alias, let actor, let other, let otherLine):
      (
        "\(quoted(alias)) is a name of \(quoted(actor)) and of \(quoted(other)) (line \(otherLine))",
        "Leave it to one of them, or to neither."
      )
    case .questionWithoutAnswer:
      ("the question has no answer", "Write a line \"A: …\" below it.")
    case .answerWithoutQuestion:
      ("the answer has no question", "Write a line \"Q: …\" above it, or \"\\A:\" if it is text.")
    case .secondAnswer(let firstLine):
      (
        "the question has a second answer; the first is on line \(firstLine)",
        "Write other right answers as lines \"Also: …\" below the first."
      )
    case .answerInCloze:
      ("a \"C:\" note has an \"A:\" line", "Its answers are in its brackets: delete the line.")
    case .emptyQuestion: ("the question is empty", "Write what is asked after \"Q:\".")
    case .emptyAnswer(let endedByHeading):
      (
        "the answer is empty",
        endedByHeading
          ? "The heading below ends the note; write \"\\#\" if it belongs to the answer."
          : "Write it after \"A:\"; a line such as \"Source:\" is not part of it."
      )
    case .clozeWithoutBlank:
      ("the sentence has no blank", "Put brackets round what is to be asked: \"[…]\".")
    case .unbalancedBracket:
      (
        "a bracket has no partner",
        "Add the other bracket, or write \"\\[\" or \"\\]\" if it is text."
      )
    case .nestedBracket:
      (
        "a bracket opens within a blank",
        "Close the blank first, or write \"\\[\" and \"\\]\" inside it."
      )
    case .emptyBlank: ("a blank is empty", "Write the answer between its brackets.")
    case .tooManyBlanks:
      ("the note has more than \(Deck.Limit.blanks) blanks", "Make several notes of it.")
    case .unknownKind(let kind, let meant):
      (
        "\(quoted(kind)) is no kind of card",
        meant.map { "Did you mean \(quoted($0))?" }
          ?? "Take one of these: \(CardKind.allCases.map(\.rawValue).joined(separator: ", "))."
      )
    case .missingBlank(let field, let number, let blanks):
      (
        "\"\(field.rawValue) \(number):\" speaks of a blank that is not there",
        blanks == 0
          ? "A question has one answer: write \"\(field.rawValue):\"."
          : "The note has \(blanks == 1 ? "1 blank" : "\(blanks) blanks")."
      )
    case .numberNeeded(let field, let blanks):
      (
        "\"\(field.rawValue):\" does not say which of \(blanks) blanks it speaks of",
        "Write \"\(field.rawValue) 1:\" for the first."
      )
    case .numberOnNoteField(let field):
      (
        "\"\(field.rawValue):\" speaks of the whole note and takes no number",
        "Write \"\(field.rawValue):\"."
      )
    case .fieldTwice(let field, let firstLine):
      (
        "the note has \"\(field.rawValue):\" twice; the first is on line \(firstLine)",
        "Keep one of them."
      )
    case .emptyField(let field):
      ("\"\(field.rawValue):\" is empty", "Write something after it, or delete the line.")
    case .badId(let id):
      (
        "\(quoted(id)) cannot be an Id",
        "Take one word of at most 64 bytes that does not begin with \"h1-\"."
      )
    case .duplicateId(let id, let first):
      (
        "the Id \(quoted(id)) is taken: \(first.path):\(first.line)",
        "Give one of the two another Id; until then only the first is asked."
      )
    case .nearlyField(let written, let meant):
      (
        "\"\(written):\" is read as text of the note",
        "Did you mean \"\(meant.rawValue):\"? A leading \"\\\" keeps it text and says so."
      )
    case .fieldOutsideRun(let field):
      (
        "\"\(field.rawValue):\" is read as text: it is not in the note's last run of such lines",
        "Move it there; at most one empty line may stand before the run, none within it."
      )
    case .headingEndsAnswer:
      (
        "this heading ends the note above it (in hashcards it would be part of it)",
        "Write an empty line above it if that is right, or \"\\#\" if it is part of the note."
      )
    case .fieldInPlainDeck(let field):
      (
        "\"\(field.rawValue):\" is no part of the answer (in hashcards it would be)",
        "Write \"\\\(field.rawValue):\" if it is part of the answer."
      )
    case .markerInCodeBlock:
      (
        "this line ends the note although it seems to stand in a code block",
        "Write a \"\\\" before it if it is part of the code."
      )
    case .invisibleCharacter(let scalar):
      (
        "the answer holds a character that cannot be seen (\(name(scalar)))",
        "Type a plain space instead, or delete it."
      )
    case .style(let advice): advice.words
    }
  }
}

private let kinds = Actor.Kind.allCases.map(\.rawValue).joined(separator: ", ")

private func quoted(_ text: String) -> String { "\"\(text)\"" }

private func hexadecimal(_ byte: UInt8) -> String {
  "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
}

private func name(_ scalar: UnicodeScalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

extension FileError {
  /// Why a deck cannot be read.
  fileprivate var clause: String {
    switch cause {
    case .errno(let number): String(cString: strerror(number)).lowercased()
    case .notAFile: "it is not a file"
    case .tooLarge(let limit): "it has more than \(limit >> 20) MiB"
    case .notAsWritten: "it is not what was written"
    case .changed: "it changed while it was read"
    }
  }
}

extension TOMLError.Cause {
  /// How a fault of the front matter is mended.
  fileprivate var mend: String {
    switch self {
    case .expected(let expectation):
      switch expectation {
      case .key, .equalsSign, .value: "Write key = \"value\"."
      case .endOfLine: "Begin another line, or put a \"#\" before what is a comment."
      case .closingBracket, .commaOrBracket, .commaOrBrace: "Add what is missing."
      }
    case .unterminated: "Close it."
    case .badEscape: "Write \"\\\\\" for a backslash, or use single quotation marks."
    case .controlCharacter, .invalidUTF8: "Delete it."
    case .outOfRange, .badDate: "Put quotation marks round it if it is a text."
    case .tooDeep: "Nest them less."
    case .badValue: "Put quotation marks round it."
    case .duplicate: "Keep one of the two."
    case .notATable: "Give one of the two another name."
    }
  }
}
