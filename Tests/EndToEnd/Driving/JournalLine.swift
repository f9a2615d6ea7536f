import Files
import JSON

/// A line of a journal, read without Tripos's own reader.
struct JournalLine: Hashable {
  let number: Int
  let kind: String
  let key: String
  let day: String
  /// Milliseconds since 1970.
  let at: Int64
  let given: String?
  let mark: String?
  let grade: Int?
  /// The number of the record that this one amends or takes back.
  let of: Int?
  /// The due date, where it is a day.
  let dueDay: String?

  /// Reads a line; `nil` where it is no whole record.
  init?(_ line: some Collection<UInt8>) {
    guard let value = try? JSON.parse(Array(line)), let number = value["n"]?.int,
      let kind = value["kind"]?.string, let day = value["day"]?.string,
      let at = value["at"]?.int64, value["crc"]?.string != nil
    else { return nil }
    self.number = number
    self.kind = kind
    self.key = value["key"]?.string ?? ""
    self.day = day
    self.at = at
    self.given = value["given"]?.string
    self.mark = value["mark"]?.string
    self.grade = value["grade"]?.int
    self.of = value["of"]?["n"]?.int
    self.dueDay = value["due"]?.string
  }
}

extension TemporaryHome {
  /// The records of the home's journals, in the order of the files.
  func journal() -> [JournalLine] {
    let names = (try? listFolder(progress).map(\.name)) ?? []
    return names.filter { $0.hasSuffix(".jsonl") }.sorted().flatMap { name -> [JournalLine] in
      let bytes = (try? readFile("\(progress)/\(name)").bytes) ?? []
      return bytes.split(separator: 0x0a).compactMap { JournalLine($0) }
    }
  }
}

/// A journal that is read as it grows.
final class GrowingJournal {
  private let home: TemporaryHome
  private var path: String?
  private var offset = 0
  /// All records so far.
  private(set) var lines: [JournalLine] = []

  init(_ home: TemporaryHome) { self.home = home }

  /// The records that were added since the last call.
  func newLines() -> [JournalLine] {
    if path == nil {
      let names = (try? listFolder(home.progress).map(\.name)) ?? []
      path = names.first { $0.hasSuffix(".jsonl") }.map { "\(home.progress)/\($0)" }
    }
    guard let path, let bytes = try? readFile(path).bytes, bytes.count > offset else { return [] }
    let added = bytes[offset...].split(separator: 0x0a).compactMap { JournalLine($0) }
    offset = bytes.count
    lines += added
    return added
  }
}
