import Chronology
import Digest
import Glibc
import JSON
import Memory

/// A journal line taken apart without making a single string.
///
/// The tokens speak of the bytes that were scanned, which must still be there when they are used.
struct RecordLine {
  /// What was scanned.
  let scanner: JSONScanner
  private(set) var id = RecordID(device: .none, count: 0)
  /// `nil` for a kind of the future, which is kept and ignored.
  private(set) var kind: EventKind?
  private(set) var key: JSONScanner.StringToken?
  /// Milliseconds since 1970 (UTC).
  private(set) var at: Int64 = 0
  /// Minutes.
  private(set) var zone = 0
  private(set) var day = CivilDay(number: 0)
  private(set) var rating: Rating?
  private(set) var mark: RecordedMark?
  private(set) var given: JSONScanner.StringToken?
  private(set) var milliseconds = 0
  private(set) var due: Schedule.Due?
  private(set) var other: JSONScanner.StringToken?
  private(set) var target: RecordID?
  private(set) var exam: JSONScanner.StringToken?
  private(set) var question = 0
  private(set) var type: JSONScanner.StringToken?
  private(set) var why: JSONScanner.StringToken?
  /// Where the moves of a renaming stand.
  private(set) var moves: Int?
  /// Where the state by another program's account stands.
  private(set) var state: Int?
  /// The line's checksum, which tells different records of one name apart.
  private(set) var checksum: UInt32 = 0

  private var version: Int64 = 0
  /// The bits of the members that were met.
  private var members: UInt32 = 0
  /// The first member whose value has the wrong form.
  private var malformed: MemberName?

  /// Takes a line apart and checks all of it.
  ///
  /// - Parameter line: the bytes, without newline.
  /// - Throws: why it is no record.
  init(_ line: UnsafeRawBufferPointer) throws(JournalProblem.Cause) {
    scanner = JSONScanner(line)
    let end = checksumStart(in: line)
    if let end { checksum = CRC32.checksum(UnsafeRawBufferPointer(rebasing: line[..<end])) }
    var scanner = scanner
    var written: UInt32?
    do throws(JSONError) {
      try scanner.expect("{")
      var first = true
      while let name = try scanner.nextMemberToken(first: first) {
        first = false
        guard let member = MemberName(UnsafeRawBufferPointer(rebasing: line[name.range])) else {
          try scanner.skip(depth: 1)
          continue
        }
        if members & member.bit != 0 { malformed = malformed ?? member }
        members |= member.bit
        if member == .crc {
          written = try checksumValue(&scanner)
        } else if try !read(member, &scanner) {
          malformed = malformed ?? member
        }
      }
      try scanner.end()
    } catch {
      throw .notJSON(error.cause, column: error.column)
    }
    guard end != nil || version > 1 else { throw .checksumMissing }
    guard end == nil || written == checksum else { throw .checksumWrong }
    guard version <= 1 else { throw .newerVersion(Int(clamping: version)) }
    if let malformed { throw .memberMalformed("\(malformed)") }
    let missing = neededMembers & ~members
    if missing != 0, let name = MemberName.allCases.first(where: { missing & $0.bit != 0 }) {
      throw .memberMissing("\(name)")
    }
  }

