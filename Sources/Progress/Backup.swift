import Chronology
import Digest
import Files
import Glibc

/// A verified copy of a folder of progress: a folder `tripos-20261125T213000Z` with all files.
///
/// Its file `SHA256SUMS`, in the form of sha256sum(1), is written last: a folder without it is no
/// backup. A backup is never written to again.
package struct Backup: Hashable, Sendable {
  /// Why there is no backup, or none that can be used.
  package enum Failure: Error, Hashable, Sendable {
    /// The folder holds no journal, so that there is nothing to keep.
    case nothingToKeep(folder: String)
    /// No `SHA256SUMS` is there, or it cannot be understood.
    case noBackup(path: String)
    /// A file is missing or is not what was backed up.
    case damaged(path: String)
    case file(FileError)
    /// The folder of progress cannot be written to now.
    case progress(ProgressError)
  }

  /// What `make` came to.
  package enum Outcome: Hashable, Sendable {
    case made(Backup)
    /// The latest backup holds exactly this already.
    case unchanged(Backup)
  }

  /// One file of a backup.
  package struct Item: Hashable, Sendable {
    /// Its path below the folder.
    package var name: String
    /// The SHA-256 of its content, in hexadecimal digits.
    package var digest: String
  }

  /// The backup's folder.
  package let path: String
  /// Its files, sorted by name.
  package let items: [Item]

  /// The file that lists the others.
  static let listName = "SHA256SUMS"
  static let prefix = "tripos-"

  /// Makes a backup, reads all of it again and compares.
  ///
  /// No lock is taken: journals only grow, so that the copy is good while a session is open.
  ///
  /// - Parameters:
  ///   - folder: the folder of progress.
  ///   - place: the folder of backups, made where it is missing.
  ///   - instant: now, which names the backup.
  ///   - report: told how much of all the work is done.
  /// - Returns: the backup; the latest one where nothing has changed since.
  /// - Throws: `Failure`; nothing that looks like a backup is left then.
  package static func make(
    of folder: String, in place: String, at instant: Instant,
    report: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(Failure) -> Outcome {
    do throws(FileError) {
      if try JournalReader.journals(in: folder).isEmpty {
        throw FileError(.read, folder, .errno(ENOENT))
      }
    } catch {
      throw error.isMissing ? .nothingToKeep(folder: folder) : .file(error)
    }
    let copy: PartialBackup
    do throws(FileError) {
      copy = try PartialBackup(of: folder, in: place, report: report)
    } catch {
      throw .file(error)
    }
    if let last = all(in: place).last, last.items == copy.items,
      (try? Backup(path: last.path)) != nil
    {
      return .unchanged(last)
    }
    do throws(FileError) {
      return .made(
        Backup(path: try copy.finish("\(prefix)\(stamp(instant))"), items: copy.items))
    } catch {
      throw .file(error)
    }
  }

  /// The backups in a folder, oldest first, by their lists alone.
  package static func all(in place: String) -> [Backup] {
    ((try? listFolder(place)) ?? []).compactMap { entry in
      guard entry.kind == .folder, entry.name.hasPrefix(prefix) else { return nil }
      let path = "\(place)/\(entry.name)"
      return items(path).map { Backup(path: path, items: $0) }
    }
  }

  /// Opens a backup and checks every file.
  ///
  /// - Parameter path: its folder.
  /// - Throws: `Failure`.
  package init(path: String) throws(Failure) {
    guard let items = Backup.items(path) else { throw .noBackup(path: path) }
    self.init(path: path, items: items)
    for item in items { _ = try bytes(item) }
  }

  private init(path: String, items: [Item]) {
    self.path = path
    self.items = items
  }

  /// The content of a file, which is what was backed up.
  ///
  /// - Throws: `Failure`.
  func bytes(_ item: Item) throws(Failure) -> [UInt8] {
    let file = "\(path)/\(item.name)"
    do throws(FileError) {
      let bytes = try readFile(file).bytes
      guard Backup.digest(bytes) == item.digest else { throw FileError(.read, file, .notAsWritten) }
      return bytes
    } catch {
      throw error.isMissing || error.cause == .notAsWritten ? .damaged(path: file) : .file(error)
    }
  }

  /// The SHA-256 of bytes, in hexadecimal digits.
  static func digest(_ bytes: [UInt8], report: (Int) -> Void = { _ in }) -> String {
    SHA256.hash(bytes, report: report).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }

  /// Reads the list of a backup; `nil` where there is none, or one that leads out of the folder.
  private static func items(_ path: String) -> [Item]? {
    guard let bytes = try? readFile("\(path)/\(listName)", limit: 1 << 24).bytes else { return nil }
    var items: [Item] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let digest = line.prefix(64)
      let rest = line.dropFirst(64)
      let name = rest.dropFirst(2)
      guard digest.utf8.count == 64, rest.hasPrefix("  "), !name.isEmpty,
        ProgressFiles.isOurs(String(name))
      else { return nil }
      items.append(Item(name: String(name), digest: String(digest)))
    }
    return items.isEmpty ? nil : items
  }
}

/// A backup that is being made; it is gone again unless it is finished.
private final class PartialBackup {
  private(set) var items: [Backup.Item] = []
  private let place: String
  private let path: String
  private var isFinished = false

  init(
    of folder: String, in place: String, report: (Int, Int) -> Void
  ) throws(FileError) {
    self.place = place
    path = "\(place)/.\(Backup.prefix)\(getpid())"
    PartialBackup.remove(path)
    try makeFolder(path)
    var list = ""
    let names = try ProgressFiles.names(in: folder)
    // Every byte is read twice: to be copied, and to be compared.
    let total = names.reduce(0) { $0 + 2 * Int(FileIdentity(path: "\(folder)/\($1)")?.size ?? 0) }
    var done = 0
    for name in names {
      let bytes = try readFile("\(folder)/\(name)").bytes
      let copy = "\(path)/\(name)"
      try makeFolder(parentFolder(of: copy))
      try writeFile(copy, bytes)
      let digest = Backup.digest(bytes) { report(done + $0, total) }
      items.append(Backup.Item(name: name, digest: digest))
      done += bytes.count
      list += "\(items[items.count - 1].digest)  \(name)\n"
    }
    try writeFile("\(path)/\(Backup.listName)", Array(list.utf8))
    for item in items {
      let copy = "\(path)/\(item.name)"
      let bytes = try readFile(copy).bytes
      guard Backup.digest(bytes, report: { report(done + $0, total) }) == item.digest else {
        throw FileError(.write, copy, .notAsWritten)
      }
      done += bytes.count
    }
  }

  deinit {
    if !isFinished { PartialBackup.remove(path) }
  }

  /// Gives the backup its name, or one like it that is free.
  ///
  /// - Returns: its path.
  /// - Throws: `FileError`.
  func finish(_ name: String) throws(FileError) -> String {
    var target = "\(place)/\(name)"
    var number = 2
    while FileIdentity(path: target) != nil {
      target = "\(place)/\(name)-\(number)"
      number += 1
    }
    guard rename(path, target) == 0 else { throw .system(.rename, target) }
    isFinished = true
    try flushFolder(place)
    return target
  }

  private static func remove(_ path: String) {
    for entry in (try? listFolder(path)) ?? [] {
      let inner = "\(path)/\(entry.name)"
      if entry.kind == .folder { remove(inner) } else { unlink(inner) }
    }
    rmdir(path)
  }
}
