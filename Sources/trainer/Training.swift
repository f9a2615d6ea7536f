import Glibc
import Language

/// Learns all models from a folder of treebank files.
enum Training {
  /// The files with tags and trees.
  private static let trees = ["ewt.train", "gum.train"]
  /// The files that only names are learnt from.
  private static let names = ["wikigold", "ewt.dev"]

  /// The models, the same for the same files on any machine and any number of threads.
  ///
  /// Every sentence that names a person is learnt a second time with other names.
  static func models(from folder: String) async throws -> LanguageModels {
    let lexicon = try Lexicon(treebank: folder)
    var treebank: [TreebankSentence] = []
    for name in trees { treebank += try Treebank.read(name, in: folder) }
    var substitution = NameSubstitution(seed: 300)
    treebank += treebank.compactMap { substitution.substitute(in: $0) }
    var named: [TreebankSentence] = []
    for name in names { named += try Treebank.read(name, in: folder) }
    named += named.compactMap { substitution.substitute(in: $0) }
    let sentences = treebank
    async let backwards = reader(of: sentences, lexicon, .rightToLeft)
    let forward = try reader(of: sentences, lexicon, .leftToRight)
    let examples = (sentences + named).compactMap { NameExample($0, lexicon, forward.tagger) }
    guard let tagger = NameTraining().train(examples) else { throw TrainingError.nothingLearnt }
    return LanguageModels(
      lexicon: lexicon, forward: forward, backward: try await backwards, names: tagger
    )
  }

  private static func reader(
    of sentences: [TreebankSentence], _ lexicon: Lexicon, _ direction: Direction
  ) throws(TrainingError) -> Reader {
    var examples = sentences.compactMap { Example($0, lexicon, direction) }
    let tagging = TaggerTraining()
    tagging.jackknife(&examples, folds: 4)
    guard let tagger = tagging.train(examples), let parser = ParserTraining().train(examples) else {
      throw .nothingLearnt
    }
    return Reader(direction: direction, tagger: tagger, parser: parser)
  }
}

/// Writes model files.
enum Output {
  /// Writes a file whole.
  static func write(_ bytes: [UInt8], to path: String) throws(TrainingError) {
    guard let file = fopen(path, "w") else { throw .unwritable(path: path) }
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count else { throw .unwritable(path: path) }
  }
}
