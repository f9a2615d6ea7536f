/// What is remembered of a card that has a history, to know it again after an edit.
package struct KnownCard: Hashable, Sendable {
  package var key: String
  /// The deck's name.
  package var deck: String
  /// The deck file's path.
  package var path: String
  /// The headings above, outermost first.
  package var section: [String]
  /// The position of the note in its file, counted from 0.
  package var place: Int
  /// The blank's number, counted from 1; `nil` for a `Q:` note.
  package var blank: Int?
  package var prompt: String
  package var answer: String

  package init(
    key: String, deck: String, path: String, section: [String], place: Int, blank: Int? = nil,
    prompt: String, answer: String
  ) {
    self.key = key
    self.deck = deck
    self.path = path
    self.section = section
    self.place = place
    self.blank = blank
    self.prompt = prompt
    self.answer = answer
  }

  /// What is to be remembered of a card.
  package init(_ card: Card) {
    self.init(
      key: card.key, deck: card.deck, path: card.path, section: card.section, place: card.note,
      blank: card.blank, prompt: card.prompt, answer: card.answer)
  }

  /// The note's `Id:` where this is a blank of a note that has one.
  var idOfBlanks: String? {
    guard let blank, !key.hasPrefix("h1-"), key.hasSuffix(".\(blank)") else { return nil }
    return String(key.dropLast(String(blank).count + 1))
  }
}