  /// The bytes between the quotation marks of a string.
  func bytes(_ token: JSONScanner.StringToken) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: scanner.bytes[token.range])
  }

  /// Reads the value of a member.
  ///
  /// - Returns: whether it has the right form.
  private mutating func read(
    _ member: MemberName, _ scanner: inout JSONScanner
  ) throws(JSONError) -> Bool {
    switch member {
    case .v: return try integer(&scanner, 1...Int64.max) { version = $0 }
    case .dev: return try device(&scanner) { id.device = $0 }
    case .n: return try integer(&scanner, 1...Int64.max) { id.count = $0 }
    case .kind:
      return try string(&scanner) { kind = EventKind(bytes($0)) }
    case .key: return try string(&scanner) { key = $0 }
    case .at: return try instant(&scanner)
    case .tz: return try offset(&scanner)
    case .day:
      var text: JSONScanner.StringToken?
      guard try string(&scanner, { text = $0 }), let text,
        let day = Progress.day(iso: bytes(text))
      else { return false }
      self.day = day
      return true
    case .grade: return try integer(&scanner, 1...4) { rating = Rating(rawValue: Int($0)) }
    case .mark:
      return try string(&scanner) { mark = RecordedMark(bytes($0)) } && mark != nil
    case .given: return try string(&scanner) { given = $0 }
    case .cut:
      guard try [UInt8(ascii: "t"), UInt8(ascii: "f")].contains(scanner.peek()) else {
        try scanner.skip(depth: 1)
        return false
      }
      _ = try scanner.bool()
      return true
    case .ms:
      return try integer(&scanner, 0...Int64.max) {
        milliseconds = Int(min($0, longestAnswerTime))
      }
    case .due: return try dueDate(&scanner)
    case .other: return try string(&scanner) { other = $0 }
    case .of: return try recordID(&scanner) { target = $0 }
    case .exam: return try string(&scanner) { exam = $0 }
    case .q: return try integer(&scanner, 0...Int64(Int32.max)) { question = Int($0) }
    case .type: return try string(&scanner) { type = $0 }
    case .moves:
      _ = try scanner.peek()
      moves = scanner.position
      try scanner.skip(depth: 1)
      return true
    case .why: return try string(&scanner) { why = $0 }
    case .state:
      _ = try scanner.peek()
      state = scanner.position
      try scanner.skip(depth: 1)
      return true
    case .crc: return true
    }
  }

  private mutating func instant(_ scanner: inout JSONScanner) throws(JSONError) -> Bool {
    if try scanner.peek() == UInt8(ascii: "\"") {
      guard let value = Progress.milliseconds(iso: bytes(try scanner.stringToken())) else {
        return false
      }
      at = value
      return true
    }
    return try integer(&scanner, possibleInstants) { at = $0 }
  }

  private mutating func offset(_ scanner: inout JSONScanner) throws(JSONError) -> Bool {
    if try scanner.peek() == UInt8(ascii: "\"") {
      let text = bytes(try scanner.stringToken())
      guard !text.isEmpty, let value = Progress.zone(iso: text) else { return false }
      zone = value
      return true
    }
    return try integer(&scanner, -1440...1440) { zone = Int($0) }
  }

  private mutating func dueDate(_ scanner: inout JSONScanner) throws(JSONError) -> Bool {
    if try scanner.peek() == UInt8(ascii: "\"") {
      guard let day = Progress.day(iso: bytes(try scanner.stringToken())) else { return false }
      due = .day(day.number)
      return true
    }
    return try integer(&scanner, possibleInstants) {
      due = .second(Instant(milliseconds: $0).seconds)
    }
  }

  private func checksumValue(_ scanner: inout JSONScanner) throws(JSONError) -> UInt32? {
    guard try scanner.peek() == UInt8(ascii: "\"") else {
      try scanner.skip(depth: 1)
      return nil
    }
    let text = bytes(try scanner.stringToken())
    guard text.count == 8 else { return nil }
    var value: UInt32 = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return value
  }

  private var neededMembers: UInt32 {
    let all =
      MemberName.v.bit | MemberName.dev.bit | MemberName.n.bit | MemberName.kind.bit
      | MemberName.at.bit | MemberName.day.bit
    return switch kind {
    case .review, .exam, .practice: all | MemberName.key.bit | MemberName.grade.bit
    case .rate: all | MemberName.of.bit | MemberName.grade.bit
    case .void: all | MemberName.of.bit
    case .relink: all | MemberName.moves.bit
    case .state: all | MemberName.key.bit | MemberName.state.bit
    case .pending, .suspend, .unsuspend, .bury, .flag, .unflag, .keep, .reject:
      all | MemberName.key.bit
    case nil: all
    }
  }
}

/// The years 1 to 9999, in milliseconds since 1970.
private let possibleInstants: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

/// A day, in milliseconds: no answer takes longer, but a computer sleeps.
private let longestAnswerTime: Int64 = 86_400_000

/// Where the comma before the last member called `crc` stands.
private func checksumStart(in line: UnsafeRawBufferPointer) -> Int? {
  let mark: StaticString = ",\"crc\":"
  guard let base = line.baseAddress else { return nil }
  var start = line.count - mark.utf8CodeUnitCount
  while start >= 0 {
    if line[start] == UInt8(ascii: ","),
      memcmp(base + start, mark.utf8Start, mark.utf8CodeUnitCount) == 0
    {
      return start
    }
    start -= 1
  }
  return nil
}

private func integer(
  _ scanner: inout JSONScanner, _ range: ClosedRange<Int64>, _ use: (Int64) -> Void
) throws(JSONError) -> Bool {
  let byte = try scanner.peek()
  guard byte == UInt8(ascii: "-") || byte &- 0x30 <= 9 else {
    try scanner.skip(depth: 1)
    return false
  }
  guard let value = try scanner.numberToken().integer, range.contains(value) else { return false }
  use(value)
  return true
}

private func string(
  _ scanner: inout JSONScanner, _ use: (JSONScanner.StringToken) -> Void
) throws(JSONError) -> Bool {
  guard try scanner.peek() == UInt8(ascii: "\"") else {
    try scanner.skip(depth: 1)
    return false
  }
  use(try scanner.stringToken())
  return true
}

private func device(
  _ scanner: inout JSONScanner, _ use: (DeviceID) -> Void
) throws(JSONError) -> Bool {
  let bytes = scanner.bytes
  var name: DeviceID?
  let isString = try string(&scanner) {
    name = DeviceID(UnsafeRawBufferPointer(rebasing: bytes[$0.range]))
  }
  if let name { use(name) }
  return isString && name != nil
}

private func recordID(
  _ scanner: inout JSONScanner, _ use: (RecordID) -> Void
) throws(JSONError) -> Bool {
  guard try scanner.peek() == UInt8(ascii: "{") else {
    try scanner.skip(depth: 1)
    return false
  }
  scanner.position += 1
  var target: DeviceID?
  var count: Int64?
  var isWellFormed = true
  var first = true
  while let name = try scanner.nextMemberToken(first: first) {
    first = false
    switch MemberName(UnsafeRawBufferPointer(rebasing: scanner.bytes[name.range])) {
    case .dev: isWellFormed = try device(&scanner) { target = $0 } && isWellFormed
    case .n: isWellFormed = try integer(&scanner, 1...Int64.max) { count = $0 } && isWellFormed
    default: try scanner.skip(depth: 2)
    }
  }
  guard isWellFormed, let target, let count else { return false }
  use(RecordID(device: target, count: count))
  return true
}
