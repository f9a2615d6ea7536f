/// A form in which decks go to other programs and come from them.
package enum ExchangeFormat: String, CaseIterable, Hashable, Sendable {
  /// Comma-separated values as spreadsheets write them (RFC 4180), with a row of column names.
  case csv
  /// The same with tabs between the columns.
  case tsv
  /// A question and an answer a line with a tab between them, as Quizlet takes and gives them.
  case quizlet
  /// Anki's notes in plain text: lines such as `#separator:tab`, then rows.
  case text
  /// Questions as Moodle and other learning platforms take them.
  case gift
  /// All that a deck holds, for programs.
  case json
  /// Tripos's own decks.
  case markdown
  /// Anki's packages of decks or of a whole collection; the module `Anki` reads and writes them.
  case apkg
}

extension ExchangeFormat {
  /// The endings of files of this form, without dot, the usual one first.
  package var fileExtensions: [String] {
    switch self {
    case .csv: ["csv"]
    case .tsv: ["tsv", "tab"]
    case .quizlet: ["quizlet"]
    case .text: ["txt"]
    case .gift: ["gift"]
    case .json: ["json"]
    case .markdown: ["md", "markdown"]
    case .apkg: ["apkg", "colpkg"]
    }
  }

  /// The form that a file's name promises; `nil` where it promises none.
  package init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: "."), dot > fileName.startIndex else { return nil }
    let ending = fileName[fileName.index(after: dot)...].lowercased()
    guard let format = Self.allCases.first(where: { $0.fileExtensions.contains(ending) }) else {
      return nil
    }
    self = format
  }

  /// The form of a file by its name and content.
  ///
  /// A name with an ending of ours is believed, but for `txt`, which may be any of the text forms.
  ///
  /// - Parameters:
  ///   - bytes: the content.
  ///   - fileName: the file's name; `nil` for a pipe.
  /// - Returns: the form; `nil` where it is none of ours.
  package static func recognise(_ bytes: [UInt8], fileName: String?) -> ExchangeFormat? {
    let promised = fileName.flatMap { ExchangeFormat(fileName: $0) }
    if let promised, promised != .text { return promised }
    let head = TextDecoding.text(Array(bytes.prefix(1 << 16)))
    return recognise(head: head) ?? promised
  }

  /// The form of a text by its beginning.
  private static func recognise(head: [UInt8]) -> ExchangeFormat? {
    guard let first = head.first(where: { !$0.isSpace }) else { return nil }
    let lines = head.split(omittingEmptySubsequences: true) { $0 == .lineFeed || $0 == .return }
    if AnkiHeader.isHeader(lines.first ?? []) { return .text }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return .json }
    if lines.contains(where: { $0.starts(with: "Q:".utf8) || $0.starts(with: "C:".utf8) }) {
      return .markdown
    }
    if lines.contains(where: { $0.starts(with: "::".utf8) || $0.starts(with: "$CATEGORY:".utf8) }) {
      return .gift
    }
    return Dialect.guess(head) == nil ? nil : .csv
  }
}
