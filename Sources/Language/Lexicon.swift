/// What WordNet knows of words and names, as features for the models.
package struct Lexicon: Sendable, Equatable {
  /// The word classes that WordNet lists for a word: 1 noun, 2 verb, 4 adjective, 8 adverb.
  package let wordClasses: WordTable
  /// The named individuals that WordNet lists, word by word.
  ///
  /// A value of `Name.continues` says that a longer name begins with these words; the bits
  /// below hold one more than the type of the name that ends here, or 0.
  package let names: WordTable

  /// The parts of a value in `names`.
  package enum Name {
    /// The bit of a sequence that a longer name begins with.
    package static let continues = 16
    /// The bits of a complete name: its type, and one more.
    package static let kind = 15
    /// The longest name, in words.
    package static let longest = 8
  }

  package init(wordClasses: WordTable, names: WordTable) {
    self.wordClasses = wordClasses
    self.names = names
  }

  /// The hash of a name that begins with a word.
  package static func name(startingWith word: UInt64) -> UInt64 { Hashing.pair(word, 1) }

  /// The hash of a name that goes on with a word.
  package static func name(_ name: UInt64, followedBy word: UInt64) -> UInt64 {
    Hashing.finish(Hashing.pair(name, word))
  }

  /// Whether a word is listed, and not as a name.
  ///
  /// - Parameter word: the word in lower case.
  /// - Returns: whether it is a common word.
  package func isCommonWord(_ word: String) -> Bool {
    let hash = Hashing.bytes(word.utf8)
    return wordClasses[hash] > 0 && names[Lexicon.name(startingWith: hash)] & Name.kind == 0
  }

  /// What is known of a word's classes.
  ///
  /// - Parameter word: the word in lower case.
  /// - Returns: its own bits, those of its likely base form times 16, and which ending was taken
  ///   off, times 256.
  func classes(of word: [UInt8]) -> Int {
    let own = wordClasses[Hashing.bytes(word)]
    let count = word.count
    guard count > 3, let last = word.last else { return own }
    switch last {
    case UInt8(ascii: "s"):
      var base = wordClasses[Hashing.bytes(word.dropLast())]
      if word[count - 2] == UInt8(ascii: "e") {
        base |= wordClasses[Hashing.bytes(word.dropLast(2))]
        if word[count - 3] == UInt8(ascii: "i") {
          base |= wordClasses[Hashing.bytes(word.dropLast(3) + [UInt8(ascii: "y")])]
        }
      }
      return own | base << 4 | 1 << 8
    case UInt8(ascii: "d") where word[count - 2] == UInt8(ascii: "e"):
      var base = bases(of: word.dropLast(2))
      if word[count - 3] == UInt8(ascii: "i") {
        base |= wordClasses[Hashing.bytes(word.dropLast(3) + [UInt8(ascii: "y")])]
      }
      return own | base << 4 | 2 << 8
    case UInt8(ascii: "g") where count > 4 && word[count - 3] == UInt8(ascii: "i"):
      return own | bases(of: word.dropLast(3)) << 4 | 3 << 8
    default:
      return own
    }
  }

  /// The classes of the words that a stem before -ed or -ing can stand for.
  private func bases(of stem: ArraySlice<UInt8>) -> Int {
    var base = wordClasses[Hashing.bytes(stem)]
    base |= wordClasses[Hashing.bytes(stem + [UInt8(ascii: "e")])]
    if let last = stem.last, stem.dropLast().last == last {
      base |= wordClasses[Hashing.bytes(stem.dropLast())]
    }
    return base
  }
}
