import Decks
import Marking
import Testing

@testable import Exams

@Suite struct ItemRulesTests {
  /// Marks by equality, which is all that most rules need.
  private let rules = ItemRules(
    judge: { typed, expected in
      Verdict(([expected.answer] + expected.also).contains(typed) ? .correct : .wrong)
    }, latestYear: 2026)

  private func card(
    _ prompt: String = "Who came first?", _ answer: String = "Anna Bell",
    _ kind: CardKind = .person, blank: Int? = nil, event: String? = nil
  ) -> Card {
    Card(
      key: "k", deck: "d", path: "d.md", line: 1, note: 0, section: [], prompt: prompt,
      blank: blank, answer: answer, kind: kind, event: event)
  }

  private func breaches(
    _ card: Card, _ options: [String], key: Int, type: QuestionType = .choice
  ) -> [ItemBreach] {
    rules.breaches(
      of: PaperQuestion(
        card: card, type: type,
        task: .choice(stem: card.prompt, options: options.map { AnswerOption($0) }, key: key)))
  }

  @Test func aSoundItemPasses() {
    #expect(breaches(card(), ["Carl Dorn", "Anna Bell", "Emil Frey"], key: 1) == [])
  }

  @Test func optionsAreThreeToFiveAndDifferent() {
    #expect(breaches(card(), ["Anna Bell", "Carl Dorn"], key: 0) == [.optionCount(2)])
    #expect(
      breaches(card(), ["Anna Bell", "Carl Dorn", "carl dorn"], key: 0)
        == [.sameOptions("Carl Dorn", "carl dorn")])
  }

  @Test func theKeyIsRightAndTheDistractorsAreNot() {
    var both = card()
    both.also = ["Carl Dorn"]
    #expect(
      breaches(both, ["Anna Bell", "Carl Dorn", "Emil Frey"], key: 0)
        == [.acceptedDistractor("Carl Dorn")])
    #expect(
      breaches(card(), ["Anna Bell", "Carl Dorn", "Emil Frey"], key: 1)
        == [.wrongKey("Carl Dorn"), .acceptedDistractor("Anna Bell")])
  }

  @Test func lengthAndGrammarGiveNothingAway() {
    let long = card("What came?", "the long and winding road to the north", .text)
    #expect(
      breaches(long, ["the sea", long.answer, "the hill"], key: 1) == [.keyStandsOut(long.answer)])
    #expect(
      breaches(card("What came?", "the rain", .text), ["the rain", "snow and", "ice now"], key: 0)
        == [.unlikeGrammar("the rain")])
    #expect(
      breaches(
        card("It was an […].", "owl", .term, blank: 1), ["owl", "elk", "hen"], key: 0)
        == [.articleGivesAway("owl")])
  }

  @Test func catchAllsAbsolutesAndNegativesAreFound() {
    #expect(
      breaches(card(), ["Anna Bell", "Carl Dorn", "None of the above"], key: 0)
        == [.catchAll("None of the above")])
    #expect(
      breaches(
        card("What is so?", "Ice melts"), ["Ice melts", "Ice never melts", "Ice sinks"], key: 0)
        == [.absolute("Ice never melts")])
    #expect(
      breaches(card("Who did not come?"), ["Anna Bell", "Carl Dorn", "Emil Frey"], key: 0)
        == [.negativeStem])
    #expect(
      breaches(card("Who came before Carl Dorn?"), ["Anna Bell", "Carl Dorn", "Emil Frey"], key: 0)
        == [.optionInStem("Carl Dorn")])
    #expect(
      breaches(
        card("Which movement met at Belgrade?", "Non-Aligned Movement", .organisation),
        ["Non-Aligned Movement", "Warsaw Treaty", "Vietnam Customs"], key: 0)
        == [.keyEchoesStem("Non-Aligned Movement")])
    #expect(
      breaches(
        card("Which movement met at Belgrade?", "Non-Aligned Movement", .organisation),
        ["Non-Aligned Movement", "Pugwash Movement", "Fair Trade Movement"], key: 0) == [])
  }

  @Test func datesAndNumbersStandInOrder() {
    let date = card("When?", "1912", .date)
    #expect(breaches(date, ["1905", "1912", "1920"], key: 1) == [])
    #expect(breaches(date, ["1912", "1905", "1920"], key: 0) == [.unsorted])
    #expect(
      breaches(date, ["1905", "1912", "May 1920"], key: 1)
        == [.unlikePrecision("1912", "May 1920")])
    #expect(breaches(date, ["1905", "1912", "2050"], key: 1) == [.futureDate("2050")])
    #expect(
      breaches(card("How many?", "12", .number), ["12", "9", "20"], key: 0) == [.unsorted])
    #expect(
      breaches(card("When?", "1910s", .date), ["1900s", "1910s", "early 1910s"], key: 1)
        == [.overlapping("1910s", "early 1910s")])
  }

  @Test func ordersNeedEventsInTime() {
    func order(_ dates: [String]) -> [ItemBreach] {
      let events = dates.enumerated().map {
        DatedEvent(phrase: "Event \($0)", date: $1, card: "\($0)")
      }
      return rules.breaches(
        of: PaperQuestion(card: card(), type: .order, task: .order(events)))
    }
    #expect(order(["1903", "1901", "1904", "1902"]) == [])
    #expect(order(["1903", "1901", "1904"]) == [.eventCount(3)])
    #expect(order(["1901", "1902", "1903", "1904"]) == [.noOrder])
    #expect(order(["1901", "1901", "1901", "1901"]) == [.noOrder])
  }

  @Test func pairsHaveOnePartnerEach() {
    func match(_ left: [String], _ right: [String], _ key: [Int]) -> [ItemBreach] {
      rules.breaches(
        of: PaperQuestion(
          card: card(), type: .match,
          task: .match(
            Matching(subject: .persons, left: left, right: right, key: key, cards: left))))
    }
    #expect(match(["a", "b", "c"], ["Anna", "Bert", "Carl"], [2, 0, 1]) == [])
    #expect(match(["a", "b", "c"], ["Anna", "Bert", "Carl"], [2, 0, 0]) == [.badMatching])
    #expect(match(["a", "b"], ["Anna", "Bert"], [1, 0]) == [.badMatching])
    #expect(
      match(["Who met Bert?", "b", "c"], ["Anna", "Bert", "Carl"], [2, 0, 1])
        == [.optionInStem("Bert")])
    #expect(
      match(["a", "b", "c"], ["Anna", "Anna", "Carl"], [2, 0, 1]) == [.doubleMatch("Anna", "Anna")])
    #expect(
      match(["Which queen fled?", "b", "c"], ["Anna", "Bert", "Carl"], [0, 1, 2])
        == [.classGivesAway("Which queen fled?")])
    #expect(
      match(["Which Bell sang?", "b", "c"], ["Anna Bell", "Bert", "Carl"], [0, 1, 2])
        == [.keyEchoesStem("Anna Bell")])
  }

  @Test func organisationsOfOneClassAreMatched() {
    func match(_ left: [String]) -> [ItemBreach] {
      rules.breaches(
        of: PaperQuestion(
          card: card(), type: .match,
          task: .match(
            Matching(
              subject: .organisations, left: left, right: ["Times", "Tass", "Bell"],
              key: [0, 1, 2], cards: left))))
    }
    let papers = ["Which newspaper asked?", "Which newspaper wrote?", "Which newspaper knew?"]
    #expect(match(papers) == [])
    #expect(match(["Whose editor asked?", "Which body wrote?", "Whom did Anna ask?"]) == [])
    let mixed = ["Which newspaper asked?", "Which party won?", "Whom did Anna ask?"]
    #expect(match(mixed) == [.classGivesAway(mixed[0]), .classGivesAway(mixed[1])])
  }

  @Test func statementsAreWhatTheyAreCalled() {
    func truth(_ answer: String, isTrue: Bool) -> [ItemBreach] {
      rules.breaches(
        of: PaperQuestion(
          card: card(), type: .truth,
          task: .truth(
            Statement(form: .answer(question: "Who came first?", answer), isTrue: isTrue, lure: nil)
          )))
    }
    #expect(truth("Anna Bell", isTrue: true) == [])
    #expect(truth("Carl Dorn", isTrue: false) == [])
    #expect(truth("Anna Bell", isTrue: false) == [.wrongTruth("Anna Bell")])
    #expect(truth("Carl Dorn", isTrue: true) == [.wrongTruth("Carl Dorn")])
  }
}
