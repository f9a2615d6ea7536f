import Chronology
import Decks
import Progress
import Testing

@testable import Study

@Suite struct DraftSettlingTests {
  private func progress(
    _ draft: CardProgress.Draft? = nil, correctDays: Int = 0
  ) -> CardProgress {
    var progress = CardProgress()
    progress.draft = draft
    progress.correctDays = correctDays
    return progress
  }

  private let text = """
    Q: a?
    A: b
    Tags: draft
    Id: a

    C: [c] and [d]
    Tags: draft, x
    Id: c

    Q: e?
    A: f
    Id: e

    """

  private var deck: Deck { Deck.parse(bytes: Array(text.utf8), path: "d.md") }

  private func settled(_ states: [String: CardProgress]) -> String? {
    settlingDrafts(in: deck) { states[$0] }.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func aDraftIsSettledByADecisionOrTwoDays() {
    let card = deck.cards[0]
    #expect(card.isDraft(nil))
    #expect(card.isDraft(progress(correctDays: 1)))
    #expect(!card.isDraft(progress(correctDays: 2)))
    #expect(!card.isDraft(progress(.kept)) && !card.isDraft(progress(.rejected)))
    #expect(!deck.cards[3].isDraft(nil))
  }

  @Test func theDeckFollows() {
    #expect(settled([:]) == nil)
    #expect(settled(["a": progress(correctDays: 1)]) == nil)
    let kept = text.replacing("Tags: draft\n", with: "")
    #expect(settled(["a": progress(.kept)]) == kept)
    #expect(settled(["a": progress(correctDays: 2)]) == kept)
    let rejected = String(text[(text.firstRange(of: "C:")?.lowerBound ?? text.endIndex)...])
    #expect(settled(["a": progress(.rejected)]) == rejected)
    #expect(settled(["e": progress(.rejected)]) == nil)
  }

  /// A note with several cards is settled when all of them are.
  @Test func aNoteOfTwoCards() {
    #expect(settled(["c.1": progress(.kept)]) == nil)
    #expect(
      settled(["c.1": progress(.kept), "c.2": progress(.rejected)])
        == text.replacing("draft, x", with: "x"))
    #expect(
      settled(["c.1": progress(.rejected), "c.2": progress(.rejected)])?.contains("[c]") == false)
  }
}
