import Decks
import Foundation
import Language
import Testing

@testable import Generation

/// What single sentences give, by kind of clause.
@Suite struct DateCardsTests {
  private static let data = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../../Data").standardizedFileURL

  /// Prose without a date, as one sentence alone is no text.
  private static let rest = """
    The towns of the north were poor, and many of the people who lived there made cloth for the \
    markets of the coast. The roads were bad in winter, and most of the cloth went down the river.
    """

  /// The cards of a text as "prompt => answer".
  private func cards(_ text: String) throws -> [String] {
    let models = try LanguageModels(folder: DateCardsTests.data.path + "/Language")
    let table = try Data(contentsOf: DateCardsTests.data.appendingPathComponent("states.tsv"))
    let source = try reader().read(
      Array("\(text)\n\n\(DateCardsTests.rest)\n".utf8), name: "text.txt")
    return Generator(models: models, states: StateNames(table: Array(table))).cards(of: source)
      .cards.map { "\($0.prompt) => \($0.answer)" }
  }

  @Test(arguments: [
    (
      """
      A fleet of Danish traders under the command of Olaf Strand founded the port of Vesthavn in \
      1641, where the Danish Crown had promised them land and freedom from every toll.
      """,
      [
        """
        In which year did a fleet of Danish traders under the command of Olaf Strand found the \
        port of Vesthavn? => 1641
        """
      ]
    ),
    (
      "By 1713 roughly 4,000 weavers had left Flanders.",
      ["By which year had roughly 4,000 weavers left Flanders? => 1713"]
    ),
    (
      "The mechanical loom, a machine invented in 1785, changed the towns of northern England.",
      ["In which year was the mechanical loom invented? => 1785"]
    ),
    (
      "The Lindqvist Company was a Swedish company founded in 1862 to build an ice road.",
      ["In which year was the Lindqvist Company founded? => 1862"]
    ),
    (
      "Even before the Edict of Marburg (1531), the old order was dead.",
      ["Which year is given for the Edict of Marburg? => 1531"]
    ),
    (
      "The unification of Saxony by Prussian troops in May 1871 was applauded by Bavaria.",
      [
        """
        In which month and year did the unification of Saxony by Prussian troops take place? => \
        May 1871
        """,
        """
        By which country was the unification of Saxony by Prussian troops in May 1871 applauded? \
        => Bavaria
        """,
      ]
    ),
    (
      "After signing a treaty with Genoa in 1261, Michael and Baldwin became enemies.",
      ["After signing a treaty with Genoa in ____, Michael and Baldwin became enemies. => 1261"]
    ),
    (
      "In 1996, with the north in the midst of famine, Pyongyang failed to pay Hanoi for rice.",
      ["In which year did Pyongyang fail to pay Hanoi for rice? => 1996"]
    ),
    (
      "The Council of Trent met in March 1545. Two years later, Bishop Jan Hora left the city.",
      ["In which month and year did the Council of Trent meet? => March 1545"]
    ),
    (
      "It closed in 1955.",
      []
    ),
    (
      "The article will analyse the relations of Norway and Sweden in the early 19th century.",
      []
    ),
  ])
  func sentences(text: String, expected: [String]) throws {
    #expect(try cards(text) == expected)
  }
}
