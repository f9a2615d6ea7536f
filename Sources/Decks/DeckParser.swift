import Files

extension Deck {
  /// Reads a deck; whatever the bytes are, all of them are kept and the good notes are found.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - path: its path, for messages and for the deck's name.
  /// - Returns: the deck, with its problems.
  package static func parse(bytes: [UInt8], path: String) -> Deck {
    var parser = DeckParser(bytes: bytes, path: path)
    parser.parse()
    return Deck(
      path: path, bytes: bytes, items: parser.items, frontMatter: parser.frontMatter,
      sections: parser.sections, notes: parser.notes, problems: parser.problems.all)
  }
}

/// Cuts a file into items at the lines that begin or end notes, and has each note read.
private struct DeckParser {
  /// What the lines since the last boundary belong to.
  private enum Open {
    case prose
    case note
    /// Lines after an `A:` that has no question.
    case strayAnswer
  }

  let bytes: [UInt8]
  var items: [Deck.Item] = []
  var frontMatter = FrontMatter()
  var sections = [Section(path: [], level: 0, line: 1, passage: "")]
  var notes: [Note] = []
  var problems: ProblemList
  private var open = Open.prose
  private var openStart = 0
  private var openLine = 1
  private var line = 1
  private var ordinal = 0
  private var cards = 0
  private var sectionHasNote = false
  /// The heading that is open on each level.
  private var outline: [(level: Int, title: String)] = []
  private var fences: FenceFinder

  init(bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.problems = ProblemList(bytes: bytes, path: path)
    self.fences = FenceFinder(bytes: bytes)
  }

  mutating func parse() {
    guard checkFile() else {
      if !bytes.isEmpty {
        items = [Deck.Item(kind: .prose, range: 0..<bytes.count, line: 1)]
      }
      return
    }
    var lines = LineScanner(bytes, in: readStart()..<bytes.count)
    openStart = lines.index
    openLine = line
    while let next = lines.next() {
      take(next)
      line += 1
      guard items.count < Deck.Limit.items, cards < Deck.Limit.cards else {
        stopReading(after: next)
        break
      }
    }
    close(at: bytes.count)
  }

