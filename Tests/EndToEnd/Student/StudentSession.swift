import Decks
import Glibc
import Proving

/// One session of the simulated student, from the first line to the end, however it comes.
final class StudentSession {
  /// How a session ended.
  enum End: Hashable {
    case finished
    case left
    case killed
  }

  private let student: SimulatedStudent
  private let window: PtySession
  private let isFromHome: Bool
  /// How many cards the session announced.
  private(set) var planned = 0
  /// The line that announced them.
  private(set) var plan = ""
  /// What was done beside answering.
  private(set) var deeds: [String] = []
  /// The cards answered and not taken back, the last one last.
  private var answered: [(place: String, isRightFirst: Bool, isMiss: Bool)] = []
  /// Set while a card must be asked next: after an undo or an edit.
  private var expectedNext: String?
  private var didEdit = false
  /// Whether Ctrl-C was the last thing typed: once more within two seconds would leave.
  private var didInterrupt = false

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

  private func did(_ deed: String) {
    deeds.append(deed)
    student.deeds[deed, default: 0] += 1
  }

  private func broken(_ what: String) -> SimulatedStudent.Broken {
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

  private func readTomorrow(_ lines: [String]) {
    guard let line = lines.last(where: { $0.contains("Tomorrow: ") }) else { return }
    student.announced = line.contains("nothing is due") ? 0 : number(before: " card", in: line)
  }

  private func number(before word: String, in line: String) -> Int? {
    guard let range = line.firstRange(of: word) else { return nil }
    return Int(String(line[..<range.lowerBound].reversed().prefix { $0.isNumber }.reversed()))
  }

  private func ended() throws -> End {
    let code = try window.finish()
    let lines = window.screen.transcript.split(separator: "\n").map(String.init)
    if code != 0 { throw broken("exit \(code)") }
    try checkSummary(lines)
    return isOver(lines) ? .finished : .left
  }

  private func backHome() throws -> End {
    let lines = window.screen.transcript.split(separator: "\n").map(String.init)
    try checkSummary(lines)
    let end: End = isOver(lines) ? .finished : .left
    try window.enter("quit")
    if try window.finish() != 0 { throw broken("the home prompt does not leave with 0") }
    return end
  }

  private func isOver(_ lines: [String]) -> Bool {
    !lines.contains { $0.contains("\"tripos review\" goes on now.") }
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

  // MARK: A question

  /// Deals with the question in the window; says how the session ended where it did.
  private func answer() throws -> End? {
    let view = StudyWindow(screen: window.screen)
    guard let card = view.card(among: student.cards) else { throw broken("an unknown question") }
    if let spoiler = view.spoiler(of: card) { throw broken("\"\(spoiler)\" can be read") }
    if let expected = expectedNext, expected != card.place {
      throw broken("the card to come was another one")
    }
    expectedNext = nil
    switch try distraction(card) {
    case .none: break
    case .readAgain: return nil
    case .end(let end): return end
    }
    let isNew = window.screen.lines.last { $0.contains(" left, about ") }?.hasPrefix("New") ?? false
    let knows = student.knows(card)
    if knows, student.chance(0.1), let almost = AnswerForms.almost(card) {
      return try type(almost, card, isNew, as: .almost)
    }
    if knows { return try type(right(card), card, isNew, as: .right) }
    if student.chance(0.4) {
      did("empty")
      try window.enter("")
      guard window.screen.text.contains("Enter again to see the answer") else {
        throw broken("an empty line was marked")
      }
      return try type("", card, isNew, as: .wrong)
    }
    return try type(AnswerForms.wrong(card, using: &student.random), card, isNew, as: .wrong)
  }

  private func right(_ card: Card) -> String {
    AnswerForms.right(card, using: &student.random)
  }

  private enum Intention { case right, almost, wrong }

  /// Types an answer, reads its mark, and holds the mark against the journal.
  private func type(
    _ text: String, _ card: Card, _ isNew: Bool, as intention: Intention
  ) throws -> End? {
    if student.chance(0.004) {
      did("killed")
      window.send(text + "\n")
      return try killed()
    }
    let start = window.screen.scrolledOut.count + window.screen.row
    didInterrupt = false
    try window.enter(text)
    var shown = Array(window.screen.lines(since: start).dropFirst())
    guard let mark = shown.first(where: { line in
      StudyWindow.marks.contains { line.hasPrefix($0) }
    })
    else { throw broken("no mark for \"\(text)\"") }
    student.met.insert(card.place)
    let word = String(mark.prefix { $0 != ":" })
    let view = StudyWindow(screen: window.screen)
    let records = newRecords()
    guard let record = records.last, record.given == text.trimmedOneSpace,
      student.places[record.key] == card.place
    else { throw broken("\"\(text)\" is not in the journal") }
    let isFirst = !answered.contains { $0.place == card.place }
    var grade = record.grade
    switch word {
    case "Right":
      guard record.kind == "review", record.mark == "correct", grade == 3 || grade == 2 else {
        throw broken("Right, but the journal has \(record)")
      }
      student.rightAnswers += 1
      student.entersForRight += 1
    case "Wrong", "New":
      guard record.kind == "review", record.mark != "correct", grade == 1,
        (word == "New") == isNew
      else { throw broken("\(word), but the journal has \(record)") }
    case "Almost":
      guard record.kind == "review", record.mark == "almost", grade == 1 else {
        throw broken("Almost, but the journal has \(record)")
      }
      if view.wanted == .secondTry { grade = try secondTry(card, record) }
    case "Not sure":
      guard record.kind == "pending", view.wanted == .wereYouRight else {
        throw broken("Not sure, but the journal has \(record)")
      }
      let isRight = intention == .right
      try window.enter(isRight ? "y" : "n")
      let verdict = newRecords().last
      guard let verdict, verdict.kind == "rate", verdict.of == record.number,
        verdict.grade == (isRight ? 3 : 1)
      else { throw broken("no verdict for \(record)") }
      grade = verdict.grade
    case _: throw broken("an unknown mark \"\(mark)\"")
    }
    if intention == .right && word != "Right" && word != "Not sure" {
      student.complaints.insert("\"\(text)\" for \"\(card.answer)\" is \(word)")
    }
    if intention == .wrong && word == "Right" {
      student.complaints.insert("\"\(text)\" for \"\(card.answer)\" is right")
    }
    shown = []
    let isMiss = grade == 1
    answered.append((card.place, isFirst && !isMiss, isMiss))
    // After a mark that is not right Enter goes on, and that Enter is the student's own.
    if word != "Right", StudyWindow(screen: window.screen).wanted == .enter,
      StudyWindow(screen: window.screen).prompt == "Enter: go on"
    {
      try window.enter("")
    }
    return nil
  }

  /// Tries once more after an answer that was almost right.
  ///
  /// - Returns: the grade that counts.
  private func secondTry(_ card: Card, _ record: JournalLine) throws -> Int? {
    did("second try")
    let view = StudyWindow(screen: window.screen)
    if let spoiler = view.spoiler(of: card) { throw broken("\"\(spoiler)\" can be read") }
    guard student.chance(0.7) else {
      try window.enter("")
      return record.grade
    }
    let start = window.screen.scrolledOut.count + window.screen.row
    try window.enter(card.shownInOneLine)
    let shown = window.screen.lines(since: start)
    guard shown.contains(where: { $0.hasPrefix("Right at the second try:") }) else {
      throw broken("the right answer is not right at the second try")
    }
    guard let rating = newRecords().last, rating.kind == "rate", rating.of == record.number,
      rating.grade == 2
    else { throw broken("the second try is not in the journal") }
    return rating.grade
  }

  private func newRecords() -> [JournalLine] {
    student.journal.newLines()
  }

  private func killed() throws -> End {
    window.signal(SIGKILL)
    _ = try window.finish()
    return .killed
  }

  // MARK: What else a student does

  private enum Distraction {
    case none
    /// The window has changed.
    case readAgain
    case end(End)
  }

  /// Sometimes something comes between the question and the answer.
  private func distraction(_ card: Card) throws -> Distraction {
    switch Int.random(in: 0..<250, using: &student.random) {
    case 0..<4 where !didInterrupt:
      didInterrupt = true
      did("Ctrl-C")
      try window.enter("\u{3}", pressingEnter: false)
      guard window.screen.text.contains("Nothing was marked.") else {
        throw broken("Ctrl-C says nothing")
      }
    case 4 where !didInterrupt:
      did("Ctrl-C twice")
      try window.enter("\u{3}", pressingEnter: false)
      try window.enter("\u{3}", pressingEnter: false)
      if isFromHome { return .end(try backHome()) }
      if try window.finish() != 130 { throw broken("Ctrl-C twice does not leave with 130") }
      readTomorrow(window.screen.transcript.split(separator: "\n").map(String.init))
      return .end(.left)
    case 5..<7:
      did("quit")
      try window.enter("quit")
      guard StudyWindow(screen: window.screen).wanted == .yesOrNo else {
        throw broken("quit is not asked about")
      }
      try window.enter("y")
      return .end(isFromHome ? try backHome() : try ended())
    case 7..<9:
      did("quit as an answer")
      try window.enter("quit")
      try window.enter("n")
      try takeWordAsAnswer(card)
    case 9..<15:
      guard let last = answered.popLast() else { return .none }
      did("undo")
      try window.enter(":undo")
      guard let void = newRecords().last, void.kind == "void" else {
        throw broken("the undoing is not in the journal")
      }
      expectedNext = last.place
    case 15..<19:
      did("skip")
      try window.enter(":skip")
    case 19..<21:
      guard !didEdit else { return .none }
      didEdit = true
      did("edit")
      try window.enter(":edit")
      try student.readDeck()
      _ = newRecords()
      expectedNext = card.place
    case 21..<23:
      did("killed")
      return .end(try killed())
    case 23..<26:
      did("hint")
      try window.enter(":hint")
    case _: return .none
    }
    return .readAgain
  }

  /// `quit` was marked as an answer, which it is not.
  private func takeWordAsAnswer(_ card: Card) throws {
    guard let record = newRecords().last, record.given == "quit" else {
      throw broken("quit is not in the journal as an answer")
    }
    student.met.insert(card.place)
    if record.kind == "pending" {
      try window.enter("n")
      _ = newRecords()
    }
    answered.append((card.place, false, true))
    if StudyWindow(screen: window.screen).prompt == "Enter: go on" { try window.enter("") }
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// The line as an answer: a first space says only that it is one.
  fileprivate var trimmedOneSpace: String { hasPrefix(" ") ? String(dropFirst()) : self }
}
