/// Which tokens of two phrases agree.
struct TokenMatch: Sendable {
  /// Positions in the expected tokens that the typed ones have.
  var matched: [Int] = []
  /// Positions in the expected tokens that they lack.
  var missing: [Int] = []
  /// Positions in the typed tokens that are not expected.
  var extra: [Int] = []
  /// Letters off in the matched ones.
  var slips = 0
  /// What a typed word that was taken for a slip is, where it is a word of its own.
  var otherWord: Marker.OtherWord?
}

extension Marker {
  /// Pairs the tokens of two phrases, in any order, exact ones first.
  ///
  /// - Parameters:
  ///   - typed: the answer's tokens.
  ///   - expected: the tokens of the right answer.
  ///   - governs: whether a typed word, the name of a capital, stands for its state here.
  /// - Returns: which of them agree.
  func match(
    _ typed: Tokens, with expected: Tokens, governs: (String) -> Bool = { _ in false }
  ) -> TokenMatch {
    var match = TokenMatch()
    var free = Array(typed.all.indices)
    for position in expected.all.indices {
      let token = expected.all[position]
      let same =
        free.firstIndex { typed.all[$0] == token }
        ?? (token.hasPrefix("@")
          ? free.firstIndex {
            isCapital(typed.sources[$0], of: token) && governs(typed.sources[$0])
          }
          : nil)
      if let found = same {
        match.matched.append(position)
        free.remove(at: found)
      } else {
        match.missing.append(position)
      }
    }
    // What is left may be spelled otherwise; numbers and states never.
    var missing: [Int] = []
    for position in match.missing {
      let word = expected.sources[position]
      let found = free.firstIndex { isSpelling(typed.sources[$0], typed.all[$0], of: word) != nil }
      guard let found, !isStrict(expected.all[position]) else {
        missing.append(position)
        continue
      }
      let source = typed.sources[free[found]]
      match.slips += isSpelling(source, typed.all[free[found]], of: word) ?? 0
      if Stem.root(source) != Stem.root(word) {
        match.otherWord = match.otherWord ?? otherWord(source, than: [word])
      }
      match.matched.append(position)
      free.remove(at: found)
    }
    match.missing = missing
    match.extra = free
    return match
  }

  /// Whether a word is the capital of the state that a token is of.
  private func isCapital(_ word: String, of token: String) -> Bool {
    guard let states, word.utf8.count > 3 else { return false }
    return states.lookup([word][...]).contains {
      $0.naming == .capital && "@\(states.states[$0.state].id)" == token
    }
  }

  /// Letters off between two spellings of a word; `nil` for two words.
  private func isSpelling(_ typed: String, _ token: String, of word: String) -> Int? {
    guard !isStrict(token), min(typed.utf8.count, word.utf8.count) >= 4 else { return nil }
    if Romanisation.key(typed, .european) == Romanisation.key(word, .european) { return 0 }
    if min(typed.utf8.count, word.utf8.count) >= 5,
      Romanisation.key(typed, .turkish) == Romanisation.key(word, .turkish)
    {
      return 0
    }
    if Stem.root(typed) == Stem.root(word) { return 1 }
    return Slip.distance(typed, word, limit: Slip.allowance(length: word.utf8.count))
  }

  private func isStrict(_ token: String) -> Bool {
    token.hasPrefix("#") || token.hasPrefix("@") || StrictWords.all.contains(token)
  }
}

/// Words that tell two names apart and are never a slip of one another.
enum StrictWords {
  static let all: Set<String> = [
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "upper",
    "lower", "old", "new", "anti", "non", "counter", "pro", "neo", "pre", "post", "inter",
    "intra", "not", "no", "never", "male", "female", "maximum", "minimum", "former", "latter",
    "vice", "deputy", "assistant", "acting", "ex",
  ]

  /// Words that make another office of one.
  static let offices: Set<String> = ["vice", "deputy", "assist", "help", "act", "former", "ex"]

  /// Prefixes that turn a term into its opposite where only one side has them.
  static let reversing: Set<String> = [
    "anti", "non", "not", "no", "counter", "neo", "post", "pre", "pro",
  ]
}
