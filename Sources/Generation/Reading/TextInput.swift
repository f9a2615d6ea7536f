import Glibc

/// Reads all of a file or a pipe, up to a limit.
package enum TextInput {
  /// All bytes of a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - limit: The most that is taken, in bytes.
  /// - Returns: The bytes.
  /// - Throws: ``ReadingError/tooLarge(limit:)`` or ``ReadingError/unreadable(path:errno:)``.
  package static func contents(
    ofFile path: String, limit: Int = TextReader.limit
  ) throws(ReadingError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, errno: errno) }
    defer { close(descriptor) }
    return try contents(of: descriptor, path: path, limit: limit)
  }

  /// All bytes of an open file; an endless pipe is cut off at the limit.
  ///
  /// - Parameters:
  ///   - descriptor: The open file; it stays open.
  ///   - path: What to call it in errors.
  ///   - limit: The most that is taken, in bytes.
  /// - Returns: The bytes.
  /// - Throws: ``ReadingError/tooLarge(limit:)`` or ``ReadingError/unreadable(path:errno:)``.
  package static func contents(
    of descriptor: Int32, path: String, limit: Int = TextReader.limit
  ) throws(ReadingError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(path: path, errno: errno)
      }
      guard bytes.count + count <= limit else { throw .tooLarge(limit: limit) }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}
