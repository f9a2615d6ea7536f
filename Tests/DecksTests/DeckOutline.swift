@testable import Decks

/// A deck from text, as a test writes it.
func deck(_ text: String, path: String = "deck.md") -> Deck {
  Deck.parse(bytes: Array(text.utf8), path: path)
}

/// Everything that a deck yields, one line for each card and problem.
func outline(_ deck: Deck) -> String {
  let cards = deck.cards.map { card in
    var parts = ["\(card.line)/\(card.note)"]
    if !card.section.isEmpty { parts.append("§\(card.section.joined(separator: " > "))") }
    parts.append(card.kind.rawValue)
    if let blank = card.blank { parts.append("blank \(blank)") }
    parts.append("\(card.prompt.debugDescription) → \(card.answer.debugDescription)")
    if !card.also.isEmpty { parts.append("also \(card.also)") }
    if let event = card.event { parts.append("event \(event.debugDescription)") }
    if let why = card.why { parts.append("why \(why.debugDescription)") }
    if let source = card.source { parts.append("source \(source.debugDescription)") }
    if !card.tags.isEmpty { parts.append("tags \(card.tags)") }
    if !card.key.hasPrefix("h1-") { parts.append("key \(card.key)") }
    return parts.joined(separator: " | ")
  }
  let problems = deck.problems.map { "\($0.place.line): \($0.severity) \($0.what)" }
  return (cards + problems).joined(separator: "\n")
}
