import Proving
import Testing

@testable import Language

@Suite struct ParserTests {
  @Test(arguments: 0..<10 as Range<UInt64>)
  func everyTreeHasOneRootAndNoCycle(seed: UInt64) throws {
    let models = try #require(RandomModels.models(seed: seed))
    let document = Document(RandomModels.text(seed: seed, count: 40), models: models)
    for sentence in document.sentences {
      for arcs in [sentence.tokens.map(\.arc), sentence.tokens.map(\.reverse)] {
        #expect(arcs.count { $0.head == nil } == 1)
        #expect(arcs.count { $0.relation == .root } == 1)
        for start in arcs.indices {
          var word: Int? = start
          var steps = 0
          while let here = word, steps <= arcs.count {
            (word, steps) = (arcs[here].head, steps + 1)
          }
          #expect(word == nil)
        }
      }
    }
  }

  @Test func aSentenceOfNoWordsHasNoTree() throws {
    let models = try #require(RandomModels.models(seed: 1))
    #expect(models.read([]) == Reading(tags: [], forward: [], backward: [], names: []))
    #expect(Document("", models: models).sentences.isEmpty)
  }

  @Test func theSameTextGivesTheSameReading() throws {
    let models = try #require(RandomModels.models(seed: 7))
    let text = RandomModels.text(seed: 7, count: 60)
    #expect(
      Document(text, models: models).sentences == Document(text, models: models).sentences)
  }
}
