import Glibc
import Testing

/// The bar of a long text.
@Suite struct TextProgressTests {
  /// A text that takes seconds, so that there is time for a bar.
  private func home() throws -> TemporaryHome {
    let home = try HarbourText.home()
    try home.write(String(repeating: HarbourText.text, count: 1500), to: "home/long.md")
    return home
  }

  @Test func aBarIsShownWhereSomebodyWatches() throws {
    let home = try home()
    let session = try home.terminal(["generate", "long.md", "--dry-run"])
    try session.wait(forText: "Reading the text #")
    #expect(session.screen.unknown == [])
    session.signal(SIGINT)
    #expect(try session.finish() == 128 + SIGINT)
  }

  @Test func aBarThatIsReadAloudIsOneLine() throws {
    let home = try home()
    let session = try home.terminal(["generate", "long.md", "--dry-run", "--accessible"])
    try session.wait(forText: "Reading the text…")
    #expect(!session.screen.text.contains("#"))
    session.signal(SIGINT)
    #expect(try session.finish() == 128 + SIGINT)
  }

  @Test func noBarWhereNobodyWatches() throws {
    let home = try HarbourText.home()
    try home.write(String(repeating: HarbourText.text, count: 200), to: "home/long.md")
    let result = try home.run(["generate", "long.md", "--dry-run"])
    #expect(result.code == 0 && result.messages.isEmpty)
  }
}
