/// The colours of Anki's flags, which here are a doubt in words.
enum FlagColour {
  private static let names = [
    "red", "orange", "green", "blue", "pink", "turquoise", "purple",
  ]

  /// What a card with a flag is flagged for here: `green flag in Anki`.
  ///
  /// - Parameter number: 1 to 7.
  /// - Returns: the words.
  static func words(_ number: Int) -> String { "\(names[(number - 1) % names.count]) flag in Anki" }

  /// The number of the flag for a doubt: its own where it came from Anki, else red.
  static func number(_ why: String) -> Int {
    let colour = names.firstIndex { why == "\($0) flag in Anki" } ?? 0
    return colour + 1
  }
}
