import Decks

/// Makes notes of the questions of a GIFT file.
struct GIFTReader {
  private var notes: [FoundNote] = []
  private var skipped: [Skipped] = []
  private var category: [String] = []
  private var choices = 0
  private var tolerances = 0
  private var partial = 0

  /// Reads a text.
  ///
  /// - Parameter text: UTF-8.
  /// - Returns: what was found.
  static func read(_ text: [UInt8]) -> Findings {
    var reader = GIFTReader()
    var scanner = GIFTScanner(text.text)
    while let item = scanner.next() {
      switch item {
      case .category(let path): reader.category = GIFTCategory.read(path)
      case .question(let question, let line): reader.take(question, line: line)
      case .fault(let reason, let line, let text):
        reader.skipped.append(Skipped(.line(line), reason, excerpt: text))
      }
    }
    return reader.findings
  }

  private var findings: Findings {
    var findings = Findings()
    var deck = FoundDeck()
    // A name above all questions is the deck's.
    if let first = notes.first?.section.first,
      notes.allSatisfy({ $0.section.first == first })
    {
      deck.name = first
      deck.notes = notes.map { note in
        FoundNote(place: note.place, section: Array(note.section.dropFirst()), note: note.note)
      }
    } else {
      deck.notes = notes
    }
    findings.decks = deck.notes.isEmpty ? [] : [deck]
    findings.skipped = skipped
    if choices > 0 { findings.remarks.append(.wrongOptionsLeft(choices)) }
    if tolerances > 0 { findings.remarks.append(.tolerancesLeft(tolerances)) }
    if partial > 0 { findings.remarks.append(.partialAnswersLeft(partial)) }
    return findings
  }

  private mutating func take(_ question: GIFTQuestion, line: Int) {
    func skip(_ reason: SkipReason) {
      skipped.append(Skipped(.line(line), reason, excerpt: question.stem))
    }
    if question.hasPartialAnswers { partial += 1 }
    switch question.answer {
    case .short(let answers):
      guard !answers.isEmpty else { return skip(.noRightAnswer) }
      add(question, answers, line)
    case .choice(let options):
      let right = options.filter(\.isRight).map(\.text)
      guard !right.isEmpty else { return skip(.noRightAnswer) }
      var asked = question
      if Self.needsOptions(question.stem) {
        asked.stem = "\(asked.stem.trimmed)\n\(Self.list(options.map(\.text)))"
      } else {
        choices += 1
      }
      add(asked, right.count > 1 ? [Self.list(right)] : right, line)
    case .truth(let isTrue):
      var asked = question
      asked.stem = "True or false? " + question.stem.trimmed
      asked.tail = ""
      add(asked, [isTrue ? "true" : "false"], line)
    case .number(let number, let tolerance):
      if let tolerance, Double(tolerance) != 0 { tolerances += 1 }
      add(question, [number], line)
    case .range: skip(.numberRange)
    case .matching(let pairs):
      for pair in pairs where !pair.left.isEmpty {
        var asked = question
        let stem = question.stem.trimmed
        asked.stem = stem.isEmpty ? pair.left : "\(stem)\n\(pair.left)"
        asked.tail = ""
        add(asked, [pair.right], line)
      }
    case .essay: skip(.essay)
    case .description: skip(.description)
    }
  }

  private static func list(_ items: [String]) -> String {
    items.map { "- \($0)" }.joined(separator: "\n")
  }

  /// Whether a question cannot be answered by who does not see what there is to choose from.
  private static func needsOptions(_ stem: String) -> Bool {
    let folded = stem.lowercased()
    return ["of the following", "of these", "which statement", "which sentence"].contains {
      folded.contains($0)
    }
  }

  private mutating func add(_ question: GIFTQuestion, _ answers: [String], _ line: Int) {
    let lines = GIFTComments(question.comments)
    guard let first = answers.first, !first.trimmed.isEmpty else {
      skipped.append(Skipped(.line(line), .noAnswer, excerpt: question.stem))
      return
    }
    var note: NoteSource
    if lines.isCloze || !question.tail.isEmpty {
      let sentence = GIFTCloze(before: question.stem, answer: first, tail: question.tail)
      if !lines.isNewNote, join(sentence, lines, answers) { return }
      note = NoteSource(.cloze(sentence.source))
    } else {
      note = NoteSource(prompt: question.stem.trimmed, answer: first)
    }
    note.answers = [lines.answer(also: Array(answers.dropFirst()))]
    note.why = question.feedback
    note.source = lines.source
    note.tags = lines.tags
    note.id = lines.id
    notes.append(FoundNote(place: .line(line), section: category, note: note))
  }

  /// Adds a blank to the sentence before, where it is the same sentence with another blank.
  private mutating func join(
    _ sentence: GIFTCloze, _ lines: GIFTComments, _ answers: [String]
  ) -> Bool {
    guard lines.isCloze, let last = notes.indices.last, notes[last].section == category,
      case .cloze(let source) = notes[last].note.body,
      let joined = sentence.joined(to: source)
    else { return false }
    let count = GIFTCloze.blankCount(source)
    notes[last].note.body = .cloze(joined)
    while notes[last].note.answers.count < count {
      notes[last].note.answers.append(NoteFields.Answer())
    }
    notes[last].note.answers.append(lines.answer(also: Array(answers.dropFirst())))
    return true
  }
}
