import Glibc
import Language

/// The treebank files that the trees and tags are learnt from.
let treeFiles = ["ewt.train", "gum.train"]

func train(_ sentences: [TreebankSentence], _ lexicon: Lexicon, _ direction: Direction) -> Reader? {
  var examples = sentences.compactMap { Example($0, lexicon, direction) }
  let tagging = TaggerTraining()
  tagging.jackknife(&examples, folds: 4)
  guard let tagger = tagging.train(examples), let parser = ParserTraining().train(examples) else {
    return nil
  }
  return Reader(direction: direction, tagger: tagger, parser: parser)
}

func FileHandle_err(_ s: String) { print(s) }
func write(_ bytes: [UInt8], to path: String) throws(TrainingError) {
  guard let file = fopen(path, "w") else { throw .unwritable(path: path) }
  let count = fwrite(bytes, 1, bytes.count, file)
  guard fclose(file) == 0, count == bytes.count else { throw .unwritable(path: path) }
}

func trainAll(_ folder: String, to target: String) async throws {
  let lexicon = try Lexicon(treebank: folder)
  var sentences: [TreebankSentence] = []
  for name in treeFiles { sentences += try Treebank.read(name, in: folder) }
  if let drop = getenv("DROP") {
    let d = Set(String(cString: drop).split(separator: ",").map(String.init))
    sentences = sentences.filter { s in
      let n = s.document
      var g = "weblog"
      if n.hasPrefix("GUM_") { g = String(n.split(separator: "_")[1]) }
      else if n.contains("_ans.xml") { g = "answers" }
      else if n.hasPrefix("enronsent") { g = "email" }
      else if n.hasPrefix("groups.google") { g = "newsgroup" }
      else if n.first?.isNumber == true { g = "reviews" }
      return !d.contains(g)
    }
    FileHandle_err("kept \(sentences.count)")
  }
  var wiki = try Treebank.read("wikigold", in: folder)
  if getenv("AUG") != nil {
    var sub = NameSubstitution(seed: 300)
    sentences += sentences.compactMap { sub.substitute(in: $0) }
    wiki += wiki.compactMap { sub.substitute(in: $0) }
    FileHandle_err("with names \(sentences.count) \(wiki.count)")
  }
  let all = sentences
  async let forwards = train(all, lexicon, .leftToRight)
  async let backwards = train(all, lexicon, .rightToLeft)
  guard let forward = await forwards else { throw TrainingError.usage }
  let named = (all + wiki).compactMap {
    NameExample($0, lexicon, forward.tagger)
  }
  guard let names = NameTraining().train(named), let backward = await backwards else {
    throw TrainingError.usage
  }
  let models = LanguageModels(
    lexicon: lexicon, forward: forward, backward: backward, names: names
  )
  let files = models.files
  for file in ModelFile.allCases {
    try write(files[file] ?? [], to: "\(target)/\(file.name)")
  }
}

let arguments = CommandLine.arguments
if arguments.count == 4, arguments[1] == "train" {
  try await trainAll(arguments[2], to: arguments[3])
} else if arguments.count > 4, arguments[1] == "evaluate" {
  let models = try LanguageModels(folder: arguments[3])
  for name in arguments[4...] {
    let evaluation = Evaluation(models, on: try Treebank.read(name, in: arguments[2]))
    print("\(name)\n\(evaluation.report)")
  }
} else if arguments[1] != "mistakes" {
  throw TrainingError.usage
}
if arguments[1] == "mistakes" {
  let models = try LanguageModels(folder: arguments[3])
  for name in arguments[4...] { for m in Evaluation(models, on: try Treebank.read(name, in: arguments[2])).mistakes { print(m) } }
}
