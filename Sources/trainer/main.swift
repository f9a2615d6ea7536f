import Glibc
import Language

// trainer train TREEBANK MODELS: learns from the .tsv files of a folder and writes the models.
// trainer evaluate TREEBANK MODELS NAME…: prints what models get right on files of the folder.

let arguments = CommandLine.arguments
do {
  switch arguments.dropFirst().first {
  case "train" where arguments.count == 4:
    let models = try await Training.models(from: arguments[2])
    let files = models.files
    for file in ModelFile.allCases {
      try Output.write(files[file] ?? [], to: "\(arguments[3])/\(file.name)")
    }
  case "evaluate" where arguments.count > 4:
    let models = try LanguageModels(folder: arguments[3])
    for name in arguments[4...] {
      let sentences = try Treebank.read(name, in: arguments[2])
      print(name)
      print(Evaluation(models, on: sentences).report)
      print(RawEvaluation(models, on: sentences).report)
    }
  case _: throw TrainingError.usage
  }
} catch {
  print("trainer: \(error)")
  exit(1)
}
