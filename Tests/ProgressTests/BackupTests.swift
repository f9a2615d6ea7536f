import Files
import Memory
import Testing

@testable import Progress

@Suite struct BackupTests {
  let folder: TemporaryFolder
  let place: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    place = try TemporaryFolder()
  }

  private func open(_ access: Store.Access = .reading) throws -> Store {
    try Store(folder: folder.path, device: deviceA, scheduler: Scheduler(), access: access)
  }

  private func study(_ day: Int) throws {
    let store = try open(.writing)
    try store.append(
      .review(key: "k\(day)", answer(.good)), at: noon(day), zone: 60, day: studyDay(day))
    try store.close()
  }

  private func backUp(_ day: Int) throws -> Backup? {
    switch try Backup.make(of: folder.path, in: place.path, at: noon(day)) {
    case .made(let backup): backup
    case .unchanged: nil
    }
  }

  @Test func copiesEverythingAndChecksIt() throws {
    try study(0)
    try makeFolder("\(folder.path)/exams")
    try writeFile("\(folder.path)/exams/x.json", Array("{}".utf8))
    folder.write("progress.json.damaged-20260101T000000Z", [1])
    let backup = try #require(try backUp(0))
    #expect(place.names == ["tripos-20260101T120000Z"])
    #expect(
      backup.items.map(\.name) == [
        "exams/x.json", "progress.json", "progress.json.damaged-20260101T000000Z",
        "reviews-aaaa.jsonl",
      ])
    for item in backup.items {
      #expect(try backup.bytes(item) == folder.read(item.name))
    }
    #expect(Backup.all(in: place.path) == [backup])
    #expect(try Backup(path: backup.path) == backup)
  }

  @Test func isNotMadeTwiceOfTheSame() throws {
    try study(0)
    let first = try #require(try backUp(0))
    #expect(try Backup.make(of: folder.path, in: place.path, at: noon(1)) == .unchanged(first))
    try study(1)
    #expect(try backUp(1) != nil)
    #expect(place.names.count == 2)
  }

  @Test func isNotMadeOfNothing() throws {
    #expect(throws: Backup.Failure.nothingToKeep(folder: folder.path)) {
      try Backup.make(of: folder.path, in: place.path, at: noon(0))
    }
    #expect(place.names == [])
  }

  /// A damaged backup is never taken for a good one, and a whole one is made beside it.
  @Test func damageIsSeen() throws {
    try study(0)
    let backup = try #require(try backUp(0))
    let journal = "\(backup.path)/reviews-aaaa.jsonl"
    let whole = try readFile(journal).bytes
    for length in [0, whole.count - 1] {
      try writeFile(journal, Array(whole.prefix(length)))
      #expect(throws: Backup.Failure.damaged(path: journal)) { try Backup(path: backup.path) }
    }
    #expect(try backUp(0)?.path == "\(backup.path)-2")
  }

  @Test func aFolderWithoutListIsNoBackup() throws {
    #expect(throws: Backup.Failure.noBackup(path: folder.path)) { try Backup(path: folder.path) }
    let sum = String(repeating: "0", count: 64)
    for name in ["../x", "/etc/x", "exams/../x", "a/b", ".x", "lock", ""] {
      folder.write("SHA256SUMS", Array("\(sum)  \(name)\n".utf8))
      #expect(throws: Backup.Failure.noBackup(path: folder.path), "\(name)") {
        try Backup(path: folder.path)
      }
    }
  }

  @Test func restoresWhatWas() throws {
    try study(0)
    let before = try open().everything
    let backup = try #require(try backUp(0))
    try study(1)
    folder.write(
      "reviews-bbbb.jsonl",
      journal([record(deviceB, 1, 2, .review(key: "b", answer(.good)))]))
    let restore = try Restore(of: backup, to: folder.path)
    #expect(
      restore.items == [
        Restore.Item(name: "reviews-aaaa.jsonl", change: .replaced, linesLost: 1, linesGained: 0),
        Restore.Item(name: "reviews-bbbb.jsonl", change: .removed, linesLost: 1, linesGained: 0),
      ])
    #expect(try open().everything != before)
    let later = try #require(try restore.run(keepingPresentIn: place.path, at: noon(2)))
    #expect(Backup.all(in: place.path) == [backup, later])
    #expect(try open().everything == before)
    #expect(try Restore(of: backup, to: folder.path).items == [])
    try Restore(of: later, to: folder.path).run(
      keepingPresentIn: place.path, at: noon(3))
    #expect(try open().everything.cards.keys.sorted() == ["b", "k0", "k1"])
  }
}
