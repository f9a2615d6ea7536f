import Chronology
import Decks
import Memory
import Progress
import Proving
import Testing

@testable import Statistics

@Suite struct CountingTests {
  @Test func todayThisWeekAndAll() {
    let counted = statistics(
      [
        answer(0, 40, .good, isNew: true), answer(0, 39, .again),
        answer(1, 3), answer(1, 2, .again, occasion: .practice), answer(1, 1),
        answer(2, 0, isNew: true), answer(2, 0, .again, interval: 0), answer(0, 0, occasion: .exam),
        answer(0, -1),
      ], cards: [card(0), card(1), card(2)])
    var day = Tally()
    day.answers = Share(right: 2, total: 3)
    (day.reviews, day.exams, day.cards, day.introduced) = (2, 1, 2, 1)
    day.milliseconds = 18_000
    #expect(counted.day == day)
    var week = day
    week.answers = Share(right: 3, total: 5)
    (week.reviews, week.practices, week.cards) = (3, 1, 3)
    week.milliseconds = 30_000
    #expect(counted.week == week)
    #expect(counted.monday == CivilDay(year: 2026, month: 11, day: 23))
    var all = week
    all.answers = Share(right: 5, total: 8)
    (all.reviews, all.cards, all.introduced) = (6, 3, 2)
    all.milliseconds = 48_000
    #expect(counted.all == all)
    #expect(counted.days.map(\.answers) == [1, 1, 1, 1, 1, 3])
    #expect(counted.days.map(\.day.number).first == today.number - 40)
  }

  /// Reviews after a day or more count, by the interval that the card had been given.
  @Test func trueRetention() {
    let counted = statistics(
      [
        answer(0, 30, isNew: true), answer(0, 30, .again, interval: 0),
        answer(0, 29, interval: 1), answer(0, 28, .again, interval: 20),
        answer(0, 3, interval: 21), answer(0, 2, .hard, interval: 400),
        answer(0, 2, .again, interval: 21), answer(0, 1, occasion: .practice),
        answer(0, 1, .again, occasion: .exam),
      ], cards: [card(0)])
    var october = Month(year: 2026, month: 10)
    october.young = Share(right: 1, total: 2)
    (october.answers, october.milliseconds) = (4, 24_000)
    var november = Month(year: 2026, month: 11)
    november.mature = Share(right: 2, total: 3)
    (november.answers, november.milliseconds) = (5, 30_000)
    #expect(counted.months == [october, november])
    #expect(counted.young == Share(right: 1, total: 2))
    #expect(counted.mature == Share(right: 2, total: 3))
  }

  @Test func sinceADay() {
    let answers = [answer(0, 9, .again), answer(0, 4), answer(0, 1)]
    let counted = statistics(answers, cards: [card(0)], since: day(4))
    #expect(counted.all.answers == Share(right: 2, total: 2))
    #expect(counted.days.map(\.day) == [day(4), day(1)])
    #expect(statistics(answers, cards: [card(0)], since: day(0)).isEmpty)
  }

  @Test func someCardsOnly() {
    let answers = [answer(0, 1), answer(1, 1, .again), answer(5, 1)]
    let some = statistics(answers, cards: [card(1)], isEverything: false)
    #expect(some.all.answers == Share(right: 0, total: 1))
    let all = statistics(answers, cards: [card(1)])
    #expect(all.all.answers == Share(right: 2, total: 3))
    #expect(all.vanished == Share(right: 2, total: 2))
  }

