import Files

/// The lines of a tab-separated data file, without comments.
struct TabSeparated {
  /// One line, as columns.
  struct Row {
    fileprivate let cells: [ArraySlice<UInt8>]

    /// A column as text.
    subscript(column: Int) -> String { String(decoding: cells[column], as: UTF8.self) }

    /// The texts in a column, apart by `|`.
    func list(_ column: Int) -> [String] {
      cells[column].split(separator: 0x7c).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  let rows: [Row]

  /// Reads a file whose lines have so many columns; a line that begins with `#` is a comment.
  init(_ path: String, columns: Int) throws(DataError) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try readFile(path, limit: 1 << 24).bytes
    } catch {
      throw .unreadable(error)
    }
    var rows: [Row] = []
    var number = 0
    for line in bytes.split(separator: 0x0a, omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.first == 0x23 { continue }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard cells.count == columns else {
        throw .columns(path: path, line: number, expected: columns, found: cells.count)
      }
      rows.append(Row(cells: cells))
    }
    self.rows = rows
  }
}
