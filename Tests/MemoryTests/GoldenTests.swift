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
    var scheduler = Scheduler()
    var schedule = Schedule.new
    var faults: [String] = []
    var reviews = 0
    for line in lines("anki") {
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
      let ours = scheduler.preview(schedule, day: day, seed: 0)
      for (rating, theirs) in zip(Rating.allCases, fields[1...]) {
        if !agrees(
          ours[rating], delay: theirs[0], memory: theirs.dropFirst().compactMap(Double.init))
        {
          faults.append("\(line): \(rating) \(ours[rating])")
        }
      }
      schedule = scheduler.next(schedule, rating: rating, second: 0, day: day, seed: 0)
      reviews += 1
    }
    #expect(faults == [])
    #expect(reviews == 353)
  }

  private func agrees(_ ours: Transition, delay: Substring, memory: [Double]) -> Bool {
    let numbers = delay.dropFirst().split(separator: "/").compactMap { Int($0) }
    let delayAgrees: Bool
    switch (ours.phase, ours.delay, delay.first) {
    case (.learning, .seconds(let seconds), "L"):
      delayAgrees = abs(seconds - numbers[0]) <= 1
    case (.relearning, .seconds(let seconds), "R"):
      delayAgrees = abs(seconds - numbers[0]) <= 1 && ours.interval == numbers[1]
    case (.review, .days(let days), "V"):
      delayAgrees = abs(days - numbers[0]) <= (numbers[0] < 1000 ? 0 : 1) && ours.interval == days
    default: delayAgrees = false
    }
    return delayAgrees && abs(ours.memory.difficulty - memory[1]) <= 1e-4
      && abs(ours.memory.stability - memory[0]) <= 2e-4 * memory[0]
  }

  private func lines(_ name: String, file: String = #filePath) -> [Substring] {
    let folder = file.split(separator: "/").dropLast().joined(separator: "/")
    let text = contents(of: "/\(folder)/__Snapshots__/GoldenTests/\(name).txt") ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  }
}
