import Glibc

/// Replaces the content of `path` as a whole: readers see the old file or the new one.
///
/// Writes a temporary file beside the target, flushes it, reads it back, renames it over the
/// target and flushes the folder. A symbolic link stays one and its target is replaced; an
/// existing file keeps its mode. The file is never written in place, whatever fails: the old
/// content stays.
///
/// - Parameters:
///   - path: the file; one that is missing is made with mode 0600.
///   - bytes: its new content.
///   - identity: what the file must still be, so that nobody else's change is lost; `nil` where
///     any state may be replaced.
///   - durably: whether it must survive a power failure; a cache need not, and is then neither
///     flushed nor read back.
/// - Returns: what the file is now.
/// - Throws: `FileError`.
@discardableResult
package func writeFile(
  _ path: String, _ bytes: [UInt8], replacing identity: FileIdentity? = nil, durably: Bool = true
) throws(FileError) -> FileIdentity {
  let target = try resolveLinks(path)
  var old = stat()
  let exists = stat(target, &old) == 0
  if exists && old.st_mode & S_IFMT != S_IFREG { throw FileError(.write, path, .notAFile) }
  let temporary = try TemporaryFile(beside: target)
  if exists {
    // The permissions, and under sudo the owner, are the user's choice.
    guard fchmod(temporary.descriptor.number, old.st_mode & 0o7777) == 0 else {
      throw .system(.write, path)
    }
    if geteuid() == 0 { _ = fchown(temporary.descriptor.number, old.st_uid, old.st_gid) }
  }
  try temporary.descriptor.write(bytes)
  if durably {
    try temporary.descriptor.flush()
    guard try temporary.holds(bytes) else { throw FileError(.write, path, .notAsWritten) }
  }
  if let identity, FileIdentity(path: target) != identity {
    throw FileError(.write, path, .changed)
  }
  let written = FileIdentity(try temporary.descriptor.status())
  try temporary.rename(to: target)
  if durably { try flushFolder(parentFolder(of: target)) }
  return written
}

/// Makes a file that is not there yet: readers see no file or the whole of it.
///
/// Written like `writeFile`, and then named in a way that never replaces another file, not even one
/// that was made meanwhile.
///
/// - Parameters:
///   - path: the file.
///   - bytes: its content.
///   - mode: its permissions.
/// - Returns: what the file is now.
/// - Throws: `FileError`, with `EEXIST` where something has that name.
@discardableResult
package func createFile(
  _ path: String, _ bytes: [UInt8], mode: mode_t = 0o600
) throws(FileError) -> FileIdentity {
  var info = stat()
  guard lstat(path, &info) != 0 else { throw FileError(.create, path, .errno(EEXIST)) }
  let temporary = try TemporaryFile(beside: path)
  guard fchmod(temporary.descriptor.number, mode) == 0 else { throw .system(.write, path) }
  try temporary.descriptor.write(bytes)
  try temporary.descriptor.flush()
  guard try temporary.holds(bytes) else { throw FileError(.write, path, .notAsWritten) }
  let written = FileIdentity(try temporary.descriptor.status())
  try temporary.renameToNew(path)
  try flushFolder(parentFolder(of: path))
  return written
}

/// Removes the temporary files that writers of `path` left when they were killed.
///
/// Only for the one process that may write `path` now. What cannot be removed is left.
///
/// - Parameter path: the file that was to be written.
package func removeTemporaries(of path: String) {
  guard let target = try? resolveLinks(path) else { return }
  let folder = parentFolder(of: target)
  let prefix = TemporaryFile.prefix(for: target)
  for entry in (try? listFolder(folder)) ?? [] where entry.name.hasPrefix(prefix) {
    unlink("\(folder)/\(entry.name)")
  }
}

/// Follows the symbolic links at the end of a path, also to a file that does not exist yet.
private func resolveLinks(_ path: String) throws(FileError) -> String {
  var current = path
  for _ in 0..<40 {
    var info = stat()
    guard lstat(current, &info) == 0, info.st_mode & S_IFMT == S_IFLNK else { return current }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(current, &buffer, buffer.count)
    guard count >= 0 else { throw .system(.open, path) }
    let link = String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    current = link.hasPrefix("/") ? link : "\(parentFolder(of: current))/\(link)"
  }
  throw FileError(.open, path, .errno(ELOOP))
}

/// A new file that is gone again unless it is renamed.
private final class TemporaryFile {
  let descriptor: Descriptor
  /// Its own path: errors speak of the target, which is what the user knows.
  private let path: String
  private var isRenamed = false

  /// `.progress.json.tripos-`, before the process's number and a counter.
  static func prefix(for target: String) -> String {
    let name = target.split(separator: "/").last ?? "file"
    // A name of 255 bytes is the longest that most file systems take.
    return ".\(String(decoding: name.utf8.prefix(200), as: UTF8.self)).tripos-"
  }

  init(beside target: String) throws(FileError) {
    let start = "\(parentFolder(of: target))/\(TemporaryFile.prefix(for: target))\(getpid())-"
    var attempt = 0
    while access("\(start)\(attempt)", F_OK) == 0 { attempt += 1 }
    path = "\(start)\(attempt)"
    descriptor = try Descriptor(path, O_RDWR | O_CREAT | O_EXCL, called: target)
    guard fchmod(descriptor.number, 0o600) == 0 else { throw .system(.create, descriptor.path) }
  }

  deinit {
    if !isRenamed { unlink(path) }
  }

  func holds(_ bytes: [UInt8]) throws(FileError) -> Bool {
    guard Int(try descriptor.status().st_size) == bytes.count else { return false }
    let step = 1 << 18
    for start in stride(from: 0, to: bytes.count, by: step) {
      let expected = bytes[start..<min(start + step, bytes.count)]
      guard try descriptor.read(expected.count, at: Int64(start)).elementsEqual(expected) else {
        return false
      }
    }
    return true
  }

  func rename(to target: String) throws(FileError) {
    guard Glibc.rename(path, target) == 0 else { throw .system(.rename, target) }
    isRenamed = true
  }

  /// Gives it a name that nothing has.
  func renameToNew(_ target: String) throws(FileError) {
    // A second name of a file never replaces another, as renaming does.
    if link(path, target) == 0 { return }
    // Some file systems have one name a file: the new name is taken first, then replaced.
    guard errno == EPERM || errno == EOPNOTSUPP || errno == EMLINK else {
      throw .system(.rename, target)
    }
    _ = try Descriptor(target, O_WRONLY | O_CREAT | O_EXCL)
    try rename(to: target)
  }
}
