/// Nouns that name something that takes place, so that one can ask when it did.
enum EventNoun {
  /// Whether a word in the singular is one.
  static func contains(_ word: String) -> Bool {
    let word = word.lowercased()
    return words.contains(word) || word.hasSuffix("s") && words.contains(String(word.dropLast()))
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
    "warfare", "report", "speech", "declaration", "statement", "establishment", "creation",
    "formation", "dissolution", "completion", "inauguration", "independence", "shooting", "killing",
    "hijacking", "fighting", "campaign", "operation", "protest", "riot", "blockade", "bombing",
    "offensive", "retreat", "negotiation", "exhibition", "premiere", "performance", "journey",
    "voyage", "flight", "march", "crossing", "outbreak", "epidemic", "drought", "hurricane",
    "typhoon", "tsunami", "accident", "disaster", "scandal", "boycott", "ceremony", "festival",
    "congress", "reform", "purge", "mutiny", "ambush", "hearing", "sinking", "bankruptcy",
    "wedding", "signing", "publication", "discovery", "acquisition", "purchase", "sale",
  ]
}