  @Test func successByKindSectionAndHour() {
    let counted = statistics(
      [
        answer(0, 9, .again, isNew: true), answer(0, 8, .again, hour: 7), answer(0, 7, hour: 7),
        answer(1, 8, hour: 23), answer(2, 8, occasion: .practice),
      ], cards: [card(0), card(1, .person, section: 1), card(2, .person, section: 2)])
    #expect(
      counted.kinds == [.date: Share(right: 1, total: 2), .person: Share(right: 2, total: 2)])
    #expect(
      counted.successBySection == [
        Share(right: 1, total: 2), Share(right: 1, total: 1), Share(right: 1, total: 1),
      ])
    #expect(counted.hours[7] == Share(right: 1, total: 2))
    #expect(counted.hours[23] == Share(right: 1, total: 1))
    #expect(counted.hours[20] == Share(right: 1, total: 1))
    #expect(counted.hours.reduce(0) { $0 + $1.total } == 4)
  }

  @Test func forecastAndStates() {
    let learning = { () -> StudiedCard in
      var card = card(5, interval: 1, due: 0)
      card.schedule.phase = .learning(step: 1)
      return card
    }()
    let counted = statistics(
      [],
      cards: [
        card(0), card(1, interval: 5, due: 0), card(2, interval: 30, due: -9),
        card(3, interval: 20, due: 29), card(4, interval: 60, due: 30), learning,
        card(6, interval: 3, due: 2, isSuspended: true),
      ])
    var forecast = [Int](repeating: 0, count: 30)
    (forecast[0], forecast[29]) = (3, 1)
    #expect(counted.forecast == forecast)
    #expect(counted.overdue == 1)
    #expect(CardStates.State.allCases.map { counted.states[$0] } == [1, 1, 0, 2, 2, 1])
    #expect(counted.states.total == 7)
  }

  @Test func cardsThatKeepFailing() {
    let bad = (0..<5).flatMap { [answer(0, 20 - $0, .again, line: Int64($0)), answer(0, 20 - $0)] }
    let mature = (0..<5).map { answer(1, 20 - $0, .again) }
    let sameDay = (0..<9).map { _ in answer(2, 3, .again) }
    let new = [answer(0, 30, .again, isNew: true, line: 99)]
    var counted = statistics(
      new + bad + mature + sameDay,
      cards: [card(0, interval: 3), card(1, interval: 21), card(2, interval: 2)])
    #expect(
      counted.leeches == [
        Leech(
          card: 0, days: 5, answers: Share(right: 5, total: 10),
          misses: (0..<5).map { AnswerLog.Line(journal: 0, offset: $0) })
      ])
    counted.describeTrouble(
      text: { CardText(key: "k\($0)", prompt: "When?", answer: "1969") },
      typed: { lines in lines.map { $0.offset < 2 ? " 1968" : $0.offset == 2 ? "" : "1968" } })
    #expect(counted.leeches.first?.text?.key == "k0")
    #expect(
      counted.leeches.first?.typed == [
        Leech.Typed(text: "1968", count: 4), Leech.Typed(text: "", count: 1),
      ])
    let suspended = statistics(bad, cards: [card(0, interval: 3, isSuspended: true)])
    #expect(suspended.leeches == [])
  }

  @Test func confusedPairs() {
    let counted = statistics(
      [
        answer(0, 5, .again, other: 1), answer(1, 4, .again, other: 0),
        answer(0, 3, .again, other: 1), answer(2, 3, .again, other: 1),
        answer(2, 2, .again, other: 5),
      ], cards: [card(0), card(1), card(2)])
    #expect(counted.pairs == [ConfusedPair(cards: [0, 1], times: [2, 1])])
  }

  /// Every answer is in exactly one month, one day, and one of kind and no deck.
  @Test(arguments: 0..<50 as Range<UInt64>)
  func nothingIsLost(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let answers = (0..<200).map { _ in
      answer(
        .random(in: 0..<6, using: &random), .random(in: 0..<500, using: &random),
        Rating.allCases.randomElement(using: &random) ?? .good,
        interval: .random(in: 0..<60, using: &random),
        hour: .random(in: 0..<24, using: &random), isNew: .random(using: &random))
    }
    let counted = statistics(
      answers.sorted { $0.day < $1.day }, cards: (0..<4).map { card($0, section: $0 % 3) })
    #expect(counted.all.answers.total == 200)
    #expect(counted.months.reduce(0) { $0 + $1.answers } == 200)
    #expect(counted.days.reduce(0) { $0 + $1.answers } == 200)
    let old = answers.count { !$0.isNew }
    #expect(counted.hours.reduce(0) { $0 + $1.total } == old)
    let kinds = counted.kinds.values.reduce(0) { $0 + $1.total }
    #expect(kinds + counted.vanished.total == old)
    #expect(counted.successBySection.reduce(0) { $0 + $1.total } == kinds)
    #expect(counted.streak.studyDays == counted.days.count)
    #expect(
      counted
        == statistics(
          answers.sorted { $0.day < $1.day }, cards: (0..<4).map { card($0, section: $0 % 3) }))
  }
}
