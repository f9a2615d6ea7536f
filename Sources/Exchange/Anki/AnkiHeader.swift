import Decks

/// The lines with which Anki's text files begin, such as `#separator:tab`.
struct AnkiHeader: Hashable {
  var separator: UInt8?
  /// Whether fields are HTML; they are where nothing is said.
  var isHTML = true
  /// The names of the columns.
  var names: [String] = []
  /// Tags of all notes.
  var tags: [String] = []
  var deck: String?
  var noteType: String?
  /// The columns of which the header tells the use, counted from 0.
  var columns: [Int: Column] = [:]
  /// Where the rows begin.
  var start = 0
  var line = 1

  private static let keys = [
    "separator", "html", "tags", "columns", "notetype", "deck", "notetype column", "deck column",
    "tags column", "guid column", "if matches", "match scope",
  ]

  /// Whether a line belongs to a header.
  static func isHeader(_ line: ArraySlice<UInt8>) -> Bool { pair(line) != nil }

  private static func pair(_ line: ArraySlice<UInt8>) -> (key: String, value: String)? {
    guard line.first == UInt8(ascii: "#"), let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
      return nil
    }
    let key = line[line.startIndex + 1..<colon].text.lowercased().trimmed
    return keys.contains(key) ? (key, line[(colon + 1)...].text) : nil
  }

  /// Reads the header of a text; `nil` where it has none.
  init?(_ text: [UInt8]) {
    while start < text.count {
      let line = text[start...].prefix { $0 != .lineFeed && $0 != .return }
      guard let (key, value) = Self.pair(line) else { break }
      take(key, value)
      start = line.endIndex
      if start < text.count, text[start] == .return { start += 1 }
      if start < text.count, text[start] == .lineFeed { start += 1 }
      self.line += 1
    }
    guard start > 0 else { return nil }
    let mark = separator ?? .tab
    names = columnsLine.split(
      separator: Character(UnicodeScalar(mark)), omittingEmptySubsequences: false
    )
    .map { $0.trimmed }
  }

  private var columnsLine = ""

  private mutating func take(_ key: String, _ value: String) {
    switch key {
    case "separator": separator = Self.separator(value)
    case "html": isHTML = value.trimmed.lowercased() != "false"
    case "tags": tags = value.split(separator: " ").map(String.init)
    case "columns": columnsLine = value
    case "deck": deck = value.trimmed
    case "notetype": noteType = value.trimmed
    case "deck column": use(.deck, value)
    case "tags column": use(.tags, value)
    case "notetype column": use(.noteType, value)
    case "guid column": use(.unused, value)
    case _: break
    }
  }

  private mutating func use(_ column: Column, _ value: String) {
    if let number = Int(value.trimmed), number > 0 { columns[number - 1] = column }
  }

  /// The separator by its name or itself.
  private static func separator(_ value: String) -> UInt8? {
    switch value.trimmed.lowercased() {
    case "tab", "\\t": .tab
    case "comma": UInt8(ascii: ",")
    case "semicolon": UInt8(ascii: ";")
    case "space": .space
    case "pipe": UInt8(ascii: "|")
    case "colon": UInt8(ascii: ":")
    case _: value.utf8.count == 1 ? value.utf8.first : nil
    }
  }
}
