import Chronology
import Memory
import Testing

@testable import Progress

private func state(_ members: String) throws -> Record? {
  try decode(
    line(
      #"{"v":1,"dev":"aaaa","n":1,"kind":"state","key":"a","at":0,"day":"1970-01-01","state":"#
        + members))
}

@Suite struct RecordStateTests {
  @Test func whatHasNotTheRightFormIsPassedOver() throws {
    for members in [
      "3", "[]", "{}", #"{"phase":"known"}"#, #"{"phase":"review"}"#,
      #"{"phase":"new","due":"2026-01-01"}"#, #"{"phase":"review","due":"soon"}"#,
      #"{"phase":"review","due":1.5}"#,
    ] {
      #expect(try state(members) == nil, "\(members)")
    }
    #expect(throws: JournalProblem.Cause.memberMissing("state")) {
      try decode(
        line(
          #"{"v":1,"dev":"aaaa","n":1,"kind":"state","key":"a","at":0,"day":"1970-01-01""#))
    }
  }

  @Test func numbersAreBounded() throws {
    let record = try state(
      #"{"phase":"learning","step":-4,"due":0,"interval":9e9,"reviews":99999999999,"lapses":-1}"#)
    guard case .state(_, let schedule)? = record?.event else {
      Issue.record("no state")
      return
    }
    #expect(schedule.phase == .learning(step: 0))
    #expect(schedule.interval == 0 && schedule.lapses == 0)
    #expect(schedule.reviews == Int(Int32.max))
  }

  @Test func itReplacesTheScheduleAndLaterAnswersGoOnFromIt() throws {
    let stated = Schedule(
      phase: .review, memory: MemoryState(stability: 30, difficulty: 5),
      due: .day(studyDay(30).number), interval: 30, lastDay: studyDay(0).number,
      lastSecond: noon(0).seconds, reviews: 7, lapses: 2)
    let scheduler = Scheduler()
    let before = CardProgress(
      folding: [
        (.review(key: "a", answer(.again)), noon(-3), studyDay(-3)),
        (.state(key: "a", stated), noon(0), studyDay(0)),
      ], scheduler: scheduler)
    #expect(before.schedule == stated)
    #expect(before.answers == 1 && before.firstDay == studyDay(-3))
    let due = studyDay(100).number
    let after = CardProgress(
      folding: [
        (.state(key: "a", stated), noon(0), studyDay(0)),
        (.review(key: "a", answer(.good, due: 100)), noon(30), studyDay(30)),
      ], scheduler: scheduler)
    var expected = scheduler.next(
      stated, rating: .good, second: noon(30).seconds, day: studyDay(30).number, seed: 0)
    (expected.due, expected.interval) = (.day(due), 70)
    #expect(after.schedule == expected)
    #expect(after.schedule.reviews == 8 && after.firstDay == studyDay(0))
  }
}
