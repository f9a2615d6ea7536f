import Memory
import Testing

@testable import Study

/// A card under review that was due on `due`, after an interval of `interval` days.
func reviewed(
  _ entry: Int, note: Int? = nil, section: Int = 0, due: Int, interval: Int = 10,
  last: Int? = nil, missed: Bool = false
) -> Candidate {
  Candidate(
    entry: entry, note: note ?? entry, section: section,
    schedule: Schedule(
      phase: .review, memory: MemoryState(stability: 10, difficulty: 5), due: .day(due),
      interval: interval, lastDay: last ?? due - interval, lastSecond: 0, reviews: 3, lapses: 0),
    isMissed: missed)
}

/// A card that was never asked.
func unseen(_ entry: Int, note: Int? = nil, section: Int = 0) -> Candidate {
  Candidate(entry: entry, note: note ?? entry, section: section, schedule: .new)
}

/// A card in its learning steps.
func learning(_ entry: Int, note: Int? = nil, second: Int64, last: Int) -> Candidate {
  Candidate(
    entry: entry, note: note ?? entry, section: 0,
    schedule: Schedule(
      phase: .learning(step: 0), memory: MemoryState(stability: 1, difficulty: 5),
      due: .second(second), interval: 0, lastDay: last, lastSecond: second - 60, reviews: 1,
      lapses: 0))
}

@Suite("The plan of a day")
struct DayPlanTests {
  let day = 20_000

  func plan(
    _ candidates: [Candidate], limits: DayLimits = DayLimits(), done: DayDone = DayDone()
  ) -> DayPlan {
    DayPlan.make(
      candidates, day: day, endOfDay: Int64(day + 1) * 86_400, limits: limits, done: done,
      pace: .assumed)
  }

  @Test("Due, learning and new cards are told apart; what is not due stays away")
  func tellsApart() {
    let made = plan([
      reviewed(0, due: day), reviewed(1, due: day + 1), unseen(2),
      learning(3, second: Int64(day) * 86_400 + 60, last: day),
      learning(4, second: Int64(day + 1) * 86_400 + 60, last: day),
    ])
    #expect(made.due.map(\.entry) == [0])
    #expect(made.learning.map(\.entry) == [3])
    #expect(made.new.map(\.entry) == [2])
    #expect(made.count == 3)
    #expect(made.seconds == 2 * 15 + 45)
  }

  @Test("The most overdue for their interval come first, misses of an exam before them")
  func ordersByDelay() {
    let made = plan([
      reviewed(0, due: day - 1, interval: 100), reviewed(1, due: day - 1, interval: 2),
      reviewed(2, due: day, interval: 1), reviewed(3, due: day, interval: 50, missed: true),
    ])
    #expect(made.due.map(\.entry) == [3, 1, 0, 2])
  }

  @Test("What an exam asked unseen and found unknown is learnt before the rest")
  func learnsMissesFirst() {
    var missed = unseen(4)
    missed.isMissed = true
    #expect(plan([unseen(2), unseen(3), missed, unseen(5)]).new.map(\.entry) == [4, 2, 3, 5])
  }

  @Test("Of the cards of a note one is asked a day, also when the other was asked before")
  func separatesSiblings() {
    let made = plan([
      reviewed(0, note: 7, due: day), reviewed(1, note: 7, due: day - 5),
      unseen(2, note: 7), unseen(3, note: 8), unseen(4, note: 8), unseen(5, note: 9),
      reviewed(6, note: 9, due: day + 9, last: day),
    ])
    #expect(made.due.map(\.entry) == [1])
    #expect(made.new.map(\.entry) == [3])
  }

  @Test("A card that was answered today is not its own sibling")
  func sameCardReturns() {
    let made = plan([learning(0, note: 7, second: Int64(day) * 86_400 + 9, last: day)])
    #expect(made.learning.map(\.entry) == [0])
  }

  @Test("The limits of the day count what was done today")
  func countsWhatWasDone() {
    let cards = (0..<30).map { reviewed($0, due: day) } + (30..<60).map { unseen($0) }
    let made = plan(
      cards, limits: DayLimits(new: 10, reviews: 25, minutes: nil),
      done: DayDone(new: 7, reviews: 5)
    )
    #expect(made.due.count == 20)
    #expect(made.beyondLimit == 10)
    #expect(made.new.count == 3)
    let over = plan(cards, limits: DayLimits(new: 5, reviews: 5), done: DayDone(new: 9, reviews: 9))
    #expect(over.due.isEmpty)
    #expect(over.new.isEmpty)
  }

  @Test("New cards wait while the due ones fill the time")
  func newCardsWait() {
    let cards = (0..<70).map { reviewed($0, due: day) } + (70..<90).map { unseen($0) }
    // 70 reviews take 17.5 of 20 minutes; three new cards of 45 s each fit.
    #expect(plan(cards).new.count == 3)
    #expect(plan(cards, limits: DayLimits(minutes: nil)).new.count == 10)
    #expect(plan((0..<200).map { reviewed($0, due: day) } + [unseen(200)]).new.isEmpty)
  }

  @Test("Held cards are left out")
  func leavesHeldOut() {
    var held = reviewed(0, due: day)
    held.isHeld = true
    #expect(plan([held]).count == 0)
  }
}

@Suite("The student's pace")
struct PaceTests {
  @Test("The assumed pace gives way to what the days show")
  func learnsPace() {
    #expect(Pace(answers: 0, milliseconds: 0) == Pace(review: 15, new: 45))
    #expect(Pace(answers: 270, milliseconds: 270 * 5000) == Pace(review: 6, new: 18))
    #expect(Pace(answers: 10_000, milliseconds: 10_000 * 100_000) == Pace(review: 60, new: 180))
    #expect(Pace(answers: 10_000, milliseconds: 0) == Pace(review: 5, new: 15))
  }

  @Test("Minutes are rounded, but never to nothing")
  func saysMinutes() {
    #expect([0, 5, 89, 90, 600].map { minutes(ofSeconds: $0) } == [0, 1, 1, 2, 10])
  }
}
