import Decks
import Glibc
import Proving

extension StudentSession {
  /// What became of the question meanwhile.
  enum Distraction {
    case none
    /// The window has changed.
    case readAgain
    case end(End)
  }

  /// Sometimes something comes between the question and the answer.
  func distraction(_ card: Card) throws -> Distraction {
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
    answered.append(Answered(place: card.place, isRightFirst: false))
    if StudyWindow(screen: window.screen).prompt == "Enter: go on" { try window.enter("") }
  }

  /// Ends the program as a power cut does.
  func killed() throws -> End {
    window.signal(SIGKILL)
    _ = try window.finish()
    return .killed
  }
}
