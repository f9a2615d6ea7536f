/// Plain text to blocks.
///
/// Nothing says where paragraphs begin, so all cues are weighed: blank lines (unless one stands
/// after every line), indentation, short last lines, stops, headings, page ends.
struct PlainText {
  private let text: MappedText
  private let bytes: [UInt8]
  private let lines: [Line]
  private let joiner: LineJoiner
  private let headings: Headings
  private let width: Int
  private let isDoubleSpaced: Bool
  private var blocks: [TextBlock] = []
  private var omissions: [Omission]
  /// Whether the lines read belong to a part that is no prose, such as the references.
  private var isInReferences = false

  /// The blocks of a text and what was left out.
  static func blocks(
    of source: MappedText, isWord: @escaping (String) -> Bool?
  ) -> (blocks: [TextBlock], omissions: [Omission]) {
    var reader = PlainText(Characters.normalised(source), isWord: isWord)
    reader.read()
    reader.omissions.sort { $0.source.lowerBound < $1.source.lowerBound }
    return (reader.blocks, reader.omissions)
  }

  private init(_ normalised: MappedText, isWord: @escaping (String) -> Bool?) {
    let running = RunningLines(Line.all(of: normalised), in: normalised.bytes)
    let footnotes = Footnotes(
      Columns.read(running.lines, in: normalised.bytes), in: normalised.bytes)
    // The marks are blanked out, so that lines keep their places.
    text = normalised.blanked(footnotes.marks)
    let bytes = text.bytes
    self.bytes = bytes
    lines = footnotes.lines.map { $0.trimmed(in: bytes) }
    omissions =
      running.removed.map { Omission(source: normalised.source(of: $0.range), reason: $0.reason) }
      + footnotes.removed.map { Omission(source: normalised.source(of: $0), reason: .footnote) }
    let lengths = lines.map(\.length).sorted()
    width = lengths.isEmpty ? 0 : lengths[min(lengths.count - 1, lengths.count * 9 / 10)]
    headings = Headings(bytes: bytes, width: max(60, width))
    joiner = LineJoiner(text: text, vocabulary: Vocabulary(lines, in: bytes), isWord: isWord)
    isDoubleSpaced = PlainText.isDoubleSpaced(lines, bytes, width: width)
  }

  /// Whether a blank line stands after nearly every line, and so means nothing.
  private static func isDoubleSpaced(_ lines: [Line], _ bytes: [UInt8], width: Int) -> Bool {
    guard lines.count >= 8 else { return false }
    let spaced = lines.dropFirst().count { $0.blanksBefore > 0 }
    // Headings between paragraphs of one line each end no sentence, either.
    let unfinished = lines.count { !bytes.endsSentence($0.range) && $0.length * 2 >= width }
    return spaced * 10 >= lines.count * 7 && unfinished * 10 >= lines.count * 4
  }

  private mutating func read() {
    var start = 0
    while start < lines.count {
      if let end = TableFinder.table(from: start, in: lines, bytes) {
        omit(start..<end, .table)
        start = end
        continue
      }
      if let (end, cue) = heading(from: start) {
        finish(heading: start..<end, cue)
        start = end
        continue
      }
      var end = start + 1
      while end < lines.count, !breaks(between: end - 1, and: end, from: start),
        TableFinder.table(from: end, in: lines, bytes) == nil
      {
        end += 1
      }
      finish(paragraph: start..<end)
      start = end
    }
  }

  private mutating func omit(_ range: Range<Int>, _ reason: Omission.Reason) {
    let places = lines[range].map(\.range)
    let low = places.map(\.lowerBound).min() ?? 0
    let high = places.map(\.upperBound).max() ?? low
    omissions.append(Omission(source: text.source(of: low..<high), reason: reason))
  }

