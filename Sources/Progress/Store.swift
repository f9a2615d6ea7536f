import Chronology
import Digest
import Files
import Memory

/// A folder of progress: the journals of all devices, and what they come to.
///
/// The journals are the truth. The snapshot and the cache only make opening fast: they are used
/// where they agree with the journals, and the states are always those that a fold of all records
/// would give.
package final class Store {
  /// What a store is opened for.
  package enum Access: Hashable, Sendable {
    /// No lock and no write of any kind.
    case reading
    /// Under the folder's lock.
    case writing
  }

  /// The folder of the journals and the snapshot.
  package let folder: String
  /// The device that writes.
  package let device: DeviceID
  package let access: Access
  /// Whether the file system has no locks, so that nobody else is kept out.
  package let isUnlocked: Bool
  /// Whether the snapshot was damaged; it is kept beside the next one.
  package private(set) var isSnapshotDamaged = false

  private let program: String
  private let cachePath: String?
  /// Whether the cache on the disk says what this store knows.
  private var isCacheCurrent = false
  /// Held from opening to closing.
  private var lock: FileLock?
  private var isClosed = false
  private(set) var ledger: Ledger
  private var writer: JournalWriter
  private var labels: [Fingerprint: CardLabel] = [:]
  /// Whether the snapshot on the disk says what this store knows.
  private var isSnapshotCurrent = false
  /// Whether a readable snapshot is kept under another name when the next is written.
  private var keepsOldSnapshot = false
  /// Whether another program wrote to this device's journal, so that all must be read again.
  private var needsRebuild = false
  /// Whether records were saved elsewhere, so that the journals here lack them.
  private var isDetached = false

  /// Opens a folder.
  ///
  /// - Parameters:
  ///   - folder: the folder, made where it is missing and the store is to write.
  ///   - device: the device that writes.
  ///   - scheduler: computes the memory states.
  ///   - access: what for.
  ///   - program: name and version, for the snapshot.
  ///   - cache: where the binary cache is; it is read here and written by `close`.
  ///   - fromJournals: whether every line of every journal is read again, as a check does; snapshot
  ///     and cache are not looked at.
  ///   - report: told how many bytes of the journals are read, where all have to be.
  /// - Throws: `ProgressError`. After `locked`, `readOnly` and `newerVersion` the folder can still
  ///   be opened for reading.
  package init(
    folder: String, device: DeviceID, scheduler: Scheduler, access: Access,
    program: String = "tripos", cache: String? = nil, fromJournals: Bool = false,
    report: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(ProgressError) {
    self.folder = folder
    self.device = device
    self.access = access
    self.program = program
    cachePath = cache
    writer = JournalWriter(path: "\(folder)/\(JournalReader.journal(of: device))")
    (lock, isUnlocked) = access == .writing ? try Store.lock(folder) : (nil, false)
    do throws(FileError) {
      let loaded =
        fromJournals
        ? Loaded(ledger: try Ledger(folder: folder, scheduler: scheduler, report: report))
        : try Store.load(folder, scheduler, cache, report)
      ledger = loaded.ledger
      isSnapshotCurrent = loaded.isSnapshotCurrent
      isSnapshotDamaged = loaded.isSnapshotDamaged
      isCacheCurrent = loaded.isCacheCurrent
    } catch {
      throw .unreadable(error)
    }
    guard access == .writing else { return }
    if ledger.isNewer { throw .newerVersion }
    removeTemporaries(of: snapshotPath)
  }

  private var snapshotPath: String { "\(folder)/\(Snapshot.fileName)" }

  /// What a store starts with.
  private struct Loaded {
    var ledger: Ledger
    var isSnapshotCurrent = false
    var isSnapshotDamaged = false
    var isCacheCurrent = false
  }

  /// Begins with the cache where it is good, else with the snapshot, else with nothing.
  private static func load(
    _ folder: String, _ scheduler: Scheduler, _ cache: String?, _ report: (Int, Int) -> Void
  ) throws(FileError) -> Loaded {
    if let (head, image) = cache.flatMap({ StateCache.read($0, folder: folder) }),
      let ledger = try Ledger(folder: folder, scheduler: scheduler, head: head, image: image)
    {
      // A cache is only used where it was made from the snapshot that is there.
      let isCurrent = ledger.positions == head.positions
      return Loaded(ledger: ledger, isSnapshotCurrent: isCurrent, isCacheCurrent: isCurrent)
    }
    var isDamaged = false
    if let bytes = try? readFile("\(folder)/\(Snapshot.fileName)").bytes {
      do throws(Snapshot.Failure) {
        let (head, image) = try Snapshot.states(bytes)
        if let ledger = try? Ledger(
          folder: folder, scheduler: scheduler, head: head, image: image)
        {
          let isCurrent = ledger.positions == head.positions
          return Loaded(ledger: ledger, isSnapshotCurrent: isCurrent)
        }
      } catch {
        isDamaged = true
      }
    }
    return Loaded(
      ledger: try Ledger(folder: folder, scheduler: scheduler, report: report),
      isSnapshotDamaged: isDamaged)
  }

  /// Takes a folder's lock, for as long as it is held.
  ///
  /// - Returns: the lock, and whether the file system has none.
  /// - Throws: `ProgressError`.
  static func lock(_ folder: String) throws(ProgressError) -> (FileLock?, Bool) {
    do throws(FileError) {
      try makeFolder(folder)
    } catch {
      throw error.isReadOnly ? .readOnly(error) : .unreadable(error)
    }
    do throws(LockError) {
      return (try FileLock("\(folder)/lock"), false)
    } catch {
      switch error {
      case .held(let process, let host): throw .locked(process: process, host: host)
      case .unsupported: return (nil, true)
      case .file(let cause): throw cause.isReadOnly ? .readOnly(cause) : .unreadable(cause)
      }
    }
  }

  // MARK: Asking

  /// What was met on the way that is not as it should be; nothing of it keeps the store from
  /// working.
  package var problems: [JournalProblem] { ledger.problems }

  /// Whether a newer Tripos wrote here, so that nothing may be written.
  package var isNewer: Bool { ledger.isNewer }

  /// Where the card of a key stands; `nil` for one without records.
  package func progress(of key: String) -> CardProgress? { progress(of: Fingerprint(key)) }

  /// Where the card of a key with this fingerprint stands; `nil` for one without records.
  package func progress(of fingerprint: Fingerprint) -> CardProgress? {
    ledger.state.progress(of: fingerprint)
  }

  /// Calls `body` for every card that has records, with its key, in no order.
  package func forEachCard(_ body: (String, CardProgress) -> Void) {
    ledger.state.forEachCard { body(String(decoding: $1, as: UTF8.self), $2) }
  }

  /// Calls `body` for every card that has records, in no order, as fast as can be.
  package func forEachGlance(_ body: (CardGlance) -> Void) {
    ledger.state.forEachGlance(body)
  }

  /// How many cards have records.
  package var cardCount: Int { ledger.state.cardCount }

  /// What was done on a study day.
  package func tally(_ day: CivilDay) -> DayTally { ledger.state.days[day.number] ?? DayTally() }

  /// The study days on which anything was answered, oldest first.
  package var days: [CivilDay] {
    ledger.state.days.filter { $0.value.answers > 0 }.keys.sorted().map { CivilDay(number: $0) }
  }

  /// The key that a card bears now whose key was `key` once; `nil` where `key` means itself.
  package func renamed(_ key: String) -> String? {
    ledger.state.aliases[Fingerprint(key)]?.new
  }

  /// When the latest record of all was made; `nil` where there is none.
  package var latest: Instant? { ledger.state.latest }

  /// The fingerprints of the keys that once meant a card which bears another key now, and that key.
  package var renamings: [Fingerprint: String] { ledger.state.aliases.mapValues(\.new) }

  /// Records that are not on the disk yet, oldest first.
  package var unsaved: [Record] { writer.unsaved.map(\.record) }

  /// What a card looked like when it was last seen.
  package func label(of key: String) -> CardLabel? {
    let fingerprint = Fingerprint(key)
    if let label = labels[fingerprint] { return label }
    return labels(of: [fingerprint]).first?.label
  }

  /// The labels that the snapshot on the disk does not have yet.
  var newLabels: [Fingerprint: CardLabel] { labels }

  // MARK: Saying

  /// Writes what happened to the journal and works it in.
  ///
  /// When this returns the record is on the disk.
  ///
  /// - Parameters:
  ///   - event: what happened.
  ///   - at: when.
  ///   - zone: the local time's offset from UTC, in minutes.
  ///   - day: the study day.
  /// - Returns: the record's name.
  /// - Throws: `ProgressError`. After `notSaved` the record counts and waits in `unsaved`; the next
  ///   `append` or `retry` tries again.
  @discardableResult
  package func append(
    _ event: Event, at: Instant, zone: Int, day: CivilDay
  ) throws(ProgressError) -> RecordID {
    guard access == .writing && !isClosed else { throw .openedForReading }
    let id = RecordID(device: device, count: ledger.nextCount(of: device))
    let record = Record(id: id, at: at, zone: zone, day: day, event: event)
    let line = record.encoded()
    guard line.count <= JournalWriter.longestLine else { throw .tooLarge(bytes: line.count) }
    writer.enqueue(record, line)
    isSnapshotCurrent = false
    isCacheCurrent = false
    let failure = flush()
    let unsaved = writer.unsaved.map(\.line)
    do throws(FileError) {
      if needsRebuild {
        needsRebuild = false
        try ledger.rebuild(unsaved: unsaved)
      } else {
        try ledger.workIn(line, unsaved: unsaved)
      }
    } catch {
      throw .unreadable(error)
    }
    if let failure { throw .notSaved(id, failure) }
    return id
  }

  /// Tries again to write what could not be written.
  ///
  /// - Throws: `ProgressError.notSaved` with the first record that still waits.
  package func retry() throws(ProgressError) {
    if let failure = flush(), let first = unsaved.first { throw .notSaved(first.id, failure) }
  }

  /// Writes what waits to a file elsewhere, which can be put into a progress folder later.
  ///
  /// - Parameter path: the file, made or added to.
  /// - Throws: `ProgressError.notSaved`; everything waits on.
  package func saveUnsaved(to path: String) throws(ProgressError) {
    guard let first = unsaved.first else { return }
    do throws(FileError) {
      try writer.save(to: path)
    } catch {
      throw .notSaved(first.id, error)
    }
    isDetached = true
  }

  /// Notes what a card looks like now.
  package func label(_ key: String, _ label: CardLabel) {
    guard access == .writing else { return }
    labels[Fingerprint(key)] = label
    isSnapshotCurrent = false
  }

  /// Writes what still waits, and the snapshot where anything changed, and releases the lock.
  ///
  /// - Throws: `ProgressError.notSaved`, after which the store is still open, and
  ///   `snapshotNotWritten`, by which nothing is lost.
  package func close() throws(ProgressError) {
    guard access == .writing && !isClosed else { return }
    try retry()
    isClosed = true
    defer { lock = nil }
    // What was saved elsewhere is not in the journals that the snapshot speaks of.
    guard !isDetached else { return }
    if !isSnapshotCurrent {
      do throws(FileError) {
        try writeSnapshot()
      } catch {
        throw .snapshotNotWritten(error)
      }
      isSnapshotCurrent = true
      isCacheCurrent = false
    }
    refreshCache()
  }

  /// Writes the cache where it is not what this store knows; a failure only costs time.
  ///
  /// For a store that was opened for reading and should open faster the next time.
  package func refreshCache() {
    guard let cachePath, !isCacheCurrent, !isNewer, !isDetached, unsaved.isEmpty else { return }
    ledger.compact()
    StateCache.write(cachePath, folder: folder, ledger.head, ledger.state.image)
    isCacheCurrent = true
  }

  /// Has `close` write the snapshot anew, from the journals.
  ///
  /// - Parameter condition: what is wrong with the one on the disk; one that cannot be read or does
  ///   not tell the truth is kept under another name, and readable labels live on.
  package func renewSnapshot(_ condition: SnapshotCondition) {
    isSnapshotCurrent = false
    switch condition {
    case .damaged, .newer: isSnapshotDamaged = true
    case .wrong: keepsOldSnapshot = true
    case .missing, .behind, .current: break
    }
  }

  private func writeSnapshot() throws(FileError) {
    // Labels and unknown members live on as far as they can be read.
    let previous = try? readFile(snapshotPath).bytes
    if isSnapshotDamaged || keepsOldSnapshot { try setAside(snapshotPath) }
    (isSnapshotDamaged, keepsOldSnapshot) = (false, false)
    ledger.compact()
    let writer = SnapshotWriter(
      head: ledger.head, program: program, labels: labels, previous: previous)
    try writeFile(snapshotPath, writer.text(ledger.state.image))
  }

  /// Writes what waits to the journal.
  ///
  /// - Returns: why not all of it could be written.
  private func flush() -> FileError? {
    var failure: FileError?
    let journal = JournalReader.journal(of: device)
    do throws(FileError) {
      try writer.flush { line, offset in
        if !ledger.advance(journal, past: line, at: offset) { needsRebuild = true }
      }
    } catch {
      failure = error
    }
    return failure
  }
}
