import Glibc
import Proving
import Testing

/// Sessions that are killed at any moment: what was shown is kept.
@Suite struct KillTests {
  /// Kills sessions of one home, one after the other, and looks at the journal after each.
  ///
  /// Every answer that is typed differs from all others, so that each is found by its text.
  @Test func killedSessionsLoseNothingThatWasShown() throws {
    let rounds = getenv("TRIPOS_KILLS").flatMap { Int(String(cString: $0)) } ?? 60
    let home = try TemporaryHome(decks: ["years.md": years])
    var random = SplitMix64(seed: 7)
    var next = 1
    var shownInAll = 0
    var killedWithMarks = 0
    for round in 0..<rounds {
      let lines = (next..<next + 400).map { "zz\(padded($0))" }
      let session = try home.pipe(["review", "--minutes", "0", "--new", "500"] + evening)
      session.send(lines.joined(separator: "\n") + "\n")
      // Every other round ends after a mark was shown, the others anywhere, the start included.
      if round.isMultiple(of: 2) {
        let marks = Int.random(in: 1...12, using: &random)
        try session.wait(for: "you typed: zz", count: marks)
      } else {
        usleep(UInt32.random(in: 0..<150_000, using: &random))
      }
      session.signal(SIGKILL)
      let result = try session.finish()
      #expect(result.code == 128 + SIGKILL)
      let shown = answers(in: result.output).filter { $0.hasPrefix("zz") }
      let kept = home.journal().filter { $0.kind == "review" }.compactMap(\.given)
      let keptNow = kept.filter { lines.contains($0) }
      #expect(Array(keptNow.prefix(shown.count)) == shown, "round \(round)")
      #expect(keptNow.count <= shown.count + 1, "round \(round)")
      #expect(kept.count == Set(kept).count, "round \(round)")
      next += keptNow.count + 1
      shownInAll += shown.count
      if !shown.isEmpty { killedWithMarks += 1 }
    }
    print("\(rounds) sessions killed; \(shownInAll) marks were shown, and all are kept")
    #expect(shownInAll >= rounds / 2 && killedWithMarks >= rounds / 2)
    let last = try home.run(["review"] + evening, input: "zz999999\n")
    #expect(last.code == 0 && last.messages.isEmpty)
    #expect(last.output.contains("you typed: zz999999"))
    #expect(home.journal().filter { $0.kind == "review" }.count >= shownInAll + 1)
    try expectSnapshotAsRebuilt(home)
  }

  /// A deck whose answers are marked without a question back, with more cards than can be answered
  /// before a session is killed.
  private var years: String {
    (1...200).map { "Q: In which year did the \($0)th ship leave?\nA: \(1800 + $0)\n" }
      .joined(separator: "\n")
  }

  private func padded(_ number: Int) -> String {
    String(repeating: "0", count: 6 - String(number).count) + String(number)
  }
}

/// What the marks in a transcript say was typed.
func answers(in whole: String) -> [String] {
  // The end of a session lists the missed ones once more.
  let end = whole.firstRange(of: " answered, ")?.lowerBound ?? whole.endIndex
  let transcript = whole[..<end]
  return transcript.ranges(of: "you typed: ").compactMap { range in
    let rest = transcript[range.upperBound...].prefix { !$0.isNewline && $0 != " " }
    // A line that was cut off in the middle was not shown.
    return rest.endIndex < transcript.endIndex ? String(rest) : nil
  }
}
