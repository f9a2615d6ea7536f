/// A command line as it was typed into bash, up to the cursor.
struct BashLine: Hashable, Sendable {
  /// The words before the one at the cursor, without their quotation marks; the command first.
  private(set) var words: [String] = []
  /// The word at the cursor without quotation marks; empty after a space.
  private(set) var current = ""
  /// The quotation mark that is open at the cursor.
  private(set) var openQuote: Character?

  init(_ text: String) {
    var isWord = false
    var isEscaped = false
    for character in text {
      if isEscaped {
        // Between double marks a backslash stands for itself before most characters.
        if openQuote == "\"" && !"\"\\$`".contains(character) { current.append("\\") }
        current.append(character)
        isEscaped = false
      } else if character == "\\" && openQuote != "'" {
        isEscaped = true
        isWord = true
      } else if let quote = openQuote {
        if character == quote { openQuote = nil } else { current.append(character) }
      } else if character == "\"" || character == "'" {
        openQuote = character
        isWord = true
      } else if character == " " || character == "\t" {
        if isWord { words.append(current) }
        current = ""
        isWord = false
      } else {
        current.append(character)
        isWord = true
      }
    }
  }

  /// What bash is to put in place of a piece of the current word.
  ///
  /// Bash takes words apart at colons and equals signs, and keeps an open quotation mark to itself.
  ///
  /// - Parameters:
  ///   - word: the whole word that is meant.
  ///   - piece: what bash replaces, as typed.
  /// - Returns: the part of the word from there on, with the characters escaped that need it.
  func replacement(for word: String, of piece: String) -> String {
    let kept = max(0, current.count - unquoted(piece).count)
    let rest = word.dropFirst(kept)
    switch openQuote {
    case "'": return String(rest).replacing("'", with: "'\\''")
    case "\"": return escaped(rest) { "\"\\$`".contains($0) }
    case _:
      return escaped(rest) { character in
        !(character.isLetter || character.isNumber || "-_./,+@%…–—".contains(character))
      }
    }
  }

  private func unquoted(_ piece: String) -> String {
    if openQuote == "'" { return piece }
    var line = BashLine((openQuote.map { String($0) } ?? "") + piece)
    // A piece may hold a space where its mark is open only.
    if let first = line.words.first { line.current = first + " " + line.current }
    return line.current
  }

  private func escaped(_ text: Substring, where isSpecial: (Character) -> Bool) -> String {
    text.reduce(into: "") { result, character in
      if isSpecial(character) { result.append("\\") }
      result.append(character)
    }
  }
}
