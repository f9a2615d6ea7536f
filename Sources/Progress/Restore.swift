import Chronology
import Files
import Glibc

/// What putting a backup in place of the present state changes.
package struct Restore: Hashable, Sendable {
  /// What becomes of one file.
  package enum Change: Hashable, Sendable {
    /// It is there again.
    case added
    /// It has the backup's content again.
    case replaced
    /// The backup does not have it.
    case removed
  }

  /// One file that changes.
  package struct Item: Hashable, Sendable {
    package var name: String
    package var change: Change
    /// The lines of a journal that go with it.
    package var linesLost: Int
    /// The lines of a journal that come with it.
    package var linesGained: Int
  }

  /// The files that change, sorted by name; the snapshot is not among them.
  package let items: [Item]
  private let backup: Backup
  private let folder: String

  /// Compares a backup with a folder of progress; nothing is written.
  ///
  /// - Throws: `Backup.Failure`.
  package init(of backup: Backup, to folder: String) throws(Backup.Failure) {
    self.backup = backup
    self.folder = folder
    var items: [Item] = []
    let here = try Restore.names(in: folder)
    for item in backup.items where item.name != Snapshot.fileName {
      let bytes = try backup.bytes(item)
      let old = here.contains(item.name) ? try Restore.read("\(folder)/\(item.name)") : nil
      if old == bytes { continue }
      let (gained, lost) = Restore.lines(item.name, bytes, instead: old ?? [])
      items.append(
        Item(
          name: item.name, change: old == nil ? .added : .replaced, linesLost: lost,
          linesGained: gained))
    }
    let kept = Set(backup.items.map(\.name))
    for name in here where !kept.contains(name) && name != Snapshot.fileName {
      let lost = Restore.lines(name, [], instead: try Restore.read("\(folder)/\(name)")).lost
      items.append(Item(name: name, change: .removed, linesLost: lost, linesGained: 0))
    }
    self.items = items.sorted { $0.name < $1.name }
  }

  /// Puts the backup in place, under the folder's lock, after a backup of what is there now.
  ///
  /// - Parameters:
  ///   - place: the folder of backups for the present state.
  ///   - instant: now, which names that backup.
  /// - Returns: the backup of what was there; `nil` where there was nothing.
  /// - Throws: `Backup.Failure`; a restore that was cut short can be done again.
  @discardableResult
  package func run(
    keepingPresentIn place: String, at instant: Instant
  ) throws(Backup.Failure) -> Backup? {
    let lock: FileLock?
    do throws(ProgressError) {
      lock = try Store.lock(folder).0
    } catch {
      throw .progress(error)
    }
    defer { withExtendedLifetime(lock) {} }
    let present = try backUpPresent(place, instant)
    // Read and checked as a whole before the first file is replaced.
    var contents: [(name: String, bytes: [UInt8])] = []
    for item in backup.items { contents.append((item.name, try backup.bytes(item))) }
    do throws(FileError) {
      for (name, bytes) in contents {
        let target = "\(folder)/\(name)"
        try makeFolder(parentFolder(of: target))
        try writeFile(target, bytes)
      }
      for item in items where item.change == .removed { try remove(item.name) }
      if !contents.contains(where: { $0.name == Snapshot.fileName }) {
        try remove(Snapshot.fileName)
      }
      try flushFolder(folder)
    } catch {
      throw .file(error)
    }
    return present
  }

  private func backUpPresent(
    _ place: String, _ instant: Instant
  ) throws(Backup.Failure) -> Backup? {
    do throws(Backup.Failure) {
      switch try Backup.make(of: folder, in: place, at: instant) {
      case .made(let backup), .unchanged(let backup): return backup
      }
    } catch .nothingToKeep {
      return nil
    } catch {
      throw error
    }
  }

  private func remove(_ name: String) throws(FileError) {
    let path = "\(folder)/\(name)"
    guard unlink(path) == 0 || errno == ENOENT else { throw .system(.remove, path) }
  }

  private static func names(in folder: String) throws(Backup.Failure) -> [String] {
    do throws(FileError) {
      return try ProgressFiles.names(in: folder)
    } catch {
      if error.isMissing { return [] }
      throw .file(error)
    }
  }

  private static func read(_ path: String) throws(Backup.Failure) -> [UInt8] {
    do throws(FileError) {
      return try readFile(path).bytes
    } catch {
      throw .file(error)
    }
  }

  /// How many lines of a journal come and go; none for other files.
  private static func lines(
    _ name: String, _ bytes: [UInt8], instead old: [UInt8]
  ) -> (gained: Int, lost: Int) {
    guard JournalReader.isJournal(name) else { return (0, 0) }
    let (new, before) = (Set(bytes.lineFingerprints), Set(old.lineFingerprints))
    return (new.subtracting(before).count, before.subtracting(new).count)
  }
}
