import Testing

@testable import Language

@Suite struct ClauseTests {
  /// A sentence of words with "head relation", and in the other direction where that differs.
  private static func sentence(_ words: [(String, PartOfSpeech, Arc, Arc?)]) -> Sentence {
    var place = 0
    return Sentence(
      tokens: words.map { form, universal, arc, reverse in
        defer { place += form.utf8.count + 1 }
        return Token(
          form: form, range: place..<place + form.utf8.count, hasSpaceBefore: true,
          universal: universal, penn: .singularNoun, arc: arc, reverse: reverse ?? arc,
          name: .outside
        )
      })
  }

  private static func arc(_ head: Int?, _ relation: Relation) -> Arc {
    Arc(head: head, relation: relation)
  }

  @Test func aTitleAndItsNameAreOneSubject() {
    let sentence = Self.sentence([
      ("President", .properNoun, Self.arc(1, .descriptiveModifier), Self.arc(3, .subject)),
      ("Keita", .properNoun, Self.arc(3, .subject), Self.arc(0, .flat)),
      ("was", .auxiliary, Self.arc(3, .passiveAuxiliary), nil),
      ("ousted", .verb, Self.arc(nil, .root), nil),
      ("in", .adposition, Self.arc(5, .caseMark), nil),
      ("1968", .numeral, Self.arc(3, .oblique), nil),
    ])
    #expect(
      sentence.clauses == [
        Clause(
          predicate: 3, verb: 3, subject: 1, isPassive: false, isAgreed: true,
          hasNominalSubject: true, object: nil, obliques: [5]
        )
      ])
  }

  @Test func anotherSubjectIsNoAgreement() {
    let sentence = Self.sentence([
      ("Mali", .properNoun, Self.arc(3, .subject), Self.arc(1, .conjunct)),
      (",", .punctuation, Self.arc(0, .punctuation), nil),
      ("Togo", .properNoun, Self.arc(0, .conjunct), Self.arc(3, .subject)),
      ("left", .verb, Self.arc(nil, .root), nil),
    ])
    #expect(sentence.clauses.map(\.subject) == [0])
    #expect(sentence.clauses.map(\.isAgreed) == [false])
  }

  @Test func aCopulaIsTheVerb() {
    let sentence = Self.sentence([
      ("Bamako", .properNoun, Self.arc(3, .subject), Self.arc(1, .subject)),
      ("is", .auxiliary, Self.arc(3, .copula), Self.arc(nil, .root)),
      ("the", .determiner, Self.arc(3, .determiner), nil),
      ("capital", .noun, Self.arc(nil, .root), Self.arc(1, .object)),
    ])
    #expect(
      sentence.clauses == [
        Clause(
          predicate: 3, verb: 1, subject: 0, isPassive: false, isAgreed: true,
          hasNominalSubject: true, object: nil, obliques: []
        )
      ])
  }

  @Test func theSpanOfAHeadHoldsAllThatHangsOnIt() {
    let sentence = Self.sentence([
      ("the", .determiner, Self.arc(1, .determiner), nil),
      ("ships", .noun, Self.arc(4, .subject), nil),
      ("of", .adposition, Self.arc(3, .caseMark), nil),
      ("Athens", .properNoun, Self.arc(1, .nominalModifier), nil),
      ("sailed", .verb, Self.arc(nil, .root), nil),
    ])
    #expect(sentence.span(of: 1) == 0..<4)
    #expect(sentence.span(of: 4) == 0..<5)
    #expect(sentence.span(of: 2) == 2..<3)
    #expect(sentence.dependents(of: 1) == [0, 3])
    #expect(sentence.dependents(of: 4, .subject) == [1])
    #expect(sentence.root == 4)
  }
}
