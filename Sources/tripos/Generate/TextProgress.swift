import Glibc
import Terminal

/// A bar on standard error while a long text is read; nothing where nobody watches.
final class TextProgress {
  private let screen: Screen
  private let isShown: Bool
  private let isAccessible: Bool
  private let start = Clock.monotonic()
  private var last: Int64 = 0
  private var isDrawn = false

  /// How long work must last, and how long a bar stays, in milliseconds.
  private static let (patience, pace): (Int64, Int64) = (500, 200)

  init(_ world: World) {
    screen = world.messages
    isShown = TerminalDevice.window(STDERR_FILENO) != nil
    isAccessible = world.isAccessible
  }

  /// Shows how much is done, 0–1, where it is time to.
  func update(_ share: Double) {
    guard isShown else { return }
    let now = Clock.monotonic()
    guard now - start >= TextProgress.patience, now - last >= TextProgress.pace else { return }
    last = now
    if isAccessible {
      // A line that is drawn anew would be read aloud again and again.
      if !isDrawn { screen.line("Reading the text…") }
      isDrawn = true
      screen.flush()
      return
    }
    isDrawn = true
    let width = 30
    let done = Int(Double(width) * min(1, max(0, share)))
    let bar = String(repeating: "#", count: done) + String(repeating: ".", count: width - done)
    screen.transient("Reading the text \(bar) \(Int(share * 100))%")
  }

  /// Takes the bar away.
  func finish() {
    if isDrawn && !isAccessible { screen.transient("") }
  }
}
