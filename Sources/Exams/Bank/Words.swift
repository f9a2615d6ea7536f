/// The words of a text as questions are compared: lower case, without accents of case or marks.
enum Words {
  /// All words in their order, lower case; letters, digits and inner apostrophes make a word.
  static func all(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  /// The stems of the words that say something: no function words, no endings.
  static func content(_ text: String) -> Set<String> { content(of: all(text)) }

  /// The stems of those words that say something.
  static func content(of words: [String]) -> Set<String> {
    Set(words.filter { !function.contains($0) && $0.utf8.count > 1 }.map(stem))
  }

  /// Whether a phrase stands in a text as whole words.
  static func contains(_ phrase: String, in text: String) -> Bool {
    contains(all(phrase), in: all(text))
  }

  /// Whether some words stand among others, one after the other.
  static func contains(_ wanted: [String], in words: [String]) -> Bool {
    guard let first = wanted.first, words.count >= wanted.count else { return false }
    for start in 0...(words.count - wanted.count) where words[start] == first {
      if words[start..<start + wanted.count].elementsEqual(wanted) { return true }
    }
    return false
  }

  /// A word without its commonest English endings, so that "announced" meets "announcement".
  static func stem(_ word: String) -> String {
    guard word.count > 4, !word.contains(where: \.isNumber) else { return word }
    for ending in endings where word.hasSuffix(ending) && word.count - ending.count >= 4 {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  private static let endings = [
    "ations", "ation", "ements", "ement", "ments", "ment", "ions", "ion", "ings", "ing", "ers",
    "er", "ed", "es", "s", "e",
  ]

  /// Words of grammar, and the words that questions are made of.
  static let function: Set<String> = [
    "a", "about", "according", "after", "against", "all", "also", "among", "an", "and", "any",
    "are", "article", "as", "at", "away", "be", "became", "become", "been", "before", "being",
    "besides", "between", "both", "but", "by", "call", "called", "can", "could", "date", "day",
    "decade", "did", "do", "does", "done", "during", "each", "for", "from", "give", "given", "had",
    "has", "have", "he", "her", "him", "his", "how", "in", "into", "is", "it", "its", "just",
    "kind", "made", "make", "many", "may", "might", "month", "most", "much", "must", "name", "no",
    "not", "of", "off", "on", "one", "only", "or", "other", "out", "over", "own", "part", "s",
    "same", "she", "should", "since", "so", "some", "such", "take", "than", "that", "the", "their",
    "them", "then", "there", "these", "they", "this", "those", "through", "time", "to", "took",
    "two", "under", "up", "upon", "was", "were", "what", "when", "where", "which", "while", "who",
    "whom", "whose", "why", "will", "with", "would", "year",
  ]
}
