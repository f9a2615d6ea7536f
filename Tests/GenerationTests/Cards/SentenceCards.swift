import Foundation
import Language

@testable import Generation

/// Prose without a date, as one sentence alone is no text.
private let rest = """
  The towns of the north were poor, and many of the people who lived there made cloth for the \
  markets of the coast. The roads were bad in winter, and most of the cloth went down the river.
  """

/// The cards of a text as "prompt => answer".
func cards(_ text: String) throws -> [String] {
  let data = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../../Data").standardizedFileURL
  let models = try LanguageModels(folder: data.path + "/Language")
  let table = try Data(contentsOf: data.appendingPathComponent("states.tsv"))
  let source = try reader().read(Array("\(text)\n\n\(rest)\n".utf8), name: "text.txt")
  return Generator(models: models, states: StateNames(table: Array(table))).cards(of: source)
    .cards.map { "\($0.prompt) => \($0.answer)" }
}
