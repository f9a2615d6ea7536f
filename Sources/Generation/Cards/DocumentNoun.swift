/// Nouns that name a text that is called by its date: "the Edict of 1598".
enum DocumentNoun {
  /// Whether a word is one.
  static func contains(_ word: String) -> Bool { words.contains(word.lowercased()) }

  private static let words: Set<String> = [
    "act", "treaty", "edict", "convention", "declaration", "agreement", "constitution", "statute",
    "law", "accord", "protocol", "charter", "proclamation", "ordinance", "concordat", "pact",
    "decree", "amendment", "report", "statement", "speech", "bill", "bull", "code", "directive",
  ]
}
