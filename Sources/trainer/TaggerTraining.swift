import Language

/// A sentence in the order of reading, ready for training.
struct Example {
  /// The document it belongs to.
  let document: String
  /// What the models see.
  let words: [WordFeatures]
  /// The right tags.
  let labels: [TagLabel]
  /// The tags that a tagger gave that had not seen the document.
  var tags: [TagLabel] = []
  /// The right tree.
  let arcs: [Arc]

  /// The example for a sentence with tags and tree, or `nil` without.
  init?(_ sentence: TreebankSentence, _ lexicon: Lexicon, _ direction: Direction) {
    document = sentence.document
    let labels = sentence.words.compactMap(\.label)
    let arcs = sentence.words.compactMap { word in
      word.relation.map { Arc(head: word.head, relation: $0) }
    }
    guard labels.count == sentence.words.count, arcs.count == labels.count else { return nil }
    let words = WordFeatures.words(sentence.forms, lexicon: lexicon)
    switch direction {
    case .leftToRight:
      self.words = words
      self.labels = labels
      self.arcs = arcs
    case .rightToLeft:
      self.words = words.reversed()
      self.labels = labels.reversed()
      self.arcs = arcs.reversed().map { arc in
        Arc(head: arc.head.map { arcs.count - 1 - $0 }, relation: arc.relation)
      }
    }
  }
}

/// Trains taggers.
struct TaggerTraining {
  /// How often the examples are gone through.
  var epochs = 8
  /// How many runs are added up.
  var seeds = 3
  var rowBits = 20
  /// Words seen as often may only take the tags that were seen with them.
  var frequent = 30

  /// Trains a tagger on the right labels.
  func train(_ examples: [Example]) -> Tagger? {
    var order: [TagLabel: UInt8] = [:]
    var labels: [TagLabel] = []
    for label in examples.lazy.flatMap(\.labels) where order[label] == nil {
      order[label] = UInt8(labels.count)
      labels.append(label)
    }
    let (frequent, choices) = frequentWords(examples, order)
    var total: [Double] = []
    for seed in 0..<seeds {
      let perceptron = Perceptron(classes: labels.count, rowBits: rowBits)
      var random = SeededGenerator(seed: UInt64(seed))
      var features = FeatureList()
      for _ in 0..<epochs {
        for example in examples.shuffled(using: &random) {
          var tags: [TagLabel] = []
          for index in example.words.indices {
            let group = frequent[example.words[index].cased]
            let allowed = group > 0 ? choices[group - 1] : nil
            if let allowed, allowed.count == 1 {
              tags.append(labels[Int(allowed[0])])
              continue
            }
            Tagger.collect(&features, example.words, index, tags)
            perceptron.score(features)
            let right = order[example.labels[index]].map { Int($0) } ?? 0
            var best = allowed.map { Int($0[0]) } ?? 0
            for label in allowed.map({ $0.map { Int($0) } }) ?? Array(labels.indices)
            where perceptron.scores[label] > perceptron.scores[best] { best = label }
            if best != right { perceptron.update(features, right: right, wrong: best) }
            tags.append(labels[best])
          }
        }
      }
      perceptron.addMean(to: &total)
    }
    guard
      let weights = WeightTable(
        total, classes: labels.count, rowBits: rowBits, precision: .companded)
    else { return nil }
    return Tagger(labels: labels, weights: weights, frequent: frequent, choices: choices)
  }

  /// The tags that each frequent word may take: those seen twice, or in one case of a hundred.
  private func frequentWords(
    _ examples: [Example], _ order: [TagLabel: UInt8]
  ) -> (WordTable, [[UInt8]]) {
    var counts: [UInt64: [UInt8: Int]] = [:]
    for example in examples {
      for (word, label) in zip(example.words, example.labels) {
        counts[word.cased, default: [:]][order[label] ?? 0, default: 0] += 1
      }
    }
    var choices: [[UInt8]] = []
    var entries: [(hash: UInt64, value: Int)] = []
    for (word, tags) in counts.sorted(by: { $0.key < $1.key }) {
      let all = tags.values.reduce(0, +)
      guard all >= frequent else { continue }
      let allowed = tags.filter { $0.value >= 2 || $0.value * 100 >= all }.keys.sorted()
      let index = choices.firstIndex(of: allowed) ?? choices.count
      if index == choices.count { choices.append(allowed) }
      if index < WordTable.largestValue { entries.append((word, index + 1)) }
    }
    return (WordTable(entries), choices)
  }

  /// Gives each example the tags of a tagger that was trained on the other documents.
  func jackknife(_ examples: inout [Example], folds: Int) {
    var documents: [String: Int] = [:]
    for example in examples where documents[example.document] == nil {
      documents[example.document] = documents.count % folds
    }
    var quick = self
    quick.epochs = 5
    quick.seeds = 1
    for fold in 0..<folds {
      guard let tagger = quick.train(examples.filter { documents[$0.document] != fold }) else {
        continue
      }
      for index in examples.indices where documents[examples[index].document] == fold {
        examples[index].tags = tagger.tags(of: examples[index].words)
      }
    }
  }
}
