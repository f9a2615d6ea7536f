import Glibc
import Testing

/// A short session that is killed at each system call in turn, until one runs to its end.
@Suite struct InjectionTests {
  private static let strace = "/usr/bin/strace"

  @Test(
    .enabled(if: access(strace, X_OK) == 0, "missing tool: strace"),
    arguments: ["write", "fdatasync", "rename,renameat,renameat2"])
  func killedAtEachCall(_ calls: String) throws {
    guard try isPermitted() else { return }
    var number = 1
    var shownInAll = 0
    while true {
      let home = try MoonDeck.home()
      let first = calls.split(separator: ",").joined(separator: ",")
      let session = try PipeSession(
        InjectionTests.strace,
        [
          "-f", "-o", "/dev/null", "-e", "trace=\(first)", "-e",
          "inject=\(first):signal=KILL:when=\(number)", Built.program, "review",
        ] + evening, environment: home.environment, folder: home.folder)
      session.send("zz1\nzz2\n:undo\nzz3\n")
      session.closeInput()
      let result = try session.finish()
      let shown = answers(in: result.output)
      let kept = home.journal().filter { $0.kind == "review" }.compactMap(\.given)
      #expect(Array(kept.prefix(shown.count)) == shown, "\(calls) \(number)")
      #expect(kept.count <= shown.count + 1, "\(calls) \(number)")
      shownInAll += shown.count
      let again = try home.run(["review"] + evening, input: "zz9\n")
      #expect(again.code == 0, "\(calls) \(number): \(again.messages)")
      #expect(answers(in: again.output) == ["zz9"], "\(calls) \(number)")
      try expectSnapshotAsRebuilt(home)
      if result.code == 0 { break }
      number += 1
    }
    #expect(number > 1)
    #expect(shownInAll >= 3)
  }

  /// Whether the system lets one process watch another.
  private func isPermitted() throws -> Bool {
    let home = try MoonDeck.home()
    let session = try PipeSession(
      InjectionTests.strace, ["-o", "/dev/null", "/bin/true"], environment: home.environment,
      folder: home.folder)
    return try session.finish().code == 0
  }
}
