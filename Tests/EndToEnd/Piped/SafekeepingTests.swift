import Files
import Glibc
import Proving
import Testing

/// Backup, restore, merge and repair, as a user meets them.
@Suite struct SafekeepingTests {
  private func studied(_ answers: String) throws -> TemporaryHome {
    let home = try MoonDeck.home()
    _ = try home.run(["review"] + evening, input: answers)
    return home
  }

  /// The only backup in a folder, beside those that are made without being asked for.
  private func onlyBackup(_ place: String) throws -> String {
    let entries = try listFolder(place).filter { $0.name != "Automatic" }
    #expect(entries.count == 1)
    return "\(place)/\(try #require(entries.first).name)"
  }

  @Test func backupAndRestore() throws {
    let home = try studied("USSR\n")
    let made = try home.run(["backup"] + evening)
    let backup = try onlyBackup(home.folder + "/Backups")
    #expect(
      made.output == "Backed up, read back and compared: 2 files.\n\(backup)\n" && made.code == 0)
    let again = try home.run(["backup"] + evening)
    #expect(
      again.output == "Nothing has changed since the last backup, which is whole.\n\(backup)\n")
    let before = home.journal()
    _ = try home.run(["review"] + evening, input: "x\ny\n")
    let after = home.journal()
    #expect(after.count > before.count)
    let unasked = try home.run(["restore", "latest"] + evening)
    #expect(unasked.code == 64 && home.journal() == after)
    let restored = try home.run(["restore", "latest", "--yes"] + evening)
    #expect(restored.code == 0)
    #expect(restored.output.contains("goes back to what it was: "))
    #expect(home.journal() == before)
    let name = try #require(restored.output.split(separator: " ").last).filter { $0 != "\n" }
    let undone = try home.run(["restore", name, "--yes"] + evening)
    #expect(undone.code == 0 && home.journal() == after)
    #expect(try home.run(["check"] + evening).code == 0)
  }

  /// One a day, also of the first; none where the settings say so.
  @Test func automaticBackups() throws {
    let home = try studied("USSR\n")
    let place = home.folder + "/Backups/Automatic"
    #expect(try listFolder(place).map(\.name) == ["tripos-20261125T200000Z"])
    let journal = home.journal()
    _ = try home.run(["review"] + evening, input: "x\n")
    #expect(try listFolder(place).count == 1)
    _ = try home.run(["review", "--now", "2026-11-26T20:00:00Z"], input: "y\n")
    #expect(try listFolder(place).count == 2)
    let listed = try home.run(["restore"])
    #expect(
      listed.output.hasPrefix(
        """
        2026-11-25 20:00  automatic  \(place)/tripos-20261125T200000Z
        2026-11-26 20:00  automatic  \(place)/tripos-20261126T200000Z

        """))
    _ = try home.run(["restore", "tripos-20261125T200000Z", "--yes"] + evening)
    #expect(home.journal() == journal)
    try home.write("backups = false\n", to: "home/tripos.toml")
    _ = try home.run(["review", "--now", "2026-11-27T20:00:00Z"], input: "z\n")
    #expect(try listFolder(place).count == 2)
  }

  /// B32: a backup that cannot be made costs a line on the screen, and no answer.
  @Test func automaticBackupThatFails() throws {
    let home = try MoonDeck.home()
    try home.write("", to: "home/Backups")
    let result = try home.run(["review"] + evening, input: "USSR\n")
    #expect(result.code == 0 && home.journal().count == 1)
    #expect(
      unwrapped(home.masked(result.messages))
        == "Your answers are saved, but not backed up: cannot create ROOT/home/Backups: File exists."
    )
  }

  @Test func damagedBackupIsRefused() throws {
    let home = try studied("USSR\n")
    let place = home.root + "/usb"
    _ = try home.run(["backup", "--to", place] + evening)
    let backup = try onlyBackup(place)
    let journal = try #require(try listFolder(backup).first { $0.name.hasPrefix("reviews-") })
    try writeFile("\(backup)/\(journal.name)", [0x0a])
    let before = home.journal()
    let result = try home.run(["restore", backup, "--yes"] + evening)
    #expect(result.code == 65 && home.journal() == before)
    #expect(result.messages.contains("the backup is damaged: \(backup)/\(journal.name)"))
  }

  @Test func nothingToBackUp() throws {
    let home = try MoonDeck.home()
    #expect(try home.run(["backup"] + evening).code == 66)
    #expect(
      try home.run(["restore"]).output.hasPrefix(
        "There is no backup in \(home.folder)/Backups yet."))
  }

  @Test func merge() throws {
    let home = try studied("USSR\n")
    let other = try MoonDeck.home()
    _ = try other.run(["review"] + evening, input: "x\ny\n")
    let theirs = other.journal().count
    let trial = try home.run(["merge", other.folder, "--dry-run"] + evening)
    #expect(trial.output.hasSuffix("would come in; nothing was changed.\n"))
    #expect(home.journal().count == 1)
    let merged = try home.run(["merge", other.folder] + evening)
    #expect(merged.code == 0 && merged.output.hasSuffix(" came in.\n"))
    #expect(other.journal().count == theirs)
    #expect(
      try home.run(["merge", other.progress] + evening).output
        == "Nothing new there: all of it is here already.\n")
    _ = try other.run(["merge", home.folder] + evening)
    #expect(try cards(home) == cards(other))
    #expect(try home.run(["check"] + evening).code == 0)
    #expect(try home.run(["merge", home.decks] + evening).code == 65)
    #expect(try home.run(["merge", home.root + "/nowhere"] + evening).code == 66)
  }

  /// The cards of a snapshot, with their labels.
  private func cards(_ home: TemporaryHome) throws -> String {
    let text = String(decoding: try readFile("\(home.progress)/progress.json").bytes, as: UTF8.self)
    let lines = text.split(separator: "\n").drop { !$0.hasPrefix("\"cards\"") }
    #expect(lines.count > 2)
    return lines.joined(separator: "\n")
  }

  @Test func repair() throws {
    let home = try studied("USSR\n")
    let snapshot = home.progress + "/progress.json"
    try writeFile(snapshot, Array("<html>".utf8))
    let journals = home.journal()
    let check = try home.run(["check"] + evening)
    #expect(check.code == 65)
    #expect(
      check.output.contains(
        "\(snapshot): it cannot be read; no answer is lost by that. \"tripos check --repair\" writes it anew.\n"
      ))
    #expect(try home.run(["check", "--repair"] + evening).code == 0)
    let after = try home.run(["check", "--json"] + evening)
    #expect(after.code == 0 && after.output.contains("\"snapshot\":\"current\""))
    #expect(try listFolder(home.progress).contains { $0.name.hasPrefix("progress.json.damaged-") })
    #expect(home.journal() == journals)
  }

  /// C08: what a file sync leaves is named, counts, and stays.
  @Test("C08") func copiesOfAFileSync() throws {
    let home = try studied("USSR\nx\n")
    let name = try #require(
      try listFolder(home.progress).first { $0.name.hasPrefix("reviews-") }?.name)
    let journal = try readFile("\(home.progress)/\(name)").bytes
    let stem = name.dropLast(".jsonl".count)
    let copy = "home/Progress/\(stem).sync-conflict-20260101-101112-ABCDEFG.jsonl"
    try home.write(String(decoding: journal, as: UTF8.self), to: copy)
    try home.write("{}", to: "home/Progress/progress.sync-conflict-20260101-101112-ABCDEFG.json")
    let check = try home.run(["check"] + evening)
    #expect(check.code == 0)
    #expect(
      home.masked(check.output).contains(
        """
        ROOT/home/Progress/progress.sync-conflict-20260101-101112-ABCDEFG.json: a copy of what can always be made anew; it can be deleted.
        ROOT/\(copy): a copy; the other journals have every line of it, so that it can be deleted.

        """))
    let firstLine = journal.prefix { $0 != 0x0a } + [0x0a]
    try writeFile("\(home.progress)/\(name)", Array(firstLine))
    #expect(
      home.masked(try home.run(["check"] + evening).output).contains(
        "ROOT/\(copy): a copy that a file sync left; its answers count as they are, and stand nowhere else: keep it.\n"
      ))
    #expect(Set(home.journal().compactMap(\.given)) == ["USSR", "x"])
  }

  /// D02, D03: said, and no error.
  @Test func answersFromTheFuture() throws {
    let home = try studied("USSR\n")
    let check = try home.run(["check", "--now", "2020-01-01T12:00:00Z"])
    #expect(check.code == 0)
    #expect(check.output.contains("which is yet to come by this computer's clock"))
  }

  /// F02: a newer Tripos's lines are read around, and nothing is written.
  @Test func newerVersion() throws {
    let home = try studied("USSR\n")
    try home.write("{\"v\":2,\"x\":1}\n", to: "home/Progress/reviews-zzzz.jsonl")
    let due = try home.run(["due"] + evening)
    #expect(due.code == 0)
    #expect(
      due.messages == "Read-only: a newer Tripos wrote this progress; nothing is saved.\n")
    for arguments in [["review"], ["check", "--repair"], ["merge", home.progress]] {
      #expect(try home.run(arguments + evening, input: "x\n").code == 65, "\(arguments)")
    }
    #expect(
      String(decoding: try readFile("\(home.progress)/reviews-zzzz.jsonl").bytes, as: UTF8.self)
        == "{\"v\":2,\"x\":1}\n")
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func readOnlyFolder() throws {
    let home = try studied("USSR\n")
    chmod(home.progress, 0o555)
    let due = try home.run(["due"] + evening)
    #expect(due.code == 0)
    #expect(due.messages.hasPrefix("Read-only: nothing can be saved in"))
    #expect(try home.run(["backup"] + evening).code == 0)
  }
}
