/// Reads the lines of one note.
struct NoteReader {
  private struct Line {
    /// Without the line end; the first without its `Q:` or `C:`.
    var content: ArraySlice<UInt8>
    /// Counted from 1.
    var number: Int
    var inFence: Bool

    var isBlank: Bool { content.allSatisfy(\.isASCIISpace) }
    var field: FieldLine? { inFence ? nil : FieldLine(content) }
  }

  let bytes: [UInt8]
  let range: Range<Int>
  let line: Int
  let ordinal: Int
  let section: Int

  /// The note; `nil` where it cannot be asked, which is reported.
  ///
  /// - Parameters:
  ///   - problems: where to report to.
  ///   - inFence: whether the line at a position stands in a code block.
  /// - Returns: the note.
  func read(_ problems: inout ProblemList, inFence: (Int) -> Bool) -> Note? {
    guard isSound(&problems) else { return nil }
    let lines = cut(inFence)
    let marker = bytes[range.lowerBound]
    let answerLines = lines.dropFirst().indices.filter {
      !lines[$0].inFence && DeckLine(lines[$0].content) == .answer
    }
    if marker == .letterC {
      if let stray = answerLines.first {
        problems.add(.answerInCloze, line: lines[stray].number)
        return nil
      }
      return readCloze(lines, &problems)
    }
    guard let answer = answerLines.first else {
      problems.add(.questionWithoutAnswer, line: line)
      return nil
    }
    if answerLines.count > 1 {
      let first = lines[answer].number
      problems.add(.secondAnswer(firstLine: first), line: lines[answerLines[1]].number)
      return nil
    }
    return readQuestion(lines, answer: answer, &problems)
  }

  private func isSound(_ problems: inout ProblemList) -> Bool {
    if range.count > Deck.Limit.note {
      problems.add(.noteTooLong(bytes: range.count), line: line)
      return false
    }
    if let place = bytes[range].firstInvalidUTF8 {
      problems.addInvalidUTF8(at: place, from: range.lowerBound, line: line)
      return false
    }
    if let place = bytes[range].firstIndex(of: 0) {
      problems.addNUL(at: place, from: range.lowerBound, line: line)
      return false
    }
    return true
  }

  private func cut(_ inFence: (Int) -> Bool) -> [Line] {
    var scanner = LineScanner(bytes, in: range)
    var lines: [Line] = []
    while let next = scanner.next() {
      let start = next.content.lowerBound
      let content = bytes[next.content]
      lines.append(
        Line(
          content: lines.isEmpty ? content.dropFirst(2) : content, number: line + lines.count,
          inFence: inFence(start)))
    }
    return lines
  }

  // MARK: The two forms

  private func readQuestion(
    _ lines: [Line], answer: Int, _ problems: inout ProblemList
  ) -> Note? {
    var lines = lines
    lines[answer].content = lines[answer].content.dropFirst(2)
    let body = lines[answer...]
    let run = fieldRun(in: body)
    let prompt = text(lines[..<answer])
    let text = text(body[..<run.lowerBound])
    guard !prompt.isEmpty else {
      problems.add(.emptyQuestion, line: line)
      return nil
    }
    guard !text.isEmpty else {
      let endsAtHeading =
        run.isEmpty && range.upperBound < bytes.count && bytes[range.upperBound] == .hash
      problems.add(.emptyAnswer(endedByHeading: endsAtHeading), line: lines[answer].number)
      return nil
    }
    var reader = FieldReader(cardCount: 1, takesNumbers: false)
    for line in lines[run] { reader.take(line.content, line: line.number, &problems) }
    lookForLostFields(lines[1...], run: run, body: body, &problems)
    reportInvisible(in: text, line: lines[answer].number, &problems)
    return note(.question(prompt: prompt, answer: text), reader.fields)
  }

