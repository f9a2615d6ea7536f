import Chronology
import Digest
import Files
import Memory

/// What the journals of a folder come to, kept up to date record by record.
///
/// Held as a settled state, the few latest records, and the state after these: an amendment of a
/// recent record folds only those again, one of an older record folds all journals.
struct Ledger {
  let folder: String
  let scheduler: Scheduler
  /// The state of all records.
  private(set) var state = FoldedState()
  /// How far each journal was read.
  private(set) var positions: [JournalPosition] = []
  /// The highest count of each device.
  private(set) var highest: [DeviceID: Int64] = [:]
  /// What was met while reading that is not as it should be.
  private(set) var problems: [JournalProblem] = []
  /// Whether a newer Tripos wrote here.
  private(set) var isNewer = false
  private var settled = FoldedState()
  private var recent = JournalContents()

  /// How many records may be recent before the older half of them is settled.
  private static let recentLimit = 64

  /// Reads all journals.
  ///
  /// - Throws: `FileError` where the folder cannot be listed.
  init(
    folder: String, scheduler: Scheduler, report: (Int, Int) -> Void
  ) throws(FileError) {
    self.folder = folder
    self.scheduler = scheduler
    try rebuild(unsaved: [], report: report)
  }

  /// Takes a state that a snapshot or cache holds and reads what came since.
  ///
  /// - Returns: `nil` where it is not a state of these journals.
  /// - Throws: `FileError` where the folder cannot be listed.
  init?(
    folder: String, scheduler: Scheduler, head: SnapshotHead, image: StateImage
  ) throws(FileError) {
    guard head.scheduler == scheduler.settingsName else { return nil }
    for position in head.positions where !position.isValid(in: folder) { return nil }
    let reader = try JournalReader(folder: folder, from: head.positions, highest: head.highest)
    let base = head.state(image)
    guard let state = Fold.more(reader.contents, onto: base, scheduler: scheduler) else {
      return nil
    }
    self.folder = folder
    self.scheduler = scheduler
    self.state = state
    settled = base
    recent = reader.contents
    take(reader)
    settle()
  }

  /// What a snapshot says beside the cards.
  var head: SnapshotHead {
    SnapshotHead(state, positions: positions, highest: highest, scheduler: scheduler)
  }

  /// The next count of a device, which is used from now on.
  mutating func nextCount(of device: DeviceID) -> Int64 {
    let count = (highest[device] ?? 0) + 1
    highest[device] = count
    return count
  }

  /// Works in a record that was just made.
  ///
  /// - Parameters:
  ///   - line: the record.
  ///   - unsaved: all lines that are not on the disk, perhaps this one among them.
  /// - Throws: `FileError` where all had to be read again and that failed.
  mutating func workIn(_ line: [UInt8], unsaved: [[UInt8]]) throws(FileError) {
    let isRecord = line.withUnsafeBytes { bytes in
      guard let record = try? RecordLine(bytes) else { return false }
      recent.add(record, journal: -1, offset: -1)
      return true
    }
    recent.sort()
    if isRecord, let next = Fold.more(recent, onto: settled, scheduler: scheduler) {
      state = next
      if recent.entries.count > Ledger.recentLimit { settle() }
    } else {
      try rebuild(unsaved: unsaved)
    }
  }

  /// Notes that a line of this device was written to its journal.
  ///
  /// - Returns: whether it follows what was read; otherwise another program wrote there.
  mutating func advance(_ journal: String, past line: [UInt8], at offset: Int64) -> Bool {
    let index: Int
    if let known = positions.firstIndex(where: { $0.name == journal }) {
      index = known
    } else {
      positions.append(JournalPosition(name: journal))
      positions.sort { $0.name < $1.name }
      index = positions.firstIndex { $0.name == journal } ?? 0
    }
    guard positions[index].offset == offset else { return false }
    positions[index].offset = offset + Int64(line.count) + 1
    positions[index].lines += 1
    positions[index].tail = CRC32.checksum((line + [0x0a]).suffix(JournalPosition.tailLength))
    return true
  }

  /// Puts all cards into one image, for the snapshot and the cache.
  mutating func compact() {
    state = state.compacted()
    settled = state
    recent = JournalContents()
  }

  /// Folds all journals anew.
  ///
  /// - Parameters:
  ///   - unsaved: lines that are not on the disk.
  ///   - report: told how much is read.
  /// - Throws: `FileError` where the folder cannot be listed.
  mutating func rebuild(
    unsaved: [[UInt8]], report: (Int, Int) -> Void = { _, _ in }
  ) throws(FileError) {
    var reader = try JournalReader(folder: folder, tell: report)
    reader.add(unsaved: unsaved)
    highest = [:]
    problems = []
    take(reader)
    // The last records stay recent, so that taking back several does not fold everything each time.
    let contents = reader.contents
    let cut = contents.cut(before: contents.entries.count - Ledger.recentLimit / 2)
    if cut > 0 {
      var older = contents
      older.entries.removeLast(contents.entries.count - cut)
      settled = Fold.all(older, scheduler: scheduler)
      recent = contents.slice(cut..<contents.entries.count)
      if let state = Fold.more(recent, onto: settled, scheduler: scheduler) {
        self.state = state
        return
      }
    }
    state = Fold.all(contents, scheduler: scheduler)
    settled = state
    recent = JournalContents()
  }

  private mutating func take(_ reader: JournalReader) {
    positions = reader.positions
    highest = reader.highest
    problems += reader.problems
    isNewer = isNewer || reader.isNewer
  }

  /// Settles the older recent records, where no later one amends them.
  private mutating func settle() {
    let count = recent.entries.count
    guard count > Ledger.recentLimit else { return }
    let cut = recent.cut(before: count - Ledger.recentLimit / 2)
    guard cut > 0,
      let older = Fold.more(recent.slice(0..<cut), onto: settled, scheduler: scheduler)
    else {
      if count > 8 * Ledger.recentLimit { compact() }
      return
    }
    settled = older.changes.count > 4096 ? older.compacted() : older
    recent = recent.slice(cut..<count)
    state = Fold.more(recent, onto: settled, scheduler: scheduler) ?? state
  }
}

extension JournalContents {
  /// The last index, at most `limit`, that no amendment reaches across; 0 where there is none.
  fileprivate func cut(before limit: Int) -> Int {
    guard limit > 0 else { return 0 }
    // Amendments soon follow what they amend.
    var places: [RecordID: Int] = [:]
    for index in max(0, limit - 1024)..<entries.count { places[entries[index].id] = index }
    var cut = limit
    var index = entries.count - 1
    while index >= cut {
      let entry = entries[index]
      if entry.kind == .rate || entry.kind == .void {
        guard let place = places[targets[Int(entry.detail)]] else { return 0 }
        cut = min(cut, place)
      }
      index -= 1
    }
    return cut
  }
}
