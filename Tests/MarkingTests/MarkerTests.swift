import Decks
import Testing

@testable import Marking

@Suite struct MarkerTests {
  @Test func worksWithoutTheShippedTables() {
    let marker = Marker()
    let expected = Expected(answer: "Doi Moi", kind: .term)
    #expect(marker.mark("the doi moi reforms", for: expected).mark == .correct)
    #expect(marker.mark("perestroika", for: expected).mark == .wrong)
    let state = Expected(answer: "Soviet Union", kind: .state)
    #expect(marker.mark("soviet union", for: state).mark == .correct)
    #expect(marker.mark("United States", for: state).mark == .wrong)
  }

  @Test func marksTwoThousandActorsApart() {
    let actors = (0..<2000).map { number in
      Actor(name: "Given\(number % 50) Family\(number)", kind: .person)
    }
    let marker = Marker(actors: actors)
    let expected = Expected(answer: "Given7 Family1507", kind: .person)
    #expect(marker.mark("Family1507", for: expected).mark == .correct)
    #expect(marker.mark("Given8 Family1508", for: expected).mark == .wrong)
    #expect(marker.mark("Given8 Family1508", for: expected).named == "Given8 Family1508")
  }

  @Test func capitalsStandWhereTheQuestionSpeaksOfCapitals() {
    let marker = Fixtures.marker
    let expected = Expected(
      answer: "Soviet Union", kind: .state, question: "Which ally did Hanoi tilt towards?")
    #expect(marker.mark("Moscow", for: expected).mark == .correct)
  }

  @Test func cardsAreExpected() {
    let card = Fixtures.card(0, .term, "Which reform?", "Doi Moi", also: ["renovation"])
    #expect(
      Expected(card)
        == Expected(
          answer: "Doi Moi", also: ["renovation"], kind: .term, question: "Which reform?"))
    #expect(Fixtures.marker.mark("Renovation", for: Expected(card)).mark == .correct)
  }

  @Test func casesAreMarkedInOrder() {
    let cases = [
      MarkingCase(expected: "1978", typed: "in 1978", question: "In which year?"),
      MarkingCase(expected: "1978", typed: "1979", question: "In which year?"),
    ]
    #expect(Fixtures.marker.mark(cases).map(\.mark) == [.correct, .wrong])
  }
}
