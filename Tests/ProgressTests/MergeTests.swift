import Files
import Memory
import Proving
import Testing

@testable import Progress

@Suite struct MergeTests {
  private func state(_ folder: TemporaryFolder) throws -> Everything {
    try Store(
      folder: folder.path, device: deviceA, scheduler: Scheduler(), access: .reading,
      fromJournals: true
    ).everything
  }

  private func review(_ device: DeviceID, _ count: Int64, _ day: Int, _ key: String) -> Record {
    record(device, count, day, plus: count, .review(key: key, answer(.good)))
  }

  @Test func takesOverWhatIsMissing() throws {
    let (here, other) = (try TemporaryFolder(), try TemporaryFolder())
    let mine = (1...3).map { review(deviceA, Int64($0), $0, "a") }
    let theirs = (1...4).map { review(deviceB, Int64($0), $0, "b") }
    here.write("reviews-aaaa.jsonl", journal(mine))
    here.write("reviews-bbbb.jsonl", journal(Array(theirs.prefix(2))))
    other.write("reviews-aaaa.jsonl", journal(Array(mine.prefix(1))))
    other.write("reviews-bbbb.jsonl", journal(theirs))
    let trial = try Merge.run(from: other.path, into: here.path, isTrial: true)
    #expect(trial == [MergeStep(name: "reviews-bbbb.jsonl", kind: .grown, lines: 2)])
    #expect(here.names == ["reviews-aaaa.jsonl", "reviews-bbbb.jsonl"])
    #expect(try Merge.run(from: other.path, into: here.path) == trial)
    #expect(here.read("reviews-bbbb.jsonl") == journal(theirs))
    #expect(other.names == ["reviews-aaaa.jsonl", "reviews-bbbb.jsonl"])
    #expect(try Merge.run(from: other.path, into: here.path).isEmpty)
  }

