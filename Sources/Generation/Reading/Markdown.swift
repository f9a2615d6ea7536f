import CMark
import Glibc

/// Markdown to blocks, by way of cmark.
///
/// Headings, paragraphs, quotations and list items are kept; code blocks, HTML blocks, tables and
/// images are left out, of links only their text is kept.
struct Markdown {
  private let text: MappedText
  private let bytes: [UInt8]
  private let lineStarts: [Int]
  private var blocks: [TextBlock] = []
  private var omissions: [Omission] = []
  /// The level of the heading over references, while they last.
  private var referencesLevel: Int?

  /// The blocks of a text and what was left out.
  static func blocks(of source: MappedText) -> (blocks: [TextBlock], omissions: [Omission]) {
    var reader = Markdown(Characters.normalised(source))
    reader.read()
    return (reader.blocks, reader.omissions)
  }

  private init(_ text: MappedText) {
    self.text = text
    bytes = text.bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0a { starts.append(index + 1) }
    lineStarts = starts
  }

  private mutating func read() {
    let start = frontMatterEnd()
    if start > 0 { omit(0..<start, .frontMatter) }
    let skipped = bytes[..<start].count { $0 == 0x0a }
    let document = bytes[start...].withUnsafeBytes { buffer in
      cmark_parse_document(
        buffer.bindMemory(to: CChar.self).baseAddress, buffer.count, CMARK_OPT_DEFAULT)
    }
    guard let document else { return }
    defer { cmark_node_free(document) }
    readChildren(of: document, after: skipped, in: .paragraph)
  }

  /// The end of a block between two lines of dashes at the very beginning.
  private func frontMatterEnd() -> Int {
    guard bytes.has("---\n", at: 0) else { return 0 }
    for start in lineStarts.dropFirst() where bytes.has("---", at: start) {
      if start + 3 == bytes.count { return start + 3 }
      if bytes[start + 3] == 0x0a { return start + 4 }
    }
    return 0
  }

  private mutating func omit(_ range: Range<Int>, _ reason: Omission.Reason) {
    omissions.append(Omission(source: text.source(of: range), reason: reason))
  }

  // MARK: - Blocks

  private mutating func readChildren(
    of node: OpaquePointer, after skipped: Int, in kind: TextBlock.Kind
  ) {
    var child = cmark_node_first_child(node)
    while let block = child {
      read(block, after: skipped, in: kind)
      child = cmark_node_next(block)
    }
  }

  private mutating func read(_ node: OpaquePointer, after skipped: Int, in kind: TextBlock.Kind) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING:
      add(node, after: skipped, as: .heading(level: Int(cmark_node_get_heading_level(node))))
    case CMARK_NODE_PARAGRAPH: add(node, after: skipped, as: kind)
    case CMARK_NODE_BLOCK_QUOTE: readChildren(of: node, after: skipped, in: .quotation)
    case CMARK_NODE_LIST: readChildren(of: node, after: skipped, in: .listItem)
    case CMARK_NODE_ITEM: readChildren(of: node, after: skipped, in: kind)
    case CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK:
      omit(range(of: node, after: skipped), .code)
    default: break
    }
  }

  private mutating func add(_ node: OpaquePointer, after skipped: Int, as kind: TextBlock.Kind) {
    let range = range(of: node, after: skipped)
    if kind == .paragraph, isTable(range) { return omit(range, .table) }
    var inline = Inline(text: text, lineStarts: lineStarts, skipped: skipped, limits: range)
    inline.readChildren(of: node)
    let content = CitationMarks.removed(from: inline.content.singleSpaced()).trimmed()
    guard !content.isEmpty else { return }
    if case .heading(let level) = kind {
      if let references = referencesLevel, level <= references { referencesLevel = nil }
      if referencesLevel == nil, Headings.opensReferences(content.bytes) { referencesLevel = level }
    }
    guard referencesLevel == nil else { return omit(range, .references) }
    let isQuotation = kind == .paragraph && QuotedText.isWhole(content.bytes)
    blocks.append(
      TextBlock(kind: isQuotation ? .quotation : kind, content: content, emphasis: inline.emphasis))
  }

  /// The bytes of the lines that a block stands on.
  private func range(of node: OpaquePointer, after skipped: Int) -> Range<Int> {
    let first = Int(cmark_node_get_start_line(node)) - 1 + skipped
    let last = Int(cmark_node_get_end_line(node)) + skipped
    let start = first >= 0 && first < lineStarts.count ? lineStarts[first] : bytes.count
    let end = last >= 0 && last < lineStarts.count ? lineStarts[last] : bytes.count
    return start..<max(start, end)
  }

  /// Whether the second line of a paragraph is a table's: dashes, colons and upright strokes.
  private func isTable(_ range: Range<Int>) -> Bool {
    let rows = bytes[range].split(separator: 0x0a)
    guard rows.count >= 2, rows[0].contains(0x7c), rows[1].contains(0x2d) else { return false }
    return rows[1].allSatisfy { $0.isASCIISpace || $0 == 0x7c || $0 == 0x2d || $0 == 0x3a }
  }
}

