import Proving
import Testing

@testable import Memory

/// What the programs that others rely on make of the same reviews.
@Suite struct GoldenTests {
  /// py-fsrs works in double precision as we do; only the order of some products differs.
  @Test func memoryIsThatOfPyFSRS() throws {
    var model = Model(.published)
    var memory: MemoryState?
    var faults: [String] = []
    var reviews = 0
    for line in lines("py-fsrs") {
      let fields = line.split(separator: " ")
      if fields[0] == "parameters" {
        model = Model(try Parameters(fields.dropFirst().compactMap { Double($0) }))
        memory = nil
        continue
      }
      let theirs = fields.compactMap { Double($0) }
      let days = Int(theirs[0])
      let rating = try #require(Rating(rawValue: Int(theirs[1])))
      let retrievability =
        memory.map { model.retrievability(days: theirs[0], stability: $0.stability) } ?? 0
      let next = model.next(memory, rating: rating, elapsedDays: days)
      let ours = [next.stability, next.difficulty, retrievability]
      if !zip(ours, theirs[2...]).allSatisfy({ abs($0 - $1) <= 1e-9 * abs($1) }) {
        faults.append("\(line): \(ours)")
      }
      memory = next
      reviews += 1
    }
    #expect(faults == [])
    #expect(reviews == 628)
  }

  /// Anki works in single precision, rounds what it stores, and keeps stability below 36,500.
  @Test func buttonsAreThoseOfAnki() throws {
    var faults: [String] = []
    let reviews = try replayAnki("anki") { scheduler, schedule, day, buttons in
      let ours = scheduler.preview(schedule, day: day, seed: 0)
      for (rating, theirs) in zip(Rating.allCases, buttons) where !agrees(ours[rating], theirs) {
        faults.append("\(schedule) on \(day): \(rating) \(ours[rating]), not \(theirs)")
      }
    }
    #expect(faults == [])
    #expect(reviews == 353)
  }

  /// Every set of four buttons that Anki spreads by one draw is one that we may give.
  @Test func fuzzIsThatOfAnki() throws {
    var faults: [String] = []
    let reviews = try replayAnki("anki-fuzz") { scheduler, schedule, day, buttons in
      var scheduler = scheduler
      scheduler.fuzz = true
      let possible = (0..<1000 as Range<UInt64>).contains { seed in
        let ours = scheduler.preview(schedule, day: day, seed: seed)
        return zip(Rating.allCases, buttons).allSatisfy { agrees(ours[$0], $1) }
      }
      if !possible { faults.append("\(schedule) on \(day): \(buttons)") }
    }
    #expect(faults == [])
    #expect(reviews == 56)
  }

  /// Goes through the reviews of a file, with the state before each and the buttons Anki offered.
  private func replayAnki(
    _ name: String, _ body: (Scheduler, Schedule, _ day: Int, [AnkiButton]) -> Void
  ) throws -> Int {
    var scheduler = Scheduler()
    var schedule = Schedule.new
    var reviews = 0
    for line in lines(name) {
      let fields = line.split(separator: "|").map { $0.split(separator: " ") }
      if fields[0] == ["settings"] {
        scheduler = try Scheduler(
          parameters: fields[4].compactMap { Double($0) },
          desiredRetention: try #require(Double(fields[1][0])),
          learningSteps: fields[2].compactMap { Int($0) },
          relearningSteps: fields[3].compactMap { Int($0) },
          maximumInterval: try #require(Int(fields[1][1])), fuzz: false)
        schedule = .new
        continue
      }
      let day = try #require(Int(fields[0][0]))
      let rating = try #require(Int(fields[0][1]).flatMap(Rating.init))
      if let stability = Double(fields[0][2]), let difficulty = Double(fields[0][3]) {
        schedule.memory = MemoryState(stability: stability, difficulty: difficulty)
      }
      let buttons = try fields[1...].map { try #require(AnkiButton($0)) }
      body(scheduler, schedule, day, buttons)
      schedule = scheduler.next(schedule, rating: rating, second: 0, day: day, seed: 0)
      if buttons[rating.rawValue - 1].kind == "V" {
        schedule.interval = buttons[rating.rawValue - 1].days
      }
      reviews += 1
    }
    return reviews
  }

  private func agrees(_ ours: Transition, _ theirs: AnkiButton) -> Bool {
    let delayAgrees: Bool
    switch (ours.phase, ours.delay, theirs.kind) {
    case (.learning, .seconds(let seconds), "L"):
      delayAgrees = abs(seconds - theirs.seconds) <= 1
    case (.relearning, .seconds(let seconds), "R"):
      delayAgrees = abs(seconds - theirs.seconds) <= 1 && ours.interval == theirs.days
    case (.review, .days(let days), "V"):
      delayAgrees = abs(days - theirs.days) <= (theirs.days < 1000 ? 0 : 1) && ours.interval == days
    default: delayAgrees = false
    }
    return delayAgrees && abs(ours.memory.difficulty - theirs.difficulty) <= 1e-4
      && abs(ours.memory.stability - theirs.stability) <= 2e-4 * theirs.stability
  }

  private func lines(_ name: String, file: String = #filePath) -> [Substring] {
    let folder = file.split(separator: "/").dropLast().joined(separator: "/")
    let text = contents(of: "/\(folder)/__Snapshots__/GoldenTests/\(name).txt") ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  }
}

/// What Anki offered for one rating: `L60 0.212 6.4133`, `R600/1 …` or `V8 …`.
private struct AnkiButton {
  let kind: Character
  let seconds: Int
  let days: Int
  let stability: Double
  let difficulty: Double

  init?(_ fields: [Substring]) {
    guard fields.count == 3, let kind = fields[0].first, let stability = Double(fields[1]),
      let difficulty = Double(fields[2])
    else { return nil }
    let numbers = fields[0].dropFirst().split(separator: "/").compactMap { Int($0) }
    guard let first = numbers.first, let last = numbers.last else { return nil }
    self.kind = kind
    self.seconds = first
    self.days = last
    self.stability = stability
    self.difficulty = difficulty
  }
}
