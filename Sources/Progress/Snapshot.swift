import Digest
import JSON

/// `progress.json`: all states for a person to read, and for the next start to begin with.
///
/// A cache of the journals, but for the labels of the cards, which only help to find a card again
/// after its deck was edited. Its layout:
///
///     {"schema": 1, "sum": "0f1e2d3c",
///     "program": "tripos 0.1.0",
///     "scheduler": "…", "journals": […], "devices": {…}, "renamed": {…}, "days": {…},
///     "cards": {
///     "h1-…": {"phase":"review","due":"2026-12-05",…,"label":{…}},
///     …
///     }}
///
/// with one journal, day or card a line. Days are study days, `due` is a day or milliseconds since
/// 1970 (UTC), `latest` is in milliseconds, `reviewedAt` in seconds. Members that this version does
/// not know survive a rewrite. `sum` is the CRC-32 of all that follows its comma; it counts only as
/// the second member, where a Tripos that does not know it never puts it.
struct Snapshot {
  static let schema: Int64 = 1
  static let fileName = "progress.json"

  /// Why a snapshot is not used.
  enum Failure: Error, Hashable {
    case damaged
    /// It can be read, and is not what was written.
    case altered
    /// Made by a newer Tripos.
    case newer
  }

  /// One card's line.
  struct Card {
    /// In UTF-8.
    var key: [UInt8]
    /// `nil` where only texts were asked for.
    var progress: CardProgress?
    /// Where the label's object stands in the file.
    var label: Range<Int>?
    /// Where members stand that are not known, each from its name to its value's end.
    var unknown: [Range<Int>] = []
  }

  /// What it says beside the cards.
  private(set) var head = SnapshotHead()
  /// Where members of the whole stand that are not known, each from its name to its value's end.
  private(set) var unknown: [Range<Int>] = []

  /// Reads a snapshot.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - needsStates: whether the states are read; their texts are in any case.
  ///   - body: receives each card.
  /// - Throws: `Failure`.
  init(
    _ bytes: UnsafeRawBufferPointer, needsStates: Bool, _ body: (Card) -> Void
  ) throws(Failure) {
    var schema: Int64?
    var isWellFormed = true
    var isAltered = false
    do throws(JSONError) {
      var scanner = JSONScanner(bytes)
      try scanner.expect("{")
      var first = true
      var place = 0
      while let name = try scanner.nextMemberToken(first: first) {
        first = false
        place += 1
        switch scanner.text(name) {
        case "sum":
          let sum = try scanner.value(depth: 1).string
          guard place == 2 else { break }
          let rest = UnsafeRawBufferPointer(
            rebasing: bytes[min(scanner.position + 1, bytes.count)...])
          isAltered = needsStates && sum != hexadecimal(CRC32.checksum(rest))
        case "schema": schema = try scanner.value(depth: 1).int64
        case "program": try scanner.skip(depth: 1)
        case "cards":
          try Snapshot.cards(&scanner, needsStates: needsStates) { card in
            if let card { body(card) } else { isWellFormed = false }
          }
        case let name where SnapshotHead.memberNames.contains(name):
          isWellFormed = head.take(name, try scanner.value(depth: 1)) && isWellFormed
        default:
          try scanner.skip(depth: 1)
          unknown.append(name.range.lowerBound - 1..<scanner.position)
        }
        if let schema, schema > Snapshot.schema { throw scanner.error(.trailingContent, at: 0) }
      }
      try scanner.end()
    } catch {
      throw (schema ?? 0) > Snapshot.schema ? .newer : .damaged
    }
    guard schema == Snapshot.schema, isWellFormed else { throw .damaged }
    if isAltered { throw .altered }
  }

  /// The states that a snapshot holds.
  ///
  /// - Parameter bytes: the file.
  /// - Returns: the cards, and what stands beside them.
  /// - Throws: `Failure`.
  static func states(_ bytes: [UInt8]) throws(Failure) -> (SnapshotHead, StateImage) {
    var builder = StateImage.Builder(reserving: bytes.count / 300)
    let result = bytes.withUnsafeBytes { buffer in
      Result<Snapshot, Failure> { () throws(Failure) in
        try Snapshot(buffer, needsStates: true) { card in
          guard let progress = card.progress else { return }
          builder.add(Fingerprint(of: card.key), key: card.key, progress)
        }
      }
    }
    return (try result.get().head, builder.build())
  }

  /// Reads the cards; hands on `nil` for one whose values cannot be.
  private static func cards(
    _ scanner: inout JSONScanner, needsStates: Bool, _ body: (Card?) -> Void
  ) throws(JSONError) {
    var keys: Set<Fingerprint> = []
    try scanner.expect("{")
    var first = true
    while let key = try scanner.nextMemberToken(first: first) {
      first = false
      var card = Card(key: scanner.unescaped(key))
      var reading = SnapshotCard()
      var isWellFormed = keys.insert(Fingerprint(of: card.key)).inserted
      try scanner.expect("{")
      var isFirstMember = true
      while let member = try scanner.nextMemberToken(first: isFirstMember) {
        isFirstMember = false
        let text = UnsafeRawBufferPointer(rebasing: scanner.bytes[member.range])
        let name = PackedText(text)
        if name == labelName {
          _ = try scanner.peek()
          let start = scanner.position
          try scanner.skip(depth: 2)
          card.label = start..<scanner.position
        } else if text.count > 16 || !knownNames.contains(name) {
          try scanner.skip(depth: 2)
          card.unknown.append(member.range.lowerBound - 1..<scanner.position)
        } else if needsStates {
          let value = try scanner.value(depth: 2)
          isWellFormed = reading.take(scanner.text(member), value) && isWellFormed
        } else {
          try scanner.skip(depth: 2)
        }
      }
      if needsStates {
        card.progress = reading.finished()
        isWellFormed = isWellFormed && card.progress != nil
      }
      body(isWellFormed ? card : nil)
    }
  }
}

private let labelName = PackedText("label")

/// The names of a card's members; few enough to look through.
private let knownNames = CardProgress.memberNames.map { PackedText($0) }