  private func readCloze(_ lines: [Line], _ problems: inout ProblemList) -> Note? {
    let run = fieldRun(in: lines[...])
    let body = lines[..<run.lowerBound]
    let cloze: Cloze
    let raw = rawText(body)
    do {
      cloze = try Cloze(Array(raw.text))
    } catch {
      func report(_ what: DeckProblem.What, _ offset: Int) {
        let ends = raw.text.prefix(offset).count { $0 == .lineFeed }
        problems.add(what, line: raw.line + ends)
      }
      switch error {
      case .noBlank: problems.add(.clozeWithoutBlank, line: line)
      case .unbalanced(let offset): report(.unbalancedBracket, offset)
      case .nested(let offset): report(.nestedBracket, offset)
      case .empty(let offset): report(.emptyBlank, offset)
      case .tooMany: problems.add(.tooManyBlanks, line: line)
      }
      return nil
    }
    var reader = FieldReader(cardCount: cloze.blanks.count, takesNumbers: true)
    for line in lines[run] { reader.take(line.content, line: line.number, &problems) }
    lookForLostFields(lines[1...], run: run, body: lines[...], &problems)
    return note(.cloze(cloze), reader.fields)
  }

  private func note(_ body: Note.Body, _ fields: NoteFields) -> Note {
    Note(
      body: body, fields: fields, ordinal: ordinal, section: section, line: line, range: range)
  }

  // MARK: Text

  private func text(_ lines: ArraySlice<Line>) -> String { rawText(lines).text.text.trimmed }

  /// The lines joined by line feeds, without white space at the ends and without the backslashes
  /// that keep lines plain, and the number of the first line that is not blank.
  private func rawText(_ lines: ArraySlice<Line>) -> (text: ArraySlice<UInt8>, line: Int) {
    var text: [UInt8] = []
    for line in lines {
      if line.number > (lines.first?.number ?? 0) { text.append(.lineFeed) }
      text += plain(line.content)
    }
    let first = lines.first { !$0.isBlank }?.number ?? line
    return (text[...].trimmed, first)
  }

  /// A line without the leading backslash that keeps it from being a field or a marker.
  private func plain(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard content.first == .backslash else { return content }
    let rest = content.dropFirst()
    if FieldLine(rest) != nil { return rest }
    switch DeckLine(rest) {
    case .question, .answer, .cloze, .separator, .heading: return rest
    case .fence, .text: return content
    }
  }

  // MARK: Field lines

  /// The last contiguous run of field lines, empty and at the end where there is none.
  ///
  /// At most one blank line may stand before it.
  private func fieldRun(in body: ArraySlice<Line>) -> Range<Int> {
    let none = body.endIndex..<body.endIndex
    guard let last = body.dropFirst().lastIndex(where: { $0.field != nil }) else { return none }
    var start = last
    while start - 1 > body.startIndex, body[start - 1].field != nil { start -= 1 }
    if start - 1 > body.startIndex, body[start - 1].isBlank, body[start - 2].isBlank,
      start - 2 > body.startIndex
    {
      return none
    }
    return start..<last + 1
  }

  /// Says where a line was probably meant to be a field and is text.
  private func lookForLostFields(
    _ lines: ArraySlice<Line>, run: Range<Int>, body: ArraySlice<Line>,
    _ problems: inout ProblemList
  ) {
    for index in lines.indices where !run.contains(index) {
      if let field = lines[index].field?.field {
        problems.add(.fieldOutsideRun(field), line: lines[index].number)
      }
    }
    var index = run.lowerBound - 1
    if run.isEmpty {
      while index > body.startIndex, lines.indices.contains(index), lines[index].isBlank {
        index -= 1
      }
    }
    while index > body.startIndex, lines.indices.contains(index), !lines[index].isBlank {
      if !lines[index].inFence, let lost = FieldLine.nearly(lines[index].content) {
        problems.add(
          .nearlyField(written: lost.written, meant: lost.meant), line: lines[index].number)
      }
      index -= 1
    }
  }

  private func reportInvisible(in text: String, line: Int, _ problems: inout ProblemList) {
    guard let found = text.unicodeScalars.first(where: isInvisible) else { return }
    let ends = text.unicodeScalars.prefix { $0 != found }.count { $0 == "\n" }
    problems.add(.invisibleCharacter(found), line: line + ends)
  }
}

/// Whether a scalar makes two answers differ that look the same.
private func isInvisible(_ scalar: UnicodeScalar) -> Bool {
  switch scalar.value {
  case 0x00a0, 0x00ad, 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x2064, 0x2066...0x2069,
    0x3000, 0xfeff:
    true
  case _: false
  }
}
