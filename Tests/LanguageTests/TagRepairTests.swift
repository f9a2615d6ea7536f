import Testing

@testable import Language

/// Verb forms that can be only one of past tense and participle.
@Suite struct TagRepairTests {
  @Test(arguments: [
    ("shrank", PennTag.pastParticiple, PennTag.pastTense),
    ("became", .pastParticiple, .pastTense),
    ("taken", .pastTense, .pastParticiple),
    ("held", .pastParticiple, .pastParticiple),
    ("founded", .pastTense, .pastTense),
    ("run", .pastParticiple, .pastParticiple),
  ])
  func forms(form: String, tag: PennTag, expected: PennTag) {
    let words = WordFeatures.words(
      [Array(form.utf8)], lexicon: Lexicon(wordClasses: WordTable([]), names: WordTable([])))
    #expect(TagRepair.mended(TagLabel(.verb, tag), words[0]).penn == expected)
  }
}
