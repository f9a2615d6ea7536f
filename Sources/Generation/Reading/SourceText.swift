/// A text as it was read: blocks of clean prose, each character with its place in the source.
package struct SourceText: Sendable {
  /// How the source was written.
  package let format: TextFormat
  /// What all places point into: the bytes of the file, or of a PDF the text that was in it.
  package let source: [UInt8]
  /// The prose, in reading order.
  package let blocks: [TextBlock]
  /// What is in the source and not in the blocks, in the order of the source.
  package let omissions: [Omission]

  package init(
    format: TextFormat, source: [UInt8], blocks: [TextBlock], omissions: [Omission] = []
  ) {
    self.format = format
    self.source = source
    self.blocks = blocks
    self.omissions = omissions
  }

  /// All blocks in one text, a line break between them, and the range of each.
  ///
  /// A place in a block is the place in this text less the start of the block's range.
  package func joined() -> (bytes: [UInt8], blocks: [Range<Int>]) {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    for block in blocks {
      if !bytes.isEmpty { bytes.append(0x0a) }
      ranges.append(bytes.count..<bytes.count + block.content.count)
      bytes += block.content.bytes
    }
    return (bytes, ranges)
  }

  /// The source's text at a range of bytes, as it stands there.
  package func quoted(_ range: Range<Int>) -> String {
    String(decoding: source[range.clamped(to: source.indices)], as: UTF8.self)
  }

  /// The line that a byte of the source stands on, counted from 1.
  package func line(of offset: Int) -> Int {
    var line = 1
    for byte in source.prefix(max(0, offset)) where byte == 0x0a { line += 1 }
    return line
  }
}

/// One heading, paragraph, quotation or list item.
package struct TextBlock: Hashable, Sendable {
  package let kind: Kind
  /// The text: one line, without citation marks, hyphenation and markup.
  package let content: MappedText
  /// What the author set off (italics, names of works), as ranges of bytes of the **source**.
  package let emphasis: [Range<Int>]

  package enum Kind: Hashable, Sendable {
    /// A heading and its level, 1 for the highest.
    case heading(level: Int)
    case paragraph
    /// Somebody else's words, set off as a block.
    case quotation
    case listItem
  }

  package init(kind: Kind, content: MappedText, emphasis: [Range<Int>] = []) {
    self.kind = kind
    self.content = content
    self.emphasis = emphasis
  }

  package var text: String { content.string }

  /// Where a range of bytes of the content stands in the source.
  package func source(of range: Range<Int>) -> Range<Int> { content.source(of: range) }
}

/// A stretch of the source that is no prose.
package struct Omission: Hashable, Sendable {
  /// Bytes of the source.
  package let source: Range<Int>
  package let reason: Reason

  package enum Reason: String, Hashable, Sendable {
    case code
    case footnote
    case frontMatter
    case navigation
    case pageNumber
    case references
    case runningHead
    case table
  }

  package init(source: Range<Int>, reason: Reason) {
    self.source = source
    self.reason = reason
  }
}
