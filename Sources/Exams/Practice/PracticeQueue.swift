import Chronology
import Decks

/// What is asked in practice: studied cards, misses again until they are right, and pairs that were
/// confused head to head.
package struct PracticeQueue: Sendable {
  /// What comes next.
  package enum Item: Hashable, Sendable {
    /// A card, typed.
    case card(Card)
    /// Which of two answers is the card's own: "1973 or 1975?".
    case pair(Card, options: [String], key: Int)
  }

  private var waiting: [Item]
  /// Misses, with how many others must come before each.
  private var misses: [(item: Item, wait: Int)] = []
  private var current: Item?
  /// Cards answered right at least once.
  package private(set) var done: Set<String> = []
  /// How many answers were given.
  package private(set) var answered = 0
  /// How many were right at the first try.
  package private(set) var rightFirst = 0
  private var tried: Set<String> = []

  /// How many other questions come before a missed one returns.
  package static let gap = 4

  /// Makes a queue.
  ///
  /// - Parameters:
  ///   - cards: the studied cards, each once.
  ///   - missed: the keys of cards missed in the last exam or practice, which come first.
  ///   - confused: for a card's key, the answer of another card that was given instead.
  ///   - seed: decides the order.
  package init(
    cards: [Card], missed: Set<String> = [], confused: [String: String] = [:], seed: UInt64
  ) {
    var draw = SeededDraw(seed: seed)
    let shuffled = draw.shuffled(cards)
    let first = shuffled.filter { missed.contains($0.key) || confused[$0.key] != nil }
    let rest = shuffled.filter { !missed.contains($0.key) && confused[$0.key] == nil }
    var items: [Item] = []
    for card in first + rest {
      if let other = confused[card.key], other != card.answer {
        items.append(PracticeQueue.pair(card, other))
      } else {
        items.append(.card(card))
      }
    }
    waiting = items.reversed()
  }

  /// How many questions are left, misses included.
  package var left: Int { waiting.count + misses.count + (current == nil ? 0 : 1) }

  /// The next question; `nil` when all were right once.
  package mutating func next() -> Item? {
    if let current { return current }
    let ready = misses.firstIndex { $0.wait <= 0 } ?? (waiting.isEmpty ? misses.indices.first : nil)
    if let ready {
      current = misses.remove(at: ready).item
    } else {
      current = waiting.popLast()
    }
    return current
  }

  /// Two answers head to head, in their order: an order by chance would not be the same each time.
  private static func pair(_ card: Card, _ other: String) -> Item {
    let isAfter: Bool
    if let right = HistoricalDate(card.answer), let wrong = HistoricalDate(other) {
      isAfter = wrong.order(to: right) == .before
    } else if let right = Figure(card.answer), let wrong = Figure(other) {
      isAfter = wrong.value < right.value
    } else {
      isAfter = other < card.answer
    }
    return .pair(
      card, options: isAfter ? [other, card.answer] : [card.answer, other], key: isAfter ? 1 : 0)
  }

  /// Says how the question was answered; a miss comes back.
  ///
  /// - Parameters:
  ///   - isRight: whether it was right.
  ///   - other: the answer of another card that was given instead: the two come head to head.
  package mutating func answer(isRight: Bool, confusedWith other: String? = nil) {
    guard let item = current else { return }
    current = nil
    answered += 1
    for index in misses.indices { misses[index].wait -= 1 }
    let key = item.card.key
    let isFirst = tried.insert(key).inserted
    if isRight {
      if isFirst { rightFirst += 1 }
      // Who was asked with two options has still to know it alone.
      switch item {
      case .card: done.insert(key)
      case .pair: misses.append((.card(item.card), PracticeQueue.gap))
      }
    } else if let other, other != item.card.answer {
      misses.append((PracticeQueue.pair(item.card, other), PracticeQueue.gap))
    } else {
      misses.append((item, PracticeQueue.gap))
    }
  }

  /// Leaves the question out.
  package mutating func skip() { current = nil }
}

extension PracticeQueue.Item {
  /// The card that is asked.
  package var card: Card {
    switch self {
    case .card(let card), .pair(let card, _, _): card
    }
  }
}
