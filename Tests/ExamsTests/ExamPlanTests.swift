import Chronology
import Testing

@testable import Exams

@Suite struct ExamPlanTests {
  private let today = CivilDay(number: 20_000)

  private func plan(_ days: Int, _ unseen: Int, _ cards: Int = 199) -> ExamPlan {
    ExamPlan(exam: CivilDay(number: 20_000 + days), today: today, unseen: unseen, cards: cards)
  }

  @Test func theSentenceOfTheIssue() throws {
    let today = try #require(CivilDay(iso: "2027-05-07"))
    let exam = try #require(CivilDay(iso: "2027-06-14"))
    let plan = ExamPlan(exam: exam, today: today, unseen: 92, cards: 199)
    #expect(plan.lastNewDay.iso == "2027-06-08")
    #expect(plan.sentence() == "Exam in 38 days: 92 cards unseen; 3 a day finishes on 6 June.")
  }

  @Test func everyNewCardComesBeforeTheReserve() {
    for days in 4...200 {
      for unseen in [0, 1, 7, 41, 500] {
        let plan = plan(days, unseen)
        let reserve = max(3, Int((Double(days) * 0.15).rounded(.up)))
        #expect(plan.lastNewDay.number == 20_000 + days - reserve)
        guard let finish = plan.finish else {
          #expect(unseen == 0)
          continue
        }
        let usable = days - reserve + 1
        #expect(plan.newPerDay * usable >= unseen)
        #expect((plan.newPerDay - 1) * usable < unseen)
        #expect(finish <= plan.lastNewDay)
        #expect(!plan.isTight)
      }
    }
  }

  @Test func theEdges() {
    #expect(plan(0, 5).sentence() == "Exam is today.")
    #expect(
      plan(-1, 5).sentence() == "Exam was 1 day ago. Set the next date with tripos exam date.")
    #expect(plan(1, 0).sentence() == "Exam is tomorrow: every card has been seen.")
    #expect(
      plan(1, 5000).sentence(name: "Finals")
        == "Finals is tomorrow: 5000 cards unseen; 5000 a day finishes on 4 October,"
        + " too late or too many to keep: choose the sections that matter most.")
    #expect(plan(0, 5).newPerDay == 0 && plan(-9, 5).newPerDay == 0)
  }

  @Test func theLastLooksAreLevelled() {
    let plan = plan(38, 0, 100)
    #expect(plan.finalDays == 3)
    var perDay: [Int: Int] = [:]
    for rank in 0..<100 { perDay[plan.lastLook(rank: rank)?.number ?? 0, default: 0] += 1 }
    #expect(perDay == [20_035: 34, 20_036: 33, 20_037: 33])
    let far = CivilDay(number: 20_100)
    #expect(plan.capped(far, lastReview: today, rank: 99).number == 20_037)
    // What comes before its last look, and what was looked at in the final days, stays.
    let near = CivilDay(number: 20_010)
    #expect(plan.capped(near, lastReview: today, rank: 99) == near)
    #expect(plan.capped(far, lastReview: CivilDay(number: 20_036), rank: 0) == far)
  }

  @Test func aLastLookIsNotAskedForTwice() {
    let far = CivilDay(number: 20_100)
    // A last look three days before the exam, when the final days are two by now.
    #expect(plan(3, 0).capped(far, lastReview: today, rank: 0) == far)
    #expect(plan(4, 0).capped(far, lastReview: today, rank: 0).number == 20_002)
    #expect(plan(4, 0).capped(far, lastReview: today, rank: 198).number == 20_003)
  }

  @Test func noExamAheadDrawsNothingForward() {
    let far = CivilDay(number: 20_100)
    for days in -30...0 {
      #expect(plan(days, 0).capped(far, lastReview: CivilDay(number: 19_900), rank: 7) == far)
    }
  }
}
