import Decks

/// Writes decks in GIFT: one question for each card.
enum GIFTWriter {
  static func text(_ decks: [Deck]) -> String {
    var text = ""
    for deck in decks {
      var category: [String]?
      for note in deck.notes {
        let path = [deck.name] + deck.sections[note.section].path
        if path != category {
          category = path
          text += "$CATEGORY: \(GIFTCategory.write(path))\n\n"
        }
        for question in questions(note) { text += question.text + "\n" }
      }
    }
    return text
  }

  private static func questions(_ note: Note) -> [GIFTQuestion] {
    let source = NoteSource(note)
    return note.fields.answers.indices.map { index in
      let also = note.fields.answers[index].also
      var question: GIFTQuestion
      switch note.body {
      case .question(let prompt, let answer):
        question = GIFTQuestion(stem: prompt, answer: .short([answer] + also))
      case .cloze(let cloze):
        let parts = cloze.parts(asking: index)
        question = GIFTQuestion(
          stem: parts.before, answer: .short([cloze.blanks[index].answer] + also))
        question.tail = parts.after
        question.isMissingWord = true
      }
      question.comments = GIFTComments.lines(source, answer: index)
      question.feedback = note.fields.why
      question.isPlain = true
      return question
    }
  }
}
