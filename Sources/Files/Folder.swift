import Glibc

/// What a folder holds under one name.
package struct FolderEntry: Hashable, Sendable {
  /// What it is, symbolic links followed.
  package enum Kind: Hashable, Sendable {
    case file
    case folder
    /// A device, a pipe, a socket or a link that leads nowhere.
    case other
  }

  package var name: String
  package var kind: Kind

  package init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// Lists a folder, sorted by the bytes of the names, without `.` and `..`.
///
/// - Parameter path: the folder.
/// - Returns: its entries.
/// - Throws: `FileError`.
package func listFolder(_ path: String) throws(FileError) -> [FolderEntry] {
  guard let stream = opendir(path) else { throw .system(.list, path) }
  defer { closedir(stream) }
  var entries: [FolderEntry] = []
  while true {
    errno = 0
    guard let entry = readdir(stream) else {
      guard errno == 0 else { throw .system(.list, path) }
      break
    }
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    guard name != ".", name != ".." else { continue }
    let kind: FolderEntry.Kind =
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG): .file
      case Int(DT_DIR): .folder
      default: kindOfFile("\(path)/\(name)")
      }
    entries.append(FolderEntry(name: name, kind: kind))
  }
  return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
}

/// Makes a folder, and those above it that are missing, for the user alone (mode 0700).
///
/// - Parameter path: the folder; nothing is done where it exists.
/// - Throws: `FileError`.
package func makeFolder(_ path: String) throws(FileError) {
  if kindOfFile(path) == .folder { return }
  let parent = parentFolder(of: path)
  if parent != path { try makeFolder(parent) }
  guard mkdir(path, 0o700) == 0 else {
    let failure = FileError.system(.create, path)
    // Another process may have been faster.
    if kindOfFile(path) == .folder { return }
    throw failure
  }
  guard chmod(path, 0o700) == 0 else { throw .system(.create, path) }
  try flushFolder(parent)
}

/// The folder that holds `path`, by its text alone.
///
/// - Parameter path: a path, relative or not.
/// - Returns: the part before the last name; `.` for a bare name.
package func parentFolder(of path: String) -> String {
  let trimmed = path.utf8.reversed().drop { $0 == UInt8(ascii: "/") }
  let parent = trimmed.drop { $0 != UInt8(ascii: "/") }.drop { $0 == UInt8(ascii: "/") }
  if !parent.isEmpty { return String(decoding: parent.reversed(), as: UTF8.self) }
  return path.utf8.first == UInt8(ascii: "/") ? "/" : "."
}

/// Waits until the names in a folder are on the disk.
///
/// - Parameter path: the folder.
/// - Throws: `FileError`, but not where the file system has no such flush.
package func flushFolder(_ path: String) throws(FileError) {
  let folder = try Descriptor(path, O_RDONLY | O_DIRECTORY)
  do throws(FileError) {
    try folder.flush()
  } catch {
    guard error.cause == .errno(EINVAL) || error.cause == .errno(EROFS) else { throw error }
  }
}

/// What stands at `path`, symbolic links followed.
private func kindOfFile(_ path: String) -> FolderEntry.Kind {
  var info = stat()
  guard stat(path, &info) == 0 else { return .other }
  return switch info.st_mode & S_IFMT {
  case S_IFREG: .file
  case S_IFDIR: .folder
  default: .other
  }
}
