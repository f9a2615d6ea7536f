extension DeckChange {
  /// What happened, as a sentence for the person who edited the decks.
  package var sentence: String {
    switch self {
    case .promptEdited(let card, _):
      "\(place(card)): the question was reworded: \(quoted(card.prompt))"
    case .answerChanged(let card, let was):
      "\(place(card)): the answer is now \(quoted(card.answer)), it was \(quoted(was))"
    case .swapped(let first, let second):
      "\(place(first)): two notes changed places: \(quoted(first.prompt)) and "
        + quoted(second.prompt)
    case .reordered(let path, let section, let notes):
      "\(path)\(named(section)): \(notes) notes stand in another order"
    case .movedToSection(let card, let from):
      "\(card.path): \(quoted(card.prompt)) moved from \(title(from)) to \(title(card.section))"
    case .movedToFile(let card, let from):
      "\(quoted(card.prompt)) moved from \(from) to \(card.path)"
    case .fileRenamed(let from, let to, let cards):
      "\(from) is now \(to) (\(count(cards)))"
    case .sectionRenamed(let path, let from, let to, let cards):
      "\(path): the section \(title(from)) is now \(title(to)) (\(count(cards)))"
    }
  }

  private func place(_ card: KnownCard) -> String { card.path + named(card.section) }

  private func named(_ section: [String]) -> String {
    section.isEmpty ? "" : ", " + section.joined(separator: " / ")
  }

  private func title(_ section: [String]) -> String {
    section.isEmpty ? "the beginning" : quoted(section.joined(separator: " / "))
  }

  private func count(_ cards: Int) -> String { cards == 1 ? "1 card" : "\(cards) cards" }

  private func quoted(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "\"" + (line.count > 70 ? line.prefix(69) + "…" : line) + "\""
  }
}
