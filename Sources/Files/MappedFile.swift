import Glibc

/// A regular file whose bytes are read as memory, for caches that are replaced but never changed.
///
/// The process dies where another shortens the file meanwhile, so never for a file that syncs.
package final class MappedFile {
  /// The content, good as long as this object.
  package let bytes: UnsafeRawBufferPointer
  /// What the file was when it was mapped.
  package let identity: FileIdentity

  /// Maps the file at `path`.
  ///
  /// - Parameter path: the file.
  /// - Throws: `FileError`.
  package init(_ path: String) throws(FileError) {
    let file = try Descriptor(path, O_RDONLY)
    let info = try file.regularStatus()
    identity = FileIdentity(info)
    let count = Int(info.st_size)
    guard count > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, file.number, 0),
      start != UnsafeMutableRawPointer(bitPattern: -1)
    else { throw .system(.read, path) }
    bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  deinit {
    if let start = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
    }
  }
}
