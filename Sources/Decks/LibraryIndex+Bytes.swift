import Files

/// Puts values one after the other.
struct ByteWriter {
  var bytes: [UInt8] = []

  mutating func put<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ text: String) {
    put(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func put(_ texts: [String]) {
    put(UInt32(texts.count))
    for text in texts { put(text) }
  }

  /// A card in six words at once: there may be a hundred thousand.
  mutating func put(_ card: CardRecord) {
    let flags: UInt64 = (card.isShared ? 1 : 0) | (card.isRepeated ? 1 << 8 : 0)
    let words = (
      card.fingerprint.littleEndian, card.plain.high.littleEndian,
      card.withAnswer.high.littleEndian,
      (UInt64(card.note) | UInt64(card.section) << 32).littleEndian,
      (UInt64(card.tags) | UInt64(card.id) << 32).littleEndian,
      (UInt64(card.plain.low) | UInt64(card.withAnswer.low) << 16 | UInt64(card.blank) << 32
        | UInt64(card.kind) << 40 | flags << 48).littleEndian
    )
    withUnsafeBytes(of: words) { bytes.append(contentsOf: $0) }
  }
}

/// Takes values one after the other; `nil` where the bytes end or cannot be what is asked for.
struct ByteReader {
  private let buffer: UnsafeRawBufferPointer
  private var index = 0

  init(_ buffer: UnsafeRawBufferPointer) { self.buffer = buffer }

  var isAtEnd: Bool { index == buffer.count }

  mutating func get<Number: FixedWidthInteger>(_ type: Number.Type) -> Number? {
    let size = MemoryLayout<Number>.size
    guard buffer.count - index >= size else { return nil }
    defer { index += size }
    return Number(littleEndian: buffer.loadUnaligned(fromByteOffset: index, as: type))
  }

  /// A count of things that take at least `size` bytes each, so that a wild count is refused.
  mutating func count(atLeast size: Int) -> Int? {
    guard let count = get(UInt32.self), Int(count) <= (buffer.count - index) / size else {
      return nil
    }
    return Int(count)
  }

  mutating func getText() -> String? {
    guard let count = count(atLeast: 1) else { return nil }
    defer { index += count }
    return String(decoding: buffer[index..<index + count], as: UTF8.self)
  }

  mutating func getTexts() -> [String]? {
    guard let count = count(atLeast: 4) else { return nil }
    var texts: [String] = []
    texts.reserveCapacity(count)
    for _ in 0..<count {
      guard let text = getText() else { return nil }
      texts.append(text)
    }
    return texts
  }

  mutating func getScan() -> DeckScan? {
    guard let path = getText(), let size = get(Int64.self), let modified = get(Int64.self),
      let inode = get(UInt64.self), let name = getText(), let errorCount = get(UInt32.self),
      let headings = getHeadings(), let tagSets = getTagSets(), let ids = getTexts()
    else { return nil }
    var scan = DeckScan(
      path: path, identity: FileIdentity(size: size, modified: modified, inode: inode),
      name: name, headings: headings, errorCount: Int(errorCount), cards: [], tagSets: tagSets,
      ids: ids)
    guard let count = count(atLeast: CardRecord.encodedSize) else { return nil }
    let start = index
    index += count * CardRecord.encodedSize
    scan.cards.reserveCapacity(count)
    for number in 0..<count {
      let card = CardRecord(buffer, at: start + number * CardRecord.encodedSize)
      guard card.section < headings.count, card.tags < tagSets.count, card.id <= ids.count,
        card.kind < CardKind.allCases.count
      else { return nil }
      scan.cards.append(card)
    }
    return scan
  }

  private mutating func getHeadings() -> [DeckScan.Heading]? {
    guard let count = count(atLeast: 12) else { return nil }
    var headings: [DeckScan.Heading] = []
    for _ in 0..<count {
      guard let path = getTexts(), let level = get(UInt32.self), let line = get(UInt32.self)
      else { return nil }
      headings.append(DeckScan.Heading(path: path, level: Int(level), line: Int(line)))
    }
    return headings
  }

  private mutating func getTagSets() -> [[String]]? {
    guard let count = count(atLeast: 4) else { return nil }
    var sets: [[String]] = []
    for _ in 0..<count {
      guard let tags = getTexts() else { return nil }
      sets.append(tags)
    }
    return sets
  }
}

extension CardRecord {
  /// Bytes in the index.
  static let encodedSize = 48

  /// Reads what `ByteWriter` put; the caller has checked that the bytes are there.
  fileprivate init(_ buffer: UnsafeRawBufferPointer, at start: Int) {
    func get<Number: FixedWidthInteger>(_ offset: Int, _ type: Number.Type) -> Number {
      Number(littleEndian: buffer.loadUnaligned(fromByteOffset: start + offset, as: type))
    }
    fingerprint = get(0, UInt64.self)
    plain = KeyDigest(high: get(8, UInt64.self), low: get(40, UInt16.self))
    withAnswer = KeyDigest(high: get(16, UInt64.self), low: get(42, UInt16.self))
    note = get(24, UInt32.self)
    section = get(28, UInt32.self)
    tags = get(32, UInt32.self)
    id = get(36, UInt32.self)
    blank = get(44, UInt8.self)
    kind = get(45, UInt8.self)
    isShared = get(46, UInt8.self) != 0
    isRepeated = get(47, UInt8.self) != 0
  }
}
