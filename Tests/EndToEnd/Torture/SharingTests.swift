import Files
import Glibc
import Progress
import Testing

/// Group C: several processes and devices.
@Suite struct SharingTests {
  /// One home is open to one session at a time; those that came too late come again.
  @Test("C01 C02 C05", arguments: thorough ? [2, 8] : [4]) func storm(_ processes: Int) throws {
    let home = try TemporaryHome(decks: ["years.md": years])
    let each = thorough ? 200 : 6
    var waiting: [(process: Int, session: PipeSession)] = []
    func start(_ process: Int) throws {
      let session = try home.pipe(["review", "--minutes", "0", "--new", "5000"] + evening)
      let lines = (1...each).map { "zz\(process)x\($0)" }
      session.send(lines.joined(separator: "\n") + "\n")
      session.closeInput()
      waiting.append((process, session))
    }
    for process in 0..<processes { try start(process) }
    while let next = waiting.first {
      waiting.removeFirst()
      let result = try next.session.finish()
      if result.code == 75 { try start(next.process) } else { expectCalm(result) }
    }
    let given = home.given
    #expect(given.count == processes * each && Set(given).count == given.count)
    #expect(try home.run(["check"] + evening).code == 0)
    try expectSnapshotAsRebuilt(home)
  }

  private var years: String {
    (1...2000).map { "Q: In which year did the \($0)th ship leave?\nA: \(1000 + $0)\n" }
      .joined(separator: "\n")
  }

  @Test("C03 C07") func readersAndCopiesWhileASessionWrites() throws {
    let home = try TemporaryHome(decks: ["years.md": years])
    let session = try home.pipe(["review", "--minutes", "0", "--new", "500"] + evening)
    for number in 1...(thorough ? 8 : 3) {
      session.send("zz\(number)\n")
      try session.wait(for: "you typed: zz\(number)")
      expectCalm(try home.run(["due"] + evening))
      expectCalm(try home.run(["backup"] + evening), [0])
      let copy = try home.copy()
      #expect(copy.given.count >= number)
      expectCalm(try copy.run(["check"] + evening), [0])
    }
    session.closeInput()
    expectCalm(try session.finish())
    for backup in Backup.all(in: home.folder + "/Backups") {
      #expect((try? Backup(path: backup.path)) != nil)
    }
    #expect(home.given.count == (thorough ? 8 : 3))
  }

  @Test("C12 C14") func twoDevicesOneAheadAndOneWithoutTheDeck() throws {
    let (one, other) = (try MoonDeck.home(), try MoonDeck.home())
    _ = try one.run(["review"] + evening, input: "zz1\nzz2\n")
    _ = try other.run(["review"] + nextEvening, input: "yy1\nyy2\nyy3\n")
    _ = try one.run(["merge", other.folder] + evening)
    _ = try other.run(["merge", one.folder] + evening)
    #expect(try states(of: one.progress) == states(of: other.progress))
    for line in one.journal() { #expect(line.dueDay.map { $0 >= "2026-11-25" } ?? true) }
    try one.write("Q: Another?\nA: 1\n", to: "home/Decks/moon.md")
    let check = try one.run(["check"] + evening)
    expectCalm(check)
    #expect(unwrapped(check.output).contains("in no deck now; the history is kept."))
    #expect(Set(one.given) == ["zz1", "zz2", "yy1", "yy2", "yy3"])
  }

  @Test("C17") func namesThatDifferInCaseOrComposition() throws {
    let note = { (text: String) in "Q: In which year, \(text)?\nA: 1914\n" }
    let home = try TemporaryHome()
    for name in ["WW1", "ww1", "caf\u{e9}", "cafe\u{301}"] {
      try home.write(note("\(Array(name.utf8))"), to: "home/Decks/\(name).md")
    }
    let check = try home.run(["check"] + evening)
    expectCalm(check)
    #expect(check.output.hasPrefix("4 cards in 4 decks: "))
  }
}
