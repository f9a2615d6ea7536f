import Proving
import Testing

@testable import Language

@Suite struct DocumentTests {
  @Test func paragraphsAreApartByBlankLines() {
    let text = "\n A heading \r\n \r\nfirst\nline\n\n\nsecond \n"
    let bytes = Array(text.utf8)
    let parts = Document.paragraphs(of: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(parts == ["A heading", "first\nline", "second"])
  }

  @Test func noSentenceCrossesABlock() throws {
    let models = try #require(RandomModels.models(seed: 5))
    let document = Document("The Rise of Rome\n\nThe ship sank. It sank", models: models)
    let texts = document.sentences.map { sentence in
      String(decoding: document.text[sentence.range], as: UTF8.self)
    }
    #expect(texts == ["The Rise of Rome", "The ship sank.", "It sank"])
  }

  @Test func everyTokenHasItsPlaceInTheText() throws {
    let models = try #require(RandomModels.models(seed: 6))
    let document = Document("Gen. Ōta’s plan — “bold” — won’t do.", models: models)
    for token in document.sentences.flatMap(\.tokens) {
      #expect(String(decoding: document.text[token.range], as: UTF8.self) == token.form)
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func anyBytesCanBeRead(seed: UInt64) throws {
    let models = try #require(RandomModels.models(seed: seed))
    var random = SplitMix64(seed: seed)
    let bytes = (0..<150).map { _ in UInt8(truncatingIfNeeded: random.next() >> 11) }
    let document = Document(bytes, blocks: Document.paragraphs(of: bytes), models: models)
    let ranges = document.sentences.flatMap(\.tokens).map(\.range)
    for (first, second) in zip(ranges, ranges.dropFirst()) {
      #expect(first.upperBound <= second.lowerBound)
    }
  }
}
