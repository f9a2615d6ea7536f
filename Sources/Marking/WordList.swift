import Files

/// English words and proper names, to tell a slip of the fingers from another word.
///
/// The files `words.txt` and `proper.txt` are sorted bytewise, one word a line in lower case,
/// without regular inflections; they are searched as they lie in memory, so that loading them
/// costs one read each.
package struct WordList: Sendable {
  private let common: SortedLines
  private let proper: SortedLines

  /// Loads the lists from a folder of the program's data.
  ///
  /// - Parameter folder: the folder that holds the files.
  /// - Returns: the list.
  /// - Throws: `DataError` where a file cannot be read.
  package static func load(from folder: String) throws(DataError) -> WordList {
    WordList(
      common: try SortedLines(path: "\(folder)/words.txt"),
      proper: try SortedLines(path: "\(folder)/proper.txt"))
  }

  /// A list from words in any order.
  package init(common: [String], proper: [String] = []) {
    self.init(common: SortedLines(lines: common), proper: SortedLines(lines: proper))
  }

  private init(common: SortedLines, proper: SortedLines) {
    self.common = common
    self.proper = proper
  }

  /// Whether a folded word is a common one, or a regular inflection of one.
  package func hasCommon(_ word: String) -> Bool {
    if common.has(Array(word.utf8)) { return true }
    for (suffix, endings) in WordList.inflections where word.hasSuffix(suffix) {
      let base = Array(word.utf8.dropLast(suffix.utf8.count))
      if base.count < 3 { continue }
      for ending in endings where common.has(base + Array(ending.utf8)) { return true }
      if base[base.count - 1] == base[base.count - 2], common.has(base.dropLast()) { return true }
    }
    return false
  }

  /// Whether a folded word is a name of persons or places.
  package func hasProper(_ word: String) -> Bool { proper.has(Array(word.utf8)) }

  private static let inflections: [(suffix: String, endings: [String])] = [
    ("ies", ["y"]), ("es", [""]), ("s", [""]), ("ed", ["", "e"]), ("ing", ["", "e"]),
  ]
}

/// Sorted lines in one block of bytes, for binary search.
private struct SortedLines: Sendable {
  private let bytes: [UInt8]

  init(path: String) throws(DataError) {
    do throws(FileError) {
      self.bytes = try readFile(path, limit: 1 << 24).bytes
    } catch {
      throw .unreadable(error)
    }
  }

  init(lines: [String]) {
    self.bytes = Array((lines.sorted().joined(separator: "\n") + "\n").utf8)
  }

  func has(_ word: some RandomAccessCollection<UInt8>) -> Bool {
    var low = 0
    var high = bytes.count
    while low < high {
      let middle = low + (high - low) / 2
      var start = middle
      while start > low, bytes[start - 1] != 0x0a { start -= 1 }
      var end = middle
      while end < high, bytes[end] != 0x0a { end += 1 }
      let line = bytes[start..<end]
      if line.elementsEqual(word) { return true }
      if line.lexicographicallyPrecedes(word) {
        low = end + 1
      } else {
        high = start
      }
    }
    return false
  }
}
