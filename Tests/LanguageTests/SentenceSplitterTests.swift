import Testing

@testable import Language

@Suite struct SentenceSplitterTests {
  private static func split(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let tokens = Tokeniser.tokens(of: bytes, in: 0..<bytes.count)
    return SentenceSplitter.sentences(of: tokens, in: bytes).map { range in
      let start = tokens[range.lowerBound].range.lowerBound
      let end = tokens[range.upperBound - 1].range.upperBound
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ["The war began in 1618.", "It lasted thirty years."],
    ["The U.S. Congress met.", "It met in the U.S.", "The vote was close."],
    ["Dr. H. K. Lee, Gen. Vo and St. Clair met at No. 10 in Sept. 1950."],
    ["The firm was sold to Harbour Bros. Inc. in May."],
    ["It moved to Washington, D.C.", "The move took a year."],
    ["He left at 5 p.m.", "Nobody saw him."],
    ["Okafor et al. (1998) disagree, i.e. they doubt it, cf. Smith, c. 1900."],
    ["World War I.", "The armies came home."],
    ["She asked why.[3]", "Nobody knew.[4, 5]", "It ended there."],
    ["It ended.12", "Then came peace.²", "All was well."],
    ["“We came. [1]", "We saw!”", "He meant it."],
    ["“Why now?” he asked.", "“Stop!” Tan cried.", "“Go.”", "They went."],
    ["He waited ... and waited.", "Then...", "Nothing came."],
    ["The treaty (signed by A. Novak. It was secret) held.", "So did the peace."],
    ["(The treaty held.", "For a while.)", "Peace came."],
    ["Prices rose by 3.5 per cent to $1.20 a yd. in all."],
    ["The U.S.S.R. and the U.K. agreed."],
    ["Was it so?", "Yes!", "It was?!", "No."],
    ["1. Introduction"],
    ["IV. The Peace of 1648"],
    ["They met Kofi A. Mensah.", "He spoke."],
    ["In 1990 the wall fell.", "20 people came."],
  ])
  func findsSentences(sentences: [String]) {
    #expect(Self.split(sentences.joined(separator: " ")) == sentences)
  }

  @Test func cutsWhatIsNoSentence() {
    let bytes = Array(String(repeating: "word ", count: 1000).utf8)
    let tokens = Tokeniser.tokens(of: bytes, in: 0..<bytes.count)
    #expect(
      SentenceSplitter.sentences(of: tokens, in: bytes)
        == [0..<300, 300..<600, 600..<900, 900..<1000])
  }
}