  private mutating func finish(heading range: Range<Int>, _ cue: Headings.Cue) {
    let content = CitationMarks.removed(from: joiner.joined(Array(lines[range]))).trimmed()
    isInReferences = Headings.opensReferences(content.bytes)
    if isInReferences {
      omit(range, .references)
    } else {
      let level = headings.level(of: cue, isFirst: blocks.isEmpty)
      blocks.append(TextBlock(kind: .heading(level: level), content: content))
    }
  }

  private mutating func finish(paragraph range: Range<Int>) {
    if isInReferences || isReference(lines[range.lowerBound]) {
      return omit(range, .references)
    }
    var selected = Array(lines[range])
    var kind = TextBlock.Kind.paragraph
    if let bullet = bullet(of: selected[0]) {
      kind = .listItem
      let line = selected[0]
      // A sign with nothing after it: its space is not part of the line.
      let start = min(line.range.lowerBound + bullet, line.range.upperBound)
      selected[0] = Line(
        range: start..<line.range.upperBound, indent: line.indent,
        blanksBefore: line.blanksBefore, page: line.page)
    }
    let content = CitationMarks.removed(from: joiner.joined(selected)).trimmed()
    guard !content.isEmpty else { return }
    if kind == .paragraph, QuotedText.isWhole(content.bytes) || isSetOff(range) {
      kind = .quotation
    }
    blocks.append(TextBlock(kind: kind, content: content))
  }

  /// The entry of a list of references: "[12] Surname, ...".
  private func isReference(_ line: Line) -> Bool {
    guard bytes[line.range.lowerBound] == 0x5b else { return false }
    let number = bytes[line.range].dropFirst().prefix { $0.isASCIIDigit }
    return (1...3).contains(number.count) && bytes.has("] ", at: number.endIndex)
  }

  /// Whether all lines of a paragraph are indented where others are not.
  private func isSetOff(_ range: Range<Int>) -> Bool {
    guard !isDoubleSpaced, lines.count >= 6 else { return false }
    let indents = lines.map(\.indent).sorted()
    let usual = indents[indents.count / 2]
    return range.count >= 2 && lines[range].allSatisfy { $0.indent >= usual + 4 }
  }

  /// The length of the sign and the space that begin a list item.
  private func bullet(of line: Line) -> Int? {
    let start = line.range.lowerBound
    for sign in ["- ", "* ", "\u{2022} ", "\u{2013} ", "\u{25aa} ", "\u{b7} "] as [StaticString]
    where bytes.has(sign, at: start) {
      return sign.utf8CodeUnitCount
    }
    var index = start
    if bytes[index] == 0x28 { index += 1 }
    let digits = bytes[index..<line.range.upperBound].prefix { $0.isASCIIDigit }.count
    let letters = bytes[index..<line.range.upperBound].prefix { $0.isASCIILower }.count
    guard digits > 0 && digits <= 2 || letters == 1 else { return nil }
    index += max(digits, letters)
    return bytes.has(") ", at: index) ? index + 2 - start : nil
  }

  // MARK: - Where blocks end

  /// The heading that begins with a line.
  private func heading(from start: Int) -> (end: Int, Headings.Cue)? {
    let line = lines[start]
    guard let cue = headings.cue(of: line.range), bullet(of: line) == nil else { return nil }
    guard start == 0 || isHeadingPlace(after: lines[start - 1], line) else { return nil }
    var end = start + 1
    while end < lines.count, end - start < 6, continuesHeading(lines[end - 1], lines[end]) {
      end += 1
    }
    guard end < lines.count else {
      // The last line of a text is no heading, unless it opens an empty part.
      return cue == .named && start > 0 ? (end, cue) : nil
    }
    let (tail, next) = (lines[end - 1], lines[end])
    let isApart = next.blanksBefore > (isDoubleSpaced ? 1 : 0)
    let isFollowed =
      isApart || next.indent > line.indent || headings.cue(of: next.range) != nil
      || !bytes.beginsLowercase(next.range) && tail.length < width * 3 / 4
    switch cue {
    case .numbered, .named, .capitals: return isFollowed ? (end, cue) : nil
    case .titleCase:
      let isShort = line.length * 2 < next.length || next.indent > line.indent
      return isApart && !bytes.beginsLowercase(next.range) || isShort && isFollowed
        ? (end, cue) : nil
    case .short:
      let stands = start == 0 || line.blanksBefore > (isDoubleSpaced ? 1 : 0)
      let isFollowedByStart = isApart || isDoubleSpaced && next.indent > line.indent
      return stands && isFollowedByStart && !bytes.beginsLowercase(next.range) ? (end, cue) : nil
    }
  }

