import Decks
import Proving

extension StudentSession {
  /// What an answer is meant to be.
  private enum Intention {
    case right
    case almost
    case wrong
  }

  /// Deals with the question in the window; says how the session ended where it did.
  func answer() throws -> End? {
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
    let (text, intention) = try choose(card)
    if student.chance(0.004) {
      did("killed")
      window.send(text + "\n")
      return try killed()
    }
    try type(text, card, isNew, as: intention)
    // After a mark that is not right Enter goes on, and that Enter is the student's own.
    if !lastWasRight, StudyWindow(screen: window.screen).prompt == "Enter: go on" {
      try window.enter("")
    }
    return nil
  }

  /// What to type; of two empty lines the first is typed already.
  private func choose(_ card: Card) throws -> (text: String, Intention) {
    if student.knows(card) {
      if student.chance(0.1), let almost = AnswerForms.almost(card) { return (almost, .almost) }
      return (AnswerForms.right(card, using: &student.random), .right)
    }
    guard student.chance(0.4) else {
      return (AnswerForms.wrong(card, using: &student.random), .wrong)
    }
    did("empty")
    try window.enter("")
    guard window.screen.text.contains("Enter again to see the answer") else {
      throw broken("an empty line was marked")
    }
    return ("", .wrong)
  }

  /// Types an answer, reads its mark, and holds the mark against the journal.
  private func type(
    _ text: String, _ card: Card, _ isNew: Bool, as intention: Intention
  ) throws {
    let start = window.screen.scrolledOut.count + window.screen.row
    didInterrupt = false
    try window.enter(text)
    let shown = window.screen.lines(since: start).dropFirst()
    guard let mark = shown.first(where: { StudyWindow.isMark($0) }) else {
      throw broken("no mark for \"\(text)\"")
    }
    student.met.insert(card.place)
    guard let record = newRecords().last, record.given == text.withoutFirstSpace,
      student.places[record.key] == card.place
    else { throw broken("\"\(text)\" is not in the journal") }
    let word = String(mark.prefix { $0 != ":" })
    let grade = try grade(of: word, record, card, isNew, as: intention)
    if intention == .right && word != "Right" && word != "Not sure" {
      student.complaints.insert("\"\(text)\" for \"\(card.answer)\" is \(word)")
    }
    if intention == .wrong && word == "Right" {
      student.complaints.insert("\"\(text)\" for \"\(card.answer)\" is right")
    }
    lastWasRight = word == "Right"
    if lastWasRight {
      student.rightAnswers += 1
      student.entersForRight += 1
    }
    let isFirst = !answered.contains { $0.place == card.place }
    answered.append(Answered(place: card.place, isRightFirst: isFirst && grade != 1))
  }

  /// Holds a mark in the window against its record.
  ///
  /// - Returns: the grade that counts in the end.
  private func grade(
    of word: String, _ record: JournalLine, _ card: Card, _ isNew: Bool, as intention: Intention
  ) throws -> Int? {
    let wanted = StudyWindow(screen: window.screen).wanted
    let isReview = record.kind == "review"
    let isMiss = isReview && record.mark != "correct" && record.grade == 1
    switch word {
    case "Right" where isReview && record.mark == "correct" && [2, 3].contains(record.grade):
      return record.grade
    case "Wrong" where isMiss && !isNew, "New" where isMiss && isNew:
      return record.grade
    case "Almost" where isMiss && record.mark == "almost":
      return wanted == .secondTry ? try secondTry(card, record) : record.grade
    case "Not sure" where record.kind == "pending" && wanted == .wereYouRight:
      let isRight = intention == .right
      try window.enter(isRight ? "y" : "n")
      guard let verdict = newRecords().last, verdict.kind == "rate", verdict.of == record.number,
        verdict.grade == (isRight ? 3 : 1)
      else { throw broken("no verdict for \(record)") }
      return verdict.grade
    case _: throw broken("\(word), but the journal has \(record)")
    }
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

  /// The records that were written since the last call.
  func newRecords() -> [JournalLine] { student.journal.newLines() }
}

extension String {
  /// The line as an answer: a first space says only that it is one.
  fileprivate var withoutFirstSpace: String { hasPrefix(" ") ? String(dropFirst()) : self }
}
