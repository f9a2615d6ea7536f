import Files

/// Why a data file that ships with the program cannot be used.
package enum DataError: Error, Hashable, Sendable {
  /// The file is missing or cannot be read.
  case unreadable(FileError)
  /// A line has another number of columns than the file's header says.
  case columns(path: String, line: Int, expected: Int, found: Int)
}
