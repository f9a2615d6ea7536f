import CXML

/// HTML to blocks, by way of libxml2's event parser.
///
/// Headings, paragraphs, quotations and list items are kept. Navigation, info boxes, tables,
/// references, scripts and forms are left out, by element, by role and by class.
final class HTML {
  private let text: MappedText
  private let bytes: [UInt8]
  /// How many bytes the parser has consumed.
  private var consumed = 0
  /// Where the last text ended in the bytes.
  private var position = 0
  private var blocks: [TextBlock] = []
  private var omissions: [Omission] = []
  /// The open elements, and whether each begins a part that is left out.
  private var open: [(name: String, omitted: Omission.Reason?)] = []
  private var omittedSince: Int?
  private var content = MappedText()
  private var kind: TextBlock.Kind?
  private var emphasis: [Range<Int>] = []
  private var emphasisStart: Int?
  private var raised: Int?
  private var referencesLevel: Int?

  /// The blocks of a page and what was left out.
  static func blocks(of source: MappedText) -> (blocks: [TextBlock], omissions: [Omission]) {
    let reader = HTML(source)
    reader.read()
    return (reader.blocks, reader.omissions)
  }

  private init(_ text: MappedText) {
    self.text = text
    bytes = text.bytes
  }

  private func read() {
    var events = tripos_html_events(
      start: { reader, name, attributes, consumed in
        guard let reader = HTML.at(reader, consumed), let name else { return }
        reader.start(String(cString: name), HTML.read(attributes))
      },
      end: { reader, name, consumed in
        guard let reader = HTML.at(reader, consumed), let name else { return }
        reader.end(String(cString: name))
      },
      text: { reader, bytes, length, consumed in
        guard let reader = HTML.at(reader, consumed), let bytes else { return }
        let piece = UnsafeRawBufferPointer(start: bytes, count: length)
        reader.add(piece.bindMemory(to: UInt8.self))
      })
    let this = Unmanaged.passUnretained(self).toOpaque()
    bytes.withUnsafeBytes { buffer in
      let start = buffer.bindMemory(to: CChar.self).baseAddress
      tripos_html_read(start, buffer.count, this, &events)
    }
    finish()
  }

  /// The reader that an event belongs to, told how far the parser has come.
  private static func at(_ pointer: UnsafeMutableRawPointer?, _ consumed: Int) -> HTML? {
    guard let pointer else { return nil }
    let reader = Unmanaged<HTML>.fromOpaque(pointer).takeUnretainedValue()
    reader.consumed = min(reader.bytes.count, consumed)
    return reader
  }

  private static func read(
    _ attributes: UnsafePointer<UnsafePointer<CChar>?>?
  ) -> [String: String] {
    var result: [String: String] = [:]
    guard var next = attributes else { return result }
    while let name = next.pointee {
      result[String(cString: name)] = (next + 1).pointee.map { String(cString: $0) } ?? ""
      next += 2
    }
    return result
  }

  // MARK: - Events

