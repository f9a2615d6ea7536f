import Decks

/// Reads the files of the text forms.
package enum FileReading {
  /// Finds the notes of a file.
  ///
  /// - Parameters:
  ///   - bytes: the content.
  ///   - format: its form.
  ///   - options: what the user says of it.
  ///   - report: told now and then how many bytes of all are read.
  /// - Returns: what was found, which may be nothing.
  /// - Throws: `ExchangeError` where it is no file of that form at all.
  package static func read(
    _ bytes: [UInt8], as format: ExchangeFormat, options: ReadOptions = ReadOptions(),
    report: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(ExchangeError) -> Findings {
    guard !bytes.allSatisfy(\.isSpace) else { throw .empty }
    if let kind = BinaryKind(bytes) { throw .binary(kind) }
    if format == .markdown { return try MarkdownReader.read(bytes) }
    let encoding = options.encoding ?? TextDecoding.encoding(of: bytes)
    let text = TextDecoding.text(bytes, encoding)
    guard !isBinary(text) else { throw .binary(nil) }
    var findings: Findings
    switch format {
    case .csv, .tsv, .quizlet, .text:
      var reader = SeparatedReader(options: options)
      findings = try reader.read(text, format: format, report: report)
    case .gift: findings = GIFTReader.read(text)
    case .json: findings = try DeckJSONReader.read(text)
    case .markdown: findings = try MarkdownReader.read(text)
    case .apkg: throw .binary(.archive)
    }
    if encoding != .utf8 { findings.remarks.insert(.encoding(encoding), at: 0) }
    return findings
  }

  /// Whether a text has too many control characters to be one.
  private static func isBinary(_ text: [UInt8]) -> Bool {
    let head = text.prefix(1 << 16)
    let controls = head.count { $0 < 0x20 && !$0.isSpace && $0 != 0x1b }
    return controls * 50 > head.count
  }
}
