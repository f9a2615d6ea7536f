import Proving
import Testing

@testable import Language

/// The models that ship, on sentences that no treebank holds.
@Suite struct ShippedModelsTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/Data/Language"
  private static let models = Result { () throws(ModelError) in
    try LanguageModels(folder: folder)
  }

  /// The agreed clauses of a text, as "subject verb object".
  private static func clauses(_ text: String) throws -> [String] {
    try Document(text, models: models.get()).sentences.flatMap { sentence in
      sentence.clauses.filter(\.isAgreed).map { clause in
        [clause.subject, clause.verb, clause.object].compactMap { $0 }
          .map { sentence.tokens[$0].form }
          .joined(separator: " ")
      }
    }
  }

  @Test(arguments: [
    ("In 1821 the Greeks rose against the Sultan.", ["Greeks rose"]),
    (
      "The company bought three mills in 1904 and sold them two years later.",
      ["company bought mills"]
    ),
    ("The treaty was signed in Lisbon on 3 May 1668.", ["treaty signed"]),
    ("Premier Nguyen Duc Binh visited Accra in March 1962.", ["Nguyen visited Accra"]),
    ("President Park Min-ho opened the bridge.", ["Park opened bridge"]),
    ("Bamako is the capital of Mali.", ["Bamako is"]),
    (
      "The senate rejected the bill because the consul had died.",
      ["senate rejected bill", "consul died"]
    ),
    (
      "After the fire, the guild rebuilt its hall, which stood until 1799.",
      ["guild rebuilt hall", "which stood"]
    ),
    (
      "Soldiers who were captured at the river returned in 1951.",
      ["Soldiers returned", "who captured"]
    ),
  ])
  func clausesOfPlainSentences(text: String, expected: [String]) throws {
    #expect(try Self.clauses(text) == expected)
  }

  @Test func tagsAndNames() throws {
    let document = try Document(
      "Kwame Mensah of Ghana left Paris in July.", models: Self.models.get())
    let sentence = try #require(document.sentences.first)
    #expect(
      sentence.tokens.map(\.penn) == [
        .singularName, .singularName, .preposition, .singularName, .pastTense, .singularName,
        .preposition, .singularName, .fullStop,
      ])
    #expect(sentence.names.map(\.kind) == [.person, .place, .place])
    #expect(sentence.names.map(\.tokens) == [0..<2, 3..<4, 5..<6])
  }

  @Test func whatWasReadIsWrittenBack() throws {
    let models = try Self.models.get()
    #expect(try LanguageModels(files: models.files).files == models.files)
  }

  @Test func theLexiconKnowsBaseForms() throws {
    let lemmatiser = Lemmatiser(lexicon: try Self.models.get().lexicon)
    let forms = ["visited", "rejected", "hoped", "founded", "established", "invaded", "controlled"]
    #expect(
      forms.map { lemmatiser.verb($0) }
        == ["visit", "reject", "hope", "found", "establish", "invade", "control"])
  }
}
