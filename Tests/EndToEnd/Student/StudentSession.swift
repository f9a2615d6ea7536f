import Decks
import Proving

/// One session of the simulated student, from the first line to the end, however it comes.
final class StudentSession {
  /// How a session ended.
  enum End: Hashable {
    case finished
    case left
    case killed
  }

  /// A card that was answered.
  struct Answered {
    let place: String
    /// Whether it counts as right first time.
    let isRightFirst: Bool
  }

  let student: SimulatedStudent
  let window: PtySession
  let isFromHome: Bool
  /// How many cards the session announced.
  private(set) var planned = 0
  /// The line that announced them.
  private(set) var plan = ""
  /// What was done beside answering.
  private(set) var deeds: [String] = []
  /// The cards answered and not taken back, the last one last.
  var answered: [Answered] = []
  /// Set while a card must be asked next: after an undo or an edit.
  var expectedNext: String?
  var didEdit = false
  /// Whether the last answer was right at once.
  var lastWasRight = false
  /// Whether Ctrl-C was the last thing typed: once more within two seconds would leave.
  var didInterrupt = false

  init(_ student: SimulatedStudent, at instant: String) throws {
    self.student = student
    self.isFromHome = student.chance(0.2)
    student.announced = nil
    var arguments = isFromHome ? [] : ["review"]
    arguments += ["--now", instant]
    self.window = try student.home.terminal(arguments)
    let due = try student.home.run(["due", "--now", instant]).output
    try window.nextPrompt()
    _ = student.journal.newLines()
    try readPlan(due: due)
  }

  /// Studies until the session is over.
  func run() throws -> End {
    if isFromHome {
      if planned == 0 {
        try window.enter("quit")
        _ = try window.finish()
        return .finished
      }
      try window.enter("")
    }
    while true {
      let wanted = StudyWindow(screen: window.screen).wanted
      switch wanted {
      case .ended: return try ended()
      case .home: return try backHome()
      case .enter:
        student.entersBetween += 1
        try window.enter("")
      case .yesOrNo, .wereYouRight: throw broken("a question that nobody expects")
      case .secondTry: throw broken("a second try that nobody expects")
      case .answer:
        if let end = try answer() { return end }
      }
    }
  }

  func did(_ deed: String) {
    deeds.append(deed)
    student.deeds[deed, default: 0] += 1
  }

  func broken(_ what: String) -> SimulatedStudent.Broken {
    SimulatedStudent.Broken(
      description: "\(student.place): \(what). The window shows:\n\(window.screen.text)")
  }

  // MARK: The first and the last lines

  /// Reads `12 due, 5 new, about 9 minutes` and holds it against the limits.
  private func readPlan(due: String) throws {
    let seen = window.screen.transcript.split(separator: "\n").map(String.init)
    guard
      let line = seen.first(where: {
        $0.contains(", about ") && !$0.contains("left") && !$0.contains("Tomorrow")
      })
    else {
      guard seen.contains(where: { $0.hasPrefix("Nothing is due now.") }) else {
        throw broken("no plan")
      }
      readTomorrow(seen)
      return
    }
    let reviews = number(before: " due", in: line) ?? 0
    let new = number(before: " new", in: line) ?? 0
    let minutes = number(before: " minute", in: line) ?? 0
    planned = reviews + new
    plan = line
    if due.trimmed != "\(planned)" { throw broken("due says \(due.trimmed)") }
    if new > student.traits.newPerDay { throw broken("too many new cards") }
    if student.traits.minutes > 0 && new > 0 && minutes > student.traits.minutes {
      throw broken("longer than wanted, with new cards in it")
    }
  }

  func readTomorrow(_ lines: [String]) {
    guard let line = lines.last(where: { $0.contains("Tomorrow: ") }),
      let start = line.firstRange(of: "Tomorrow: ")?.upperBound
    else { return }
    let plan = String(line[start...])
    student.announced =
      (number(before: " due", in: plan) ?? 0) + (number(before: " new", in: plan) ?? 0)
  }

  private func number(before word: String, in line: String) -> Int? {
    guard let range = line.firstRange(of: word) else { return nil }
    return Int(String(line[..<range.lowerBound].reversed().prefix { $0.isNumber }.reversed()))
  }

  func ended() throws -> End {
    let code = try window.finish()
    let lines = window.screen.transcript.split(separator: "\n").map(String.init)
    if code != 0 { throw broken("exit \(code)") }
    try checkSummary(lines)
    return isOver(lines) ? .finished : .left
  }

  func backHome() throws -> End {
    let lines = window.screen.transcript.split(separator: "\n").map(String.init)
    try checkSummary(lines)
    let end: End = isOver(lines) ? .finished : .left
    try window.enter("quit")
    if try window.finish() != 0 { throw broken("the home prompt does not leave with 0") }
    return end
  }

  private func isOver(_ lines: [String]) -> Bool {
    !lines.contains { $0.contains(" goes on now.") }
  }

  /// Holds `31 answered, 26 right first time, 5 new.` against what was done.
  private func checkSummary(_ lines: [String]) throws {
    readTomorrow(lines)
    guard let line = lines.last(where: { $0.contains(" answered, ") }) else {
      if answered.isEmpty { return }
      throw broken("no summary")
    }
    let count = number(before: " answered", in: line)
    let right = number(before: " right first time", in: line)
    if count != answered.count || right != answered.count(where: \.isRightFirst) {
      throw broken(
        "\(answered.count) answered, \(answered.count(where: \.isRightFirst)) right, but: \(line)")
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
