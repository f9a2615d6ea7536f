import Decks
import JSON

/// The content of a file for another program.
package struct WrittenFile: Hashable, Sendable {
  package var bytes: [UInt8] = []
  /// How many notes it holds.
  package var noteCount = 0
  /// What the form has no place for.
  package var losses: [Loss] = []

  package init() {}
}

/// Something of a deck that a form has no place for.
package enum Loss: Hashable, Sendable {
  /// Reading passages and other prose, so many pieces.
  case prose(Int)
  /// Actors with their other names.
  case actors(Int)
  /// Notes that are errors of their deck.
  case brokenNotes(Int)
  /// Fields of notes: other answers, kinds, reasons and the like.
  case fields(Int)
  /// A deck file as a whole: a byte of it is not UTF-8. Its good notes are there.
  case notUTF8(path: String)
}

/// Writes decks in the text forms.
package enum FileWriting {
  /// The content of a file with all notes of some decks.
  ///
  /// - Parameters:
  ///   - decks: the decks.
  ///   - format: the form.
  /// - Returns: the content, and what it lacks.
  package static func write(_ decks: [Deck], as format: ExchangeFormat) -> WrittenFile {
    var written = WrittenFile()
    written.noteCount = decks.reduce(0) { $0 + $1.notes.count }
    switch format {
    case .csv: written.bytes = SeparatedWriter.bytes(decks, separator: UInt8(ascii: ","))
    case .tsv: written.bytes = SeparatedWriter.bytes(decks, separator: .tab)
    case .quizlet: written.bytes = Array(QuizletWriter.text(decks).utf8)
    case .text: written.bytes = AnkiTextWriter.bytes(decks)
    case .gift: written.bytes = Array(GIFTWriter.text(decks).utf8)
    case .json: written.bytes = json(decks)
    case .markdown: written.bytes = decks.flatMap(\.bytes)
    case .apkg: break
    }
    written.losses = losses(decks, format)
    return written
  }

  private static func json(_ decks: [Deck]) -> [UInt8] {
    JSON.object([
      .init("schema", .integer(Int64(DeckJSON.version))),
      .init("decks", .array(decks.map(DeckJSON.deck))),
    ]).utf8(indented: true) + [.lineFeed]
  }

  // MARK: What is lost

  /// What a form has no place for.
  package static func losses(_ decks: [Deck], _ format: ExchangeFormat) -> [Loss] {
    switch format {
    case .markdown: []
    case .apkg:
      [
        .prose(decks.reduce(0) { $0 + $1.sections.count { !$0.passage.isEmpty } }),
        .brokenNotes(decks.reduce(0) { $0 + $1.items.count { $0.kind == .brokenNote } }),
      ].filter { !$0.isNothing }
    case .json:
      decks.compactMap { deck in
        String(validating: deck.bytes, as: UTF8.self) == nil ? .notUTF8(path: deck.path) : nil
      }
    case .csv, .tsv, .quizlet, .text, .gift:
      [
        .prose(decks.reduce(0) { $0 + $1.sections.count { !$0.passage.isEmpty } }),
        .actors(decks.reduce(0) { $0 + $1.frontMatter.actors.count }),
        .brokenNotes(decks.reduce(0) { $0 + $1.items.count { $0.kind == .brokenNote } }),
        .fields(decks.reduce(0) { $0 + $1.notes.count { hasMore($0, than: format) } }),
      ].filter { !$0.isNothing }
    }
  }

  /// Whether a note says more than a form has a place for.
  private static func hasMore(_ note: Note, than format: ExchangeFormat) -> Bool {
    let fields = note.fields
    let speaksOfAnswers = fields.answers.contains { $0 != NoteFields.Answer() }
    switch format {
    case .csv, .tsv, .gift, .json, .markdown, .apkg: return false
    case .quizlet:
      return speaksOfAnswers || fields.why != nil || fields.source != nil || fields.id != nil
        || !fields.tags.isEmpty
    case .text:
      let isQuestion = if case .question = note.body { true } else { false }
      return speaksOfAnswers || fields.source != nil || fields.id != nil
        || isQuestion && fields.why != nil
    }
  }
}

extension Loss {
  /// Whether nothing is lost.
  fileprivate var isNothing: Bool {
    switch self {
    case .prose(let count), .actors(let count), .brokenNotes(let count), .fields(let count):
      count == 0
    case .notUTF8: false
    }
  }
}
