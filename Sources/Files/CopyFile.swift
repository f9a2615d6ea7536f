import Glibc

/// How many bytes are held at a time while a file is read from end to end.
private let partLength = 1 << 20

/// Reads the whole regular file at `path`, a part at a time, so that its size does not matter.
///
/// - Parameters:
///   - path: the file, symbolic links followed.
///   - body: receives the parts, in order.
/// - Throws: `FileError`, also what `body` throws.
package func forEachPart(
  of path: String, _ body: (UnsafeRawBufferPointer) throws(FileError) -> Void
) throws(FileError) {
  let file = try Descriptor(path, O_RDONLY)
  _ = try file.regularStatus()
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: partLength, alignment: 16)
  defer { buffer.deallocate() }
  var offset: Int64 = 0
  while true {
    let count = try file.read(into: buffer, at: offset)
    if count == 0 { return }
    try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    offset += Int64(count)
  }
}

/// Copies a regular file to a path where nothing is yet, with mode 0600, and flushes it.
///
/// What was written is flushed as it goes, so that another program's small flush does not have to
/// wait for all of a large copy.
///
/// - Parameters:
///   - source: the file.
///   - target: the copy; it must not exist.
///   - body: receives each part that was copied, in order.
/// - Throws: `FileError`, also what `body` throws; a part of the copy may be there then.
package func copyFile(
  _ source: String, to target: String,
  _ body: (UnsafeRawBufferPointer) throws(FileError) -> Void
) throws(FileError) {
  let copy = try Descriptor(target, O_WRONLY | O_CREAT | O_EXCL)
  guard fchmod(copy.number, 0o600) == 0 else { throw .system(.create, target) }
  var unflushed = 0
  try forEachPart(of: source) { (part) throws(FileError) in
    try copy.write(part)
    try body(part)
    unflushed += part.count
    if unflushed >= 8 * partLength {
      try copy.flush(contentOnly: true)
      unflushed = 0
    }
  }
  try copy.flush()
}

/// How many bytes can still be written in a folder.
///
/// - Parameter path: the folder.
/// - Returns: the bytes; `nil` where the system does not say.
package func freeSpace(in path: String) -> Int64? {
  var info = statvfs()
  guard statvfs(path, &info) == 0 else { return nil }
  let (bytes, overflow) = UInt64(info.f_bavail).multipliedReportingOverflow(
    by: UInt64(info.f_frsize))
  return overflow ? .max : Int64(clamping: bytes)
}
