import Files

/// Common English words, to tell a slip of the fingers from another word.
///
/// The file is sorted bytewise, one lower-case word a line, without regular inflections; it is
/// searched as it lies in memory, so that loading it costs one read.
package struct WordList: Sendable {
  private let bytes: [UInt8]

  /// Loads `words.txt` from a folder of the program's data.
  ///
  /// - Parameter folder: the folder that holds the file.
  /// - Returns: the list.
  /// - Throws: `DataError` where the file cannot be read.
  package static func load(from folder: String) throws(DataError) -> WordList {
    do throws(FileError) {
      return WordList(bytes: try readFile("\(folder)/words.txt", limit: 1 << 24).bytes)
    } catch {
      throw .unreadable(error)
    }
  }

  /// A list from words in any order.
  package init(words: [String]) {
    self.bytes = Array((words.sorted().joined(separator: "\n") + "\n").utf8)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Whether a folded word, or the word it is a regular inflection of, is in the list.
  package func contains(_ word: String) -> Bool {
    if has(Array(word.utf8)) { return true }
    for (suffix, endings) in WordList.inflections where word.hasSuffix(suffix) {
      let base = Array(word.utf8.dropLast(suffix.utf8.count))
      if base.count < 3 { continue }
      for ending in endings where has(base + Array(ending.utf8)) { return true }
      if base[base.count - 1] == base[base.count - 2], has(base.dropLast()) { return true }
    }
    return false
  }

  private static let inflections: [(suffix: String, endings: [String])] = [
    ("ies", ["y"]), ("es", [""]), ("s", [""]), ("ed", ["", "e"]), ("ing", ["", "e"]),
  ]

  private func has(_ word: some RandomAccessCollection<UInt8>) -> Bool {
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
