import Synchronization
import Testing

@testable import Terminal

@Suite("How far the work is")
struct ProgressBarTests {
  /// A clock that the test sets, and everything that was written.
  private final class Stage: Sendable {
    let time = Mutex<Int64>(1000)
    let text = Mutex("")

    func bar(_ look: ProgressBar.Look, columns: Int = 60) -> ProgressBar {
      ProgressBar(
        "Reading", look: look, columns: columns,
        clock: { self.time.withLock { $0 } }, write: { part in self.text.withLock { $0 += part } })
    }

    func wait(_ milliseconds: Int64) { time.withLock { $0 += milliseconds } }

    var written: String { text.withLock { $0 } }
  }

  @Test("Work of less than half a second shows nothing")
  func quickWork() {
    let stage = Stage()
    let bar = stage.bar(.bar)
    for part in 0...4 {
      bar.report(part, of: 5)
      stage.wait(99)
    }
    bar.finish()
    #expect(stage.written == "")
  }

  @Test("A bar is drawn over, ten times a second at most, and wiped away")
  func drawsOver() {
    let stage = Stage()
    let bar = stage.bar(.bar)
    stage.wait(500)
    bar.report(1, of: 4)
    stage.wait(99)
    bar.report(2, of: 4)
    stage.wait(1)
    bar.report(3, of: 4)
    bar.finish()
    let first = "Reading  25 %  #######......................."
    let second = "Reading  75 %  ######################........"
    let blank = String(repeating: " ", count: 45)
    #expect(stage.written == "\r\(first)\r\(second)\r\(blank)\r")
  }

  @Test("The time that is left is said once it can be known")
  func timeLeft() {
    let stage = Stage()
    let bar = stage.bar(.bar)
    stage.wait(4000)
    bar.report(1, of: 4)
    stage.wait(196_000)
    bar.report(2, of: 4)
    #expect(
      stage.written == """
        \rReading  25 %  #######.......................  12 s left\
        \rReading  50 %  ###############...............  4 min left
        """)
  }

  @Test("No line fills a window or is wider, however narrow it is")
  func narrow() {
    for columns in 1...60 {
      let stage = Stage()
      let bar = stage.bar(.bar, columns: columns)
      stage.wait(3000)
      bar.report(1, of: 4)
      let line = stage.written.drop { $0 == "\r" }
      #expect(line.count < max(2, columns))
    }
  }

  @Test("Where nothing may be drawn over, a line comes every ten seconds")
  func appends() {
    let stage = Stage()
    let bar = stage.bar(.lines)
    for part in 0..<60 {
      bar.report(part, of: 60)
      stage.wait(500)
    }
    bar.finish()
    #expect(stage.written == "Reading: 1 %.\nReading: 35 %.\nReading: 68 %.\n")
  }

  @Test("Where nobody sits, nothing is written")
  func hidden() {
    let stage = Stage()
    let bar = stage.bar(.hidden)
    stage.wait(60_000)
    bar.report(1, of: 2)
    bar.finish()
    #expect(stage.written == "")
  }

  @Test("A total of nothing and more than all are no trouble")
  func oddCounts() {
    let stage = Stage()
    let bar = stage.bar(.lines)
    stage.wait(10_000)
    bar.report(0, of: 0)
    stage.wait(10_000)
    bar.report(9, of: 3)
    stage.wait(10_000)
    bar.report(-1, of: 3)
    #expect(stage.written == "Reading: 0 %.\nReading: 100 %.\nReading: 0 %.\n")
  }

  @Test(
    "The look follows the stream",
    arguments: [
      (true, false, ProgressBar.Look.bar), (true, true, .lines), (false, false, .hidden),
      (false, true, .hidden),
    ])
  func looks(isTerminal: Bool, isAppendOnly: Bool, look: ProgressBar.Look) {
    #expect(ProgressBar.Look(isTerminal: isTerminal, isAppendOnly: isAppendOnly) == look)
  }
}
