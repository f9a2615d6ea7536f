import Decks
import Marking
import Testing

@testable import Exams

@Suite struct BlueprintTests {
  private typealias Weight = Blueprint.Weighted

  @Test func theUsualBlueprintIsSound() {
    let blueprint = Blueprint()
    #expect(blueprint.problems == [])
    #expect(blueprint.questions == 20)
    #expect(blueprint.minutes == 20)
    #expect(blueprint.kinds.map(\.subject.name) == ["dates", "actors"])
  }

  @Test func eachMistakeIsNamed() {
    #expect(Blueprint(questions: 0).problems == [.questions(0)])
    #expect(Blueprint(questions: 501).problems == [.questions(501)])
    #expect(Blueprint(minutes: 0).problems == [.minutes(0)])
    #expect(
      Blueprint(sections: [Weight("A", 0), Weight("B", 0)]).problems
        == [.weightsSumToZero(.sections)])
    #expect(
      Blueprint(kinds: [Weight(.dates, -1)]).problems
        == [.negativeWeight(.kinds, name: "dates", -1)])
    #expect(
      Blueprint(sections: [Weight("A", .infinity)]).problems
        == [.weightIsNoNumber(.sections, name: "A")])
    #expect(
      Blueprint(types: [Weight(.typed), Weight(.typed)]).problems
        == [.repeated(.types, name: "typed")])
    #expect(Blueprint(types: []).problems == [.weightsSumToZero(.types)])
    #expect(
      Blueprint(scheme: MarkingScheme(penalty: 2, passMark: .nan)).problems.count == 2)
  }

  @Test func unknownSectionsComeWithTheNearest() throws {
    let bank = try TestDeck.vienna.bank()
    func problem(_ name: String) -> BlueprintProblem? {
      do throws(BlueprintProblem) {
        _ = try PaperSetter.paper(
          Blueprint(sections: [Weight(name)]), from: bank, seed: 1, latestYear: 2026)
        return nil
      } catch {
        return error
      }
    }
    #expect(problem("The congres") == nil)
    #expect(problem("The kongress") == .unknownSection("The kongress", nearest: ["The congress"]))
    #expect(
      problem("the")
        == .ambiguousSection(
          "the", titles: ["The fall of the emperor", "The congress", "The Hundred Days and after"]))
    #expect(problem(" / ") == .unknownSection(" / ", nearest: []))
  }

  @Test func fewerCardsThanQuestionsIsSaidBeforehand() throws {
    let bank = try TestDeck.rome.bank()
    let paper = try PaperSetter.paper(
      Blueprint(questions: 300, kinds: []), from: bank, seed: 1, latestYear: 2026)
    #expect(paper.questions.count < 60)
    #expect(
      paper.shortfalls.first == .questions(asked: 300, possible: paper.questions.count))
  }

  @Test func aDeckWithoutCardsOfTheKindHasNoPaper() throws {
    let bank = ItemBank(
      cards: [
        Card(
          key: "k", deck: "d", path: "d.md", line: 1, note: 0, section: [], prompt: "Who?",
          answer: "Me", kind: .person)
      ], actors: []
    ) { _, _ in .init(.wrong) }
    #expect(throws: BlueprintProblem.noCards) {
      try PaperSetter.paper(
        Blueprint(kinds: [Weight(.dates)]), from: bank, seed: 1, latestYear: 2026)
    }
    #expect(throws: BlueprintProblem.noCards) {
      try PaperSetter.paper(
        Blueprint(kinds: [], types: [Weight(.order)]), from: bank, seed: 1, latestYear: 2026)
    }
  }
}
