/// One prompt with one expected answer.
package struct Card: Hashable, Sendable {
  /// The stable name of the card in the journal.
  package var key: String
  /// The deck's name, which several files may share.
  package var deck: String
  /// The deck file's path.
  package var path: String
  /// The first line of the note, counted from 1.
  package var line: Int
  /// The position of the note in its file, counted from 0: cards of one note are siblings.
  package var note: Int
  /// The headings above the note, outermost first; empty before the first heading.
  package var section: [String]
  /// What is asked: in a cloze the asked blank is `[…]` and the others are filled.
  package var prompt: String
  /// The blank's number, counted from 1, and where `[…]` stands in the prompt; `nil` for `Q:`.
  package var blank: Int?
  /// The expected answer.
  package var answer: String
  /// Other answers that are as right.
  package var also: [String]
  package var kind: CardKind
  /// What happened, in a phrase without its date.
  package var event: String?
  package var why: String?
  package var source: String?
  package var tags: [String]

  package init(
    key: String, deck: String, path: String, line: Int, note: Int, section: [String],
    prompt: String, blank: Int? = nil, answer: String, also: [String] = [], kind: CardKind,
    event: String? = nil, why: String? = nil, source: String? = nil, tags: [String] = []
  ) {
    self.key = key
    self.deck = deck
    self.path = path
    self.line = line
    self.note = note
    self.section = section
    self.prompt = prompt
    self.blank = blank
    self.answer = answer
    self.also = also
    self.kind = kind
    self.event = event
    self.why = why
    self.source = source
    self.tags = tags
  }
}
