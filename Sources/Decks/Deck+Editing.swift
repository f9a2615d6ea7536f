/// Edits give the bytes of the whole file; every byte that they do not speak of stays as it is.
extension Deck {
  /// The file with another text in a note's place.
  ///
  /// The blank lines after the note stay.
  ///
  /// - Parameters:
  ///   - note: a note of this deck.
  ///   - source: the note's new text, markers and field lines included, in lines of any end.
  /// - Returns: the bytes of the file.
  package func replacing(_ note: Note, with source: String) -> [UInt8] {
    let end = bytes[note.range].trimmed.endIndex
    return replacing(note.range.lowerBound..<end, with: lines(of: source))
  }

  /// The file without a note; prose after its field lines stays.
  ///
  /// Where the note kept others apart, a `---` line takes its place.
  ///
  /// - Parameter note: a note of this deck.
  /// - Returns: the bytes of the file.
  package func removing(_ note: Note) -> [UInt8] {
    let end = fieldRun(of: note).last?.range.upperBound ?? note.range.upperBound
    let prose = bytes[end..<note.range.upperBound].trimmed
    guard prose.isEmpty else {
      let indent = bytes[end..<prose.startIndex].reversed().prefix { $0 == .space || $0 == .tab }
      let kept = bytes[(prose.startIndex - indent.count)..<note.range.upperBound]
      return replacing(note.range, with: lines(of: "---\n\n") + kept)
    }
    let edited = replacing(note.range, with: [])
    let others = notes.filter { $0.ordinal != note.ordinal }.map(\.body)
    guard Deck.parse(bytes: edited, path: path).notes.map(\.body) != others else { return edited }
    return replacing(note.range, with: lines(of: "---\n"))
  }

  /// The file with one more right answer for a card.
  ///
  /// The line goes after the last `Also:` of the same answer, else before the note's other field
  /// lines, else at the note's end.
  ///
  /// - Parameters:
  ///   - alias: the answer; white space is collapsed.
  ///   - note: a note of this deck.
  ///   - blank: the blank's number, counted from 1; `nil` for a `Q:` note.
  /// - Returns: the bytes of the file; `nil` where the alias is empty, known already or the
  ///   line would be read as something else.
  package func adding(alias: String, to note: Note, blank: Int? = nil) -> [UInt8]? {
    let value = alias.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let index = (blank ?? 1) - 1
    guard !value.isEmpty, note.fields.answers.indices.contains(index),
      !note.fields.answers[index].also.contains(value)
    else { return nil }
    let number = note.cardCount > 1 ? " \(index + 1)" : ""
    let line = "\(NoteField.also.rawValue)\(number): \(value)"
    let run = fieldRun(of: note)
    let edited: [UInt8]
    if let last = run.last(where: { $0.field == .also && ($0.blank ?? 1) - 1 == index }) {
      let place = last.range.upperBound
      edited = replacing(place..<place, with: lines(of: "\n" + line))
    } else if let first = run.first {
      let place = first.range.lowerBound
      edited = replacing(place..<place, with: lines(of: line + "\n"))
    } else {
      let place = bytes[note.range].trimmed.endIndex
      edited = replacing(place..<place, with: lines(of: "\n" + line))
    }
    let found = Deck.parse(bytes: edited, path: path).note(ordinal: note.ordinal)
    var expected = note.fields
    expected.answers[index].also.append(value)
    return found?.body == note.body && found?.fields == expected ? edited : nil
  }

  /// The file with a new note at the end of a section.
  ///
  /// - Parameters:
  ///   - source: the note's text, markers and field lines included.
  ///   - title: the section as `find` knows it; a heading is made at the file's end where there is
  ///     none. `nil` for the section of the last heading.
  /// - Returns: the bytes of the file.
  package func adding(note source: String, toSection title: String?) -> [UInt8] {
    var section: Int? = sections.count - 1
    var heading = ""
    if let title {
      switch sections.find(title) {
      case .found(let index): section = index
      case .ambiguous(let indices): section = indices.first
      case .unknown:
        section = nil
        heading = String(repeating: "#", count: usualLevel) + " \(title.trimmed)\n\n"
      }
    }
    let end = section.map { self.end(ofSection: $0) } ?? bytes.count
    let content = bytes[..<end].trimmed.endIndex
    let isFirst = bytes[..<end].trimmed.isEmpty
    let text = (isFirst ? "" : "\n\n") + heading + source.trimmed
    return replacing(
      content..<content, with: lines(of: text + (content == bytes.count ? "\n" : "")))
  }

  /// New text in the place of a stretch of the file; an empty stretch is a place between bytes.
  package struct Edit: Hashable, Sendable {
    package let range: Range<Int>
    package let text: String

    package init(_ range: Range<Int>, _ text: String) {
      self.range = range
      self.text = text
    }
  }

  /// The file after several edits, which must not overlap.
  ///
  /// - Parameter edits: in any order; those at one place are written in the order given.
  /// - Returns: the bytes of the file.
  package func applying(_ edits: [Edit]) -> [UInt8] {
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    var edited: [UInt8] = []
    var kept = 0
    for (_, edit) in ordered where edit.range.lowerBound >= kept {
      edited += bytes[kept..<edit.range.lowerBound]
      edited += lines(of: edit.text)
      kept = edit.range.upperBound
    }
    return edited + bytes[kept...]
  }

  // MARK: Places

  /// The field lines of a note that are its run.
  private func fieldRun(of note: Note) -> [NumberedField] {
    let hasFields =
      note.fields.why != nil || note.fields.source != nil || note.fields.id != nil
      || !note.fields.tags.isEmpty || note.fields.answers.contains { $0 != NoteFields.Answer() }
    return hasFields ? fieldLines(of: note) : []
  }

  /// Where the bytes of a section end that do not belong to a section below it.
  func end(ofSection index: Int) -> Int {
    let next = items.first { item in
      if case .heading(let section) = item.kind { section == index + 1 } else { false }
    }
    return next?.range.lowerBound ?? bytes.count
  }

  /// The level that most headings have.
  private var usualLevel: Int {
    let levels = Dictionary(grouping: sections.dropFirst(), by: \.level).mapValues(\.count)
    return levels.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 1
  }

  private func replacing(_ range: Range<Int>, with text: [UInt8]) -> [UInt8] {
    var edited = bytes
    edited.replaceSubrange(range, with: text)
    return edited
  }

  /// Text with the line ends that the file has.
  func lines(of text: String) -> [UInt8] {
    let end: [UInt8]
    if let first = bytes.firstIndex(where: { $0 == .lineFeed || $0 == .carriageReturn }) {
      let isPair = bytes[first] == .carriageReturn && bytes.dropFirst(first + 1).first == .lineFeed
      end = isPair ? [.carriageReturn, .lineFeed] : [bytes[first]]
    } else {
      end = [.lineFeed]
    }
    let source = Array(text.utf8)
    var scanner = LineScanner(source, in: 0..<source.count)
    var written: [UInt8] = []
    while let line = scanner.next() {
      written += source[line.content]
      if line.end > line.content.upperBound { written += end }
    }
    return written
  }
}
