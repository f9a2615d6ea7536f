import Files
import Glibc

/// The deck files under a folder.
struct DeckFolder {
  /// A file that may be a deck.
  struct File: Hashable, Sendable {
    /// Below the folder.
    var name: String
    /// The folder's path, as given, and the name.
    var path: String
    var identity: FileIdentity
  }

  /// Sorted by path.
  private(set) var files: [File] = []
  /// Folders that cannot be listed and files that cannot be looked at.
  private(set) var failures: [FileError] = []
  private var visited = Set<FolderIdentity>()

  private struct FolderIdentity: Hashable {
    var device: UInt64
    var inode: UInt64
  }

  /// How deep folders are searched.
  private static let maximumDepth = 32

  /// Lists all `*.md` files, in folders below too; names that begin with a dot are passed over.
  ///
  /// Symbolic links are followed, a folder is entered once, so that a loop of links ends.
  ///
  /// - Parameter folder: the folder of a home's decks.
  /// - Throws: `FileError` where the folder itself cannot be listed.
  init(_ folder: String) throws(FileError) {
    try list(folder, below: "", depth: 0)
    files.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private mutating func list(
    _ folder: String, below prefix: String, depth: Int
  ) throws(FileError) {
    guard let stream = opendir(folder) else { throw .system(.list, folder) }
    defer { closedir(stream) }
    var info = stat()
    guard fstat(dirfd(stream), &info) == 0 else { throw .system(.list, folder) }
    let identity = FolderIdentity(device: UInt64(info.st_dev), inode: UInt64(info.st_ino))
    guard visited.insert(identity).inserted else { return }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      let type = Int32(entry.pointee.d_type)
      if isFolder(path, type: type) {
        listBelow(path, below: "\(prefix)\(name)/", depth: depth + 1)
      } else if name.lowercased().hasSuffix(".md") {
        if let identity = FileIdentity(path: path) {
          files.append(File(name: prefix + name, path: path, identity: identity))
        } else {
          failures.append(.system(.open, path))
        }
      }
    }
  }

  private mutating func listBelow(_ folder: String, below prefix: String, depth: Int) {
    guard depth < DeckFolder.maximumDepth else { return }
    do {
      try list(folder, below: prefix, depth: depth)
    } catch { failures.append(error) }
  }

  private func isFolder(_ path: String, type: Int32) -> Bool {
    switch type {
    case Int32(DT_DIR): return true
    case Int32(DT_LNK), Int32(DT_UNKNOWN):
      var info = stat()
      return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    case _: return false
    }
  }
}
