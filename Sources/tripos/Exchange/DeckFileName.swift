/// File names for decks.
enum DeckFileName {
  /// The path of the file for a deck of some name in a folder: letters and digits in lower case,
  /// dashes for the rest, so that a name leads nowhere else.
  ///
  /// - Parameters:
  ///   - name: the deck's name.
  ///   - folder: the folder of decks.
  /// - Returns: the path.
  /// - Throws: `Failure` where the name has no letter or digit, or too many.
  static func path(for name: String, in folder: String) throws -> String {
    let file = name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
      .split(separator: "-").map { String($0) }.joined(separator: "-")
    guard !file.isEmpty, file.utf8.count <= 200 else {
      throw Failure(
        .badInput("\"\(name)\" is no name for a deck.", mend: "Name the deck with --to NAME."))
    }
    return "\(folder)/\(file).md"
  }
}