  private func isHeadingPlace(after previous: Line, _ line: Line) -> Bool {
    if line.page > previous.page || line.blanksBefore > (isDoubleSpaced ? 1 : 0) { return true }
    return bytes.endsSentence(previous.range) || headings.cue(of: previous.range) != nil
  }

  /// Whether a heading that fills its line goes on in the next.
  private func continuesHeading(_ line: Line, _ next: Line) -> Bool {
    if isOrdinalLine(next, after: line) { return true }
    guard next.blanksBefore <= (isDoubleSpaced ? 1 : 0), !bytes.endsSentence(next.range) else {
      return false
    }
    let cue = headings.cue(of: next.range)
    if isOrdinalLine(line, after: nil) { return cue != nil }
    guard next.indent <= line.indent, line.length * 4 >= width * 3 else { return false }
    if let cue { return cue != .numbered(depth: 1) }
    return next.length * 4 < width * 3
  }

  /// "st" alone on a line, as a PDF splits "21st".
  private func isOrdinalLine(_ line: Line, after previous: Line?) -> Bool {
    guard let previous else {
      return ["st", "nd", "rd", "th"].contains { bytes[line.range].elementsEqual($0.utf8) }
    }
    return joiner.isOrdinalEnding(line.range, after: previous.range)
  }

  /// Whether a paragraph ends between two lines.
  private func breaks(between last: Int, and next: Int, from start: Int) -> Bool {
    let (line, following) = (lines[last], lines[next])
    if joiner.isOrdinalEnding(following.range, after: line.range) { return false }
    if bytes.hyphenLength(at: line.range) > 0 { return false }
    let isOver = bytes.endsSentence(line.range)
    let isIntroduction = bytes[line.range.upperBound - 1] == 0x3a
    if following.page > line.page {
      return isOver && (following.indent > 0 || !bytes.beginsLowercase(following.range))
    }
    if bullet(of: following) != nil,
      following.blanksBefore > 0 || isOver || bullet(of: lines[start]) != nil
    {
      return true
    }
    if isReference(following), isOver { return true }
    if isOver || isIntroduction, heading(from: next) != nil { return true }
    if following.blanksBefore > (isDoubleSpaced ? 1 : 0) {
      return isOver || isIntroduction || !bytes.beginsLowercase(following.range)
        || line.length * 10 < width * 7
    }
    let isIndented =
      following.indent > lines[start].indent || last > start && following.indent > line.indent
    if isIndented, following.blanksBefore > 0 || !isDoubleSpaced {
      let isDeep = following.indent >= line.indent + 2 || isDoubleSpaced
      return (isOver || isIntroduction) && isDeep && bullet(of: lines[start]) == nil
    }
    // Without wrapping every line is a paragraph.
    if width > 200 { return isOver }
    return isOver && line.length * 5 < width * 4 && !bytes.beginsLowercase(following.range)
  }
}

extension Line {
  /// The line without white space that has come to stand at its ends.
  fileprivate func trimmed(in bytes: [UInt8]) -> Line {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, bytes[low].isASCIISpace { low += 1 }
    while high > low, bytes[high - 1].isASCIISpace { high -= 1 }
    return Line(range: low..<high, indent: indent, blanksBefore: blanksBefore, page: page)
  }
}
