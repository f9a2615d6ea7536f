import Chronology
import Decks
import Marking
import Memory
import Progress
import Testing

@testable import Exams

@Suite struct ReportTests {
  private let start = Instant(milliseconds: 1_790_000_000_000)

  @Test func thirtyOfFortyHasItsInterval() {
    let result = Proportion(credit: 30, count: 40)
    #expect(result.words == "30 of 40, 75 % (60–86 %)")
    #expect(Proportion(credit: 0, count: 5).words == "0 of 5, 0 % (0–43 %)")
    #expect(Proportion(credit: 5, count: 5).words == "5 of 5, 100 % (57–100 %)")
    #expect(Proportion(credit: 2.5, count: 4).words.hasPrefix("2.5 of 4, 63 %"))
    #expect(Proportion().words == "0 of 0")
  }

  /// A candidate who knows each answer with a seeded chance; the score is worked out apart.
  @Test(arguments: 0..<5 as Range<UInt64>)
  func theScoreIsTheOneFromTheKey(seed: UInt64) throws {
    for deck in TestDeck.allCases {
      let bank = try deck.bank()
      let paper = try PaperSetter.paper(
        Blueprint(
          questions: 14, kinds: [],
          types: QuestionType.allCases.map { Blueprint.Weighted($0) }), from: bank, seed: seed,
        latestYear: 2026)
      var sitting = Sitting(paper, device: "abcd", at: start, zone: 0)
      var draw = SeededDraw(seed: seed)
      var expected = 0
      for question in paper.questions {
        let isKnown = draw.below(3) > 0
        let text = isKnown ? rightText(question) : wrongText(question)
        if isKnown { expected += 1 }
        let reply = try Reply.read(text, for: question.task)
        sitting.answer(reply, typed: text, at: start)
      }
      sitting.finish(.handedIn, at: start)
      let report = Report(sitting, grader: Grader(judge: bank.judge), at: start)
      let right = report.assessments.count { $0.mark == .correct }
      #expect(right == expected, "\(deck) \(seed)")
      #expect(report.misses.count == paper.questions.count - expected)
      #expect(report.reread.count <= 3)
      #expect(report.sections.reduce(0) { $0 + $1.result.count } == paper.questions.count)
    }
  }

  private func rightText(_ question: PaperQuestion) -> String {
    switch question.task {
    case .typed: question.card.answer
    case .choice(_, _, let key): QuestionWording.letter(key)
    case .truth(let statement): statement.isTrue ? "true" : "false"
    case .order(let events):
      OrderScore.sorted(events).map(QuestionWording.letter).joined()
    case .match(let matching): matching.key.map(QuestionWording.letter).joined(separator: " ")
    }
  }

  private func wrongText(_ question: PaperQuestion) -> String {
    switch question.task {
    case .typed: return "I don't know"
    case .choice(_, let options, let key):
      return QuestionWording.letter((key + 1) % options.count)
    case .truth(let statement): return statement.isTrue ? "false" : "true"
    case .order(let events):
      return OrderScore.sorted(events).reversed().map(QuestionWording.letter).joined()
    case .match(let matching):
      return matching.key.reversed().map(QuestionWording.letter).joined(separator: " ")
    }
  }

  private func card(_ number: Int, section: String = "S") -> Card {
    Card(
      key: "k\(number)", deck: "d", path: "d.md", line: number, note: number, section: [section],
      prompt: "Who is \(number)?", answer: "Person \(number)", kind: .person)
  }

  private func sitting(_ scheme: MarkingScheme, _ answers: [(String?, Int?)]) -> Sitting {
    let questions = answers.indices.map { index in
      PaperQuestion(
        card: card(index + 1, section: index < 2 ? "A" : "B"), type: .typed, task: .typed)
    }
    var sitting = Sitting(
      Paper(
        blueprint: Blueprint(name: "t", questions: answers.count, minutes: nil, scheme: scheme),
        seed: 1, questions: questions), device: "abcd", at: start, zone: 0)
    for (index, answer) in answers.enumerated() {
      guard let text = answer.0 else { continue }
      sitting.open(index, at: start)
      sitting.answer(.text(text), typed: text, certainty: answer.1, at: start)
    }
    sitting.finish(.handedIn, at: start)
    return sitting
  }

  private let judge: Judge = { typed, expected in
    Verdict(typed == expected.answer ? .correct : .wrong)
  }

  private func report(_ sitting: Sitting) -> Report {
    Report(
      sitting, grader: Grader(judge: judge), at: start,
      cards: (1...6).map { card($0, section: $0 < 3 ? "A" : "B") }, asked: ["k6"])
  }

  @Test func confidentErrorsComeFirstAndCertaintyIsCalibrated() {
    let report = report(
      sitting(
        MarkingScheme(asksCertainty: true),
        [("no", 1), ("no", 3), ("Person 3", 3), (nil, nil), ("no", 2)]))
    #expect(report.misses.map(\.number) == [2, 5, 1, 4])
    #expect(report.points == 0 - 6 + 3 + 0 - 2)
    #expect(report.maximum == 15)
    #expect(!report.isPassed)
    #expect(report.calibration.map(\.result.count) == [1, 1, 2])
    #expect(report.calibration.map(\.result.credit) == [0, 0, 1])
    #expect(report.certaintyMark?.average == -1)
    #expect(report.reread.map(\.section) == [["A"], ["B"]])
    #expect(report.unasked == [])
  }

