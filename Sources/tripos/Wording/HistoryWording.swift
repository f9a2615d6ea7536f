import Chronology
import JSON
import Memory
import Progress
import Study
import Terminal

/// A card's history in words and for programs.
enum HistoryWording {
  /// One record as a line: when, what, what was typed, when it was due after it.
  static func line(_ entry: HistoryEntry) -> SafeText {
    let record = entry.record
    var parts = [padded(record.day.iso, toWidth: 10), padded(name(record.event), toWidth: 9)]
    if let rating = entry.rating {
      parts.append(padded(entry.mark?.rawValue ?? "", toWidth: 7))
      parts.append(padded(rating.word, toWidth: 5))
      parts.append(padded(due(entry.progress.schedule.due, after: record.at), toWidth: 18))
    }
    if let given = given(record.event) {
      parts.append(given.isEmpty ? "(no answer)" : "\"\(given)\"")
    }
    return "\(parts.joined(separator: "  "))"
  }

  /// One record as an object.
  static func json(_ entry: HistoryEntry) -> JSON {
    let record = entry.record
    var members = [
      JSON.Member("device", .string(record.id.device.text)),
      JSON.Member("n", .integer(record.id.count)),
      JSON.Member("kind", .string(name(record.event))),
      JSON.Member("at", .integer(record.at.milliseconds)),
      JSON.Member("day", .string(record.day.iso)),
    ]
    if let rating = entry.rating {
      members.append(JSON.Member("grade", .integer(Int64(rating.rawValue))))
    }
    if let mark = entry.mark { members.append(JSON.Member("mark", .string(mark.rawValue))) }
    if let given = given(record.event) { members.append(JSON.Member("given", .string(given))) }
    members += state(entry.progress.schedule)
    return .object(members)
  }

  /// Where a card stands, as members of an object.
  static func members(
    _ progress: CardProgress, scheduler: Scheduler, today: CivilDay
  ) -> [(String, JSON)] {
    var members = state(progress.schedule).map { ($0.name, $0.value) }
    if let recall = scheduler.retrievability(progress.schedule, day: today.number) {
      members.append(("retrievability", .number(recall)))
    }
    members += [
      ("answers", .integer(Int64(progress.answers))), ("right", .integer(Int64(progress.correct))),
      ("lapses", .integer(Int64(progress.schedule.lapses))),
      ("suspended", .bool(progress.isSuspended)),
      ("flag", progress.flag.map(JSON.string) ?? .null),
    ]
    return members
  }

  private static func state(_ schedule: Schedule) -> [JSON.Member] {
    var members = [JSON.Member("state", .string(phase(schedule.phase)))]
    if let memory = schedule.memory {
      members.append(JSON.Member("stability", .number(memory.stability)))
      members.append(JSON.Member("difficulty", .number(memory.difficulty)))
    }
    switch schedule.due {
    case .new: members.append(JSON.Member("due", .null))
    case .day(let day): members.append(JSON.Member("due", .string(CivilDay(number: day).iso)))
    case .second(let second): members.append(JSON.Member("due", .integer(second * 1000)))
    }
    return members
  }

  private static func phase(_ phase: Schedule.Phase) -> String {
    switch phase {
    case .new: "new"
    case .learning: "learning"
    case .review: "review"
    case .relearning: "relearning"
    }
  }

  private static func due(_ due: Schedule.Due, after at: Instant) -> String {
    switch due {
    case .new: "due now"
    case .day(let day): "due \(CivilDay(number: day).iso)"
    case .second(let second):
      "due in \(ReviewWording.count(minutes(ofSeconds: Int(second - at.seconds)), "minute"))"
    }
  }

  private static func name(_ event: Event) -> String {
    switch event {
    case .review: "review"
    case .pending: "pending"
    case .rate: "rate"
    case .exam: "exam"
    case .practice: "practice"
    case .void: "void"
    case .relink: "relink"
    case .suspend: "suspend"
    case .unsuspend: "unsuspend"
    case .bury: "bury"
    case .flag: "flag"
    case .unflag: "unflag"
    case .keep: "keep"
    case .reject: "reject"
    case .state: "state"
    }
  }

  private static func given(_ event: Event) -> String? {
    switch event {
    case .review(_, let answer), .exam(_, let answer, _), .practice(_, let answer): answer.given
    case .pending(_, let given, _): given
    case .flag(_, let why): why
    case .rate, .void, .relink, .suspend, .unsuspend, .bury, .unflag, .keep, .reject, .state: nil
    }
  }
}
