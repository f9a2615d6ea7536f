import Decks
import Testing

@testable import Marking

/// What the student reads.
@Suite struct WordingTests {
  private static let marker = Fixtures.marker(actors: [
    Actor(name: "Kim Il Sung", kind: .person, also: ["Great Leader"]),
    Actor(name: "Kim Yong Il", kind: .person), Actor(name: "Kim Yong Nam", kind: .person),
    Actor(name: "North Vietnam", kind: .state, also: ["Hanoi's side"], capital: "Hanoi"),
    Actor(name: "Wladyslaw Gomulka", kind: .person),
  ])

  private func verdict(
    _ typed: String, _ answer: String, _ kind: CardKind, question: String = ""
  ) -> Verdict {
    Self.marker.mark(typed, for: Expected(answer: answer, kind: kind, question: question))
  }

  @Test func saysWhichPartOfADateIsAsked() {
    let month = verdict("July 1969", "25 July 1969", .date)
    #expect(month.mark == .almost)
    #expect(month.reason == "Right year and month, but the day is asked as well.")
    #expect(month.hint == "The year and month are right. Which day?")
    let wrong = verdict("25 June 1969", "25 July 1969", .date)
    #expect(wrong.mark == .wrong)
    #expect(wrong.reason == "The year and day are right, the month is not.")
    #expect(wrong.hint == "")
  }

  @Test func namesTheOtherActor() {
    let other = verdict("Kim Yong Il", "Kim Yong Nam", .person)
    #expect(other.mark == .wrong)
    #expect(other.named == "Kim Yong Il")
    #expect(other.reason == "You named Kim Yong Il.")
  }

  @Test func asksWhichBearerOfAFamilyName() {
    let shared = verdict("Kim", "Kim Yong Nam", .person)
    #expect(shared.mark == .almost)
    #expect(shared.reason == "Several bear that name: Kim Il Sung, Kim Yong Il.")
    #expect(shared.hint == "Which of them? Give the full name.")
    #expect(verdict("Gomulka", "Wladyslaw Gomulka", .person).mark == .correct)
  }

  @Test func aliasesOfTheDecksActorsAreRight() {
    #expect(verdict("great leader", "Kim Il Sung", .person).mark == .correct)
  }

  @Test func capitalsStandWhereTheDeckSaysSo() {
    #expect(verdict("Hanoi", "North Vietnam", .state).mark == .correct)
    let capital = verdict("Moscow", "Soviet Union", .state)
    #expect(capital.mark == .almost)
    #expect(capital.reason == "That is the capital; the state is asked.")
  }

  @Test func showsTheSpelling() {
    let slip = verdict("Wladyslaw Gomulkka", "Wladyslaw Gomulka", .person)
    #expect(slip.mark == .correct)
    #expect(slip.reason == "")
    let other = verdict("perestroyka reform", "perestroika", .term)
    #expect(other.mark == .correct)
    let missing = verdict("Kissingre", "Henry Kissinger", .person)
    #expect(missing.spelling == "Henry Kissinger")
    #expect(missing.reason == "Right; it is spelled Henry Kissinger.")
  }

  @Test func namesWhatIsMissingFromAList() {
    let list = verdict("tractors, arms", "arms, clothing, and tractors", .list)
    #expect(list.mark == .almost)
    #expect(list.missing == ["clothing"])
    #expect(list.reason == "Missing: clothing.")
    #expect(list.hint == "One is missing.")
  }

  @Test func blanksGetNoLecture() {
    #expect(verdict("", "Hanoi", .place).reason == "Nothing was typed.")
    #expect(verdict("no idea", "Hanoi", .place).reason == "No answer.")
  }

  /// Another right answer is more exact than the question: its year is not asked for.
  @Test func hintsAskForWhatTheQuestionAsks() {
    let expected = Expected(
      answer: "turn of the 20th century", also: ["around 1900"], kind: .date,
      question: "Around what time was the railway built?")
    let verdict = Marker().mark("early 20th century", for: expected)
    #expect(verdict.mark == .almost)
    #expect(verdict.hint == "The century is right. Which part of it?")
    let era = Marker().mark("44", for: Expected(answer: "44 BC", kind: .date))
    #expect(era.hint == "The year is right. Which era?")
  }

  @Test func hintsNeverHoldTheAnswer() {
    let almost = [
      verdict("1969", "25 July 1969", .date), verdict("Kim Yong", "Kim Yong Il", .person),
      verdict("Vietnam", "North Vietnam", .state), verdict("12 million", "12,300,333", .number),
      verdict("Henry", "Henry VIII", .person),
    ]
    let answers = ["25 July 1969", "Kim Yong Il", "North Vietnam", "12,300,333", "Henry VIII"]
    for (verdict, answer) in zip(almost, answers) {
      #expect(verdict.mark == .almost)
      #expect(!verdict.hint.isEmpty)
      #expect(!verdict.hint.contains(answer))
      #expect(!verdict.reason.contains(answer))
    }
  }
}