  private func start(_ name: String, _ attributes: [String: String]) {
    let reason = omittedSince == nil ? HTMLParts.omission(of: name, attributes) : nil
    open.append((name, reason))
    if reason != nil {
      if HTMLParts.isBlock(name) || name == "pre" { finish() }
      omittedSince = consumed
      return
    }
    guard omittedSince == nil else { return }
    switch name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      finish()
      kind = .heading(level: Int(name.utf8.last ?? 0x31) - 0x30)
    case "p", "dd", "dt", "figcaption":
      let isInItem = kind == .listItem && content.trimmed().isEmpty
      finish()
      kind = isInItem ? .listItem : isInQuotation ? .quotation : .paragraph
    case "li":
      finish()
      kind = .listItem
    case "blockquote":
      finish()
      kind = .quotation
    case "br": addSpace()
    case "i", "em", "cite": if emphasisStart == nil { emphasisStart = content.count }
    case "sup": raised = content.count
    default: if HTMLParts.isBlock(name) { finish() }
    }
  }

  private func end(_ name: String) {
    guard let last = open.lastIndex(where: { $0.name == name }) else { return }
    while open.count > last {
      let (name, omitted) = open.removeLast()
      if let omitted, let since = omittedSince {
        omittedSince = nil
        omissions.append(
          Omission(source: text.source(of: since..<max(since, consumed)), reason: omitted))
      }
      guard omittedSince == nil else { continue }
      switch name {
      case "i", "em", "cite":
        if let start = emphasisStart, start < content.count {
          emphasis.append(content.source(of: start..<content.count))
        }
        emphasisStart = nil
      case "sup": endRaised()
      default: if HTMLParts.isBlock(name) { finish() }
      }
    }
  }

  /// Drops raised text unless it is an ordinal's ending: the rest are marks and powers.
  private func endRaised() {
    guard let start = raised, start <= content.count else { return }
    raised = nil
    let added = content.bytes[start...]
    if ["st", "nd", "rd", "th"].contains(where: { added.elementsEqual($0.utf8) }) { return }
    var kept = MappedText()
    kept.append(0..<start, of: content)
    content = kept
  }

  private func add(_ characters: UnsafeBufferPointer<UInt8>) {
    let end = consumed
    let place = place(of: characters, endingAt: end)
    defer { position = max(position, place.upperBound) }
    guard omittedSince == nil else { return }
    if place.count == characters.count, bytes[place].elementsEqual(characters) {
      content.append(place, of: text)
    } else {
      content.append(characters, insteadOf: place, of: text)
    }
  }

  /// The bytes that a piece of text stands for: the same bytes, or a character reference.
  private func place(of piece: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> Range<Int> {
    let start = end - piece.count
    if start >= position, bytes[start..<end].elementsEqual(piece) { return start..<end }
    if end > position, bytes[end - 1] == 0x3b,
      let reference = bytes[max(position, end - 34)..<end].lastIndex(of: 0x26)
    {
      return reference..<end
    }
    // The parser has looked ahead or fallen behind: the text is not far from here.
    let limit = min(bytes.count, end + piece.count)
    var index = position
    while let first = piece.first, index + piece.count <= limit {
      guard let found = bytes[index..<limit].firstIndex(of: first), found + piece.count <= limit
      else {
        break
      }
      if bytes[found..<found + piece.count].elementsEqual(piece) {
        return found..<found + piece.count
      }
      index = found + 1
    }
    return min(position, end)..<end
  }

  private func addSpace() {
    content.append(" ".utf8, insteadOf: consumed..<consumed, of: text)
  }

  private var isInQuotation: Bool { open.contains { $0.name == "blockquote" } }

  // MARK: - Blocks

  /// Ends the block that is being read.
  private func finish() {
    let whole = CitationMarks.removed(
      from: Characters.normalised(content).singleSpaced()
    ).trimmed()
    let ended = kind
    let range = content.source(of: 0..<content.count)
    content = MappedText()
    kind = isInQuotation ? .quotation : nil
    defer {
      emphasis = []
      emphasisStart = nil
      raised = nil
    }
    guard !whole.isEmpty else { return }
    if case .heading(let level) = ended {
      if let references = referencesLevel, level <= references { referencesLevel = nil }
      if referencesLevel == nil, Headings.opensReferences(whole.bytes) { referencesLevel = level }
    }
    if referencesLevel != nil {
      omissions.append(Omission(source: range, reason: .references))
    } else if let ended, isProse(whole, ended) {
      let isQuotation = ended == .paragraph && QuotedText.isWhole(whole.bytes)
      blocks.append(
        TextBlock(kind: isQuotation ? .quotation : ended, content: whole, emphasis: emphasis))
    } else if ended == nil, whole.count >= 60, whole.bytes.endsSentence(0..<whole.count) {
      blocks.append(TextBlock(kind: .paragraph, content: whole, emphasis: emphasis))
    } else {
      omissions.append(Omission(source: range, reason: .navigation))
    }
  }

  /// Whether a block is more than a link in a list or a label.
  private func isProse(_ content: MappedText, _ kind: TextBlock.Kind) -> Bool {
    switch kind {
    case .heading, .quotation: true
    case .paragraph: content.bytes.contains(0x20)
    case .listItem:
      content.bytes.endsSentence(0..<content.count)
        || content.bytes.words(in: 0..<content.count).count >= 5
    }
  }
}
