import Chronology
import Testing

@testable import Statistics

@Suite struct FiguresTests {
  @Test func shares() {
    #expect(Share().value == nil)
    #expect(Share(right: 3, total: 4).value == 0.75)
    #expect(Share(right: 3, total: 4) + Share(right: 1, total: 1) == Share(right: 4, total: 5))
  }

  @Test func streaks() {
    func streak(_ days: [Int]) -> [Int] {
      let streak = Streak(days, today: 100)
      return [
        streak.current, streak.longest, streak.includesToday ? 1 : 0, streak.ofLastThirty,
        streak.studyDays,
      ]
    }
    #expect(streak([]) == [0, 0, 0, 0, 0])
    #expect(streak([100]) == [1, 1, 1, 1, 1])
    #expect(streak([99]) == [1, 1, 0, 1, 1])
    #expect(streak([98]) == [0, 1, 0, 1, 1])
    #expect(streak([10, 11, 12, 13, 70, 71, 98, 99, 100]) == [3, 4, 1, 4, 9])
    #expect(streak([99, 100, 101]) == [2, 2, 1, 2, 2])
  }

  @Test func distributions() {
    let none = Distribution([], bounds: [1, 2], isOpen: true)
    #expect(none.median == nil && none.mean == nil && none.count == 0)
    let some = Distribution([0.5, 1, 1.5, 9], bounds: [1, 2], isOpen: true)
    #expect(some.bins.map(\.count) == [2, 1, 1])
    #expect(some.bins.map(\.upper) == [1, 2, nil])
    #expect(some.median == 1.25 && some.mean == 3)
    let closed = Distribution([3, 1, 2], bounds: [1, 2], isOpen: false)
    #expect(closed.bins.map(\.count) == [1, 2])
    #expect(closed.median == 2)
  }

  @Test func weekdays() {
    #expect(today.weekday == 2)
    #expect(CivilDay(number: 0).weekday == 3)
    #expect(CivilDay(number: -4).weekday == 6)
  }

  @Test func words() {
    #expect(
      [0, 999, 1000, 1_234_567, -1000].map(Words.number) == [
        "0", "999", "1,000", "1,234,567", "-1,000",
      ])
    #expect(
      [0, 2.5, 12.04, -1.26, .infinity].map(Words.decimal) == [
        "0", "2.5", "12", "-1.3", "very many",
      ])
    #expect(
      [0, 1499, 59_400, 60_000, 3_599_000, 3_600_000, 11_100_000].map(Words.duration) == [
        "0 s", "1 s", "59 s", "1 min", "1 h", "1 h", "3 h 5 min",
      ])
    #expect(Words.percent(nil) == "–" && Words.percent(0.875) == "88 %")
    #expect(Words.day(today) == "25 Nov 2026")
    #expect(
      Words.list([]) == "" && Words.list(["a"]) == "a"
        && Words.list(["a", "b", "c"]) == "a, b and c")
  }

  @Test func calendarLevels() {
    let days = [1, 2, 3, 4, 5, 6, 7, 8].enumerated().map {
      Statistics.DayCount(day: day(10 - $0.offset), answers: $0.element)
    }
    let calendar = ActivityCalendar(days, today: today, since: nil)
    #expect(calendar.weeks == 53)
    #expect(calendar.counts.count == 52 * 7 + 3)
    #expect(calendar.firstMonday == CivilDay(year: 2025, month: 11, day: 24))
    #expect(calendar.bounds == [2, 4, 6])
    #expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map { calendar.level($0) } == [0, 1, 1, 2, 2, 3, 3, 4, 4])
    #expect(calendar.legend.map(\.text) == ["none", "1–2", "3–4", "5–6", "7–8"])
    #expect(calendar.count(week: 52, weekday: 2) == 0)
    #expect(calendar.count(week: 52, weekday: 3) == nil)
    let short = ActivityCalendar(days, today: today, since: day(5))
    #expect(short.weeks == 2 && short.firstMonday == CivilDay(year: 2026, month: 11, day: 16))
    let same = ActivityCalendar(
      [Statistics.DayCount(day: today, answers: 9)], today: today, since: nil)
    #expect(same.legend.map(\.text) == ["none", "9"])
  }
}