/// The inline content of one Markdown block, found again in the bytes it was read from.
private struct Inline {
  let text: MappedText
  let lineStarts: [Int]
  let skipped: Int
  let limits: Range<Int>
  var content = MappedText()
  /// Emphasised stretches, in bytes of the source.
  var emphasis: [Range<Int>] = []
  private var position: Int

  init(text: MappedText, lineStarts: [Int], skipped: Int, limits: Range<Int>) {
    self.text = text
    self.lineStarts = lineStarts
    self.skipped = skipped
    self.limits = limits
    position = limits.lowerBound
  }

  mutating func readChildren(of node: OpaquePointer) {
    var child = cmark_node_first_child(node)
    while let inline = child {
      read(inline)
      child = cmark_node_next(inline)
    }
  }

  private mutating func read(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT, CMARK_NODE_CODE: place(node)
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
      content.append(" ".utf8, insteadOf: position..<position, of: text)
    case CMARK_NODE_EMPH:
      let start = content.count
      readChildren(of: node)
      if content.count > start { emphasis.append(content.source(of: start..<content.count)) }
    case CMARK_NODE_STRONG, CMARK_NODE_LINK: readChildren(of: node)
    default: break
    }
  }

  /// Appends a node's text byte by byte from where cmark says it stands.
  private mutating func place(_ node: OpaquePointer) {
    guard let literal = cmark_node_get_literal(node) else { return }
    let wanted = Array(UnsafeBufferPointer(start: literal, count: strlen(literal))).map {
      UInt8(bitPattern: $0)
    }
    let line = Int(cmark_node_get_start_line(node)) - 1 + skipped
    if line >= 0, line < lineStarts.count {
      let stated = lineStarts[line] + Int(cmark_node_get_start_column(node)) - 1
      if limits.contains(stated) { position = max(position, stated) }
    }
    let bytes = text.bytes
    var index = 0
    while index < wanted.count {
      if position < limits.upperBound, bytes[position] == wanted[index], !isEntity(wanted[index...])
      {
        let start = position
        while index < wanted.count, position < limits.upperBound, bytes[position] == wanted[index],
          bytes[position] != 0x26 || position == start
        {
          index += 1
          position += 1
        }
        content.append(start..<position, of: text)
      } else if let (length, end) = entity(wanted[index...]) {
        content.append(wanted[index..<index + length], insteadOf: position..<end, of: text)
        position = end
        index += length
      } else if let next = nextPlace(of: wanted[index]) {
        position = next
      } else {
        // Not found again: what is left stands for the place where it should be.
        content.append(wanted[index...], insteadOf: position..<position, of: text)
        return
      }
    }
  }

  private func isEntity(_ wanted: ArraySlice<UInt8>) -> Bool {
    text.bytes[position] == 0x26 && entity(wanted) != nil
  }

  /// How many of the wanted bytes the entity at the position stands for, and where it ends.
  private func entity(_ wanted: ArraySlice<UInt8>) -> (length: Int, end: Int)? {
    let bytes = text.bytes
    guard position < limits.upperBound, bytes[position] == 0x26,
      let close = bytes[position..<limits.upperBound].prefix(34).firstIndex(of: 0x3b),
      close > position + 1,
      bytes[position + 1..<close].allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x23 })
    else { return nil }
    // One character, or the few that one entity may stand for: up to what follows the entity.
    let first = wanted.first.map { $0 < 0x80 ? 1 : $0 >= 0xf0 ? 4 : $0 >= 0xe0 ? 3 : 2 } ?? 0
    return (min(first, wanted.count), close + 1)
  }

  /// The next place of a byte within a few bytes: behind a backslash, a delimiter, a link's target.
  private func nextPlace(of byte: UInt8) -> Int? {
    let end = min(limits.upperBound, position + 400)
    guard position < end else { return nil }
    return text.bytes[position..<end].firstIndex(of: byte)
  }
}

extension MappedText {
  /// The text with every stretch of white space made one space.
  func singleSpaced() -> MappedText {
    var result = MappedText()
    var (index, kept) = (0, 0)
    while index < count {
      guard bytes[index].isASCIISpace else {
        index += 1
        continue
      }
      let start = index
      while index < count, bytes[index].isASCIISpace { index += 1 }
      if index - start == 1, bytes[start] == 0x20 { continue }
      result.append(kept..<start, of: self)
      result.append(" ".utf8, insteadOf: start..<index, of: self)
      kept = index
    }
    result.append(kept..<count, of: self)
    return result
  }
}
