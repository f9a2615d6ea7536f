/// Which column of an Anki text file is what.
enum AnkiColumns {
  /// The columns of a file with this header: those it tells the use of, then its fields: the first
  /// is the question, the second the answer, and names we know say more.
  static func columns(_ header: AnkiHeader) -> [Column?] {
    let last = max(header.columns.keys.max() ?? -1, header.names.count - 1, 1)
    let named = (0...last).map { index -> Column? in
      if let column = header.columns[index] { return column }
      guard header.names.indices.contains(index) else { return nil }
      return Column(name: header.names[index])
    }
    if named.contains(.question), named.contains(.answer) { return named }
    var fields: [Column?] = [.question, .answer]
    return named.enumerated().map { index, column in
      guard header.columns[index] == nil else { return column }
      return fields.isEmpty ? column : fields.removeFirst()
    }
  }
}
