import Digest
import Files
import Glibc

/// A backup that is being made, under a hidden name; it is gone again unless it is finished.
final class PartialBackup {
  private(set) var items: [Backup.Item] = []
  private let place: String
  private let path: String
  private var isFinished = false

  /// Copies all files, reads the copies again and compares.
  ///
  /// - Throws: `FileError`; `ECANCELED` where `isCancelled` said so.
  init(
    of folder: String, in place: String, isCancelled: () -> Bool,
    report: (_ done: Int, _ total: Int) -> Void
  ) throws(FileError) {
    self.place = place
    path = "\(place)/\(PartialBackup.prefix)\(getpid())"
    removeTree(path)
    try makeFolder(path)
    var list = ""
    let names = try ProgressFiles.names(in: folder)
    // Every byte is read twice: to be copied, and to be compared.
    let total = names.reduce(0) { $0 + 2 * Int(FileIdentity(path: "\(folder)/\($1)")?.size ?? 0) }
    var done = 0
    func tell(_ count: Int) {
      done += count
      report(done, total)
    }
    for name in names {
      let copy = "\(path)/\(name)"
      try makeFolder(parentFolder(of: copy))
      var hash = SHA256()
      try copyFile("\(folder)/\(name)", to: copy) { (part) throws(FileError) in
        if isCancelled() { throw FileError(.write, copy, .errno(ECANCELED)) }
        hash.update(part)
        tell(part.count)
      }
      items.append(Backup.Item(name: name, digest: hexadecimal(hash.finish())))
      list += "\(items[items.count - 1].digest)  \(name)\n"
    }
    try writeFile("\(path)/\(Backup.listName)", Array(list.utf8))
    for item in items {
      let copy = "\(path)/\(item.name)"
      guard try digestOfFile(copy, isCancelled: isCancelled, report: tell) == item.digest else {
        throw FileError(.write, copy, .notAsWritten)
      }
    }
  }

  deinit {
    if !isFinished { removeTree(path) }
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

  /// What a backup is called, before the number of its process, while it is being made.
  private static let prefix = ".tripos-"

  /// Removes what processes left that were killed while they made a backup.
  static func removeAbandoned(in place: String) {
    for entry in (try? listFolder(place)) ?? []
    where entry.kind == .folder && entry.name.hasPrefix(prefix) {
      guard let process = pid_t(entry.name.dropFirst(prefix.count)), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      removeTree("\(place)/\(entry.name)")
    }
  }

  /// Takes a backup away; whatever stops it, no half of one is taken for a backup.
  ///
  /// - Throws: `FileError`; the backup is still whole then.
  static func discard(_ backup: Backup) throws(FileError) {
    let hidden = "\(parentFolder(of: backup.path))/\(prefix)\(getpid())"
    removeTree(hidden)
    guard rename(backup.path, hidden) == 0 else { throw .system(.rename, backup.path) }
    removeTree(hidden)
  }
}

/// Removes a folder with all that is in it, as far as it can.
private func removeTree(_ path: String) {
  for entry in (try? listFolder(path)) ?? [] {
    let inner = "\(path)/\(entry.name)"
    if entry.kind == .folder { removeTree(inner) } else { unlink(inner) }
  }
  rmdir(path)
}

/// The SHA-256 of a file's content, in hexadecimal digits.
///
/// - Throws: `FileError`; `ECANCELED` where `isCancelled` said so.
func digestOfFile(
  _ path: String, isCancelled: () -> Bool = { false }, report: (_ count: Int) -> Void = { _ in }
) throws(FileError) -> String {
  var hash = SHA256()
  try forEachPart(of: path) { (part) throws(FileError) in
    if isCancelled() { throw FileError(.read, path, .errno(ECANCELED)) }
    hash.update(part)
    report(part.count)
  }
  return hexadecimal(hash.finish())
}

/// Bytes in hexadecimal digits.
func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}
