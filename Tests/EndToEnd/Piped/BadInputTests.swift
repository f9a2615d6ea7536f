import Glibc
import Proving
import Testing

/// What is wrong with the input is said with its place, how to mend it, and an exit code.
@Suite struct BadInputTests {
  @Test func commandLine() throws {
    let home = try MoonDeck.home()
    let lines = [
      ["reveiw"], ["review", "Mono"], ["review", "--section", "Wrods"],
      ["review", "--kind", "dat"],
      ["review", "--tag", "sea"], ["review", "--new", "-1"], ["review", "--minutes", "x"],
      ["review", "--now", "yesterday"], ["show", "h1-zzz"], ["show", "h1-"], ["read", "Wrods"],
      ["review", "--kind", "quotation"], ["find"], ["due", "--frobnicate"],
    ]
    var reports = ""
    for line in lines {
      let result = try home.run(line)
      #expect(result.code == 64, "\(line)")
      reports += "$ tripos \(line.joined(separator: " "))\n\(result.report)\n"
    }
    #expect(differenceFromGolden(home.masked(reports), name: "command-line") == nil)
  }

  @Test func settings() throws {
    var reports = ""
    for text in [
      "retention = 1.5\n", "\nlearnin-steps = [\"1m\"]\n", "minutes = \"long\"\n",
      "# fine\nnew-per-day = 3\nretention = 0.9.1\n", "learning-steps = [\"1x\"]\n",
      "parameters = [1, 2]\n", "colour = \"red\"\n",
    ] {
      let home = try MoonDeck.home(settings: text)
      let result = try home.run(["review"] + evening)
      #expect(result.code == 78, "\(text)")
      reports += "\(text)\(home.masked(result.report))\n"
    }
    #expect(differenceFromGolden(reports, name: "settings") == nil)
  }

  @Test func usersSettingsMayNotTouchTheMemory() throws {
    let home = try MoonDeck.home()
    try home.write("retention = 0.8\n", to: "config/tripos/tripos.toml")
    let result = try home.run(["due"] + evening)
    #expect(result.code == 78)
    #expect(differenceFromGolden(home.masked(result.report), name: "user-settings") == nil)
  }

  /// A broken note costs nothing but itself.
  @Test func deckWithErrors() throws {
    let home = try MoonDeck.home()
    try home.write(
      "Q: No answer\n\nQ: What is the Latin word for the Moon?\nA: luna\n\nC: no blank here\n",
      to: "home/Decks/broken.md")
    let due = try home.run(["due", "--json"] + evening)
    #expect(due.code == 0 && due.output.contains("\"new\":8"))
    let result = try home.run(["review", "broken"] + evening, input: "Luna\n")
    #expect(differenceFromGolden(home.masked(result.report), name: "deck-with-errors") == nil)
    let check = try home.run(["check"])
    #expect(check.code == 65)
    #expect(differenceFromGolden(home.masked(check.report), name: "check-with-errors") == nil)
  }

  @Test func noDecks() throws {
    let home = try TemporaryHome()
    let empty = try home.run(["review", "--home", "."])
    rmdir(home.decks)
    let missing = try home.run(["review", "--home", "."])
    #expect(empty.code == 66 && missing.code == 66)
    #expect(
      differenceFromGolden(home.masked(empty.report + missing.report), name: "no-decks") == nil)
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func readOnlyFolder() throws {
    let home = try MoonDeck.home()
    _ = try home.run(["review"] + evening, input: "USSR\n")
    chmod(home.progress, 0o555)
    chmod(home.progress + "/lock", 0o444)
    let result = try home.run(["review"] + evening, input: "USSR\n")
    #expect(result.code == 77)
    #expect(try home.run(["due"] + evening).code == 0)
  }

  @Test func progressIsNoFolder() throws {
    let home = try MoonDeck.home()
    try home.write("", to: "home/Progress")
    let result = try home.run(["review"] + evening, input: "USSR\n")
    #expect(result.code != 0)
    #expect(differenceFromGolden(home.masked(result.report), name: "progress-is-a-file") == nil)
  }

  /// The second session is told who holds the lock; reading is not kept out.
  @Test func lockHeld() throws {
    let home = try MoonDeck.home()
    let first = try home.pipe(["review"] + evening)
    first.send("USSR\n")
    try first.wait(for: "Right:")
    let second = try home.run(["review"] + evening, input: "x\n")
    #expect(second.code == 75)
    let report = second.report.replacing("\(first.process)", with: "PID")
    #expect(report.contains("PID"))
    #expect(differenceFromGolden(home.masked(maskedHost(report)), name: "lock-held") == nil)
    #expect(try home.run(["due"] + evening).code == 0)
    first.closeInput()
    #expect(try first.finish().code == 0)
    #expect(home.journal().count == 1)
  }

  private func maskedHost(_ text: String) -> String {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    let host = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return host.isEmpty ? text : text.replacing(host, with: "HOST")
  }

  @Test func streamsThatAreNotThere() throws {
    let home = try MoonDeck.home()
    let closed = try home.shell("exec \"$0\" review \"$@\" <&-", evening)
    #expect(closed.code == 0)
    #expect(closed.output.contains("7 new"))
    #expect(home.journal() == [])
    for command in ["due", "decks", "paths", "find the", "--help", "--version"] {
      let full = try home.shell("exec \"$0\" \(command) >/dev/full", [])
      #expect(full.code == 74, "\(command): \(full.messages)")
    }
    let review = try home.shell("echo USSR | \"$0\" review \"$@\" >/dev/full", evening)
    #expect(review.code == 74)
    #expect(home.journal().map(\.given) == ["USSR"])
    let both = try home.shell("exec \"$0\" due >&- 2>&-", [])
    #expect(both.code == 0 || both.code == 74)
  }

  @Test func readerThatLeaves() throws {
    let home = try MoonDeck.home()
    let result = try home.shell(
      "{ yes x | head -n 5000 | \"$0\" review \"$@\"; echo $? >&2; } | head -n 1", evening)
    #expect(result.output == "7 new, about 5 minutes.\n")
    #expect(["141\n", "74\n"].contains(result.messages.suffix(4).drop { $0 == "\n" }))
  }
}

extension TemporaryHome {
  /// Runs a line of the shell, in which `"$0"` is the program and `"$@"` the arguments.
  func shell(_ line: String, _ arguments: [String]) throws -> PipeSession.Result {
    let session = try PipeSession(
      "/bin/sh", ["-c", line, Built.program] + arguments, environment: environment, folder: folder)
    session.closeInput()
    return try session.finish()
  }
}
