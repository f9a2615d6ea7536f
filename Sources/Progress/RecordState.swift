import Chronology
import JSON
import Memory

/// The member `state` of a journal line: where a card stands by another program's account.
///
/// An object with `phase` (`new`, `learning`, `review`, `relearning`), `step` in the learning
/// phases, `s` and `d` (stability and difficulty) where there is a memory, `due` as in an answer
/// where it is known, `interval` in days, `last` and `lastday` (instant and study day of the last
/// review), `reviews` and `lapses`.
enum RecordState {
  fileprivate static func phase(_ name: String, step: Int) -> Schedule.Phase? {
    switch name {
    case "new": .new
    case "learning": .learning(step: step)
    case "review": .review
    case "relearning": .relearning(step: step)
    default: nil
    }
  }
}

extension Schedule.Phase {
  fileprivate var parts: (name: String, step: Int?) {
    switch self {
    case .new: ("new", nil)
    case .learning(let step): ("learning", step)
    case .review: ("review", nil)
    case .relearning(let step): ("relearning", step)
    }
  }
}

extension [UInt8] {
  /// Appends the member `state`.
  mutating func append(state schedule: Schedule) {
    appendJSONName("state")
    append(UInt8(ascii: "{"))
    let (phase, step) = schedule.phase.parts
    appendJSONName("phase")
    appendJSON(phase)
    if let step {
      appendJSONName("step")
      appendJSON(Int64(step))
    }
    if let memory = schedule.memory {
      appendJSONName("s")
      appendJSON(memory.stability)
      appendJSONName("d")
      appendJSON(memory.difficulty)
    }
    append(due: schedule.due)
    appendJSONName("interval")
    appendJSON(Int64(schedule.interval))
    if schedule.reviews > 0 {
      appendJSONName("last")
      appendJSON(schedule.lastSecond &* 1000)
      appendJSONName("lastday")
      append(day: CivilDay(number: schedule.lastDay))
    }
    appendJSONName("reviews")
    appendJSON(Int64(schedule.reviews))
    appendJSONName("lapses")
    appendJSON(Int64(schedule.lapses))
    append(UInt8(ascii: "}"))
  }
}

extension RecordLine {
  /// The state by another program's account; `nil` where it does not have the right form.
  func schedule() -> Schedule? {
    guard let state else { return nil }
    var scanner = scanner
    scanner.position = state
    guard let object = try? scanner.value(depth: 1), let name = object["phase"]?.string,
      let phase = RecordState.phase(name, step: count(object["step"]))
    else { return nil }
    var schedule = Schedule.new
    schedule.phase = phase
    if let stability = object["s"]?.double, let difficulty = object["d"]?.double {
      schedule.memory = MemoryState(stability: stability, difficulty: difficulty)
    }
    switch object["due"] {
    case .string(let text):
      guard let day = day(text) else { return nil }
      schedule.due = .day(day)
    case .integer(let milliseconds):
      schedule.due = .second(Instant(milliseconds: milliseconds).seconds)
    case nil: schedule.due = .new
    case .null, .bool, .number, .array, .object: return nil
    }
    // A card that was met is due some time, and one that is new is not.
    guard (phase == .new) == (schedule.due == .new) else { return nil }
    schedule.interval = count(object["interval"])
    schedule.lastSecond = Instant(milliseconds: object["last"]?.int64 ?? 0).seconds
    schedule.lastDay = object["lastday"]?.string.flatMap { day($0) } ?? 0
    schedule.reviews = count(object["reviews"])
    schedule.lapses = count(object["lapses"])
    return schedule
  }

  private func count(_ value: JSON?) -> Int {
    min(max(0, value?.int ?? 0), Int(Int32.max))
  }

  private func day(_ text: String) -> Int? {
    var text = text
    return text.withUTF8 { Progress.day(iso: UnsafeRawBufferPointer($0)) }?.number
  }
}
