import Chronology
import Files
import Glibc

/// Backups that nobody has to think of: one for each day of study, thinned as they age.
///
/// They lie in a folder of their own, so that backups that were made on purpose are never thinned.
package struct AutomaticBackup: Sendable {
  /// The folder of these backups.
  package let place: String
  /// How many bytes they may take together; the two newest stay whatever they take.
  package let space: Int64

  /// How many bytes of a disk a backup must leave for answers that are still to come.
  private static let reserve: Int64 = 64 << 20

  package init(place: String, space: Int64) {
    self.place = place
    self.space = space
  }

  /// Whether there is none since the study day began.
  ///
  /// One from the future, from when the clock was wrong, does not count.
  ///
  /// - Parameters:
  ///   - start: when the study day began.
  ///   - now: the instant now.
  /// - Returns: whether to make one.
  package func isDue(dayStart start: Instant, at now: Instant) -> Bool {
    !Backup.all(in: place).contains { backup in
      guard let instant = backup.instant else { return false }
      return instant >= Instant(milliseconds: start.seconds * 1000) && instant <= now
    }
  }

  /// Makes a backup, and takes away old ones that it makes superfluous.
  ///
  /// - Parameters:
  ///   - folder: the folder of progress.
  ///   - now: the instant now.
  ///   - isCancelled: asked again and again: whether to stop and leave nothing behind.
  /// - Returns: what came of it.
  /// - Throws: `Backup.Failure`; all older backups are still there then.
  @discardableResult
  package func run(
    of folder: String, at now: Instant, isCancelled: () -> Bool = { false }
  ) throws(Backup.Failure) -> Backup.Outcome {
    guard let journals = try? JournalReader.journals(in: folder), !journals.isEmpty else {
      throw .nothingToKeep(folder: folder)
    }
    do throws(FileError) {
      try makeFolder(place)
      let names = try ProgressFiles.names(in: folder)
      let size = names.reduce(Int64(0)) { $0 + (FileIdentity(path: "\(folder)/\($1)")?.size ?? 0) }
      if let free = freeSpace(in: place), free < size + AutomaticBackup.reserve {
        throw FileError(.write, place, .errno(ENOSPC))
      }
    } catch {
      throw error == FileError(.write, place, .errno(ENOSPC))
        ? .noRoom(place: place) : .file(error)
    }
    let outcome = try Backup.make(of: folder, in: place, at: now, isCancelled: isCancelled)
    if case .made(let newest) = outcome { thin(below: newest, at: now) }
    return outcome
  }

  /// Takes away what is superfluous by age or by space.
  ///
  /// A backup goes only where the newest one, which was just read back, holds every line and every
  /// exam of it: one that is better in any way stays, however old it is.
  private func thin(below newest: Backup, at now: Instant) {
    var left = Backup.all(in: place).sorted { $0.order < $1.order }
    let kept = BackupAges.kept(left.map { $0.instant ?? now }, at: now)
    var superfluous = left.indices.filter { !kept.contains($0) }.map { left[$0] }
    left = left.indices.filter { kept.contains($0) }.map { left[$0] }
    var total = left.reduce(0) { $0 + $1.size }
    for backup in left.dropLast(2) where total > space {
      total -= backup.size
      superfluous.append(backup)
    }
    for backup in superfluous where backup != newest && newest.holdsAll(of: backup) {
      // What cannot be removed now can be the next time.
      try? PartialBackup.discard(backup)
    }
  }
}

extension Backup {
  /// Backups in order of time.
  fileprivate var order: Int64 { instant?.milliseconds ?? .min }

  /// Whether every journal of another backup is the beginning of the same one here, and every exam
  /// is there.
  fileprivate func holdsAll(of other: Backup) -> Bool {
    let digests = Dictionary(items.map { ($0.name, $0.digest) }) { first, _ in first }
    return other.items.allSatisfy { item in
      guard JournalReader.isJournal(item.name) || item.name.hasPrefix("exams/") else { return true }
      guard let digest = digests[item.name] else { return false }
      if digest == item.digest || !JournalReader.isJournal(item.name) { return true }
      return (try? begins("\(path)/\(item.name)", with: "\(other.path)/\(item.name)")) ?? false
    }
  }
}

/// Whether a file begins with all of another one.
private func begins(_ path: String, with start: String) throws(FileError) -> Bool {
  let whole = try Descriptor(path, O_RDONLY)
  var offset: Int64 = 0
  var isSame = true
  try forEachPart(of: start) { (part) throws(FileError) in
    guard isSame else { return }
    isSame = try whole.read(part.count, at: offset).elementsEqual(part)
    offset += Int64(part.count)
  }
  return isSame
}
