import Language

/// Trains parsers.
struct ParserTraining {
  /// How often the examples are gone through.
  var epochs = 10
  /// How many runs are added up.
  var seeds = 3
  var rowBits = 22
  /// How often, after the first epoch, the prediction is followed even when it is wrong.
  var exploration = 0.9

  /// Trains a parser on the right trees and the tags that a tagger gave.
  func train(_ examples: [Example]) -> Parser? {
    let oracles = examples.map { DynamicOracle($0.arcs) }
    var total: [Double] = []
    for seed in 0..<seeds {
      let perceptron = Perceptron(classes: Transition.count, rowBits: rowBits)
      var random = SeededGenerator(seed: UInt64(100 + seed))
      var features = FeatureList()
      for epoch in 0..<epochs {
        for index in examples.indices.shuffled(using: &random) {
          var state = ParserState(count: examples[index].words.count)
          let collector = ParserFeatures(examples[index].words, examples[index].tags)
          while !state.isFinished {
            collector.collect(&features, state)
            perceptron.score(features)
            let predicted = state.best(UnsafePointer(perceptron.scores))
            let right = oracles[index].best(state)
            var next = predicted
            if !right.contains(predicted) {
              var best = right[0]
              for transition in right
              where perceptron.scores[transition] > perceptron.scores[best] { best = transition }
              perceptron.update(features, right: best, wrong: predicted)
              if epoch == 0 || !random.isTrue(exploration) { next = best }
            }
            state.apply(Transition(index: next))
          }
        }
      }
      perceptron.addMean(to: &total)
    }
    return WeightTable(total, classes: Transition.count, rowBits: rowBits, precision: .companded)
      .flatMap { Parser(weights: $0) }
  }
}
