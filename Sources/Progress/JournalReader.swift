import Files
import Glibc

/// Reads the journals of a folder, and writes to none of them.
///
/// What cannot be used is set aside and reported; everything else counts.
struct JournalReader {
  /// The folder that holds the journals.
  let folder: String
  /// All records that were read, in order.
  private(set) var contents = JournalContents()
  /// How far each journal was read, sorted by name.
  private(set) var positions: [JournalPosition] = []
  /// The highest count of each device.
  private(set) var highest: [DeviceID: Int64]
  /// What was not used.
  private(set) var problems: [JournalProblem] = []
  /// The devices whose records were met.
  private var writers: Set<DeviceID> = []
  private var isShared = false
  /// Whether a line was written by a newer Tripos.
  private(set) var isNewer = false

  /// The names of the journals in a folder, copies that a file sync made included.
  ///
  /// - Parameter folder: the folder; one that is missing holds none.
  /// - Returns: the names, sorted.
  /// - Throws: `FileError`.
  static func journals(in folder: String) throws(FileError) -> [String] {
    do throws(FileError) {
      return try listFolder(folder).compactMap { entry in
        entry.kind == .file && isJournal(entry.name) ? entry.name : nil
      }
    } catch {
      if error.isMissing { return [] }
      throw error
    }
  }

  /// Whether a file of this name is a journal, or a copy of one.
  static func isJournal(_ name: String) -> Bool {
    name.hasPrefix("reviews-") && name.hasSuffix(".jsonl")
  }

  /// The name of a device's own journal.
  static func journal(of device: DeviceID) -> String { "reviews-\(device.text).jsonl" }

  /// Reads all journals from where they were read before.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - positions: how far each journal was read before; one that is not named is read whole.
  ///   - highest: the highest count of each device so far.
  ///   - filter: whether a line is wanted, for searches; all by default.
  ///   - tell: told now and then how many bytes of all are read.
  /// - Throws: `FileError` where the folder cannot be listed.
  init(
    folder: String, from positions: [JournalPosition] = [], highest: [DeviceID: Int64] = [:],
    filter: ((UnsafeRawBufferPointer) -> Bool)? = nil,
    tell: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(FileError) {
    self.folder = folder
    self.highest = highest
    let names = try JournalReader.journals(in: folder)
    let total = names.reduce(0) { $0 + Int(FileIdentity(path: "\(folder)/\($1)")?.size ?? 0) }
    var before = 0
    for name in names {
      var position = positions.first { $0.name == name } ?? JournalPosition(name: name)
      do throws(FileError) {
        try read(&position, journal: self.positions.count, filter: filter) {
          tell(before + $0, total)
        }
      } catch {
        report(.unreadable(error), in: position, at: position.offset, line: nil)
      }
      self.positions.append(position)
      before += Int(position.offset)
    }
    contents.sort()
    reportSharedNames()
  }

  /// Adds records that could not be written so far.
  mutating func add(unsaved lines: [[UInt8]]) {
    for line in lines {
      line.withUnsafeBytes { bytes in
        guard let record = try? RecordLine(bytes) else { return }
        note(record.id)
        contents.add(record, journal: -1, offset: -1)
      }
    }
    contents.sort()
  }

  private mutating func read(
    _ position: inout JournalPosition, journal: Int,
    filter: ((UnsafeRawBufferPointer) -> Bool)?, tell: (Int) -> Void
  ) throws(FileError) {
    let path = "\(folder)/\(position.name)"
    if position.offset > 0, let size = FileIdentity(path: path)?.size, size == position.offset {
      return
    }
    var reader = try LineReader(path, from: position.offset)
    var sequence = CountSequence()
    var lines = position.lines
    var tornEnd: Int64?
    let before = position
    var end = try reader.forEachLine { line, offset in
      switch line {
      case .whole(let bytes):
        lines += 1
        if lines & 0xfff == 0 { tell(Int(offset)) }
        let text = trimmed(bytes, isFirst: offset == 0)
        guard !text.isEmpty, filter?(text) ?? true else { return }
        do throws(JournalProblem.Cause) {
          let record = try RecordLine(text)
          contents.add(record, journal: journal, offset: offset)
          if let cause = sequence.next(record) {
            report(cause, in: before, at: offset, line: lines)
          }
        } catch {
          if case .newerVersion = error { isNewer = true }
          report(error, in: before, at: offset, line: lines)
        }
      case .tooLong(let count):
        lines += 1
        report(.tooLong(bytes: count), in: before, at: offset, line: lines)
      case .torn(let bytes):
        // Whole but for its newline: nothing is guessed where the checksum is right.
        if let record = try? RecordLine(trimmed(bytes, isFirst: offset == 0)) {
          contents.add(record, journal: journal, offset: offset)
          _ = sequence.next(record)
          tornEnd = offset + Int64(bytes.count)
          lines += 1
        } else {
          report(.torn, in: before, at: offset, line: lines + 1)
        }
      }
    }
    if let tornEnd { end = tornEnd }
    for (device, count) in sequence.highest {
      isShared = isShared || !writers.insert(device).inserted || sequence.isOutOfOrder
      highest[device] = max(highest[device] ?? 0, count)
    }
    position.offset = end
    position.lines = lines
    position.tail = try JournalPosition.tail(of: path, before: end)
  }

  /// Looks for different records of one name, where a device's records came twice or out of order.
  private mutating func reportSharedNames() {
    guard isShared else { return }
    var checksums: [RecordID: UInt32] = [:]
    var reported: Set<RecordID> = []
    for entry in contents.entries where entry.journal >= 0 {
      let known = checksums.updateValue(entry.checksum, forKey: entry.id)
      guard let known, known != entry.checksum, reported.insert(entry.id).inserted else {
        continue
      }
      report(
        .sameNameTwice(entry.id), in: positions[Int(entry.journal)], at: entry.offset, line: nil)
    }
  }

  private mutating func note(_ id: RecordID) {
    highest[id.device] = max(highest[id.device] ?? 0, id.count)
  }

  private mutating func report(
    _ cause: JournalProblem.Cause, in position: JournalPosition, at offset: Int64, line: Int?
  ) {
    problems.append(
      JournalProblem(
        path: "\(folder)/\(position.name)", line: line, offset: offset, cause: cause))
  }
}

extension FileError {
  /// Whether the file or its folder does not exist.
  var isMissing: Bool { cause == .errno(ENOENT) }

