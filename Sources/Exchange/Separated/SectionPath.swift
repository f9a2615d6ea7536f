import Decks

/// The titles above a note in one cell: `Aid / Weapons`.
///
/// A slash between spaces within a title gets a backslash.
enum SectionPath {
  static func write(_ path: [String]) -> String {
    path.map { $0.replacing(" / ", with: " \\/ ") }.joined(separator: " / ")
  }

  static func read(_ text: String) -> [String] {
    text.split(separator: " / ").map { $0.replacing(" \\/ ", with: " / ").trimmed }
      .filter { !$0.isEmpty }
  }
}
