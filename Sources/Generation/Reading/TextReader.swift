/// Reads a text of any kind.
package struct TextReader {
  /// The most that is read of a file, in bytes.
  package static let limit = 64 << 20
  /// The most prose that is taken from it, in bytes: about 1.3 million words.
  ///
  /// What is understood of a text is in memory as a whole.
  package static let proseLimit = 8 << 20

  /// The encoding that the user names; where `nil`, the text says.
  package var encoding: Encoding?
  /// Whether a text is read that is not English or looks like a deck.
  package var isForced: Bool
  /// Whether a word in lower case is an English one; asked for words broken at a line end.
  ///
  /// `nil` for a word that the caller cannot judge.
  package var isWord: (String) -> Bool?
  /// Runs `pdftotext`.
  package var run: PDF.ProcessRunner

  package init(
    encoding: Encoding? = nil, isForced: Bool = false,
    isWord: @escaping (String) -> Bool? = { _ in nil }, run: @escaping PDF.ProcessRunner
  ) {
    self.encoding = encoding
    self.isForced = isForced
    self.isWord = isWord
    self.run = run
  }

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - name: The file's name, looked at only where the content leaves its format open.
  /// - Returns: The text in blocks.
  /// - Throws: Why there is nothing to read: bad bytes, no prose, not English.
  package func read(_ bytes: [UInt8], name: String? = nil) throws(ReadingError) -> SourceText {
    guard bytes.count <= TextReader.limit else { throw .tooLarge(limit: TextReader.limit) }
    guard bytes.contains(where: { !$0.isASCIISpace }) else { throw .empty }
    let format: TextFormat
    switch ContentKind(of: bytes, name: name) {
    case .binary(let kind): throw .binary(kind)
    case .text(let found): format = found
    }
    let source = format == .pdf ? try PDF.text(of: bytes, run: run) : bytes
    // The markup of a page may be many times its prose.
    guard source.count <= (format == .html ? TextReader.limit : TextReader.proseLimit) else {
      throw .tooLarge(limit: TextReader.proseLimit)
    }
    let text = try TextDecoder.decoded(source, stated: format == .pdf ? .utf8 : encoding)
    guard text.bytes.contains(where: { !$0.isASCIISpace }) else { throw .empty }
    if !isForced, let line = DeckCheck.firstNoteLine(in: text.bytes) {
      throw .isDeck(firstNoteLine: line)
    }
    let (blocks, omissions) =
      switch format {
      case .plain, .pdf: PlainText.blocks(of: text, isWord: isWord)
      case .markdown: Markdown.blocks(of: text)
      case .html: HTML.blocks(of: text)
      }
    guard blocks.reduce(0, { $0 + $1.content.count }) <= TextReader.proseLimit else {
      throw .tooLarge(limit: TextReader.proseLimit)
    }
    try check(blocks, omissions)
    return SourceText(format: format, source: source, blocks: blocks, omissions: omissions)
  }

  private func check(
    _ blocks: [TextBlock], _ omissions: [Omission]
  ) throws(ReadingError) {
    let words = blocks.reduce(0) { sum, block in
      let content = block.content.bytes
      return sum + content.words(in: 0..<content.count).count { $0.contains(where: \.isWordByte) }
    }
    guard words > 0 else {
      throw omissions.contains { $0.reason == .table } ? .onlyTables : .noProse
    }
    guard words >= 4 else {
      throw omissions.contains { $0.reason == .table } ? .onlyTables : .tooShort(words: words)
    }
    guard !isForced else { return }
    let evidence = LanguageEvidence(of: blocks)
    guard evidence.isEnglish else { throw .notEnglish(evidence) }
  }
}
