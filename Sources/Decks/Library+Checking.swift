import Files

extension Library {
  /// What `check` says of the library's decks as they are on disk now.
  ///
  /// - Parameter style: whether advice on style is wanted too.
  /// - Returns: the problems in the order of files and lines, what cannot be read among them;
  ///   advice comes last.
  package func problems(style: Bool = false) -> [DeckProblem] {
    var read: [Deck] = []
    var errors = failures
    for deck in decks {
      do {
        let bytes = try readFile(deck.path, limit: Deck.Limit.file).bytes
        read.append(Deck.parse(bytes: bytes, path: deck.path))
      } catch { errors.append(error) }
    }
    let unreadable = errors.map {
      DeckProblem(path: $0.path, line: 1, what: .unreadable($0), text: "")
    }
    return unreadable + check(read) + (style ? styleAdvice(read) : [])
  }
}
