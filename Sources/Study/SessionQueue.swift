/// The cards of a running session: those not asked yet, and those that come back.
package struct SessionQueue: Sendable {
  /// A card that was asked in this session and comes again.
  package struct Returning: Hashable, Sendable {
    package var entry: Int
    /// The second since 1970 at which its learning step ends.
    package var second: Int64
    /// How many cards had been asked when it was asked last.
    package var askedAt: Int
    /// Whether it was missed and has not been recalled since.
    package var mustBeRecalled: Bool
    /// How many answers it still needs on this day if all are right.
    package var answersLeft: Int
  }

  /// What to ask next.
  package struct Pick: Hashable, Sendable {
    package var entry: Int
    /// Whether it was asked in this session before.
    package var isReturn: Bool
    /// Whether its answer may still stand above: a screen is scrolled first.
    package var isFromMemory: Bool
  }

  /// A card does not return before this many others were asked, while others are left.
  package static let gap = 8
  /// What is due within this many seconds is asked when nothing else is left.
  package static let patience: Int64 = 20 * 60

  /// The cards not asked yet, the next one first.
  package private(set) var waiting: ArraySlice<Int>
  package private(set) var returning: [Returning] = []
  /// Cards to be asked at once, whatever stands on the screen; the last one first.
  private var demanded: [Int] = []
  /// How many cards were asked so far.
  package private(set) var asked = 0
  /// How often each card was missed since it was recalled last.
  private var misses: [Int: Int] = [:]

  /// A card that is missed so often with nothing else to ask in between waits for another day.
  package static let mostMisses = 4

  package init(_ order: [Int]) { self.waiting = order[...] }

  /// The cards left: those not asked yet and those that were missed.
  package var left: Int {
    demanded.count + waiting.count + returning.count { $0.mustBeRecalled }
  }

  /// The cards that were not asked yet.
  package var notAsked: [Int] { demanded + waiting }

  /// The answers that the cards asked so far still need, if all are right.
  package var answersLeftToReturn: Int { returning.reduce(0) { $0 + $1.answersLeft } }

  /// Chooses the next card and takes it out of the queue.
  ///
  /// - Parameters:
  ///   - second: now, in seconds since 1970.
  ///   - isOver: whether the session's time is over: then only the missed cards are finished.
  ///   - isSpoiled: whether a card's answer can be read on the screen now.
  /// - Returns: what to ask; `nil` when the session is done.
  package mutating func next(
    at second: Int64, isOver: Bool, isSpoiled: (Int) -> Bool
  ) -> Pick? {
    if let entry = demanded.popLast() {
      asked += 1
      return Pick(entry: entry, isReturn: false, isFromMemory: isSpoiled(entry))
    }
    if let index = ripe(at: second) { return take(index, fromMemory: false) }
    if !isOver, let first = waiting.first {
      let hidden = waiting.prefix(6).first { !isSpoiled($0) }
      let entry = hidden ?? first
      waiting.removeAll { $0 == entry }
      asked += 1
      return Pick(entry: entry, isReturn: false, isFromMemory: hidden == nil)
    }
    let last = returning.indices
      .filter {
        returning[$0].mustBeRecalled
          && misses[returning[$0].entry, default: 0] < SessionQueue.mostMisses
          || (!isOver && returning[$0].second <= second + SessionQueue.patience)
            && !returning[$0].mustBeRecalled
      }
      .min { (returning[$0].askedAt, $0) < (returning[$1].askedAt, $1) }
    return last.map { take($0, fromMemory: asked - returning[$0].askedAt < SessionQueue.gap) }
  }

  /// Brings a card back later.
  ///
  /// - Parameters:
  ///   - entry: the card that was just asked.
  ///   - second: when its learning step ends.
  ///   - mustBeRecalled: whether it was missed.
  ///   - answersLeft: how many answers it still needs on this day if all are right.
  package mutating func bringBack(
    _ entry: Int, at second: Int64, mustBeRecalled: Bool, answersLeft: Int = 1
  ) {
    misses[entry] = mustBeRecalled ? misses[entry, default: 0] + 1 : 0
    returning.removeAll { $0.entry == entry }
    returning.append(
      Returning(
        entry: entry, second: second, askedAt: asked, mustBeRecalled: mustBeRecalled,
        answersLeft: answersLeft))
  }

  /// Puts a card to the front, to be asked at once.
  package mutating func putFirst(_ entry: Int) {
    remove(entry)
    demanded.append(entry)
  }

  /// Puts a card to the end of those that were not asked yet.
  package mutating func putLast(_ entry: Int) {
    remove(entry)
    waiting.append(entry)
  }

  /// Takes cards out for good: suspended, buried, or siblings of one that was asked.
  package mutating func remove(_ entry: Int) {
    demanded.removeAll { $0 == entry }
    waiting.removeAll { $0 == entry }
    returning.removeAll { $0.entry == entry }
  }

  /// Gives every card its new place after the decks were read again; cards that are gone are left
  /// out.
  package mutating func move(_ entries: [Int: Int]) {
    demanded = demanded.compactMap { entries[$0] }
    waiting = ArraySlice(waiting.compactMap { entries[$0] })
    returning = returning.compactMap { card in
      entries[card.entry].map {
        var moved = card
        moved.entry = $0
        return moved
      }
    }
  }

  private func ripe(at second: Int64) -> Int? {
    returning.indices
      .filter {
        returning[$0].second <= second && asked - returning[$0].askedAt >= SessionQueue.gap
      }
      .min { (returning[$0].second, $0) < (returning[$1].second, $1) }
  }

  private mutating func take(_ index: Int, fromMemory: Bool) -> Pick {
    let card = returning.remove(at: index)
    asked += 1
    return Pick(entry: card.entry, isReturn: true, isFromMemory: fromMemory)
  }
}
