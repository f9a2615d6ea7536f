import Files

/// Appends records to this device's journal, and keeps those that could not be written.
struct JournalWriter {
  /// The journal's path.
  let path: String
  /// Records that are not on the disk, oldest first.
  private(set) var unsaved: [(record: Record, line: [UInt8])] = []
  private var file: AppendFile

  /// The longest line that is written, in bytes; readers skip longer ones.
  static let longestLine = 1 << 20

  init(path: String) {
    self.path = path
    file = AppendFile(path)
  }

  /// Puts a record behind those that wait.
  mutating func enqueue(_ record: Record, _ line: [UInt8]) { unsaved.append((record, line)) }

  /// Writes what waits, each record with one write and one flush.
  ///
  /// - Parameter written: receives each line that is on the disk now, and its offset.
  /// - Throws: `FileError`; what could not be written waits on.
  mutating func flush(_ written: ([UInt8], Int64) -> Void) throws(FileError) {
    while let next = unsaved.first {
      let offset = try file.append(next.line)
      unsaved.removeFirst()
      written(next.line, offset)
    }
  }

  /// Writes what waits to another journal, as a whole, and waits no longer.
  ///
  /// - Parameter path: the file; one that exists is added to.
  /// - Throws: `FileError`; everything waits on.
  mutating func save(to path: String) throws(FileError) {
    var other = AppendFile(path)
    for item in unsaved { _ = try other.append(item.line) }
    unsaved = []
  }
}
