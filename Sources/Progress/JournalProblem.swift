import Files
import JSON

/// A line of a journal that is not used, or a journal that raises a question.
///
/// The file is left as it is; whoever checks or shows says so.
package struct JournalProblem: Hashable, Sendable {
  /// What is wrong.
  package enum Cause: Error, Hashable, Sendable {
    /// The journal does not end in a newline: a crash or a sync cut its last line short.
    case torn
    /// A line of so many bytes, longer than any record.
    case tooLong(bytes: Int)
    /// The line is no JSON object; the column counts from 1.
    case notJSON(JSONError.Cause, column: Int)
    /// No `crc` stands at its end.
    case checksumMissing
    /// Its bytes are not those that were written.
    case checksumWrong
    /// It lacks a member of this name.
    case memberMissing(String)
    /// The member of this name has no value of its kind, or stands there twice.
    case memberMalformed(String)
    /// It was written by a newer Tripos, in this version of the format; nothing may be written.
    case newerVersion(Int)
    /// Two different records bear one name: two machines write as one device.
    case sameNameTwice(RecordID)
    /// The count does not go up: so far and then.
    case countNotRising(from: Int64, to: Int64)
    /// Records between two counts are missing.
    case countGap(from: Int64, to: Int64)
    /// The journal cannot be read.
    case unreadable(FileError)
  }

  /// The journal's path.
  package var path: String
  /// The line, counted from 1; `nil` where the journal was not read from its start.
  package var line: Int?
  /// Where the line begins, in bytes.
  package var offset: Int64
  package var cause: Cause

  package init(path: String, line: Int?, offset: Int64, cause: Cause) {
    self.path = path
    self.line = line
    self.offset = offset
    self.cause = cause
  }
}