  @Test func aWrongAnswerIsNamedAsWhoseItIs() {
    let sitting = sitting(MarkingScheme(), [("Person 4", nil), ("nobody", nil), ("Person 3", nil)])
    let cards = (1...6).map { card($0, section: "A") }
    let grader = Grader(judge: judge, answers: AnswerIndex(cards: cards))
    let assessments = grader.assess(sitting)
    #expect(assessments.map(\.other) == ["k4", nil, nil])
    #expect(assessments[0].reason.hasPrefix("Person 4 belongs to: "))
    #expect(Grader(judge: judge).assess(sitting).allSatisfy { $0.other == nil })
  }

  @Test func whatWasNeverAskedIsTold() {
    let report = report(sitting(MarkingScheme(), [("Person 1", nil), ("no", nil)]))
    #expect(report.unasked == [.init(deck: "d", section: ["B"], cards: 3, of: 4)])
    #expect(report.isPassed)
    #expect(report.score.words.hasPrefix("1 of 2, 50 %"))
  }

  @Test func overridesReMark() {
    var sitting = sitting(MarkingScheme(), [("Person 1", nil), ("no", nil), (nil, nil)])
    sitting.override(1, with: .right)
    sitting.override(2, with: .right)
    let report = report(sitting)
    #expect(report.assessments.map(\.mark) == [.correct, .correct, .wrong])
    #expect(report.points == 2)
  }

  @Test func recordsFollowTheFormats() throws {
    let scheduler = Scheduler()
    var seen = Schedule.new
    for day in [20_000, 20_003] {
      seen = scheduler.next(
        seen, rating: .easy, second: Int64(day) * 86_400, day: day, seed: 1)
    }
    var paper = sitting(MarkingScheme(), [("Person 1", nil), ("no", nil), ("Person 3", nil)])
    let choice = PaperQuestion(
      card: card(4), type: .choice,
      task: .choice(
        stem: "?", options: [AnswerOption("Person 4", card: "k4"), AnswerOption("X", card: "k9")],
        key: 0))
    var sitting = Sitting(
      Paper(
        blueprint: paper.paper.blueprint, seed: 1,
        questions: paper.paper.questions + [choice, choice]), device: "abcd", at: start, zone: 0)
    for (text, reply) in [
      ("Person 1", Reply.text("Person 1")), ("no", .text("no")), ("Person 3", .text("Person 3")),
      ("a", .option(0)), ("b", .option(1)),
    ] {
      sitting.answer(reply, typed: text, at: start)
    }
    paper.finish(.handedIn, at: start)
    sitting.finish(.handedIn, at: start)
    let day = 20_030
    let events = ExamRecords.events(
      of: report(sitting), scheduler: scheduler, day: day, second: Int64(day) * 86_400
    ) { $0 == "k3" ? .new : seen }
    let answers = events.compactMap { event -> (Answer, ExamQuestion)? in
      if case .exam(_, let answer, let question) = event { (answer, question) } else { nil }
    }
    #expect(events.count == 5)
    #expect(answers.map(\.0.rating) == [.good, .again, .good, .hard, .again])
    #expect(answers.map(\.0.mark) == [.correct, .wrong, .correct, .correct, .wrong])
    #expect(answers.map(\.1.question) == [1, 2, 3, 4, 5])
    #expect(answers.map(\.1.type) == ["typed", "typed", "typed", "choice", "choice"])
    // An unseen card stays new.
    #expect(answers[2].0.due == nil)
    #expect(answers[4].0.other == "k9")
    guard case .day(let good)? = answers[0].0.due, case .day(let hard)? = answers[3].0.due else {
      Issue.record("no due day")
      return
    }
    #expect(hard <= good)
  }

  @Test func aDryRunAndAnOpenSittingLeaveNoRecord() {
    let open = Sitting(
      Paper(
        blueprint: Blueprint(), seed: 1,
        questions: [PaperQuestion(card: card(1), type: .typed, task: .typed)]), device: "abcd",
      at: start, zone: 0)
    var dry = Sitting(open.paper, device: "abcd", at: start, zone: 0, isDryRun: true)
    dry.finish(.handedIn, at: start)
    for sitting in [open, dry] {
      let events = ExamRecords.events(
        of: report(sitting), scheduler: Scheduler(), day: 1, second: 1
      ) { _ in .new }
      #expect(events == [])
    }
  }

  @Test func theTrendIsAChartAndASentence() {
    let trend = Trend([
      .init(label: "1  2026-11-01", result: Proportion(credit: 5, count: 20)),
      .init(label: "2  2026-11-25", result: Proportion(credit: 18, count: 20)),
    ])
    #expect(
      trend.lines == [
        "1  2026-11-01  |#####----           |  5 of 20, 25 % (11–47 %)",
        "2  2026-11-25  |##################- |  18 of 20, 90 % (70–97 %)",
        "2 exams: 25, 90 % right; rising.",
      ])
  }
}
