/// Where edits of several notes at once go; `Deck.applying` writes them.
extension Deck {
  /// The edit that gives a field line of a note another value.
  ///
  /// - Parameters:
  ///   - field: a field that a note has once.
  ///   - note: a note of this deck.
  ///   - value: one line.
  /// - Returns: the edit; `nil` where the note has no such line.
  package func replacing(field: NoteField, of note: Note, with value: String) -> Edit? {
    fieldLines(of: note).first { $0.field == field }.map {
      Edit($0.range, "\(field.rawValue): \(value)")
    }
  }

  /// Where another line of the front matter can be written: before the `---` that ends it.
  package var frontMatterEnd: Int? {
    guard let item = items.first(where: { $0.kind == .frontMatter }) else { return nil }
    var scanner = LineScanner(bytes, in: item.range)
    var last = item.range.lowerBound
    while let line = scanner.next() { last = line.content.lowerBound }
    return last
  }

  /// Where the content of a stretch of the file ends: before the white space at its end.
  package func contentEnd(of range: Range<Int>) -> Int { bytes[range].trimmed.endIndex }

  /// Where the content of a section ends, with or without the sections below it.
  package func contentEnd(ofSection index: Int, andBelow: Bool) -> Int {
    let next = items.first { item in
      guard case .heading(let section) = item.kind, section > index else { return false }
      return !andBelow || sections[section].level <= sections[index].level
    }
    return contentEnd(of: 0..<(next?.range.lowerBound ?? bytes.count))
  }
}
