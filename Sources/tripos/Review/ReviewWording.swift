import Chronology
import Decks
import Marking
import Memory
import Progress
import Study
import Terminal

/// The words of a session.
enum ReviewWording {
  /// A number with its noun.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// `a, b and c`.
  static func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return "\(parts.dropLast().joined(separator: ", ")) and \(last)"
  }

  /// `12 due, 5 new, about 9 minutes`.
  static func plan(_ plan: DayPlan) -> String {
    let due = plan.learning.count + plan.due.count - plan.ahead
    var parts: [String] = []
    if due > 0 { parts.append("\(due) due") }
    if plan.ahead > 0 { parts.append("\(plan.ahead) ahead of time") }
    if !plan.new.isEmpty { parts.append("\(plan.new.count) new") }
    parts.append(about(plan.seconds))
    return parts.joined(separator: ", ")
  }

  /// `about 9 minutes`.
  static func about(_ seconds: Int) -> String {
    "about \(count(minutes(ofSeconds: seconds), "minute"))"
  }

  static let keys: SafeText =
    "Type your answer. ? lists the commands; Ctrl-D stops, and every answer is saved."

  static let flipKeys: SafeText =
    "Enter shows the answer; then say whether you knew it. ? lists the commands; Ctrl-D stops."

  static let emptyLine: SafeText = "Enter again to see the answer (counts as not known)."

  static let interrupted: SafeText =
    "Nothing was marked. Ctrl-D or :quit stops; every answer is saved."

  static let howToStop: SafeText = "Ctrl-D or :quit stops; every answer is saved."

  static let goOn = "Enter: go on"

  /// What stands above a question.
  static func header(_ question: Question, left: Int, seconds: Int) -> SafeText {
    var parts: [String] = []
    if question.isNew { parts.append("New") }
    if question.isDraft { parts.append("Draft") }
    if question.isReturn && question.isFromMemory { parts.append("From memory") }
    parts.append("\(left) left, \(about(seconds))")
    if let title = question.card.section.last { parts.append(title) }
    // The line above must not give the answer away.
    let shown = parts.filter { !question.card.isGivenAway(by: $0) }
    return SafeText(line: shown.joined(separator: " · "), style: .quiet)
  }

  static func right(_ given: Given) -> SafeText {
    line("Right", .right, given)
  }

  static func rightAtSecondTry(_ given: Given) -> SafeText {
    SafeText(line: "Right at the second try", style: .right)
      + ": \(given.question.card.shownAnswer) · counts as hard"
  }

  static func almost(_ given: Given) -> SafeText { line("Almost", .almost, given) }

  static func wrong(_ given: Given) -> SafeText { line("Wrong", .wrong, given) }

  static func introduced(_ given: Given) -> SafeText {
    SafeText(line: "New", style: .strong) + ": \(given.question.card.shownAnswer)"
      + typed(given)
  }

  static func secondTry(_ given: Given) -> SafeText {
    SafeText(line: "Almost", style: .almost) + ": \(given.verdict.hint) (Enter: show)"
  }

  static func unsure(_ given: Given) -> SafeText {
    SafeText(line: "Not sure", style: .strong) + ": \(given.question.card.shownAnswer)"
      + typed(given)
  }

  /// The right answer always stands next to what was typed.
  private static func line(_ word: String, _ style: Style, _ given: Given) -> SafeText {
    SafeText(line: word, style: style) + ": \(given.question.card.shownAnswer)" + typed(given)
  }

  private static func typed(_ given: Given) -> SafeText {
    let text = given.typed
    let isSame = Folded(text).joined == Folded(given.question.card.answer).joined
    if text.isEmpty || isSame && given.verdict.mark == .correct { return "" }
    let first: SafeText = " · you typed: \(truncated(text, toWidth: 200))"
    guard let second = given.secondTry else { return first }
    return first + ", then: \(truncated(second, toWidth: 200))"
  }

  /// How an answer that counts as right is spelled, where it was a slip.
  static func spelling(_ given: Given) -> SafeText? {
    guard let spelling = given.verdict.spelling, spelling != given.question.card.answer,
      editDistance(given.typed, spelling, limit: 2) != nil
    else { return nil }
    return "Spelling: \(spelling)"
  }

  /// Why an answer is not right, where that tells something.
  static func reason(_ given: Given) -> SafeText? {
    if given.typed.isEmpty { return nil }
    switch given.verdict.cause {
    case .otherName, .nothingInCommon, .otherNumber, .noAnswer, .blank: return nil
    case .noDate: return "A date is asked: \(given.question.card.wanted)."
    case _:
      let reason = given.verdict.reason
      return reason.isEmpty ? nil : "\(reason)"
    }
  }

  /// What was taken back.
  static func undone(_ undone: StudySession.Undone) -> SafeText {
    let name: SafeText = undone.card.map { "\"\($0.prompt)\"" } ?? "a card that is in no deck now"
    switch undone.record.event {
    case .review(_, let answer), .exam(_, let answer, _), .practice(_, let answer):
      return yourAnswer(answer.given, undone.card)
    case .pending(_, let given, _):
      return given.isEmpty ? "Taken back: your rating." : yourAnswer(given, undone.card)
    case .rate: return "Taken back: the other rating of \(name)"
    case .suspend: return "Taken back: the suspension of \(name)"
    case .unsuspend: return "Suspended again: \(name)"
    case .bury: return "Asked today after all: \(name)"
    case .flag: return "Taken back: the flag on \(name)"
    case .unflag: return "Flagged again: \(name)"
    case .keep, .reject: return "Taken back: your decision on the draft \(name)"
    case .state: return "Taken back: what another program said of \(name)"
    case .void, .relink: return "Taken back."
    }
  }

  /// Says what was typed, unless that would give away the card that is asked again.
  private static func yourAnswer(_ given: String, _ card: Card?) -> SafeText {
    if given.isEmpty || card?.isGivenAway(by: given) ?? false {
      return "Taken back: your last answer."
    }
    return "Taken back: your answer \"\(given)\"."
  }

  /// Why a card is asked now, line by line.
  static func why(
    _ progress: CardProgress?, scheduler: Scheduler, today: CivilDay
  ) -> [SafeText] {
    guard let progress, progress.schedule.phase != .new else {
      return ["It is new: you have not answered it yet."]
    }
    let schedule = progress.schedule
    if case .second = schedule.due, schedule.lastDay == today.number {
      return ["It was asked today and comes back in this session, until its steps are done."]
    }
    var lines: [SafeText] = []
    let last = CivilDay(number: schedule.lastDay)
    lines.append(
      "Asked \(count(progress.answers, "time")), right \(count(progress.correct, "time")); last on \(last.iso)."
    )
    switch schedule.due {
    case .day(let day): lines.append("Due on \(CivilDay(number: day).iso), \(since(day, today)).")
    case .second: lines.append("It is being learnt and comes back within the session.")
    case .new: break
    }
    if let memory = schedule.memory,
      let recall = scheduler.retrievability(schedule, day: today.number)
    {
      lines.append(
        "Chance of recall today: \(Int((recall * 100).rounded()))%. Stability \(decimals(memory.stability)) days, difficulty \(decimals(memory.difficulty)) of 10."
      )
    }
    return lines
  }

  private static func since(_ day: Int, _ today: CivilDay) -> String {
    switch today.number - day {
    case 0: "today"
    case 1: "yesterday"
    case let days where days > 1: "\(days) days ago"
    case let days: "in \(count(-days, "day"))"
    }
  }

  /// The end of the session's time.
  static func timeIsOver(_ summary: SessionSummary) -> SafeText {
    let cards = count(summary.answered, "card")
    let minutes = count(minutes(ofSeconds: summary.seconds), "minute")
    let left = summary.left > 0 ? " \(summary.left) left for tomorrow." : ""
    return "\(cards) in \(minutes).\(left)"
  }

  /// What the next day asks.
  static func tomorrow(_ plan: DayPlan) -> SafeText {
    plan.count == 0 ? "Tomorrow: nothing is due." : "Tomorrow: \(Self.plan(plan))."
  }

  /// The end of a session, line by line.
  static func end(_ summary: SessionSummary) -> [SafeText] {
    var first = "\(summary.answered) answered, \(summary.rightFirstTime) right first time"
    if summary.new > 0 { first += ", \(summary.new) new" }
    var lines: [SafeText] = ["\(first)."]
    lines += list("Missed:", summary.missed)
    lines += list("New, not known yet:", summary.introduced)
    return lines
  }

  private static func list(_ title: SafeText, _ missed: [SessionSummary.Missed]) -> [SafeText] {
    if missed.isEmpty { return [] }
    return [title]
      + missed.flatMap { missed -> [SafeText] in
        let you: SafeText =
          missed.typed.isEmpty ? "" : " · you typed: \(truncated(missed.typed, toWidth: 60))"
        let answer = SafeText(line: missed.card.shownAnswer, style: .strong)
        return ["  " + answer + you, "    \(missed.card.prompt)"]
      }
  }
}

extension Card {
  /// The answer as it is shown: a list's items in one line.
  var shownAnswer: String {
    answer.contains(where: \.isNewline) ? listItems.joined(separator: "; ") : answer
  }
}
