import Proving

@testable import Language

/// Small models with random weights: they know nothing, but must keep every law.
enum RandomModels {
  static let labels = [
    TagLabel(.noun, .singularNoun), TagLabel(.verb, .pastTense), TagLabel(.determiner, .determiner),
    TagLabel(.properNoun, .singularName), TagLabel(.punctuation, .fullStop),
  ]

  static func models(seed: UInt64) -> LanguageModels? {
    var random = SplitMix64(seed: seed)
    guard let forward = reader(.leftToRight, &random), let backward = reader(.rightToLeft, &random),
      let weights = weights(classes: NameTag.all.count, precision: .plain, &random),
      let names = NameTagger(weights: weights)
    else { return nil }
    let lexicon = Lexicon(
      wordClasses: WordTable([(Hashing.bytes("ship".utf8), 3), (Hashing.bytes("hope".utf8), 3)]),
      names: WordTable([(Lexicon.name(startingWith: Hashing.bytes("rome".utf8)), 2)])
    )
    return LanguageModels(lexicon: lexicon, forward: forward, backward: backward, names: names)
  }

  static func weights(
    classes: Int, precision: WeightTable.Precision, _ random: inout SplitMix64
  ) -> WeightTable? {
    let count = WeightTable.size(rowBits: 10, classes: classes) * Int(precision.rawValue / 8)
    let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    return WeightTable(classes: classes, rowBits: 10, precision: precision, bytes: bytes[...])
  }

  private static func reader(_ direction: Direction, _ random: inout SplitMix64) -> Reader? {
    guard let tagWeights = weights(classes: labels.count, precision: .companded, &random),
      let parserWeights = weights(classes: Transition.count, precision: .companded, &random),
      let tagger = Tagger(
        labels: labels, weights: tagWeights,
        frequent: WordTable([(Hashing.bytes("the".utf8), 1), (Hashing.bytes("of".utf8), 2)]),
        choices: [[2], [0, 3]]
      ), let parser = Parser(weights: parserWeights)
    else { return nil }
    return Reader(direction: direction, tagger: tagger, parser: parser)
  }

  /// A text of random words and marks.
  static func text(seed: UInt64, count: Int) -> String {
    var random = SplitMix64(seed: seed)
    let words = [
      "the", "of", "Rome", "ship", "sank", "and", ",", ".", "(", ")", "Gen.", "1918", "“",
    ]
    return (0..<count).map { _ in words[Int(random.next() % UInt64(words.count))] }
      .joined(separator: " ")
  }
}
