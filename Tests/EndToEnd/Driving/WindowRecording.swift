/// A session in a window, with what the window showed at each step.
final class WindowRecording {
  let session: PtySession
  private(set) var text = ""

  init(_ session: PtySession) { self.session = session }

  /// Types a line, waits for the next prompt or the end, and notes what the window shows.
  func enter(_ line: String, _ what: String) throws {
    try session.enter(line)
    note(what)
  }

  /// Notes what the window shows.
  func note(_ what: String) {
    let lines = session.screen.lines
    let end = lines.lastIndex { !$0.isEmpty } ?? -1
    text += "=== \(what)\n\(lines[...end].map { $0 + "\n" }.joined())"
  }
}
