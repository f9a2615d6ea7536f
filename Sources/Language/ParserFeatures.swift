/// The words of a sentence as the parser's features see them, with rows for the root and for
/// a word that is not there.
package struct ParserFeatures {
  private let words: [UInt64]
  private let tags: [UInt64]
  private let both: [UInt64]
  private let universal: [UInt64]
  private let suffixes: [UInt64]
  private let classes: [UInt64]
  private static let relations = (0...Relation.allCases.count).map { Hashing.number(2000 + $0) }
  private static let counts = (0...6).map { Hashing.number(3000 + $0) }

  /// The features of a tagged sentence.
  package init(_ words: [WordFeatures], _ tags: [TagLabel]) {
    self.words = words.map(\.word) + [11, 12]
    self.tags = tags.map(\.hash) + [21, 22]
    universal = tags.map(\.universalHash) + [31, 32]
    suffixes = words.map(\.suffix3) + [41, 42]
    classes = words.map(\.classes) + [51, 52]
    both = zip(self.words, self.tags).map { Hashing.pair($0, $1) }
  }

  /// How far two words are apart, in steps that grow.
  private static func distance(_ first: Int, _ second: Int) -> UInt64 {
    let gap = second &- first
    return counts[gap <= 4 ? gap : gap <= 9 ? 5 : 6]
  }

  /// Collects the features of a state.
  package func collect(_ features: inout FeatureList, _ state: borrowing ParserState) {
    let none = state.none
    let s0 = state.stacked(0)
    let s1 = state.stacked(1)
    let s2 = state.stacked(2)
    let b0 = state.buffered(0)
    let b1 = state.buffered(1)
    let b2 = state.buffered(2)
    let (s0w, s1w, s2w) = (words[s0], words[s1], words[s2])
    let (s0t, s1t, s2t) = (tags[s0], tags[s1], tags[s2])
    let (b0w, b1w, b2w) = (words[b0], words[b1], words[b2])
    let (b0t, b1t, b2t) = (tags[b0], tags[b1], tags[b2])
    let (s0b, s1b, b0b) = (both[s0], both[s1], both[b0])
    let (s0u, s1u, b0u, b1u) = (universal[s0], universal[s1], universal[b0], universal[b1])
    features.removeAll()

    // Single words.
    features.add(s0w)
    features.add(s0t)
    features.add(s0b)
    features.add(s1w)
    features.add(s1t)
    features.add(s1b)
    features.add(s2w)
    features.add(s2t)
    features.add(b0w)
    features.add(b0t)
    features.add(b0b)
    features.add(b1w)
    features.add(b1t)
    features.add(both[b1])
    features.add(b2w)
    features.add(b2t)
    features.add(suffixes[s0], b0t)
    features.add(suffixes[b0], s0t)
    features.add(suffixes[s0], s1t)
    features.add(classes[s0], b0t)
    features.add(classes[b0], s0t)

    // Pairs.
    features.add(s0b, b0b)
    features.add(s0b, b0t)
    features.add(s0t, b0b)
    features.add(s0w, b0w)
    features.add(s0t, b0t)
    features.add(s0w, b0t)
    features.add(s0t, b0w)
    features.add(b0t, b1t)
    features.add(b0w, b1t)
    features.add(b0t, b1w)
    features.add(s0w, s1w)
    features.add(s0b, s1t)
    features.add(s0t, s1b)
    features.add(s0t, s1t)
    features.add(s0w, s1t)
    features.add(s0t, s1w)
    features.add(s1w, b0w)
    features.add(s1t, b0t)
    features.add(s1w, b0t)
    features.add(s1t, b0w)
    features.add(s0t, b1t)
    features.add(s0w, b1t)
    features.add(s2t, s0t)
    features.add(s2t, b0t)

    // Triples.
    features.add(s0t, b0t, b1t)
    features.add(s1t, s0t, b0t)
    features.add(s2t, s1t, s0t)
    features.add(b0t, b1t, b2t)
    features.add(s0w, b0t, b1t)
    features.add(s0t, b0w, b1t)
    features.add(s0t, b0t, b1w)
    features.add(s1w, s0t, b0t)
    features.add(s1t, s0w, b0t)
    features.add(s1t, s0t, b0w)
    features.add(Hashing.pair(s1u, s0u), b0u, b1u)
    features.add(Hashing.pair(s2t, s1t), s0t, b0t)
    features.add(s1w, s0w, b0t)
    features.add(s0w, b0w, s1t)

    // Outermost dependents.
    let s0l = state.leftmost[s0]
    let s0r = state.rightmost[s0]
    let s1l = state.leftmost[s1]
    let s1r = state.rightmost[s1]
    let b0l = state.leftmost[b0]
    let s0lr = Self.relations[state.relations[s0l]]
    let s0rr = Self.relations[state.relations[s0r]]
    let s1lr = Self.relations[state.relations[s1l]]
    let s1rr = Self.relations[state.relations[s1r]]
    let b0lr = Self.relations[state.relations[b0l]]
    features.add(words[s0l], s0t)
    features.add(tags[s0l], s0t, b0t)
    features.add(s0lr, s0t, b0t)
    features.add(words[s0r], s0t)
    features.add(tags[s0r], s0t, b0t)
    features.add(s0rr, s0t, b0t)
    features.add(words[s1l], s1t)
    features.add(tags[s1l], s1t, s0t)
    features.add(s1lr, s1t, s0t)
    features.add(words[s1r], s1t, s0t)
    features.add(tags[s1r], s1t, s0t)
    features.add(s1rr, s1t, s0t)
    features.add(words[b0l], b0t)
    features.add(tags[b0l], b0t, s0t)
    features.add(b0lr, b0t, s0t)
    features.add(s0lr, s0w)
    features.add(s0rr, s0w)
    features.add(s1rr, s1w)
    features.add(b0lr, b0w)
    features.add(tags[state.innerLeft[s0]], tags[s0l], s0t)
    features.add(tags[state.innerRight[s0]], tags[s0r], s0t)
    features.add(tags[state.innerRight[s1]], tags[s1r], s1t)
    features.add(tags[state.innerLeft[b0]], tags[b0l], b0t)

    // Valency, and which dependents there are.
    let s0v = Self.counts[min(state.leftValency[s0], 3)]
    let s0vr = Self.counts[min(state.rightValency[s0], 3)]
    let s1v = Self.counts[min(state.rightValency[s1], 3)]
    let b0v = Self.counts[min(state.leftValency[b0], 3)]
    features.add(s0w, s0v)
    features.add(s0t, s0v, b0t)
    features.add(s0w, s0vr)
    features.add(s0t, s0vr, b0t)
    features.add(s1w, s1v)
    features.add(s1t, s1v, s0t)
    features.add(b0w, b0v)
    features.add(b0t, b0v, s0t)
    features.add(s0w, state.dependents[s0])
    features.add(s0t, state.dependents[s0], b0t)
    features.add(s1w, state.dependents[s1])
    features.add(s1t, state.dependents[s1], s0t)
    features.add(b0w, state.dependents[b0])
    features.add(b0t, state.dependents[b0], s0t)
    features.add(Hashing.pair(state.dependents[s1], s1u), state.dependents[s0], s0u)
    features.add(Hashing.pair(state.dependents[s0], s0u), state.dependents[b0], b0u)

    // Distances.
    let near = s0 == none ? Self.counts[0] : Self.distance(s0, b0)
    let far = s1 == none ? Self.counts[0] : Self.distance(s1, s0)
    features.add(near, s0w)
    features.add(near, s0t, b0t)
    features.add(near, b0w)
    features.add(near, s0w, b0w)
    features.add(far, s1t, s0t)
    features.add(far, s1w)
    features.add(far, s0w, s1t)

    // Prepositions, and the word before the buffer.
    let mark = words[state.caseMarks[s0]]
    features.add(mark, s1w)
    features.add(mark, s2w)
    features.add(mark, s1t, s2t)
    features.add(mark, s1w, s0w)
    features.add(mark, s0w)
    features.add(words[state.caseMarks[b0]], s0w)
    let previous = tags[b0 == 0 || b0 == none ? none : b0 - 1]
    features.add(previous, b0t)
    features.add(previous, s0t, b0t)
  }
}
