import Glibc

/// Reads a large file line by line in bounded memory.
///
/// By reading, not by mapping: a file sync that shortens a mapped file would kill the process.
package struct LineReader {
  /// One line of a file.
  package enum Line {
    /// A line that ends in a newline, without it.
    case whole(UnsafeRawBufferPointer)
    /// What follows the last newline.
    case torn(UnsafeRawBufferPointer)
    /// A line longer than the limit, skipped; its length in bytes.
    case tooLong(Int)
  }

  /// The longest line that is kept, in bytes.
  package let limit: Int
  private let file: Descriptor
  /// How much is read at a time, in bytes.
  private let chunk: Int
  private var offset: Int64
  /// Where reading ends although the file may go on.
  private let end: Int64
  private var buffer: [UInt8]

  /// Opens a regular file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - offset: where the first line begins, in bytes.
  ///   - end: where reading ends, in bytes: where a line begins; the file's own end by default.
  ///   - limit: the longest line that is kept, in bytes.
  /// - Throws: `FileError`.
  package init(
    _ path: String, from offset: Int64 = 0, to end: Int64 = .max, limit: Int = 1 << 20
  ) throws(FileError) {
    self.file = try Descriptor(path, O_RDONLY)
    let size = Int64(try file.regularStatus().st_size)
    chunk = Int(min(max(size - offset + 1, 1 << 12), 1 << 18))
    self.offset = offset
    self.end = end
    self.limit = limit
    self.buffer = []
  }

  /// What the file was when it was asked.
  ///
  /// - Returns: the identity.
  /// - Throws: `FileError`.
  package func identity() throws(FileError) -> FileIdentity {
    FileIdentity(try file.status())
  }

  /// Reads the file to its end, or to where it ended when it was opened by someone still writing.
  ///
  /// - Parameter body: receives each line and its offset in the file; the bytes are good until it
  ///   returns.
  /// - Returns: the offset after the last whole line.
  /// - Throws: `FileError`.
  package mutating func forEachLine(
    _ body: (Line, Int64) -> Void
  ) throws(FileError) -> Int64 {
    // Bytes of an unfinished line at the start of the buffer, and those of it that were dropped.
    var carried = 0
    var dropped = 0
    var lineStart = offset
    while true {
      if buffer.count < carried + chunk {
        buffer += [UInt8](repeating: 0, count: carried + chunk - buffer.count)
      }
      var failure: FileError?
      var got = 0
      let wanted = Int(min(Int64(chunk), end - offset))
      buffer.withUnsafeMutableBytes { memory in
        do throws(FileError) {
          got = try file.read(
            into: UnsafeMutableRawBufferPointer(rebasing: memory[carried..<carried + wanted]),
            at: offset)
        } catch {
          failure = error
          return
        }
        let filled = UnsafeRawBufferPointer(rebasing: memory[..<(carried + got)])
        var start = 0
        var searched = carried
        while let end = newline(in: filled, from: searched) {
          let line = UnsafeRawBufferPointer(rebasing: filled[start..<end])
          let length = dropped + line.count
          body(length > limit ? .tooLong(length) : .whole(line), lineStart)
          lineStart += Int64(length) + 1
          dropped = 0
          start = end + 1
          searched = start
        }
        carried = filled.count - start
        if carried > limit {
          dropped += carried
          carried = 0
        } else if start > 0 && carried > 0 {
          memory.copyMemory(from: UnsafeRawBufferPointer(rebasing: filled[start...]))
        }
      }
      if let failure { throw failure }
      offset += Int64(got)
      guard got == 0 else { continue }
      if dropped > 0 {
        body(.tooLong(dropped + carried), lineStart)
      } else if carried > 0 {
        buffer.withUnsafeBytes {
          body(.torn(UnsafeRawBufferPointer(rebasing: $0[..<carried])), lineStart)
        }
      }
      return lineStart
    }
  }
}

private func newline(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
  guard start < bytes.count, let base = bytes.baseAddress,
    let found = memchr(base + start, 0x0a, bytes.count - start)
  else { return nil }
  return UnsafeRawPointer(found) - base
}
