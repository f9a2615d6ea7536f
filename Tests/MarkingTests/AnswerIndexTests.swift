import Decks
import Testing

@testable import Marking

@Suite struct AnswerIndexTests {
  private let cards = [
    Fixtures.card(
      0, .date, "When were the accords signed?", "27 January 1973",
      event: "the Paris Peace Accords"),
    Fixtures.card(1, .date, "When was Vietnam unified?", "April 1975", event: "unification"),
    Fixtures.card(2, .person, "Who spoke?", "Kim Yong Nam"),
    Fixtures.card(3, .person, "Who led?", "Kim Yong Il"),
    Fixtures.card(4, .date, "When did Saigon fall?", "April 1975"),
  ]

  @Test func namesTheCardWhoseAnswerItIs() throws {
    let index = AnswerIndex(cards: cards)
    let hit = try #require(index.card(for: "1/27/1973", insteadOf: cards[1]))
    #expect(
      hit == AnswerIndex.Hit(card: 0, key: "card-0", about: "the Paris Peace Accords"))
    #expect(
      hit.sentence(typed: "1/27/1973", asked: cards[1])
        == "1/27/1973 belongs to: the Paris Peace Accords. Asked was: unification.")
  }

  @Test func foldsNames() {
    let index = AnswerIndex(cards: cards)
    #expect(index.card(for: "kim yong-nam", insteadOf: cards[3])?.card == 2)
  }

  @Test func otherKindsAndSharedAnswersAreNoHit() {
    let index = AnswerIndex(cards: cards)
    #expect(index.card(for: "Kim Yong Nam", insteadOf: cards[0]) == nil)
    #expect(index.card(for: "April 1975", insteadOf: cards[1]) == nil)
    #expect(index.card(for: "nobody's answer", insteadOf: cards[1]) == nil)
  }
}
