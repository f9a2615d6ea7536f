extension Deck {
  /// The cards of all notes in the file's order, with the keys they have in a home of their own.
  ///
  /// In a home of several decks the keys are `homeCards`' matter.
  package var cards: [Card] { homeCards([self]) }

  /// The cards of a note, one for each question it can ask.
  ///
  /// The key is the one of a prompt that no other card of the home shares.
  package func cards(of note: Note) -> [Card] {
    zip(questions(of: note), note.fields.answers.indices).map { question, index in
      let fields = note.fields.answers[index]
      var event = fields.event
      if event == nil, question.kind == .date, case .cloze(let cloze) = note.body {
        event = EventPhrase.make(cloze, asking: index)
      }
      let key =
        note.fields.id.map { CardKey.make(id: $0, blank: question.blank) }
        ?? CardKey.make(prompt: question.prompt)
      return Card(
        key: key, deck: name, path: path, line: note.line, note: note.ordinal,
        section: sections[note.section].path, prompt: question.prompt, blank: question.blank,
        answer: question.answer, also: fields.also, kind: question.kind, event: event,
        why: note.fields.why, source: note.fields.source, tags: note.fields.tags)
    }
  }

  /// What a note asks, without what is only said after the answer.
  func questions(of note: Note) -> [Question] {
    let isCloze = if case .cloze = note.body { true } else { false }
    return note.asked.enumerated().map { index, asked in
      let kind =
        note.fields.answers[index].kind
        ?? KindInference.kind(
          answer: asked.answer, prompt: asked.prompt, frontMatter: frontMatter)
      return Question(
        prompt: asked.prompt, blank: isCloze ? index + 1 : nil, answer: asked.answer, kind: kind)
    }
  }

  /// The text of a note as it stands in the file, without the lines after it that say nothing.
  package func source(of note: Note) -> String { bytes[note.range].trimmed.text }
}

extension Note {
  /// What each of its cards asks and expects, in order.
  fileprivate var asked: [(prompt: String, answer: String)] {
    switch body {
    case .question(let prompt, let answer): [(prompt, answer)]
    case .cloze(let cloze):
      cloze.blanks.indices.map { (cloze.prompt(asking: $0), cloze.blanks[$0].answer) }
    }
  }

  /// The keys that each of its cards may have where the note has no `Id:`.
  package var keys: [CardKey.Pair] {
    asked.map { CardKey.Pair(prompt: $0.prompt, answer: $0.answer) }
  }
}

/// A card's question, before its key is known.
struct Question: Hashable, Sendable {
  var prompt: String
  var blank: Int?
  var answer: String
  var kind: CardKind
}