  /// Refuses what cannot be a deck.
  private mutating func checkFile() -> Bool {
    if bytes.count > Deck.Limit.file {
      let limit = Deck.Limit.file
      problems.add(.unreadable(FileError(.read, problems.path, .tooLarge(limit: limit))), line: 1)
      return false
    }
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
      problems.add(.notUTF8(encoding: "UTF-16"), line: 1, text: "")
      return false
    }
    return true
  }

  /// Takes the byte-order mark and the front matter.
  private mutating func readStart() -> Int {
    var start = 0
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) {
      start = 3
      items.append(Deck.Item(kind: .byteOrderMark, range: 0..<3, line: 1))
    }
    var lines = LineScanner(bytes, in: start..<bytes.count)
    guard let first = lines.next(), isDelimiter(first) else { return start }
    var number = 2
    while let next = lines.next() {
      if isDelimiter(next) {
        frontMatter = FrontMatter(bytes[first.end..<next.content.lowerBound], line: 2) {
          problems.add($1, line: $0)
        }
        items.append(Deck.Item(kind: .frontMatter, range: start..<next.end, line: 1))
        line = number + 1
        return next.end
      }
      // A note cannot stand in front matter: its first line shows that the end is missing.
      let kind = DeckLine(bytes[next.content])
      if kind == .question || kind == .cloze { break }
      number += 1
    }
    let isAlone = first.end == bytes.count
    if !isAlone { problems.add(.frontMatterWithoutEnd, line: 1) }
    return start
  }

  private func isDelimiter(_ line: LineScanner.Line) -> Bool {
    let text = bytes[line.content]
    return text.count >= 3 && text.count < 200 && text.trimmed.elementsEqual([0x2d, 0x2d, 0x2d])
  }

  private mutating func take(_ next: LineScanner.Line) {
    let content = bytes[next.content]
    if content.count > Deck.Limit.line {
      problems.add(.lineTooLong(bytes: content.count), line: line)
    }
    let kind = DeckLine(content)
    if fences.interruption == content.startIndex { problems.add(.markerInCodeBlock, line: line) }
    switch kind {
    case .question, .cloze:
      begin(.note, at: next)
      fences.opened(DeckLine.fence(content.dropFirst(2).trimmed), after: next.end)
    case .answer:
      if open == .prose, !fences.holds(content.startIndex) {
        problems.add(.answerWithoutQuestion, line: line)
        begin(.strayAnswer, at: next)
      }
      if !fences.holds(content.startIndex) {
        fences.opened(DeckLine.fence(content.dropFirst(2).trimmed), after: next.end)
      }
    case .separator:
      close(at: content.startIndex)
      items.append(
        Deck.Item(kind: .separator, range: content.startIndex..<next.end, line: line))
      begin(.prose, after: next)
    case .heading(let level):
      guard !fences.holds(content.startIndex) else { return }
      let isAbrupt = open == .note && !followsBlankLine(content.startIndex)
      close(at: content.startIndex)
      if isAbrupt, case .note? = items.last?.kind {
        problems.add(.headingEndsAnswer, line: line)
      }
      addSection(content, level: level)
      items.append(
        Deck.Item(
          kind: .heading(section: sections.count - 1), range: content.startIndex..<next.end,
          line: line))
      begin(.prose, after: next)
    case .fence(let fence):
      if !fences.holds(content.startIndex) { fences.opened(fence, after: next.end) }
    case .text: break
    }
  }

  private mutating func begin(_ open: Open, at line: LineScanner.Line) {
    close(at: line.content.lowerBound)
    self.open = open
    openStart = line.content.lowerBound
    openLine = self.line
  }

  private mutating func begin(_ open: Open, after line: LineScanner.Line) {
    self.open = open
    openStart = line.end
    openLine = self.line + 1
  }

  /// Ends what is open before the byte at `end`.
  private mutating func close(at end: Int) {
    let range = openStart..<end
    guard !range.isEmpty else { return }
    switch open {
    case .prose:
      addPassage(range)
      append(.prose, range)
    case .strayAnswer: append(.brokenNote, range)
    case .note:
      sectionHasNote = true
      let reader = NoteReader(
        bytes: bytes, range: range, line: openLine, ordinal: ordinal,
        section: sections.count - 1)
      let note = reader.read(&problems, inFence: fences.holds)
      ordinal += 1
      if let note {
        notes.append(note)
        cards += note.cardCount
        append(.note(notes.count - 1), range)
      } else {
        append(.brokenNote, range)
      }
    }
    open = .prose
    openStart = end
    openLine = line
  }

  private mutating func append(_ kind: Deck.Item.Kind, _ range: Range<Int>) {
    items.append(Deck.Item(kind: kind, range: range, line: openLine))
  }

  private mutating func stopReading(after last: LineScanner.Line) {
    close(at: last.end)
    guard last.end < bytes.count else { return }
    let isFull = cards >= Deck.Limit.cards
    problems.add(isFull ? .tooManyCards : .tooManyItems, line: line)
    sectionHasNote = true
  }

  // MARK: Sections

  private mutating func addSection(_ content: ArraySlice<UInt8>, level: Int) {
    var title = content.dropFirst(level).trimmed
    let closing = title.reversed().prefix { $0 == .hash }.count
    let before = title.dropLast(closing)
    if closing > 0, before.isEmpty || before.last == .space || before.last == .tab {
      title = before.trimmed
    }
    while let last = outline.last, last.level >= level { outline.removeLast() }
    outline.append((level, title.text))
    sections.append(
      Section(path: outline.map(\.title), level: level, line: line, passage: ""))
    sectionHasNote = false
  }

  private mutating func addPassage(_ range: Range<Int>) {
    if let place = bytes[range].firstInvalidUTF8 {
      problems.addInvalidUTF8(at: place, from: range.lowerBound, line: openLine)
    } else if let place = bytes[range].firstIndex(of: 0) {
      problems.addNUL(at: place, from: range.lowerBound, line: openLine)
    }
    guard !sectionHasNote else { return }
    let text = bytes[range].trimmed
    guard !text.isEmpty else { return }
    let block = normalisedLines(text)
    let index = sections.count - 1
    sections[index].passage += sections[index].passage.isEmpty ? block : "\n\n" + block
  }

  private func normalisedLines(_ slice: ArraySlice<UInt8>) -> String {
    var lines = LineScanner(bytes, in: slice.startIndex..<slice.endIndex)
    var text: [UInt8] = []
    while let next = lines.next() {
      if !text.isEmpty { text.append(.lineFeed) }
      text += bytes[next.content]
    }
    return text[...].text
  }

  private func followsBlankLine(_ start: Int) -> Bool {
    var index = start
    var lineEnds = 0
    while index > openStart, bytes[index - 1].isASCIISpace {
      index -= 1
      let isEnd = bytes[index] == .lineFeed || bytes[index] == .carriageReturn
      let isPair =
        bytes[index] == .carriageReturn && index + 1 < start && bytes[index + 1] == .lineFeed
      if isEnd, !isPair { lineEnds += 1 }
    }
    return lineEnds >= 2
  }
}
