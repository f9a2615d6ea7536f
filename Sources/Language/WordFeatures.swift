/// What the models see of one word: hashes of its forms, and what the lexicon knows.
package struct WordFeatures: Sendable, Equatable {
  /// The word with its capitals.
  package var cased: UInt64 = 1
  /// The word in lower case.
  package var word: UInt64 = 2
  /// The last one to five bytes in lower case; shorter words have themselves.
  package var suffix1: UInt64 = 3
  package var suffix2: UInt64 = 3
  package var suffix3: UInt64 = 3
  package var suffix4: UInt64 = 3
  package var suffix5: UInt64 = 3
  /// The first one to three bytes in lower case.
  package var prefix1: UInt64 = 4
  package var prefix2: UInt64 = 4
  package var prefix3: UInt64 = 4
  /// The kinds of its characters.
  package var shape: UInt64 = 5
  /// The word classes that WordNet lists.
  package var classes: UInt64 = 6
  /// Which name of WordNet the word is a part of, and where in it.
  package var listedName: UInt64 = 7
  /// Whether it begins with a capital.
  package var isCapitalised = false

  /// What stands before the first word and behind the last one.
  package static let outside = WordFeatures()

  private init() {}

  /// The features of a word alone; `listedName` is found by `words(_:lexicon:)`.
  private init(_ normal: Normaliser, lexicon: Lexicon) {
    let lower = normal.lower
    cased = Hashing.bytes(normal.cased)
    word = Hashing.bytes(lower)
    suffix1 = Hashing.bytes(lower.suffix(1))
    suffix2 = Hashing.bytes(lower.suffix(2))
    suffix3 = Hashing.bytes(lower.suffix(3))
    suffix4 = Hashing.bytes(lower.suffix(4))
    suffix5 = Hashing.bytes(lower.suffix(5))
    prefix1 = Hashing.bytes(lower.prefix(1))
    prefix2 = Hashing.bytes(lower.prefix(2))
    prefix3 = Hashing.bytes(lower.prefix(3))
    shape = Hashing.bytes(normal.shape)
    classes = Hashing.number(lexicon.classes(of: lower))
    isCapitalised = normal.isCapitalised
  }

  /// The features of the words of a sentence.
  ///
  /// - Parameters:
  ///   - forms: the UTF-8 bytes of each word.
  ///   - lexicon: what is known of words.
  /// - Returns: one for each word.
  package static func words<Form: Collection<UInt8>>(
    _ forms: some Sequence<Form>, lexicon: Lexicon
  ) -> [WordFeatures] {
    var normaliser = Normaliser()
    var words: [WordFeatures] = []
    for form in forms {
      normaliser.read(form)
      words.append(WordFeatures(normaliser, lexicon: lexicon))
    }
    markListedNames(&words, lexicon.names)
    return words
  }

  /// Marks the longest listed names from left to right, where a capital begins them.
  private static func markListedNames(_ words: inout [WordFeatures], _ names: WordTable) {
    var start = 0
    while start < words.count {
      var end = start
      var kind = 0
      if words[start].isCapitalised {
        var name = Lexicon.name(startingWith: words[start].word)
        var next = start
        while true {
          let value = names[name]
          next += 1
          if value & Lexicon.Name.kind > 0 { (end, kind) = (next, value & Lexicon.Name.kind) }
          guard value & Lexicon.Name.continues > 0, next < words.count else { break }
          name = Lexicon.name(name, followedBy: words[next].word)
        }
      }
      for index in start..<end {
        let place = index == start ? (end - start == 1 ? 0 : 1) : (index == end - 1 ? 2 : 3)
        words[index].listedName = Hashing.number(1000 + kind * 4 + place)
      }
      start = max(end, start + 1)
    }
  }
}
