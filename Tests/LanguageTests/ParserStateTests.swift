import Testing

@testable import Language

@Suite struct ParserStateTests {
  private static func number(_ relation: Relation) -> Int {
    Relation.allCases.firstIndex(of: relation) ?? 0
  }

  @Test func buildsATreeStepByStep() {
    // The ship sank: det(ship, The), nsubj(sank, ship), root(sank).
    var state = ParserState(count: 3)
    let steps: [Transition] = [
      .shift, .left(Self.number(.determiner)), .shift, .left(Self.number(.subject)), .shift,
      .left(Self.number(.root)),
    ]
    for step in steps { state.apply(step) }
    #expect(state.isFinished)
    #expect(Array(state.heads.prefix(3)) == [1, 2, 3])
    #expect(
      state.relations.prefix(3).map { Relation.allCases[$0] } == [.determiner, .subject, .root])
    #expect(state.leftmost[1] == 0)
    #expect(state.leftValency[2] == 1)
  }

  @Test func transitionsAreNumberedWithoutGaps() {
    for index in 0..<Transition.count { #expect(Transition(index: index).index == index) }
    #expect(Transition.count == 97)
  }

  @Test func theRootTakesOnlyTheLastWord() {
    var state = ParserState(count: 2)
    state.apply(.shift)
    state.apply(.shift)
    #expect(!state.mayShift)
    #expect(!state.mayAttachLeft)
    #expect(state.mayAttachRight)
  }
}
