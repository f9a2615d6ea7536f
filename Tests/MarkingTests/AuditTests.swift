import Decks
import Testing

@testable import Marking

@Suite struct AuditTests {
  @Test(arguments: ["biology", "chemistry", "geography", "music", "rome"])
  func decksOfOtherFieldsHaveNoFindings(name: String) {
    let cards = Fixtures.deck(name)
    #expect(cards.count >= 20)
    let findings = Fixtures.marker(cards: cards).audit(cards).map { finding in
      "\(cards[finding.asked].answer) <- \(finding.text)"
    }
    #expect(findings == [])
  }

  @Test(arguments: ["biology", "chemistry", "geography", "music", "rome"])
  func everyAnswerIsRightForItsOwnCard(name: String) {
    let cards = Fixtures.deck(name)
    let marker = Fixtures.marker(cards: cards)
    for card in cards {
      for text in [card.answer] + card.also {
        #expect(marker.mark(text, for: Expected(card)).mark == .correct, "\(text)")
      }
    }
  }

  @Test func noSlipLandsOnAnotherCardsAnswer() {
    let cards = [
      Fixtures.card(0, .place, "Which river?", "Rhine"),
      Fixtures.card(1, .place, "Which river?", "Rhyne"),
    ]
    #expect(Marker().audit(cards).count == 2)
    #expect(Marker(cards: cards).audit(cards) == [])
  }

  @Test func cardsThatCannotBeToldApartAreFound() {
    let cards = [
      Fixtures.card(0, .term, "Which reform?", "Doi Moi"),
      Fixtures.card(1, .term, "Which policy?", "the Doi Moi policy"),
    ]
    #expect(
      Fixtures.marker.audit(cards) == [
        AuditFinding(asked: 0, given: 1, text: "the Doi Moi policy"),
        AuditFinding(asked: 1, given: 0, text: "Doi Moi"),
      ])
  }

  @Test func cardsWithTheSameAnswerAreNoFinding() {
    let cards = [
      Fixtures.card(0, .date, "When did A happen?", "1975"),
      Fixtures.card(1, .date, "When did B happen?", "1975"),
    ]
    #expect(Fixtures.marker.audit(cards) == [])
  }
}
