import Digest
import Files
import JSON

/// The states of a folder's cards in a binary file elsewhere, for the fastest start.
///
/// Deleting it changes nothing, and anything that is not exactly as it was written is not used.
/// Its layout, in the machine's byte order:
///
/// - `Header`, eight words;
/// - an image of all cards (see `StateImage`), padded to whole words;
/// - the days: each the day's number and the counts of its tally, ten words;
/// - the rest of what the snapshot says, as JSON, with the identities of snapshot and journals.
struct StateCache {
  /// What the file begins with.
  private enum Header {
    /// "TRIPOS" and the version of the layout.
    static let magic: UInt64 = 0x5452_4950_4f53_0001
    static let wordCount = 8
    static let cards = 1
    static let texts = 2
    static let days = 3
    static let rest = 4
    static let bodyChecksum = 5
    static let headerChecksum = 7
  }

  private static let wordsPerDay = 10

  /// Reads the cache of a folder.
  ///
  /// - Parameters:
  ///   - path: the cache.
  ///   - folder: the folder whose states it should hold.
  /// - Returns: the states and what stands beside them; `nil` where there is none to be used.
  static func read(_ path: String, folder: String) -> (head: SnapshotHead, image: StateImage)? {
    guard let file = try? MappedFile(path) else { return nil }
    let bytes = file.bytes
    let headerSize = Header.wordCount * 8
    guard bytes.count >= headerSize else { return nil }
    func word(_ index: Int) -> UInt64 { bytes.load(fromByteOffset: index * 8, as: UInt64.self) }
    let headerBytes = UnsafeRawBufferPointer(rebasing: bytes[..<(Header.headerChecksum * 8)])
    guard word(0) == Header.magic, word(Header.headerChecksum) == checksum(headerBytes),
      let cards = Int(exactly: word(Header.cards)), let texts = Int(exactly: word(Header.texts)),
      let days = Int(exactly: word(Header.days)), let rest = Int(exactly: word(Header.rest)),
      let image = StateImage(file: file, start: headerSize, count: cards, textCount: texts)
    else { return nil }
    let daysStart = headerSize + cards * StateImage.recordSize + (texts + 7) / 8 * 8
    guard days <= bytes.count / 8, daysStart + days * wordsPerDay * 8 + rest == bytes.count,
      checksum(UnsafeRawBufferPointer(rebasing: bytes[headerSize...]))
        == word(Header.bodyChecksum)
    else { return nil }
    let restStart = daysStart + days * wordsPerDay * 8
    let json = JSON.parse(buffer: UnsafeRawBufferPointer(rebasing: bytes[restStart...]))
    guard case .success(let value) = json, var head = head(value, folder: folder) else {
      return nil
    }
    for index in 0..<days {
      let start = daysStart / 8 + index * wordsPerDay
      var tally = DayTally()
      for (place, field) in DayTally.fields.enumerated() {
        tally[keyPath: field] = Int(truncatingIfNeeded: word(start + 1 + place))
      }
      head.days[Int(truncatingIfNeeded: word(start))] = tally
    }
    return (head, image)
  }

  /// Writes the cache of a folder, as well as it can: a failure only costs time.
  ///
  /// - Parameters:
  ///   - path: the cache; folders above it are made.
  ///   - folder: the folder whose states it holds.
  ///   - head: what stands beside the cards.
  ///   - image: all cards.
  static func write(_ path: String, folder: String, _ head: SnapshotHead, _ image: StateImage) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(image.count * (StateImage.recordSize + 32) + 1 << 16)
    bytes.append(contentsOf: repeatElement(0, count: Header.wordCount * 8))
    let textCount = image.withBytes { memory in
      bytes.append(contentsOf: memory)
      return memory.count - image.count * StateImage.recordSize
    }
    while bytes.count % 8 != 0 { bytes.append(0) }
    for (day, tally) in head.days.sorted(by: { $0.key < $1.key }) {
      bytes.append(word: UInt64(bitPattern: Int64(day)))
      for field in DayTally.fields {
        bytes.append(word: UInt64(bitPattern: Int64(tally[keyPath: field])))
      }
    }
    let restStart = bytes.count
    bytes.append(contentsOf: text(head, folder: folder))
    let words = [
      Header.magic, UInt64(image.count), UInt64(textCount), UInt64(head.days.count),
      UInt64(bytes.count - restStart),
      bytes.withUnsafeBytes { checksum(UnsafeRawBufferPointer(rebasing: $0[64...])) }, 0,
    ]
    var header: [UInt8] = []
    for word in words { header.append(word: word) }
    header.append(word: header.withUnsafeBytes { checksum($0) })
    bytes.replaceSubrange(0..<header.count, with: header)
    try? makeFolder(parentFolder(of: path))
    _ = try? writeFile(path, bytes, durably: false)
  }

  /// What stands beside the cards and the days, as JSON.
  private static func text(_ head: SnapshotHead, folder: String) -> [UInt8] {
    var head = head
    head.days = [:]
    var bytes = Array("{".utf8)
    head.append(to: &bytes)
    bytes.append(contentsOf: "\"snapshot\": ".utf8)
    bytes.append(contentsOf: identity("\(folder)/\(Snapshot.fileName)").utf8(indented: false))
    bytes.append(contentsOf: ", \"files\": ".utf8)
    let files = head.positions.map { identity("\(folder)/\($0.name)") }
    bytes.append(contentsOf: JSON.array(files).utf8(indented: false))
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }

  /// Reads what `text` made; `nil` where snapshot or journals are not what they were.
  private static func head(_ value: JSON, folder: String) -> SnapshotHead? {
    var head = SnapshotHead()
    for member in value.members ?? [] where SnapshotHead.memberNames.contains(member.name) {
      guard head.take(member.name, member.value) else { return nil }
    }
    guard value["snapshot"] == identity("\(folder)/\(Snapshot.fileName)"),
      let files = value["files"]?.array, files.count == head.positions.count
    else { return nil }
    for (file, position) in zip(files, head.positions) {
      // A journal that grew is read on from where it ended; any other change is not to be trusted.
      let now = identity("\(folder)/\(position.name)")
      guard file == now || file[2] == now[2] && (now[0]?.int64 ?? 0) > (file[0]?.int64 ?? .max)
      else { return nil }
    }
    return head
  }

  /// Size, time of change and number of a file; `null` where there is none.
  private static func identity(_ path: String) -> JSON {
    guard let identity = FileIdentity(path: path) else { return .null }
    return .array([
      .integer(identity.size), .integer(identity.modified),
      .integer(Int64(bitPattern: identity.inode)),
    ])
  }

  /// A checksum that takes a word in a step, in four lanes: it guards against damage, not malice.
  private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes = SIMD4<UInt64>(1, 2, 3, 4)
    let prime: UInt64 = 0x9e37_79b9_7f4a_7c15
    var index = 0
    while index + 32 <= bytes.count {
      let words = bytes.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
      lanes = (lanes ^ words) &* prime
      lanes ^= lanes &>> 29
      index += 32
    }
    var sum = UInt64(bytes.count)
    for lane in 0..<4 { sum = (sum ^ lanes[lane]) &* prime }
    for byte in bytes[index...] { sum = (sum ^ UInt64(byte)) &* prime }
    return sum ^ sum >> 29
  }
}

extension [UInt8] {
  fileprivate mutating func append(word: UInt64) {
    Swift.withUnsafeBytes(of: word) { append(contentsOf: $0) }
  }
}
