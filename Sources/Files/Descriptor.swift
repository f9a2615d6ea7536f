import Glibc

/// An open file, closed when nobody refers to it any more.
///
/// Never one of the descriptors 0–2: where one of these was closed before the program started, a
/// file must not take its place and receive what is printed.
package final class Descriptor {
  /// The system's number for it.
  package let number: Int32
  /// The path that errors name.
  package let path: String

  /// Opens `path`; `O_CLOEXEC`, `O_NOCTTY` and `O_NONBLOCK` are always added.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - flags: as for `open(2)`.
  ///   - mode: the permissions of a file that this creates, whatever the umask.
  ///   - name: the path that errors name; the file's own by default.
  /// - Throws: `FileError`.
  package init(
    _ path: String, _ flags: Int32, mode: mode_t = 0o600, called name: String? = nil
  ) throws(FileError) {
    self.path = name ?? path
    var opened = open(path, flags | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, mode)
    while opened < 0 && errno == EINTR {
      opened = open(path, flags | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, mode)
    }
    guard opened >= 0 else {
      throw .system(flags & O_CREAT == 0 ? .open : .create, self.path)
    }
    if opened <= 2 {
      let moved = fcntl(opened, F_DUPFD_CLOEXEC, 3)
      let failure = FileError.system(.open, self.path)
      Glibc.close(opened)
      guard moved >= 0 else { throw failure }
      opened = moved
    }
    self.number = opened
  }

  deinit { Glibc.close(number) }

  /// What the system knows about the file.
  ///
  /// - Returns: the answer of `fstat(2)`.
  /// - Throws: `FileError`.
  package func status() throws(FileError) -> stat {
    var info = stat()
    guard fstat(number, &info) == 0 else { throw .system(.read, path) }
    return info
  }

  /// What the system knows about the file, which must be a regular one.
  ///
  /// - Returns: the answer of `fstat(2)`.
  /// - Throws: `FileError`.
  package func regularStatus() throws(FileError) -> stat {
    let info = try status()
    guard info.st_mode & S_IFMT == S_IFREG else { throw FileError(.open, path, .notAFile) }
    return info
  }

  /// Reads from any place of the file.
  ///
  /// - Parameters:
  ///   - limit: how many bytes at most.
  ///   - offset: where they begin, in bytes from the start of the file.
  /// - Returns: the bytes; fewer where the file ends.
  /// - Throws: `FileError`.
  package func read(_ limit: Int, at offset: Int64) throws(FileError) -> [UInt8] {
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      do throws(FileError) {
        count = try read(into: UnsafeMutableRawBufferPointer(buffer), at: offset)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Fills as much of `buffer` as the file has at `offset`.
  ///
  /// - Parameters:
  ///   - buffer: where the bytes go.
  ///   - offset: where they come from, in bytes from the start of the file.
  /// - Returns: how many bytes there were.
  /// - Throws: `FileError`.
  package func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int64
  ) throws(FileError) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    var count = 0
    while count < buffer.count {
      let got = pread(number, base + count, buffer.count - count, off_t(offset) + count)
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw .system(.read, path) }
      guard got > 0 else { break }
      count += got
    }
    return count
  }

  /// Writes all of `bytes` at the file's position (its end under `O_APPEND`).
  ///
  /// One call of `write(2)`, unless the system takes less than it was given.
  ///
  /// - Parameter bytes: what is written.
  /// - Throws: `FileError`; a part may have been written.
  package func write(_ bytes: [UInt8]) throws(FileError) {
    var failure: FileError?
    bytes.withUnsafeBytes { buffer in
      do throws(FileError) {
        try write(buffer)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }

  /// Writes all of `bytes` at the file's position, as for an array.
  ///
  /// - Parameter bytes: what is written.
  /// - Throws: `FileError`; a part may have been written.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    guard let base = bytes.baseAddress else { return }
    var count = 0
    while count < bytes.count {
      let put = Glibc.write(number, base + count, bytes.count - count)
      if put < 0 && errno == EINTR { continue }
      guard put > 0 else { throw .system(.write, path) }
      count += put
    }
  }

  /// Waits until the content is on the disk.
  ///
  /// - Parameter contentOnly: whether times and the like may come later.
  /// - Throws: `FileError`. The system may then have dropped the content, and a second flush would
  ///   claim success: write again.
  package func flush(contentOnly: Bool = false) throws(FileError) {
    while (contentOnly ? fdatasync(number) : fsync(number)) != 0 {
      guard errno == EINTR else { throw .system(.flush, path) }
    }
  }
}
