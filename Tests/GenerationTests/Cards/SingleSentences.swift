import Foundation
import Language

@testable import Generation

/// Cards of a few sentences that a test gives.
enum SingleSentences {
  private static let data = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../../Data").standardizedFileURL

  /// Prose without a date, as one sentence alone is no text.
  private static let rest = """
    The towns of the north were poor, and many of the people who lived there made cloth for the \
    markets of the coast. The roads were bad in winter, and most of the cloth went down the river.
    """

  /// The cards of a text as "prompt => answer".
  static func cards(_ text: String) throws -> [String] {
    let models = try LanguageModels(folder: SingleSentences.data.path + "/Language")
    let table = try Data(contentsOf: SingleSentences.data.appendingPathComponent("states.tsv"))
    let source = try reader().read(
      Array("\(text)\n\n\(SingleSentences.rest)\n".utf8), name: "text.txt")
    return Generator(models: models, states: StateNames(table: Array(table))).cards(of: source)
      .cards.map { "\($0.prompt) => \($0.answer)" }
  }
}
