import Digest
import Memory
import Testing

@testable import Progress

/// Renaming, by what becomes of the records `a` … of the first day and those of the last.
@Suite struct CardNamesTests {
  func reviews(_ keys: [String], _ device: DeviceID, _ day: Int) -> [Record] {
    keys.enumerated().map { index, key in
      record(
        device, Int64(day * 10 + index + 1), day, plus: Int64(index),
        .review(key: key, answer(.good)))
    }
  }

  func relink(_ day: Int, _ moves: [Event.Move]) -> Record {
    record(deviceB, Int64(day), day, .relink(moves))
  }

  /// The number of reviews under each key.
  func counts(_ records: [Record]) -> [String: Int] {
    Everything(folded(records)).cards.mapValues(\.schedule.reviews)
  }

  @Test func historyMovesAndLaterRecordsFollow() {
    let records =
      reviews(["a"], deviceA, 1) + [relink(2, [.init("a", "b")])] + reviews(["a"], deviceA, 3)
    #expect(counts(records) == ["b": 2])
    #expect(Everything(folded(records)).aliases == ["a": "b"])
  }

  @Test func twoCardsSwap() {
    let records =
      reviews(["a", "a", "b"], deviceA, 1) + [relink(2, [.init("a", "b"), .init("b", "a")])]
      + reviews(["a"], deviceA, 3)
    #expect(counts(records) == ["b": 2, "a": 2])
    #expect(Everything(folded(records)).aliases == [:])
  }

  @Test func threeCardsTurn() {
    let moves: [Event.Move] = [.init("a", "b"), .init("b", "c"), .init("c", "a")]
    let records = reviews(["a", "b", "b", "c", "c", "c"], deviceA, 1) + [relink(2, moves)]
    #expect(counts(records) == ["b": 1, "c": 2, "a": 3])
  }

  @Test func chainsAreFollowedToTheirEnd() {
    let records =
      reviews(["a"], deviceA, 1) + [relink(2, [.init("a", "b")]), relink(3, [.init("b", "c")])]
      + reviews(["a", "b"], deviceA, 4)
    #expect(counts(records) == ["c": 3])
  }

  @Test func aKeyThatWasMadeAgainIsItsOwn() {
    let records =
      reviews(["a"], deviceA, 1) + [relink(2, [.init("a", "b")]), relink(3, [.init("a", "a")])]
      + reviews(["a"], deviceA, 4)
    #expect(counts(records) == ["b": 1, "a": 1])
    #expect(Everything(folded(records)).aliases == [:])
  }

  @Test func anEditThatIsTakenBackBringsTheHistoryHome() {
    let records =
      reviews(["a"], deviceA, 1) + [relink(2, [.init("a", "b")])] + reviews(["b"], deviceA, 3)
      + [relink(4, [.init("b", "a")])] + reviews(["a", "b"], deviceA, 5)
    #expect(counts(records) == ["a": 4])
  }

  @Test func historiesThatMeetAreInterleaved() {
    let meet = relink(3, [.init("a", "b")])
    let records = reviews(["a"], deviceA, 1) + reviews(["b"], deviceA, 2) + [meet]
    let one = folded(records).progress(of: .init("b"))
    let other = folded(reviews(["b"], deviceA, 1) + reviews(["b"], deviceA, 2))
      .progress(of: .init("b"))
    #expect(one == other)
  }

  @Test func anotherDeviceThatDidNotKnowIsFollowed() {
    // B renamed on day 2, A went on under the old key on days 1 to 4 and merged later.
    let records =
      reviews(["a"], deviceA, 1) + [relink(2, [.init("a", "b")])] + reviews(["a"], deviceA, 3)
      + reviews(["a"], deviceA, 4)
    #expect(counts(records.reversed()) == ["b": 3])
  }
}
