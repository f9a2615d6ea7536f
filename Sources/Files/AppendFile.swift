import Glibc

/// A file that only grows, a line at a time, each of which is on the disk before the next.
///
/// A line that a crash or a full disk cut short is never cut off and never continued: the next
/// line starts with a newline of its own. The file is made with mode 0600 at the first append.
package struct AppendFile {
  /// The path, as given.
  package let path: String
  private var descriptor: Descriptor?
  /// How far the file reached, and ended in a newline, after the last successful append.
  private var end: Int64 = -1

  package init(_ path: String) { self.path = path }

  /// Appends one line with one write and one flush.
  ///
  /// After an error the line may be there, in part or whole; appending it again is right where
  /// readers count a line once.
  ///
  /// - Parameter line: the bytes, without newline.
  /// - Returns: the line's offset in the file, in bytes.
  /// - Throws: `FileError`.
  package mutating func append(_ line: [UInt8]) throws(FileError) -> Int64 {
    let (file, size) = try reopened()
    var offset = size
    if size != end, size > 0, try file.read(1, at: size - 1) != [0x0a] { offset += 1 }
    end = -1
    try file.write((offset == size ? [] : [0x0a]) + line + [0x0a])
    try file.flush(contentOnly: true)
    end = offset + Int64(line.count) + 1
    return offset
  }

  /// The file of this name and its size.
  ///
  /// Asked each time: a file sync may have put another file in its place, and what is written to
  /// the old one would vanish.
  private mutating func reopened() throws(FileError) -> (Descriptor, Int64) {
    var named = stat()
    let exists = stat(path, &named) == 0
    if exists, let descriptor {
      let info = try descriptor.status()
      if info.st_ino == named.st_ino && info.st_dev == named.st_dev {
        return (descriptor, Int64(info.st_size))
      }
    }
    descriptor = nil
    end = -1
    let file = try Descriptor(path, O_RDWR | O_APPEND | O_CREAT)
    let info = try file.regularStatus()
    if !exists {
      guard fchmod(file.number, 0o600) == 0 else { throw .system(.create, path) }
      try flushFolder(parentFolder(of: path))
    }
    descriptor = file
    return (file, Int64(info.st_size))
  }
}
