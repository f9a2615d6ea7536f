import Glibc

/// What tells one state of a file from another without reading it.
package struct FileIdentity: Hashable, Sendable {
  /// Size in bytes.
  package let size: Int64
  /// Last change of the content, in nanoseconds since 1970 (UTC).
  package let modified: Int64
  /// The file's number on its device.
  package let inode: UInt64

  /// The identity of the file at `path`, following symbolic links; `nil` where there is none.
  package init?(path: String) {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    self.init(info)
  }

  init(_ info: stat) {
    self.size = Int64(info.st_size)
    self.modified = Int64(info.st_mtim.tv_sec) * 1_000_000_000 + Int64(info.st_mtim.tv_nsec)
    self.inode = UInt64(info.st_ino)
  }

  /// An identity read back from a cache.
  package init(size: Int64, modified: Int64, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.inode = inode
  }
}
