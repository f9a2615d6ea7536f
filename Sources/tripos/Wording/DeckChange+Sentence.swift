import Decks

extension DeckChange {
  /// What an edit did, for the person who made it.
  var sentence: String {
    switch self {
    case .promptEdited(let card, let was): "question edited: \"\(was)\" is now \"\(card.prompt)\""
    case .answerChanged(let card, let was): "answer changed: \"\(was)\" is now \"\(card.answer)\""
    case .swapped(let one, let other):
      "swapped: \"\(one.prompt)\" and \"\(other.prompt)\""
    case .reordered(_, let section, let notes):
      "\(notes) notes of \(section.last.map { "\"\($0)\"" } ?? "the deck") stand in another order"
    case .movedToSection(let card, _):
      "moved to \(card.section.last.map { "\"\($0)\"" } ?? "the top of the deck"): \"\(card.prompt)\""
    case .movedToFile(let card, _): "moved to \(card.path): \"\(card.prompt)\""
    case .fileRenamed(let from, let to, _): "renamed: \(from) is now \(to)"
    case .sectionRenamed(_, let from, let to, _):
      "section renamed: \"\(from.last ?? "")\" is now \"\(to.last ?? "")\""
    }
  }
}
