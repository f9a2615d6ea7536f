/// A greedy tagger of names of persons, places and organisations over hashed features.
package struct NameTagger: Sendable {
  /// The weights, one class a `NameTag`.
  package let weights: WeightTable

  /// A name tagger, or `nil` where the table does not tell apart exactly the name tags.
  package init?(weights: WeightTable) {
    guard weights.classes == NameTag.all.count else { return nil }
    self.weights = weights
  }

  /// The name tags of a tagged sentence, from left to right.
  ///
  /// - Parameters:
  ///   - words: the words.
  ///   - tags: their tags.
  /// - Returns: one tag a word.
  package func names(in words: [WordFeatures], _ tags: [TagLabel]) -> [NameTag] {
    var names: [NameTag] = []
    var features = FeatureList()
    let room = WeightTable.paddedClasses(NameTag.all.count)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: room) { scores in
      guard let base = scores.baseAddress else { return }
      for index in words.indices {
        Self.collect(&features, words, tags, index, names)
        weights.score(features, into: base)
        names.append(
          NameTag.all[Self.best(UnsafePointer(base), after: names.last ?? .outside)]
        )
      }
    }
    return names
  }

  /// The best class that may follow a tag; of equal ones the first.
  package static func best(_ scores: UnsafePointer<Int32>, after previous: NameTag) -> Int {
    var best = 0
    for index in 1..<NameTag.all.count
    where scores[index] > scores[best] && NameTag.all[index].mayFollow(previous) { best = index }
    return best
  }

  /// Collects the features of the word at `index`.
  ///
  /// - Parameters:
  ///   - features: the list to fill.
  ///   - words: the sentence.
  ///   - tags: its tags.
  ///   - index: the word.
  ///   - names: the name tags of the words before it.
  package static func collect(
    _ features: inout FeatureList, _ words: [WordFeatures], _ tags: [TagLabel], _ index: Int,
    _ names: [NameTag]
  ) {
    func word(_ offset: Int) -> WordFeatures {
      words.indices.contains(index + offset) ? words[index + offset] : .outside
    }
    func tag(_ offset: Int) -> UInt64 {
      tags.indices.contains(index + offset) ? tags[index + offset].hash : TagLabel.outsideHash
    }
    func name(_ offset: Int) -> UInt64 {
      index >= offset ? hashes[names[index - offset]] ?? 0 : 9
    }
    let (this, before, after) = (word(0), word(-1), word(1))
    let (before2, after2) = (word(-2), word(2))
    let (name1, name2) = (name(1), name(2))
    features.removeAll()
    features.add(this.cased)
    features.add(this.word)
    features.add(this.suffix1)
    features.add(this.suffix2)
    features.add(this.suffix3)
    features.add(this.suffix4)
    features.add(this.suffix5)
    features.add(this.prefix1)
    features.add(this.prefix2)
    features.add(this.prefix3)
    features.add(this.shape)
    features.add(this.listedName)
    features.add(this.classes)
    features.add(tag(0))
    features.add(before.word)
    features.add(before2.word)
    features.add(after.word)
    features.add(after2.word)
    features.add(before.shape)
    features.add(after.shape)
    features.add(before2.shape)
    features.add(after2.shape)
    features.add(before.suffix3)
    features.add(after.suffix3)
    features.add(before.listedName)
    features.add(after.listedName)
    features.add(tag(-1))
    features.add(tag(1))
    features.add(tag(-2))
    features.add(tag(2))
    features.add(tag(-1), tag(0))
    features.add(tag(0), tag(1))
    features.add(tag(-1), tag(0), tag(1))
    features.add(name1)
    features.add(name1, name2)
    features.add(name1, this.word)
    features.add(name1, tag(0))
    features.add(name1, this.shape)
    features.add(name1, this.listedName)
    features.add(name1, this.suffix3)
    features.add(name1, before.word)
    features.add(name1, after.word)
    features.add(name1, after.shape)
    features.add(name1, before.shape, this.shape)
    features.add(name1, before.cased, this.cased)
    features.add(name2, before.word)
    features.add(before.word, this.word)
    features.add(this.word, after.word)
    features.add(before.word, this.shape)
    features.add(this.shape, after.word)
    features.add(before.word, after.word)
    features.add(before2.word, before.word)
    features.add(after.word, after2.word)
    features.add(this.shape, this.listedName)
    features.add(before.shape, this.shape, after.shape)
    features.add(this.listedName, before.word)
    features.add(this.listedName, after.word)
    features.add(this.classes, this.shape, before.shape)
  }

  private static let hashes = Dictionary(
    uniqueKeysWithValues: NameTag.all.enumerated().map { ($1, Hashing.number(4000 + $0)) }
  )
}
