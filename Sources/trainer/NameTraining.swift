import Language

/// A sentence with marked names, ready for training.
struct NameExample {
  let words: [WordFeatures]
  let tags: [TagLabel]
  let names: [NameTag]

  /// The example for a sentence whose names are marked, or `nil` for another.
  init?(_ sentence: TreebankSentence, _ lexicon: Lexicon, _ tagger: Tagger) {
    names = sentence.words.compactMap(\.name)
    guard names.count == sentence.words.count else { return nil }
    words = WordFeatures.words(sentence.forms, lexicon: lexicon)
    tags = tagger.tags(of: words)
  }
}

/// Trains name taggers.
struct NameTraining {
  /// How often the examples are gone through.
  var epochs = 10
  /// How many runs are added up.
  var seeds = 3
  var rowBits = 20
  /// How often the right tag is gone on with after an error.
  var forgiveness = 0.5

  /// Trains a name tagger.
  func train(_ examples: [NameExample]) -> NameTagger? {
    let classes = NameTag.all.count
    var total: [Double] = []
    for seed in 0..<seeds {
      let perceptron = Perceptron(classes: classes, rowBits: rowBits)
      var random = SeededGenerator(seed: UInt64(200 + seed))
      var features = FeatureList()
      for _ in 0..<epochs {
        for example in examples.shuffled(using: &random) {
          var names: [NameTag] = []
          for index in example.words.indices {
            NameTagger.collect(&features, example.words, example.tags, index, names)
            perceptron.score(features)
            let best = NameTagger.best(
              UnsafePointer(perceptron.scores), after: names.last ?? .outside
            )
            let right = NameTag.all.firstIndex(of: example.names[index]) ?? 0
            var next = best
            if best != right {
              perceptron.update(features, right: right, wrong: best)
              if random.isTrue(forgiveness) { next = right }
            }
            names.append(NameTag.all[next])
          }
        }
      }
      perceptron.addMean(to: &total)
    }
    return WeightTable(total, classes: classes, rowBits: rowBits, precision: .plain)
      .flatMap { NameTagger(weights: $0) }
  }
}
