import Chronology
import Files
import Glibc

extension Store {
  /// Takes back the last thing that happened on this device and can be taken back.
  ///
  /// An answer goes with its amendments, so that the card stands as it did before it was asked.
  /// Renamings of keys stay, and so do pending answers without verdict, which count for nothing.
  /// Called again it takes back the one before, also of earlier sessions.
  ///
  /// - Parameters:
  ///   - at: when.
  ///   - zone: the local time's offset from UTC, in minutes.
  ///   - day: the study day.
  /// - Returns: what was taken back; `nil` where there was nothing.
  /// - Throws: `ProgressError`, as `append`.
  package func undo(at: Instant, zone: Int, day: CivilDay) throws(ProgressError) -> Record? {
    guard let record = try undoable() else { return nil }
    try append(.void(key: record.event.key ?? "", of: record.id), at: at, zone: zone, day: day)
    return record
  }

  /// What `undo` would take back.
  ///
  /// - Returns: the record; `nil` where there is none.
  /// - Throws: `ProgressError.unreadable`.
  package func undoable() throws(ProgressError) -> Record? {
    var search = UndoSearch(device: device)
    for record in unsaved.reversed() {
      if let found = search.step(back: record) { return found }
    }
    do throws(FileError) {
      return try search.searchJournal("\(folder)/\(JournalReader.journal(of: device))")
    } catch {
      if error.isMissing { return nil }
      throw .unreadable(error)
    }
  }
}

/// Walks back through a device's records to the last live one that can be taken back.
private struct UndoSearch {
  let device: DeviceID
  private var void: Set<RecordID> = []
  private var rated: Set<RecordID> = []

  init(device: DeviceID) { self.device = device }

  /// Looks at the record before.
  ///
  /// - Returns: the record, where it is the one.
  mutating func step(back record: Record) -> Record? {
    guard record.id.device == device, !void.contains(record.id) else { return nil }
    switch record.event {
    case .void(_, let target): void.insert(target)
    case .rate(_, let target, _):
      // The answer itself is taken back, unless it was given on another device.
      guard target.device == device else { return record }
      rated.insert(target)
    case .relink: break
    case .pending: return rated.contains(record.id) ? record : nil
    case .review, .exam, .practice, .suspend, .unsuspend, .bury, .flag, .unflag, .keep, .reject,
      .state:
      return record
    }
    return nil
  }

  /// Looks through a journal from its end, a part at a time.
  mutating func searchJournal(_ path: String) throws(FileError) -> Record? {
    let file = try Descriptor(path, O_RDONLY)
    var end = Int64(try file.regularStatus().st_size)
    // What is read of a line whose start is not.
    var rest: [UInt8] = []
    while end > 0 {
      let count = min(end, 1 << 16)
      var part = try file.read(Int(count), at: end - count)
      end -= count
      part += rest
      var lines = part.split(separator: 0x0a, omittingEmptySubsequences: false)
      rest = end > 0 ? Array(lines.removeFirst()) : []
      for line in lines.reversed() {
        let record = line.withUnsafeBytes { bytes in
          (try? Record.decode(bytes)).flatMap { $0 }
        }
        if let record, let found = step(back: record) { return found }
      }
    }
    return nil
  }
}
