import Chronology
import Digest
import Files
import Memory
import Proving
import Testing

@testable import Progress

/// The answers of all cards, for statistics.
@Suite struct AnswerLogTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func store() throws -> Store {
    try Store(
      folder: folder.path, device: deviceA, scheduler: Scheduler(), access: .reading)
  }

  /// Answers as `key day hour occasion rating new interval other`.
  private func lines(_ log: AnswerLog, keys: [String]) -> [String] {
    let names = Dictionary(
      keys.map { (Fingerprint($0), $0) }, uniquingKeysWith: { first, _ in first })
    func name(_ card: Int32) -> String {
      card < 0 ? "-" : names[log.cards[Int(card)]] ?? "?"
    }
    return log.answers.map { answer in
      "\(name(answer.card)) \(Int(answer.day) - studyDay(0).number) \(answer.hour)"
        + " \(answer.occasion) \(answer.rating) \(answer.isNew ? "new" : "old") \(answer.interval)"
        + " \(name(answer.other))"
    }
  }

  @Test func tellsWhatIsKnownOfEachCardBefore() throws {
    let question = ExamQuestion(exam: "e", question: 1, type: "typed")
    var confused = answer(.again, given: "b's answer", due: 10)
    confused.other = "b"
    var inSteps = answer(.again)
    inSteps.due = .second(noon(16).seconds)
    folder.write(
      "reviews-aaaa.jsonl",
      journal([
        record(deviceA, 1, 0, .review(key: "a", answer(.good, due: 3))),
        record(deviceA, 2, 3, .review(key: "a", answer(.good, due: 9))),
        record(deviceA, 3, 4, .exam(key: "b", answer(.good), question)),
        record(deviceA, 4, 4, .exam(key: "b", answer(.good), question)),
        record(deviceA, 5, 5, .practice(key: "a", answer(.again))),
        record(deviceA, 6, 9, .review(key: "a", confused)),
        record(deviceA, 7, 10, .review(key: "a", answer(.easy, due: 16))),
        record(deviceA, 8, 16, .review(key: "a", inSteps)),
        record(deviceA, 9, 16, plus: 1, .review(key: "a", answer(.good, due: 17))),
        record(deviceA, 10, 17, .review(key: "a", answer(.hard, due: 40))),
        record(deviceA, 11, 17, plus: 1, .void(key: "a", of: RecordID(device: deviceA, count: 10))),
        record(
          deviceA, 12, 17, plus: 2,
          .rate(
            key: "a", of: RecordID(device: deviceA, count: 7),
            Amendment(rating: .hard, due: .day(studyDay(12).number)))),
        record(deviceA, 13, 18, .suspend(key: "a")),
      ]))
    let log = try store().answerLog()
    #expect(
      lines(log, keys: ["a", "b"]) == [
        "a 0 13 review good new 0 -",
        "a 3 13 review good old 3 -",
        "b 4 13 exam good new 0 -",
        "a 5 13 practice again old 6 -",
        "a 9 13 review again old 6 b",
        "a 10 13 review hard old 1 -",
        "a 16 13 review again old 2 -",
        "a 16 13 review good old 0 -",
      ])
    #expect(log.answers.map(\.milliseconds) == Array(repeating: 4210, count: 8))
    let typed = try store().given(at: log.answers.map(\.line), of: log)
    #expect(typed[4] == "b's answer" && typed.count == 8)
  }

  @Test func followsRenamings() throws {
    folder.write(
      "reviews-aaaa.jsonl",
      journal([
        record(deviceA, 1, 0, .review(key: "a", answer(.good, due: 3))),
        record(deviceA, 2, 1, .relink([Event.Move("a", "b")])),
        record(deviceA, 3, 3, .review(key: "b", answer(.good, due: 9))),
        record(deviceA, 4, 9, .review(key: "a", answer(.good, due: 30))),
      ]))
    #expect(
      lines(try store().answerLog(), keys: ["a", "b"]) == [
        "b 0 13 review good new 0 -", "b 3 13 review good old 3 -", "b 9 13 review good old 6 -",
      ])
  }

  @Test func nothingAndDamage() throws {
    #expect(try store().answerLog().answers == [])
    folder.write(
      "reviews-aaaa.jsonl",
      Array("garbage\n\u{0}\n".utf8)
        + journal([record(deviceA, 1, 0, .review(key: "a", answer(.good, due: 3)))])
        + Array("{\"v\":1".utf8))
    let log = try store().answerLog()
    #expect(log.answers.count == 1)
    folder.write("reviews-aaaa.jsonl", [])
    #expect(try store().given(at: log.answers.map(\.line), of: log) == [""])
  }

  /// The same answers as the fold counts, whatever happened.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func agreesWithTheFold(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let contents = contents([Record].random(60, clockFails: seed % 3 == 0, using: &random))
    let scheduler = Scheduler()
    let state = Fold.all(contents, scheduler: scheduler)
    let answers = Fold.answers(in: contents, scheduler: scheduler)
    var days: [Int: Int] = [:]
    for answer in answers { days[Int(answer.day), default: 0] += 1 }
    #expect(days == state.days.filter { $0.value.answers > 0 }.mapValues(\.answers))
    state.forEachCard { fingerprint, _, progress in
      let own = answers.filter { contents.keys.fingerprints[Int($0.card)] == fingerprint }
      #expect(own.count == progress.answers)
      var before = CardProgress()
      var isInSteps = false
      var expected: [String] = []
      for entry in Fold.history(of: fingerprint, in: contents, scheduler: scheduler) {
        if entry.state.answers > before.answers {
          let isLearnt = before.schedule.phase == .review && !isInSteps
          let interval = isLearnt ? before.schedule.interval : 0
          expected.append("\(interval) \(before.schedule.phase == .new)")
        }
        if entry.step.schedule != nil {
          isInSteps = false
        } else if entry.state.schedule.reviews > before.schedule.reviews {
          isInSteps = if case .second = entry.step.due { true } else { false }
        }
        before = entry.state
      }
      let isAlwaysRecorded = Fold.history(
        of: fingerprint, in: contents, scheduler: scheduler
      ).allSatisfy { $0.step.rating == nil || $0.step.kind == .practice || $0.step.due != nil }
      if isAlwaysRecorded { #expect(own.map { "\($0.interval) \($0.isNew)" } == expected) }
    }
  }

  /// However many threads read, and wherever the parts are cut.
  @Test(arguments: 1...5)
  func threadsDoNotMatter(_ threads: Int) throws {
    var random = SplitMix64(seed: 7)
    let records = [Record].random(300, using: &random)
    for device in [deviceA, deviceB] {
      folder.write(
        "reviews-\(device.text).jsonl", journal(records.filter { $0.id.device == device }))
    }
    let (read, names) = try JournalContents.all(in: folder.path, threads: threads, least: 1)
    #expect(names == ["reviews-aaaa.jsonl", "reviews-bbbb.jsonl"])
    #expect(read.entries.count == records.count)
    let whole = try JournalReader(folder: folder.path).contents
    let scheduler = Scheduler()
    func shown(_ contents: JournalContents) -> [String] {
      Fold.answers(in: contents, scheduler: scheduler).map { answer in
        var answer = answer
        let bits = contents.keys.fingerprints[Int(answer.card)].bits
        answer.card = 0
        return "\(bits) \(answer)"
      }
    }
    #expect(shown(read) == shown(whole))
  }
}
