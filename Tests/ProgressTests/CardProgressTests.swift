import Chronology
import Digest
import Memory
import Testing

@testable import Progress

@Suite struct CardProgressTests {
  func card(_ records: [Record]) -> CardProgress {
    folded(records).progress(of: .init("a")) ?? CardProgress()
  }

  func tally(_ records: [Record], _ day: Int) -> DayTally {
    folded(records).days[studyDay(day).number] ?? DayTally()
  }

  @Test func takesTheRecordedDueDateAndTheComputedMemory() {
    let records = [
      record(deviceA, 1, 0, .review(key: "a", answer(.good, due: 2))),
      record(deviceA, 2, 2, .review(key: "a", answer(.good, due: 77))),
    ]
    let scheduler = Scheduler()
    let first = scheduler.next(
      .new, rating: .good, second: noon(0).seconds, day: studyDay(0).number, seed: 0)
    let second = scheduler.next(
      Schedule(
        phase: .review, memory: first.memory, due: .day(studyDay(2).number), interval: 2,
        lastDay: studyDay(0).number, lastSecond: noon(0).seconds, reviews: 1, lapses: 0),
      rating: .good, second: noon(2).seconds, day: studyDay(2).number, seed: 0)
    let progress = card(records)
    #expect(progress.schedule.memory == second.memory)
    #expect(progress.schedule.due == .day(studyDay(77).number))
    #expect(progress.schedule.interval == 75)
    #expect(progress.schedule.phase == .review)
    #expect(progress.schedule.reviews == 2)
    #expect(progress.firstDay == studyDay(0))
    #expect(progress.lastAnswerDay == studyDay(2))
    #expect(progress.correctDays == 2)
    #expect(progress.latest == noon(2))
  }

  @Test func pendingAloneIsNoReview() {
    let pending = record(deviceA, 1, 0, .pending(key: "a", given: "x", milliseconds: 500))
    #expect(card([pending]).schedule == .new)
    #expect(tally([pending], 0) == DayTally())
    let verdict = record(
      deviceA, 2, 1,
      .rate(
        key: "a", of: pending.id,
        Amendment(rating: .hard, mark: .almost, due: .day(studyDay(1).number))))
    #expect(card([pending, verdict]).schedule.lastDay == studyDay(0).number)
    #expect(card([pending, verdict]).schedule.due == .day(studyDay(1).number))
    #expect(card([pending, verdict]).lastMark == .almost)
    #expect(tally([pending, verdict], 0).almost == 1)
    #expect(tally([pending, verdict], 0).milliseconds == 500)
    #expect(tally([pending, verdict], 1) == DayTally())
  }

  @Test func theLastLiveRatingWins() {
    let review = record(deviceA, 1, 0, .review(key: "a", answer(.again, due: 1)))
    let good = record(
      deviceB, 1, 0, plus: 2,
      .rate(key: "a", of: review.id, Amendment(rating: .good, mark: .correct, due: .day(9))))
    let easy = record(
      deviceA, 2, 0, plus: 1,
      .rate(key: "a", of: review.id, Amendment(rating: .easy, due: .day(8))))
    #expect(card([review, easy, good]).schedule.due == .day(9))
    let void = record(deviceB, 2, 0, plus: 3, .void(key: "a", of: good.id))
    #expect(card([review, easy, good, void]).schedule.due == .day(8))
    #expect(card([review, easy, good, void]).lastMark == .wrong)
  }

  @Test func aRatingWithoutDueDateKeepsOnlyItsOwn() {
    let review = record(deviceA, 1, 0, .review(key: "a", answer(.good, due: 40)))
    let same = record(
      deviceA, 2, 0, plus: 1, .rate(key: "a", of: review.id, Amendment(rating: .good, due: nil)))
    #expect(card([review, same]).schedule.due == .day(studyDay(40).number))
    let other = record(
      deviceA, 2, 0, plus: 1, .rate(key: "a", of: review.id, Amendment(rating: .again, due: nil)))
    #expect(card([review, other]).schedule.due == .second(noon(0).seconds + 60))
  }

  @Test func aVoidIsNeverVoided() {
    let review = record(deviceA, 1, 0, .review(key: "a", answer(.good)))
    let void = record(deviceA, 2, 0, plus: 1, .void(key: "a", of: review.id))
    let again = record(deviceA, 3, 0, plus: 2, .void(key: "a", of: void.id))
    #expect(card([review, void, again]).schedule == .new)
  }