  /// C11: two machines that wrote as one device.
  @Test func divergedJournalsAreBothKeptWhole() throws {
    let (here, other) = (try TemporaryFolder(), try TemporaryFolder())
    let shared = review(deviceA, 1, 1, "a")
    let ownJournal = journal([shared, review(deviceA, 2, 2, "b")])
    here.write("reviews-aaaa.jsonl", ownJournal)
    let otherJournal = journal([shared, review(deviceA, 2, 3, "c")])
    other.write("reviews-aaaa.jsonl", otherJournal)
    let steps = try Merge.run(from: other.path, into: here.path)
    guard case .replaced(keeping: let name) = try #require(steps.first).kind else {
      Issue.record("not kept beside")
      return
    }
    #expect(steps.count == 1 && steps[0].lines == 1)
    #expect(here.read("reviews-aaaa.jsonl") == otherJournal && here.read(name) == ownJournal)
    #expect(try state(here).cards.keys.sorted() == ["a", "b", "c"])
    #expect(try Merge.run(from: other.path, into: here.path).isEmpty)
  }

  /// Whoever merges first, both folders end with the same files.
  @Test("C10", arguments: 0..<12 as Range<UInt64>) func bothSidesHoldTheSameFiles(
    _ seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let folders = [try TemporaryFolder(), try TemporaryFolder()]
    for folder in folders {
      for name in ["aaaa", "bbbb", "aaaa.merged-00000000"] where Bool.random(using: &random) {
        // The same first records, and then perhaps others.
        let count = Int.random(in: 1...4, using: &random)
        let fork = Int.random(in: 1...4, using: &random)
        let side = Bool.random(using: &random) ? 10 : 20
        let records = (1...count).map { index in
          review(deviceA, Int64(index), index + (index > fork ? side : 0), "k\(index)")
        }
        folder.write("reviews-\(name).jsonl", journal(records))
      }
    }
    for (from, into) in [(0, 1), (1, 0), (0, 1), (1, 0)] {
      _ = try Merge.run(from: folders[from].path, into: folders[into].path, takesCopies: true)
    }
    let files = folders.map { folder in
      folder.names.filter { $0 != "lock" }.map { [$0: folder.read($0)] }
    }
    #expect(files[0] == files[1])
    for (from, into) in [(0, 1), (1, 0)] {
      #expect(
        try Merge.run(
          from: folders[from].path, into: folders[into].path, takesCopies: true
        ).isEmpty)
    }
  }

  /// C08: what a file sync calls a conflict is a journal like any other.
  @Test(arguments: [
    "reviews-aaaa.sync-conflict-20260101-101112-ABCDEFG.jsonl",
    "reviews-aaaa (conflicted copy 2026-01-01).jsonl", "reviews-aaaa 2.jsonl",
  ])
  func conflictCopiesCount(_ name: String) throws {
    let folder = try TemporaryFolder()
    let shared = review(deviceA, 1, 1, "a")
    folder.write("reviews-aaaa.jsonl", journal([shared, review(deviceA, 2, 2, "b")]))
    folder.write(name, journal([shared, review(deviceA, 2, 2, "b"), review(deviceA, 3, 3, "c")]))
    let store = try Store(
      folder: folder.path, device: deviceA, scheduler: Scheduler(), access: .writing)
    #expect(store.everything.cards.keys.sorted() == ["a", "b", "c"])
    #expect(store.everything.days.values.reduce(0) { $0 + $1.reviews } == 3)
    let id = try store.append(
      .review(key: "d", answer(.good)), at: noon(4), zone: 0, day: studyDay(4))
    #expect(id.count == 4)
  }

  @Test func labelsComeAlong() throws {
    let (here, other) = (try TemporaryFolder(), try TemporaryFolder())
    for (folder, device, key) in [(here, deviceA, "a"), (other, deviceB, "b")] {
      let store = try Store(
        folder: folder.path, device: device, scheduler: Scheduler(), access: .writing)
      try store.append(
        .review(key: key, answer(.good)), at: noon(0), zone: 0, day: studyDay(0))
      store.label(
        key, CardLabel(deck: "moon.md", section: [], place: 0, prompt: key, answer: "Luna"))
      try store.close()
    }
    _ = try Merge.run(from: other.path, into: here.path)
    let store = try Store(
      folder: here.path, device: deviceA, scheduler: Scheduler(), access: .writing)
    #expect(store.label(of: "b") == nil)
    store.takeLabels(from: other.path)
    try store.close()
    let reader = try Store(
      folder: here.path, device: deviceA, scheduler: Scheduler(), access: .reading)
    #expect(reader.label(of: "a")?.prompt == "a" && reader.label(of: "b")?.prompt == "b")
  }

  @Test func newerJournalsStayOut() throws {
    let (here, other) = (try TemporaryFolder(), try TemporaryFolder())
    other.write("reviews-bbbb.jsonl", Array("{\"v\":2,\"new\":true}\n".utf8))
    #expect(throws: ProgressError.newerVersion) {
      try Merge.run(from: other.path, into: here.path)
    }
    #expect(here.names == ["lock"])
  }

  @Test func fullerSittingStaysAndTheOtherIsKept() throws {
    let (here, other) = (try TemporaryFolder(), try TemporaryFolder())
    for (folder, text) in [(here, "{}"), (other, "{\"a\":1}")] {
      try makeFolder("\(folder.path)/exams")
      try writeFile("\(folder.path)/exams/x.json", Array(text.utf8))
    }
    _ = try Merge.run(from: other.path, into: here.path)
    #expect(here.read("exams/x.json") == Array("{\"a\":1}".utf8))
    #expect(try listFolder("\(here.path)/exams").count == 2)
    #expect(try Merge.run(from: other.path, into: here.path).isEmpty)
  }

  /// C09, C10: both orders give one state, and merging again changes nothing.
  @Test func orderDoesNotMatter() throws {
    for seed in 0..<40 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let folders = try (0..<4).map { _ in try TemporaryFolder() }
      for (name, device) in [("aaaa", deviceA), ("bbbb", deviceB)] {
        let keys = ["x", "y", "z"]
        let common = (1...Int64.random(in: 1...6, using: &random)).map {
          review(device, $0, Int($0), keys[Int.random(in: 0..<3, using: &random)])
        }
        for side in 0..<2 {
          var records = Array(common.prefix(Int.random(in: 0...common.count, using: &random)))
          if Bool.random(using: &random) {
            for count in 0..<Int64.random(in: 0...3, using: &random) {
              let number = Int64(records.count) + 1
              records.append(
                Bool.random(using: &random)
                  ? review(device, number, 10 + side, keys[Int(count)])
                  : record(
                    device, number, 12, plus: Int64(side),
                    .void(key: "x", of: RecordID(device: device, count: 1))))
            }
          }
          var bytes = journal(records)
          if Int.random(in: 0..<4, using: &random) == 0 { bytes += Array("{\"v\":1,".utf8) }
          if records.isEmpty && Bool.random(using: &random) { continue }
          for copy in [side, side + 2] { folders[copy].write("reviews-\(name).jsonl", bytes) }
        }
      }
      _ = try Merge.run(from: folders[1].path, into: folders[0].path)
      _ = try Merge.run(from: folders[2].path, into: folders[3].path)
      #expect(try state(folders[0]) == state(folders[3]), "seed \(seed)")
      _ = try Merge.run(from: folders[3].path, into: folders[0].path)
      #expect(try state(folders[0]) == state(folders[3]), "seed \(seed)")
      #expect(try Merge.run(from: folders[3].path, into: folders[0].path).isEmpty, "seed \(seed)")
    }
  }
}
