import Decks
import Testing

@testable import Exams

@Suite struct PracticeQueueTests {
  private func cards(_ count: Int) -> [Card] {
    (0..<count).map {
      Card(
        key: "k\($0)", deck: "d", path: "d.md", line: $0, note: $0, section: [], prompt: "?",
        answer: "\(1900 + $0)", kind: .date)
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>) func missesComeBackUntilRight(seed: UInt64) {
    var queue = PracticeQueue(cards: cards(20), seed: seed)
    var draw = SeededDraw(seed: seed)
    var order: [String] = []
    while let item = queue.next(), order.count < 500 {
      order.append(item.card.key)
      queue.answer(isRight: draw.below(3) > 0)
    }
    #expect(queue.left == 0)
    #expect(queue.done.count == 20)
    // While fresh cards are left, others always come in between.
    for (index, key) in order.enumerated().prefix(14) {
      let next = order[(index + 1)...].prefix(PracticeQueue.gap)
      #expect(!next.contains(key), "\(key) came back too soon")
    }
  }

  @Test func missedCardsComeFirst() {
    var queue = PracticeQueue(cards: cards(10), missed: ["k7", "k2"], seed: 1)
    var first = Set<String>()
    for _ in 0..<2 {
      if let item = queue.next() { first.insert(item.card.key) }
      queue.answer(isRight: true)
    }
    #expect(first == ["k7", "k2"])
  }

  @Test func confusedPairsAreAskedHeadToHeadThenAlone() {
    let card = cards(1)[0]
    var queue = PracticeQueue(cards: [card], confused: ["k0": "1973"], seed: 1)
    #expect(queue.next() == .pair(card, options: ["1900", "1973"], key: 0))
    queue.answer(isRight: true)
    #expect(queue.done.isEmpty)
    #expect(queue.next() == .card(card))
    queue.answer(isRight: false, confusedWith: "1888")
    #expect(queue.next() == .pair(card, options: ["1888", "1900"], key: 1))
    queue.answer(isRight: true)
    _ = queue.next()
    queue.answer(isRight: true)
    #expect(queue.next() == nil)
    #expect(queue.done == ["k0"])
  }
}
