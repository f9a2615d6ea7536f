import Files

/// Why a data file that ships with the program cannot be used.
package enum DataError: Error, Hashable, Sendable {
  /// The file is missing or cannot be read.
  case unreadable(FileError)
  /// A line has another number of columns than the file's header says.
  case columns(path: String, line: Int, expected: Int, found: Int)
}

/// The lines of a tab-separated data file, without comments, as columns.
func tabSeparatedRows(_ path: String, columns: Int) throws(DataError) -> [[Substring]] {
  let bytes: [UInt8]
  do throws(FileError) {
    bytes = try readFile(path, limit: 1 << 24).bytes
  } catch {
    throw .unreadable(error)
  }
  let text = String(decoding: bytes, as: UTF8.self)
  var rows: [[Substring]] = []
  var number = 0
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    number += 1
    if line.isEmpty || line.utf8.first == 0x23 { continue }
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count == columns else {
      throw .columns(path: path, line: number, expected: columns, found: cells.count)
    }
    rows.append(cells)
  }
  return rows
}
