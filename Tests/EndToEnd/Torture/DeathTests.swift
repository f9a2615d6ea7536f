import Files
import Glibc
import Testing

/// Group A: the process or the machine goes down.
@Suite struct DeathTests {
  private func studied() throws -> TemporaryHome {
    let home = try MoonDeck.home()
    _ = try home.run(["review", "--now", "2026-11-24T20:00:00Z"], input: "old1\nold2\n")
    return home
  }

  private func journal(_ home: TemporaryHome) throws -> String {
    let name = try #require(
      try listFolder(home.progress).first { $0.name.hasPrefix("reviews-") }?.name)
    return "\(home.progress)/\(name)"
  }

  /// A trap of the Swift runtime ends the process as these signals do.
  @Test("A12 A13 A17", arguments: [SIGTERM, SIGHUP, SIGILL, SIGTRAP, SIGSEGV, SIGABRT])
  func endedBySignal(_ signal: Int32) throws {
    let home = try studied()
    let session = try home.pipe(["review"] + evening)
    session.send("zz1\n")
    try session.wait(for: "you typed: zz1")
    session.signal(signal)
    let end = try session.finish()
    if ![SIGTERM, SIGHUP].contains(signal) {
      #expect(end.code == 70)
      #expect(end.messages.hasPrefix("tripos: stopped by a mistake in the program"))
    }
    #expect(home.given.contains("zz1"))
    let next = try home.run(["review"] + nextEvening, input: "zz2\n")
    expectCalm(next)
    #expect(home.given.contains("zz2"))
    try expectSnapshotAsRebuilt(home)
  }

  /// Where memory ends, nothing is written and a sentence says so.
  @Test("A23") func noMemory() throws {
    let home = try studied()
    let cards = (1...40_000).map { "Q: What is \($0) and one?\nA: \($0 + 1)\n" }
    try home.write(cards.joined(separator: "\n"), to: "home/Decks/sums.md")
    let before = try readFile(try journal(home)).bytes
    // Enough to begin with, too little for the decks.
    var isMet = false
    for megabytes in [64, 96, 128, 160, 200, 260] {
      let result = try home.shell(
        "ulimit -v \(megabytes * 1024); \"$T\" review \(evening.joined(separator: " ")) </dev/null")
      #expect(try readFile(try journal(home)).bytes == before)
      if result.code == 70 {
        isMet = true
        #expect(result.messages.contains("no memory was left"))
      }
    }
    #expect(isMet)
  }

  @Test("A16") func aReaderThatLeaves() throws {
    let home = try TemporaryHome.withShippedDeck()
    _ = try home.run(["review"] + evening, input: "zz1\n")
    let result = try home.shell("\"$T\" find a | head -1; echo ${PIPESTATUS[0]} >&2")
    #expect(["0\n", "141\n"].contains(result.messages))
    #expect(home.given == ["zz1"])
  }

  @Test("A18 E19") func zerosAtTheEndOfTheJournal() throws {
    let home = try studied()
    let path = try journal(home)
    let whole = try readFile(path).bytes
    for count in [1, 511, 4096] {
      try writeFile(path, whole + [UInt8](repeating: 0, count: count))
      let result = try home.run(["review"] + evening, input: "zz\(count)\n")
      expectCalm(result)
      #expect(home.given.suffix(1) == ["zz\(count)"])
      #expect(home.given.prefix(2) == ["old1", "old2"])
      #expect(try readFile(path).bytes.starts(with: whole))
      try expectSnapshotAsRebuilt(home)
    }
  }

  @Test("A19 A20 A21", arguments: [0, 1, 4096]) func emptySnapshot(_ zeros: Int) throws {
    let home = try studied()
    let snapshot = home.progress + "/progress.json"
    let damaged = [UInt8](repeating: 0, count: zeros)
    try writeFile(snapshot, damaged)
    expectCalm(try home.run(["due"] + evening))
    #expect(try readFile(snapshot).bytes == damaged)
    expectCalm(try home.run(["review"] + evening, input: "zz1\n"))
    #expect(home.given == ["old1", "old2", "zz1"])
    try expectSnapshotAsRebuilt(home)
    let kept = try listFolder(home.progress).filter { $0.name.contains("damaged-") }
    #expect(kept.count == 1)
  }

  @Test("A22", arguments: ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
  func closedStreams(_ closed: String) throws {
    let home = try studied()
    let now = evening.joined(separator: " ")
    let result = try home.shell("printf 'zz1\\n' | \"$T\" review \(now) \(closed)")
    #expect(result.code < 128, "\(closed): \(result.messages)")
    let bytes = try readFile(try journal(home)).bytes
    for line in bytes.split(separator: 0x0a) {
      #expect(JournalLine(line) != nil, "\(closed): \(String(decoding: line, as: UTF8.self))")
    }
    expectCalm(try home.run(["review"] + nextEvening, input: "zz2\n"))
    #expect(home.given.last == "zz2")
  }
}
