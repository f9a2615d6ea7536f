/// How a card could be better; said by `check --style`.
package enum StyleAdvice: Hashable, Sendable {
  /// The answer holds two things that can be known one without the other.
  case twoFacts(String)
  /// Another card asks the same and expects something else.
  case severalAnswers(answer: String, other: String, at: DeckProblem.Place)
  /// Another card asks the same and expects the same: only one of them is asked.
  case repeatedCard(at: DeckProblem.Place)
  /// The prompt holds the answer's words.
  case answerInPrompt(String)
  /// A pronoun that nothing before it explains.
  case pronoun(String)
  /// The answer is long to type and to mark.
  case longAnswer(words: Int)
  /// The answer can be guessed by tossing a coin.
  case yesOrNo
  /// A date is asked and the note does not name what happened.
  case missingEvent
  /// The text of a Markdown link is a blank.
  case linkIsBlank(String)
}

/// Advice on how the cards of a home are written.
///
/// - Parameter decks: all decks of the home, sorted by path.
/// - Returns: advice in the order of files and lines, each piece once a note.
package func styleAdvice(_ decks: [Deck]) -> [DeckProblem] {
  var prompts: [String: (answer: String, place: DeckProblem.Place)] = [:]
  var found: [DeckProblem] = []
  for deck in decks {
    for note in deck.notes {
      var advice: [StyleAdvice] = []
      for card in deck.cards(of: note) {
        let place = DeckProblem.Place(path: deck.path, line: note.line)
        let asked = CardStyle.bare(card.prompt)
        if let other = prompts[asked] {
          let isSame = foldedName(other.answer) == foldedName(card.answer)
          advice.append(
            isSame
              ? .repeatedCard(at: other.place)
              : .severalAnswers(answer: card.answer, other: other.answer, at: other.place))
        } else {
          prompts[asked] = (card.answer, place)
        }
        advice += CardStyle(card: card, frontMatter: deck.frontMatter).advice
      }
      if case .cloze(let cloze) = note.body {
        advice += cloze.blanks.filter(\.isLink).map { .linkIsBlank($0.answer) }
      }
      var said = Set<StyleAdvice>()
      for piece in advice where said.insert(piece).inserted {
        found.append(
          DeckProblem(
            path: deck.path, line: note.line, what: .style(piece),
            text: deck.firstLine(of: note)))
      }
    }
  }
  return found
}
