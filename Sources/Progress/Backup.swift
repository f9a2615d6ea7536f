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
    /// The disk of that folder is too full for a copy, which the next answers would miss.
    case noRoom(place: String)
    /// It was stopped before it was done.
    case cancelled
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
  ///   - isCancelled: asked again and again: whether to stop and leave nothing behind.
  ///   - report: told how much of all the work is done.
  /// - Returns: the backup; the latest one where nothing has changed since.
  /// - Throws: `Failure`; nothing that looks like a backup is left then.
  package static func make(
    of folder: String, in place: String, at instant: Instant,
    isCancelled: () -> Bool = { false },
    report: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(Failure) -> Outcome {
    do throws(FileError) {
      if try JournalReader.journals(in: folder).isEmpty {
        throw FileError(.read, folder, .errno(ENOENT))
      }
    } catch {
      throw error.isMissing ? .nothingToKeep(folder: folder) : .file(error)
    }
    PartialBackup.removeAbandoned(in: place)
    let copy: PartialBackup
    do throws(FileError) {
      copy = try PartialBackup(of: folder, in: place, isCancelled: isCancelled, report: report)
    } catch {
      throw error.cause == .errno(ECANCELED) ? .cancelled : .file(error)
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
    for item in items {
      let file = "\(path)/\(item.name)"
      do throws(FileError) {
        guard try digestOfFile(file) == item.digest else {
          throw FileError(.read, file, .notAsWritten)
        }
      } catch {
        throw error.isMissing || error.cause == .notAsWritten ? .damaged(path: file) : .file(error)
      }
    }
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
      guard hexadecimal(SHA256.hash(bytes)) == item.digest else {
        throw FileError(.read, file, .notAsWritten)
      }
      return bytes
    } catch {
      throw error.isMissing || error.cause == .notAsWritten ? .damaged(path: file) : .file(error)
    }
  }

  /// When it was made, as its name says; `nil` for a name that somebody changed.
  package var instant: Instant? {
    let name = path.split(separator: "/").last ?? ""
    let stamp = name.dropFirst(Backup.prefix.count).prefix { $0 != "-" }
    return Instant(stamp: String(stamp))
  }

  /// How many bytes its files take.
  package var size: Int64 {
    items.reduce(0) { $0 + (FileIdentity(path: "\(path)/\($1.name)")?.size ?? 0) }
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
