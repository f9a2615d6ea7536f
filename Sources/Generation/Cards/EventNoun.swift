/// Nouns that name something that takes place, so that one can ask when it did.
enum EventNoun {
  /// Whether a word in the singular is one.
  static func contains(_ word: String) -> Bool {
    let word = word.lowercased()
    return words.contains(word)
  }

  private static let words: Set<String> = [
    "unification", "institution", "introduction", "construction", "invasion", "election",
    "coronation", "execution", "assassination", "foundation", "abolition", "occupation",
    "expedition", "revolution", "rebellion", "demonstration", "liberation", "reunification",
    "annexation", "partition", "destruction", "restoration", "storm", "siege", "battle", "attack",
    "raid", "massacre", "meeting", "conference", "visit", "summit", "merger", "takeover",
    "earthquake", "eruption", "flood", "famine", "fire", "explosion", "strike", "uprising",
    "revolt", "coup", "referendum", "trial", "landing", "launch", "opening", "founding", "fall",
    "surrender", "capture", "crash", "collapse", "defeat", "victory", "death", "murder",
    "wedding", "signing", "publication", "discovery", "acquisition", "purchase", "sale",
  ]
}
