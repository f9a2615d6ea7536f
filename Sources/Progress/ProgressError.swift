import Files

/// Why progress could not be opened or saved.
package enum ProgressError: Error, Hashable, Sendable {
  /// Another Tripos is writing; its process and machine, where known.
  case locked(process: Int?, host: String?)
  /// The folder cannot be written to; opened for reading all works, but nothing is saved.
  case readOnly(FileError)
  /// A newer Tripos wrote here; what it wrote is not touched. Opened for reading all works.
  case newerVersion
  /// The store was opened for reading.
  case openedForReading
  /// The folder cannot be read.
  case unreadable(FileError)
  /// The record is in memory but not on the disk, with all others in `Store.unsaved`.
  case notSaved(RecordID, FileError)
  /// A record is larger than any reader takes.
  case tooLarge(bytes: Int)
  /// The snapshot was not written; nothing is lost by that.
  case snapshotNotWritten(FileError)
}