  @Test func practiceMovesNoDueDateButAMissIsDueTomorrow() {
    let review = record(deviceA, 1, 0, .review(key: "a", answer(.good, due: 30)))
    let hit = record(deviceA, 2, 5, .practice(key: "a", answer(.good, due: 90)))
    let miss = record(deviceA, 3, 6, .practice(key: "a", answer(.again)))
    #expect(card([review, hit]).schedule == card([review]).schedule)
    #expect(card([review, hit, miss]).schedule.due == .day(studyDay(7).number))
    #expect(card([review, hit, miss]).schedule.memory == card([review]).schedule.memory)
    #expect(card([review, hit, miss]).practiceMissDay == studyDay(6))
    #expect(tally([review, hit, miss], 6).practices == 1)
    #expect(tally([review, hit, miss], 6).reviews == 0)
    #expect(tally([review, hit, miss], 6).cards == 1)
    // What is due before tomorrow stays so, and a new card stays new.
    let late = record(deviceA, 4, 60, .practice(key: "a", answer(.again)))
    #expect(card([review, late]).schedule.due == .day(studyDay(30).number))
    #expect(card([miss]).schedule == .new)
  }

  @Test func anExamQuestionCountsOnce() {
    let question = ExamQuestion(exam: "e", question: 4, type: "choice")
    let review = record(deviceA, 1, 0, .review(key: "a", answer(.good, due: 2)))
    let exam = record(deviceA, 2, 2, .exam(key: "a", answer(.hard, due: 5), question))
    let copy = record(deviceB, 1, 3, .exam(key: "a", answer(.again, due: 4), question))
    #expect(card([review, exam, copy]).schedule == card([review, exam]).schedule)
    #expect(card([review, exam, copy]).exams == ["e#4"])
    #expect(card([review, exam]).schedule.due == .day(studyDay(5).number))
    #expect(tally([review, exam, copy], 2).exams == 1)
    #expect(tally([review, exam, copy], 3) == DayTally())
  }

  @Test func anUnseenCardStaysNewInAnExam() {
    let question = ExamQuestion(exam: "e", question: 4, type: "choice")
    let exam = record(deviceA, 2, 2, .exam(key: "a", answer(.good), question))
    #expect(card([exam]).schedule == .new)
    #expect(card([exam]).firstDay == nil)
    #expect(tally([exam], 2).introduced == 0)
    #expect(tally([exam], 2).correct == 1)
    #expect(card([exam]).practiceMissDay == nil)
    let miss = record(deviceA, 3, 2, .exam(key: "a", answer(.again), question))
    #expect(card([miss]).schedule == .new)
    #expect(card([miss]).practiceMissDay == studyDay(2))
  }

  @Test func keepsWhatTheStudentDecided() {
    let records = [
      record(deviceA, 1, 0, .suspend(key: "a")), record(deviceA, 2, 1, .bury(key: "a")),
      record(deviceA, 3, 2, .flag(key: "a", why: "")), record(deviceA, 4, 3, .keep(key: "a")),
    ]
    let progress = card(records)
    #expect(progress.isSuspended)
    #expect(progress.buriedDay == studyDay(1))
    #expect(progress.flag == "")
    #expect(progress.draft == .kept)
    let after = card(
      records + [
        record(deviceA, 5, 4, .unsuspend(key: "a")), record(deviceA, 6, 4, .unflag(key: "a")),
        record(deviceA, 7, 4, .reject(key: "a")),
      ])
    #expect(!after.isSuspended)
    #expect(after.flag == nil)
    #expect(after.draft == .rejected)
  }

  @Test func talliesADay() {
    let records = [
      record(deviceA, 1, 0, .review(key: "a", answer(.again))),
      record(deviceA, 2, 0, plus: 1, .review(key: "b", answer(.good))),
      record(deviceA, 3, 0, plus: 2, .review(key: "a", answer(.good))),
      record(deviceA, 4, 1, .review(key: "a", answer(.hard, .almost))),
    ]
    var first = DayTally()
    first.reviews = 3
    first.introduced = 2
    first.cards = 2
    first.milliseconds = 3 * 4210
    first.correct = 2
    first.wrong = 1
    #expect(tally(records, 0) == first)
    #expect(tally(records, 1).introduced == 0)
    #expect(tally(records, 1).almost == 1)
  }

  @Test func stepsThatWereChangedDoNotHoldAGraduatedCard() {
    // Good on a new card is a learning step today; when it was recorded it was three days.
    let progress = card([record(deviceA, 1, 0, .review(key: "a", answer(.good, due: 3)))])
    #expect(progress.schedule.phase == .review)
    #expect(progress.schedule.interval == 3)
  }
}
