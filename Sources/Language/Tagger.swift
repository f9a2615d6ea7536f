/// A greedy part-of-speech tagger over hashed features.
package struct Tagger: Sendable {
  /// The labels, in the order of the classes.
  package let labels: [TagLabel]
  /// The weights, one class a label.
  package let weights: WeightTable
  /// Frequent words, as spelt: one more than the index in `choices`.
  package let frequent: WordTable
  /// The labels that a group of frequent words may have.
  package let choices: [[UInt8]]

  /// A tagger, or `nil` where the parts do not belong together.
  package init?(
    labels: [TagLabel], weights: WeightTable, frequent: WordTable, choices: [[UInt8]]
  ) {
    guard weights.classes == labels.count, labels.count <= 256,
      choices.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 < labels.count } }),
      frequent.slots.allSatisfy({ $0 & 0xfff <= choices.count })
    else { return nil }
    self.labels = labels
    self.weights = weights
    self.frequent = frequent
    self.choices = choices
  }

  /// The tags of a sentence, in the order in which the words are given.
  package func tags(of words: [WordFeatures]) -> [TagLabel] {
    decide(words).map { labels[$0.label] }
  }

  /// What was decided for one word, and how good every label looked.
  struct Decision {
    /// The number of the label.
    let label: Int
    /// The score of each label; empty where the word has but one.
    let scores: [Int32]

    /// How much better the decision looked than another label.
    func margin(over other: Int?) -> Int32 {
      guard !scores.isEmpty, let other else { return .max }
      return scores[label] &- scores[other]
    }
  }

  /// Decides on the words one after the other.
  func decide(_ words: [WordFeatures]) -> [Decision] {
    var decisions: [Decision] = []
    decisions.reserveCapacity(words.count)
    var tags: [TagLabel] = []
    tags.reserveCapacity(words.count)
    var features = FeatureList()
    let room = WeightTable.paddedClasses(labels.count)
    for index in words.indices {
      let group = frequent[words[index].cased]
      if group > 0, choices[group - 1].count == 1 {
        decisions.append(Decision(label: Int(choices[group - 1][0]), scores: []))
      } else {
        Self.collect(&features, words, index, tags)
        let scores = [Int32](unsafeUninitializedCapacity: room) { buffer, count in
          if let base = buffer.baseAddress { weights.score(features, into: base) }
          count = room
        }
        decisions.append(
          Decision(label: best(scores, among: group > 0 ? choices[group - 1] : nil), scores: scores)
        )
      }
      tags.append(labels[decisions[index].label])
    }
    return decisions
  }

  /// The best label; of equal ones the first.
  private func best(_ scores: [Int32], among choice: [UInt8]?) -> Int {
    var best = 0
    if let choice {
      best = Int(choice[0])
      for label in choice where scores[Int(label)] > scores[best] { best = Int(label) }
    } else {
      for label in 1..<labels.count where scores[label] > scores[best] { best = label }
    }
    return best
  }

  /// Collects the features of the word at `index`.
  ///
  /// - Parameters:
  ///   - features: the list to fill.
  ///   - words: the sentence.
  ///   - index: the word.
  ///   - tags: the tags of the words before it.
  package static func collect(
    _ features: inout FeatureList, _ words: [WordFeatures], _ index: Int, _ tags: [TagLabel]
  ) {
    func word(_ offset: Int) -> WordFeatures {
      words.indices.contains(index + offset) ? words[index + offset] : .outside
    }
    let this = words[index]
    let before = word(-1)
    let after = word(1)
    let before2 = word(-2)
    let after2 = word(2)
    let tag1 = index > 0 ? tags[index - 1].hash : TagLabel.outsideHash
    let tag2 = index > 1 ? tags[index - 2].hash : TagLabel.outsideHash
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
    features.add(before.word)
    features.add(before2.word)
    features.add(after.word)
    features.add(after2.word)
    features.add(before.shape, this.shape)
    features.add(after.shape, this.shape)
    features.add(before2.shape, before.shape)
    features.add(after2.shape, after.shape)
    features.add(before.suffix3)
    features.add(after.suffix3)
    features.add(before.suffix2)
    features.add(after.suffix2)
    features.add(tag1)
    features.add(tag1, tag2)
    features.add(tag1, this.word)
    features.add(tag1, after.word)
    features.add(tag1, this.suffix3)
    features.add(tag1, tag2, this.word)
    features.add(this.classes)
    features.add(this.classes, tag1)
    features.add(after.classes, this.classes)
    features.add(this.classes, this.shape, before.shape)
    features.add(after.classes, tag1)
    features.add(this.listedName, this.shape)
    features.add(this.listedName, tag1)
    features.add(this.word, after.word)
    features.add(before.word, this.word)
  }
}
