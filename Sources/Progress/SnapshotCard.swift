import Chronology
import JSON
import Memory

extension CardProgress {
  /// Appends the members of the snapshot's line about a card, after its opening brace.
  ///
  /// What has its initial value is left out.
  func appendMembers(to bytes: inout [UInt8]) {
    bytes.append("phase", schedule.phase.name)
    switch schedule.phase {
    case .learning(let step), .relearning(let step): bytes.append("step", step)
    case .new, .review: break
    }
    switch schedule.due {
    case .new: break
    case .second(let second): bytes.append("due", Int(second &* 1000))
    case .day(let day): bytes.append("due", CivilDay(number: day))
    }
    if let memory = schedule.memory {
      bytes.appendJSONName("stability")
      bytes.appendJSON(memory.stability)
      bytes.appendJSONName("difficulty")
      bytes.appendJSON(memory.difficulty)
    }
    if schedule.reviews > 0 {
      bytes.append("interval", schedule.interval)
      bytes.append("reviewed", CivilDay(number: schedule.lastDay))
      bytes.append("reviewedAt", Int(schedule.lastSecond))
      bytes.append("reviews", schedule.reviews)
      bytes.append("lapses", schedule.lapses)
    }
    bytes.append("introduced", firstDay)
    if answers > 0 {
      bytes.append("answers", answers)
      bytes.append("correct", correct)
      bytes.append("correctDays", correctDays)
    }
    bytes.append("answered", lastAnswerDay)
    bytes.append("answeredRight", lastCorrectDay)
    if let lastMark { bytes.append("mark", lastMark.rawValue) }
    bytes.append("practiceMissed", practiceMissDay)
    if isSuspended {
      bytes.appendJSONName("suspended")
      bytes.append(contentsOf: "true".utf8)
    }
    bytes.append("buried", buriedDay)
    if let flag { bytes.append("flag", flag) }
    if let draft { bytes.append("draft", draft.rawValue) }
    if !exams.isEmpty {
      bytes.appendJSONName("exams")
      bytes.append(contentsOf: JSON.array(exams.map(JSON.string)).utf8(indented: false))
    }
    bytes.append("latest", Int(latest.milliseconds))
  }

  /// The names of all members that `take` knows.
  ///
  /// At most sixteen bytes each.
  static let memberNames = [
    "phase", "due", "stability", "difficulty", "interval", "reviewed", "reviewedAt", "reviews",
    "lapses", "introduced", "answers", "correct", "correctDays", "answered", "answeredRight",
    "mark", "latest", "step", "practiceMissed", "suspended", "buried", "flag", "draft", "exams",
  ]
}

/// A card of a snapshot while its members are read.
struct SnapshotCard {
  /// What was read so far.
  private(set) var progress = CardProgress()
  private var step = 0
  private var stability: Double?
  private var difficulty: Double?
  private var phase = "new"

  init() {}

  /// Takes the value of a member that `CardProgress.memberNames` lists.
  ///
  /// - Returns: whether the value has the right form.
  mutating func take(_ name: String, _ value: JSON) -> Bool {
    switch name {
    case "phase":
      guard let text = value.string else { return false }
      phase = text
    case "step": return set(&step, value)
    case "due":
      if let instant = value.int64 {
        progress.schedule.due = .second(Instant(milliseconds: instant).seconds)
      } else if let day = value.string.flatMap({ CivilDay(iso: $0) }) {
        progress.schedule.due = .day(day.number)
      } else {
        return false
      }
    case "stability": stability = value.double
    case "difficulty": difficulty = value.double
    case "interval": return set(&progress.schedule.interval, value)
    case "reviewed":
      guard let day = value.string.flatMap({ CivilDay(iso: $0) }) else { return false }
      progress.schedule.lastDay = day.number
    case "reviewedAt":
      guard let second = value.int64 else { return false }
      progress.schedule.lastSecond = second
    case "reviews": return set(&progress.schedule.reviews, value)
    case "lapses": return set(&progress.schedule.lapses, value)
    case "introduced": return set(&progress.firstDay, value)
    case "answers": return set(&progress.answers, value)
    case "correct": return set(&progress.correct, value)
    case "correctDays": return set(&progress.correctDays, value)
    case "answered": return set(&progress.lastAnswerDay, value)
    case "answeredRight": return set(&progress.lastCorrectDay, value)
    case "mark":
      progress.lastMark = value.string.flatMap(RecordedMark.init(rawValue:))
      return progress.lastMark != nil
    case "practiceMissed": return set(&progress.practiceMissDay, value)
    case "suspended":
      guard let isSuspended = value.bool else { return false }
      progress.isSuspended = isSuspended
    case "buried": return set(&progress.buriedDay, value)
    case "flag":
      progress.flag = value.string
      return progress.flag != nil
    case "draft":
      progress.draft = value.string.flatMap(CardProgress.Draft.init(rawValue:))
      return progress.draft != nil
    case "exams":
      progress.exams = (value.array ?? []).compactMap(\.string)
      return !progress.exams.isEmpty
    case "latest":
      guard let instant = value.int64 else { return false }
      progress.latest = Instant(milliseconds: instant)
    default: return false
    }
    return true
  }

  /// The card's state; `nil` where what was read cannot be one.
  func finished() -> CardProgress? {
    var progress = progress
    switch phase {
    case "new": progress.schedule.phase = .new
    case "learning": progress.schedule.phase = .learning(step: step)
    case "review": progress.schedule.phase = .review
    case "relearning": progress.schedule.phase = .relearning(step: step)
    default: return nil
    }
    if let stability, let difficulty {
      guard stability > 0, stability.isFinite, (1...10).contains(difficulty) else { return nil }
      progress.schedule.memory = MemoryState(stability: stability, difficulty: difficulty)
    }
    let isReviewed = progress.schedule.phase != .new
    guard isReviewed == (progress.schedule.memory != nil),
      isReviewed == (progress.schedule.due != .new), progress.latest.milliseconds != .min
    else { return nil }
    return progress
  }

  private func set(_ field: inout Int, _ value: JSON) -> Bool {
    guard let number = value.int, number >= 0 else { return false }
    field = number
    return true
  }

  private func set(_ field: inout CivilDay?, _ value: JSON) -> Bool {
    field = value.string.flatMap { CivilDay(iso: $0) }
    return field != nil
  }
}

extension Schedule.Phase {
  fileprivate var name: String {
    switch self {
    case .new: "new"
    case .learning: "learning"
    case .review: "review"
    case .relearning: "relearning"
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ name: StaticString, _ value: Int) {
    appendJSONName(name)
    appendJSON(Int64(value))
  }

  fileprivate mutating func append(_ name: StaticString, _ text: String) {
    appendJSONName(name)
    appendJSON(text)
  }

  fileprivate mutating func append(_ name: StaticString, _ day: CivilDay?) {
    guard let day else { return }
    appendJSONName(name)
    append(day: day)
  }
}