  /// Whether the system lets nobody, or not this user, write there.
  var isReadOnly: Bool {
    cause == .errno(EROFS) || cause == .errno(EACCES) || cause == .errno(EPERM)
  }
}

/// Watches the counts of the records of one journal.
private struct CountSequence {
  /// Whether a count did not go up.
  private(set) var isOutOfOrder = false
  var highest: [DeviceID: Int64] {
    var all = earlier
    if last.count > 0 { all[last.device] = max(all[last.device] ?? 0, last.count) }
    return all
  }
  private var earlier: [DeviceID: Int64] = [:]
  private var last = RecordID(device: .none, count: 0)
  private var checksum: UInt32 = 0

  /// Takes the next record.
  ///
  /// - Returns: what is odd about its count.
  mutating func next(_ record: RecordLine) -> JournalProblem.Cause? {
    let id = record.id
    if id.device != last.device {
      if last.count > 0 { earlier[last.device] = max(earlier[last.device] ?? 0, last.count) }
      last = RecordID(device: id.device, count: earlier[id.device] ?? 0)
    }
    let previous = last.count
    let isCopy = id.count == previous && record.checksum == checksum
    checksum = record.checksum
    last.count = max(previous, id.count)
    if previous == 0 || id.count == previous + 1 || isCopy { return nil }
    if id.count > previous { return .countGap(from: previous, to: id.count) }
    isOutOfOrder = true
    return .countNotRising(from: previous, to: id.count)
  }
}

/// A line without what other programs put around it: a byte order mark, a carriage return, blanks.
func trimmed(
  _ line: UnsafeRawBufferPointer, isFirst: Bool
) -> UnsafeRawBufferPointer {
  var range = 0..<line.count
  if isFirst, line.count >= 3, line[0] == 0xef, line[1] == 0xbb, line[2] == 0xbf {
    range = 3..<line.count
  }
  while let last = range.last, line[last] == 0x0d || line[last] == 0x20 || line[last] == 0x09 {
    range = range.dropLast()
  }
  return UnsafeRawBufferPointer(rebasing: line[range])
}
