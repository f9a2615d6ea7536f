/// The expressions of one block, found by their words alone.
struct BlockScan {
  let reader: TokenReader
  private let block: TextBlock
  private let dates: DateScanner
  private let relatives: RelativeScanner
  private let quoted: [Range<Int>]

  enum Meaning {
    case date(StatedDate)
    case relative(RelativeScanner.Meaning)
  }

  /// An expression and the pieces it stands on.
  typealias Found = (meaning: Meaning, tokens: Range<Int>)

  init(_ block: TextBlock, reader: TokenReader, years: YearContext) {
    self.block = block
    self.reader = reader
    dates = DateScanner(reader, years: years)
    relatives = RelativeScanner(reader: reader)
    quoted = QuotedText.ranges(in: block.content.bytes)
  }

  /// The expression that begins at an index.
  func expression(at index: Int) -> Found? {
    switch reader.tokens[index].kind {
    case .other, .hyphen, .dash, .slash, .comma, .dot, .stop, .open, .close, .quote, .possessive,
      .percent, .symbol, .quantity, .word(.article), .word(.function), .word(.preposition),
      .word(.counted):
      return nil
    case .number, .grouped, .ordinal, .decade, .word: break
    }
    if let found = relatives.expression(at: index) {
      // "Two or three May 1945" apart, a count of units is never a date's beginning.
      return (.relative(found.meaning), found.range)
    }
    return dates.date(at: index).map { (.date($0.date), $0.range) }
  }

  /// The bytes of a range of pieces.
  func bytes(of tokens: Range<Int>) -> Range<Int> {
    reader.tokens[tokens.lowerBound].range
      .lowerBound..<reader.tokens[tokens.upperBound - 1].range.upperBound
  }

  /// Whether a date at the beginning of a text is that of its publication: at the end of a short
  /// line, or between a place and a dash.
  func isPublication(_ tokens: Range<Int>) -> Bool {
    let bytes = bytes(of: tokens)
    let after = block.content.bytes[bytes.upperBound...]
    if reader.kind(tokens.upperBound) == .dash { return bytes.lowerBound < 40 }
    return after.allSatisfy { !$0.isWordByte } && block.content.bytes.count < 80
      && block.content.bytes.last != UInt8(ascii: ".")
      && reader.preposition(tokens.lowerBound) == nil
  }

  /// Whether pieces stand in quotation marks.
  func isQuoted(_ tokens: Range<Int>) -> Bool {
    let bytes = bytes(of: tokens)
    return quoted.contains {
      $0.lowerBound <= bytes.lowerBound && bytes.upperBound <= $0.upperBound
    }
  }

  /// Whether pieces stand in the title of a work: short, in quotation marks or set off, its words
  /// capitalised.
  func isTitle(_ tokens: Range<Int>) -> Bool {
    let bytes = bytes(of: tokens)
    if quoted.contains(where: { $0.contains(bytes.lowerBound) && isTitle(bytes: $0) }) {
      return true
    }
    guard !block.emphasis.isEmpty else { return false }
    let source = block.source(of: bytes)
    return block.emphasis.contains { range in
      range.contains(source.lowerBound) && source.upperBound <= range.upperBound
        && range.count <= 80
    }
  }

  private func isTitle(bytes range: Range<Int>) -> Bool {
    guard range.count <= 80 else { return false }
    let words = block.content.bytes.words(in: range)
    guard words.count <= 9 else { return false }
    let weighty = words.filter { $0.count > 4 }
    let lower = weighty.filter { word in
      (word.first { $0.isWordByte && $0 < 0x80 || $0 >= 0xc3 && $0 < 0xe2 })?.isASCIILower ?? false
    }
    return lower.isEmpty
  }
}
