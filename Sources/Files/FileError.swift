import Glibc

/// Why a file could not be read or written.
package struct FileError: Error, Hashable, Sendable {
  /// What was tried.
  package enum Operation: String, Hashable, Sendable {
    case open
    case read
    case write
    case flush
    case rename
    case list
    case create
    case lock
    case remove
  }

  /// What the file turned out to be, or what the system said.
  package enum Cause: Hashable, Sendable {
    /// The system's error number.
    case errno(Int32)
    /// It is a folder, a device, a pipe or a socket.
    case notAFile
    /// It holds more bytes than Tripos reads.
    case tooLarge(limit: Int)
    /// What was read back differs from what was written.
    case notAsWritten
    /// Another program changed the file since it was read.
    case changed
  }

  /// What was tried.
  package let operation: Operation
  /// The path, as given.
  package let path: String
  /// Why it failed.
  package let cause: Cause

  package init(_ operation: Operation, _ path: String, _ cause: Cause) {
    self.operation = operation
    self.path = path
    self.cause = cause
  }

  /// The failure that the system's `errno` now describes.
  package static func system(_ operation: Operation, _ path: String) -> FileError {
    FileError(operation, path, .errno(Glibc.errno))
  }
}
