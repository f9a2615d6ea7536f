import Decks

/// Writes decks for Quizlet: a line for each card, the question, a tab, the answer.
enum QuizletWriter {
  static func text(_ decks: [Deck]) -> String {
    var text = ""
    for deck in decks {
      for note in deck.notes {
        for card in deck.cards(of: note) {
          let question = card.prompt.replacing(Cloze.mark, with: "_____")
          text += "\(oneLine(question))\t\(oneLine(card.answer))\n"
        }
      }
    }
    return text
  }

  /// The text on one line: there are no quotation marks that would keep lines together.
  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
