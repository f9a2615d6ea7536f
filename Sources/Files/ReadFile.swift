import Glibc

/// Reads the whole regular file at `path`.
///
/// Anything that is not a regular file is refused before a byte is read, so that a pipe or
/// `/dev/zero` under a deck's name cannot hang the program.
///
/// - Parameters:
///   - path: the file, symbolic links followed.
///   - limit: the largest size read, in bytes.
/// - Returns: the bytes and the identity of what was read.
/// - Throws: `FileError`.
package func readFile(
  _ path: String, limit: Int = 1 << 30
) throws(FileError) -> (bytes: [UInt8], identity: FileIdentity) {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
  guard descriptor >= 0 else { throw .system(.open, path) }
  defer { close(descriptor) }
  var info = stat()
  guard fstat(descriptor, &info) == 0 else { throw .system(.read, path) }
  guard info.st_mode & S_IFMT == S_IFREG else { throw FileError(.read, path, .notAFile) }
  guard Int(info.st_size) <= limit else { throw FileError(.read, path, .tooLarge(limit: limit)) }
  var failure: FileError?
  let bytes = [UInt8](unsafeUninitializedCapacity: Int(info.st_size)) { buffer, count in
    guard let base = buffer.baseAddress else { return }
    while count < buffer.count {
      let got = read(descriptor, base + count, buffer.count - count)
      if got < 0 && errno == EINTR { continue }
      if got < 0 { failure = .system(.read, path) }
      if got <= 0 { break }
      count += got
    }
  }
  if let failure { throw failure }
  return (bytes, FileIdentity(info))
}

/// The first bytes of the regular file at `path`, to see what it is.
///
/// - Parameters:
///   - path: the file, symbolic links followed.
///   - count: how many bytes are read at most.
/// - Returns: the bytes.
/// - Throws: `FileError`.
package func beginning(of path: String, count: Int = 512) throws(FileError) -> [UInt8] {
  let file = try Descriptor(path, O_RDONLY | O_NONBLOCK)
  _ = try file.regularStatus()
  return try file.read(count, at: 0)
}
