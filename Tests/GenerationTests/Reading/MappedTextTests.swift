import Proving
import Testing

@testable import Generation

@Suite struct MappedTextTests {
  @Test func sliceKeepsItsPlaces() {
    let source = MappedText(Array("In 1957 he came".utf8))
    var text = MappedText()
    text.append(3..<7, of: source)
    text.append(" ".utf8, insteadOf: 7..<11, of: source)
    text.append(11..<15, of: source)
    #expect(text.string == "1957 came")
    #expect(text.source(of: 0..<4) == 3..<7)
    #expect(text.source(of: 4..<5) == 7..<11)
    #expect(text.source(of: 2..<7) == 5..<13)
    #expect(text.source(of: 9..<9) == 15..<15)
  }

  @Test func replacementStandsForTheWhole() {
    let source = MappedText(Array("of\u{fb01}ce".utf8))
    var text = MappedText()
    text.append(0..<2, of: source)
    text.append("fi".utf8, insteadOf: 2..<5, of: source)
    text.append(5..<7, of: source)
    #expect(text.string == "office")
    #expect(text.source(of: 2..<3) == 2..<5)
    #expect(text.source(of: 3..<4) == 2..<5)
    #expect(text.source(of: 4..<6) == 5..<7)
  }

  @Test func emptyTextHasNoPlaces() {
    #expect(MappedText().source(of: 0..<0) == 0..<0)
    #expect(MappedText().trimmed().isEmpty)
  }

  /// However a text is cut up and put together, each byte points at the byte it came from.
  @Test(arguments: 0..<50) func compositionKeepsPlaces(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let source = (0..<200).map { _ in UInt8.random(in: 0x61...0x7a, using: &generator) }
    var text = MappedText(source)
    for _ in 0..<5 {
      var next = MappedText()
      var index = 0
      while index < text.count {
        let end = min(text.count, index + Int.random(in: 1...20, using: &generator))
        if Bool.random(using: &generator) { next.append(index..<end, of: text) }
        index = end
      }
      text = next
    }
    for index in text.bytes.indices {
      let place = text.source(of: index..<index + 1)
      #expect(place.count == 1 && source[place.lowerBound] == text.bytes[index])
    }
  }
}
