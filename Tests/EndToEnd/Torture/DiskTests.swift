import Files
import Glibc
import Testing

/// Group B: disks that are full, read-only, or not what they seem.
@Suite struct DiskTests {
  /// A file system of its own, of so many kilobytes; `nil` where this user may mount none.
  private final class SmallDisk {
    let path: String

    init?(kilobytes: Int, at path: String) {
      self.path = path
      guard geteuid() == 0, (try? makeFolder(path)) != nil,
        mount("tmpfs", path, "tmpfs", 0, "size=\(kilobytes)k") == 0
      else { return nil }
    }

    func makeReadOnly() -> Bool {
      mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), "") == 0
    }
    deinit { umount2(path, Int32(MNT_DETACH)) }
  }

  static let mayMount = geteuid() == 0

  @Test("B01 B02 B32", .enabled(if: mayMount, "only the superuser can mount a small disk"))
  func fullDisk() throws {
    let home = try MoonDeck.home()
    let disk = SmallDisk(kilobytes: 64, at: home.progress)
    guard let disk else { return }
    _ = try home.run(["review", "--now", "2026-11-24T20:00:00Z"], input: "old1\n")
    // All but a little of the room is taken by something else.
    let filler = try #require(fopen("\(disk.path)/filler", "w"))
    let zeros = [UInt8](repeating: 1, count: 512)
    while fwrite(zeros, 1, 512, filler) == 512, fflush(filler) == 0 {}
    fclose(filler)
    let lines = (1...40).map { "zz\($0)" }
    let result = try home.run(
      ["review", "--new", "40", "--minutes", "0"] + evening,
      input: lines.joined(separator: "\n") + "\n")
    #expect([74].contains(result.code) || home.given.count == answers(in: result.output).count + 1)
    let shown = answers(in: result.output).filter { $0.hasPrefix("zz") }
    let kept = Set(home.given)
    let lost = shown.filter { !kept.contains($0) }
    if !lost.isEmpty {
      #expect((result.output + result.messages).contains("not saved"))
      #expect(result.code == 74)
    }
    #expect(kept.contains("old1"))
    unlink("\(disk.path)/filler")
    expectCalm(try home.run(["review"] + nextEvening, input: "after\n"))
    #expect(home.given.contains("after") && home.given.contains("old1"))
    try expectSnapshotAsRebuilt(home)
  }

  @Test("B11", .enabled(if: mayMount, "only the superuser can mount a small disk"))
  func readOnlyDisk() throws {
    let home = try MoonDeck.home()
    guard let disk = SmallDisk(kilobytes: 1024, at: home.progress) else { return }
    _ = try home.run(["review"] + evening, input: "old1\n")
    let before = home.journal()
    #expect(disk.makeReadOnly())
    let due = try home.run(["due"] + nextEvening)
    expectCalm(due)
    #expect(due.messages.hasPrefix("Read-only: nothing can be saved in"))
    let review = try home.run(["review"] + nextEvening, input: "zz1\n")
    expectCalm(review, [0, 73, 74, 77])
    #expect(review.messages.contains("nothing can be saved"))
    #expect(home.journal() == before)
  }

  /// As another user, whom the superuser's files keep out.
  @Test(
    "B12 B13 B28",
    .enabled(if: geteuid() == 0 && access("/usr/bin/setpriv", X_OK) == 0, "needs the superuser"),
    arguments: [
      "chmod 555 Progress", "chmod 000 Progress/reviews-*", "chmod 600 Progress/progress.json",
    ])
  func forbidden(_ change: String) throws {
    let home = try MoonDeck.home()
    _ = try home.run(["review"] + evening, input: "old1\n")
    let before = home.journal()
    let setUp = "chmod 755 ..; chmod -R a+rwX ..; \(change)"
    expectCalm(try home.shell(setUp))
    let result = try home.shell(
      "setpriv --reuid=65534 --clear-groups \"$T\" review \(nextEvening.joined(separator: " "))",
      input: "zz1\n")
    expectCalm(result, [0, 74, 77], change)
    if result.code != 0 { #expect(result.messages.contains("Permission denied"), "\(result)") }
    expectCalm(try home.shell("chmod -R u+rwX,go-rwx Progress"))
    #expect(home.journal().starts(with: before))
  }

  @Test(
    "B15 B16 B17 B18 B20",
    arguments: [
      "rm -r Progress; echo x > Progress",
      "rm Progress/progress.json; mkdir Progress/progress.json",
      "rm Progress/progress.json; mkfifo Progress/progress.json",
      "ln -sf /dev/zero Progress/progress.json", "ln -sf /dev/null Progress/progress.json",
      "ln -sf nowhere Progress/progress.json", "ln -sf progress.json Progress/progress.json",
      "rm Progress/reviews-*; mkfifo Progress/reviews-aaaa.jsonl",
      "ln -s /dev/zero Progress/reviews-x.jsonl",
      "ln -s reviews-l.jsonl Progress/reviews-l.jsonl", "rm -f Progress/lock; mkdir Progress/lock",
      "rm -f Progress/lock; mkfifo Progress/lock", "mkfifo Decks/pipe.md",
      "ln -s /dev/zero Decks/zero.md",
      "ln -s . Decks/loop", "ln -s loop.md Decks/loop.md", "mkdir Decks/folder.md",
    ])
  func whatIsNoFile(_ change: String) throws {
    let home = try MoonDeck.home()
    _ = try home.run(["review"] + evening, input: "old1\n")
    expectCalm(try home.shell(change), [0], change)
    expectCalm(try home.run(["due"] + nextEvening), [0, 65, 66, 73, 74, 77, 78], change)
    let review = try home.run(["review"] + nextEvening, input: "zz1\n")
    expectCalm(review, [0, 65, 66, 73, 74, 77, 78], change)
    if answers(in: review.output).contains("zz1") {
      #expect(home.given.contains("zz1") || review.messages.contains("not"), "\(change)")
    }
    expectCalm(try home.run(["check"] + nextEvening), [0, 65, 66, 73, 74, 77, 78], change)
  }

  @Test("B24") func filesMayNotGrow() throws {
    let home = try MoonDeck.home()
    _ = try home.run(["review", "--now", "2026-11-24T20:00:00Z"], input: "old1\n")
    let lines = (1...12).map { "zz\($0)" }.joined(separator: "\n")
    let result = try home.shell(
      "ulimit -f 1; \"$T\" review --new 40 \(evening.joined(separator: " "))", input: lines + "\n")
    #expect(result.code == 74)
    #expect((result.output + result.messages).contains("not saved"))
    expectCalm(try home.run(["review"] + nextEvening, input: "after\n"))
    #expect(home.given.first == "old1" && home.given.last == "after")
  }

  @Test(
    "B25 B26",
    arguments: [
      "\"$T\" due --home /\(String(repeating: "x", count: 300))",
      "\"$T\" due --home /\(String(repeating: "x/", count: 2500))",
      "env -u HOME \"$T\" due", "HOME=/nonexistent \"$T\" due", "HOME= \"$T\" due",
      "XDG_DATA_HOME=relative \"$T\" paths", "XDG_STATE_HOME=/dev/null \"$T\" due",
      "XDG_CACHE_HOME=/dev/null \"$T\" due", "TRIPOS_HOME=/nonexistent \"$T\" due",
    ])
  func oddPlaces(_ line: String) throws {
    let home = try MoonDeck.home()
    let result = try home.shell(line)
    expectCalm(result, [0, 66, 73, 74, 77, 78], line)
    if line.contains("relative") { #expect(!result.output.contains("relative")) }
  }

  @Test("B27", arguments: ["000", "077", "022"]) func modesWhateverTheUmask(_ mask: String) throws {
    let home = try MoonDeck.home()
    let result = try home.shell(
      "rm -rf Progress; umask \(mask); \"$T\" review \(evening.joined(separator: " "))",
      input: "zz1\n")
    expectCalm(result)
    var info = stat()
    #expect(stat(home.progress, &info) == 0 && info.st_mode & 0o777 == 0o700)
    for entry in try listFolder(home.progress) {
      #expect(stat("\(home.progress)/\(entry.name)", &info) == 0)
      #expect(info.st_mode & 0o777 == 0o600, "\(entry.name)")
    }
  }

  @Test("B29", arguments: ["decks", "due --json", "check --json", "--help", "paths", "find a"])
  func fullOutput(_ command: String) throws {
    let home = try MoonDeck.home()
    let result = try home.shell("\"$T\" \(command) > /dev/full")
    #expect(result.code == 74, "\(command): \(result.code)")
  }
}
