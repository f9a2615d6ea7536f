extension StyleAdvice {
  /// What could be better, as a clause, and how, as a sentence.
  package var words: (what: String, mend: String) {
    switch self {
    case .twoFacts(let second):
      (
        "the answer holds two facts; the second is \"\(second)\"",
        "Make two cards of it: each half is forgotten by itself."
      )
    case .severalAnswers(let answer, let other, let place):
      (
        "\"\(answer)\" is expected here, and \"\(other)\" to the same question at "
          + "\(place.path):\(place.line)",
        "Say in each question what tells them apart."
      )
    case .repeatedCard(let place):
      (
        "the same card stands at \(place.path):\(place.line)",
        "Delete one: only the first is asked."
      )
    case .answerInPrompt(let answer):
      ("the question holds the answer's words: \"\(answer)\"", "Ask without them.")
    case .pronoun(let word):
      (
        "nothing in the question says what \"\(word)\" stands for",
        "Name it: cards are asked in any order."
      )
    case .longAnswer(let words):
      (
        "the answer has \(words) words; more than 12 are hard to type and to mark",
        "Ask for its point, and keep the rest for a line \"Why:\"."
      )
    case .yesOrNo:
      ("the answer is yes or no, which can be guessed", "Ask who, when, how many or why instead.")
    case .missingEvent:
      (
        "a date is asked, and no line says what happened then",
        "Add a line \"Event: …\" with the event in a phrase without its date."
      )
    case .linkIsBlank(let text):
      (
        "the text of a link is a blank: \"\(text)\"",
        "Write \"\\[\" and \"\\]\" if it is not to be asked."
      )
    }
  }
}
