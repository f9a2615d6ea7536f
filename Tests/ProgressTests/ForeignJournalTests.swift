import Chronology
import Digest
import Files
import Memory
import Testing

@testable import Progress

@Suite struct ForeignJournalTests {
  private func journal(_ days: ClosedRange<Int>) -> ForeignJournal {
    var journal = ForeignJournal()
    for day in days {
      journal.add(
        .review(key: "k\(day % 3)", answer(.good, given: "")), at: noon(day), zone: 60,
        day: studyDay(day))
    }
    return journal
  }

  private func store(_ folder: TemporaryFolder) throws -> Store {
    try Store(folder: folder.path, device: deviceA, scheduler: Scheduler(), access: .reading)
  }

  @Test func itIsAJournalLikeOthers() throws {
    let folder = try TemporaryFolder()
    let device = try #require(try journal(0...5).write(into: folder.path))
    #expect(device.text.count == 8 && device.text.hasPrefix("A"))
    #expect(folder.names == ["lock", "reviews-\(device.text).jsonl"])
    let store = try store(folder)
    #expect(store.problems.isEmpty && store.cardCount == 3)
    #expect(store.progress(of: "k1")?.answers == 2)
    let lines = folder.read("reviews-\(device.text).jsonl").split(separator: 0x0a)
    let first = try #require(try decode(Array(lines[0])))
    #expect(first.id == RecordID(device: device, count: 1))
    #expect(first.encoded() == Array(lines[0]))
  }

  @Test func anEmptyOneWritesNothing() throws {
    let folder = try TemporaryFolder()
    #expect(try ForeignJournal().write(into: folder.path + "/none") == nil)
    #expect(folder.names.isEmpty)
  }

  @Test func theSameRecordsAreTheSameFileAndOthersAnother() throws {
    let (one, two) = (try TemporaryFolder(), try TemporaryFolder())
    let device = try journal(0...5).write(into: one.path)
    #expect(try journal(0...5).write(into: two.path) == device)
    #expect(try journal(0...6).write(into: two.path) != device)
    _ = try Merge.run(from: two.path, into: one.path)
    #expect(try store(one).progress(of: "k1")?.answers == 4)
    #expect(try store(one).problems.isEmpty)
  }

  @Test func answersAndInstantsFollowRenamings() throws {
    let folder = try TemporaryFolder()
    try journal(0...5).write(into: folder.path)
    folder.write(
      "reviews-aaaa.jsonl",
      [
        record(deviceA, 1, 7, .relink([.init("k1", "new")])),
        record(deviceA, 2, 8, .practice(key: "new", answer(.again))),
        record(deviceA, 3, 9, .review(key: "k2", answer(.good))),
        record(deviceA, 4, 9, plus: 5, .void(key: "k2", of: RecordID(device: deviceA, count: 3))),
      ].flatMap { $0.encoded() + [0x0a] })
    let store = try store(folder)
    let answers = try store.answerSteps()
    let renamed = try #require(answers[Fingerprint("new")])
    #expect(renamed.map(\.at) == [noon(1), noon(4), noon(8)])
    #expect(renamed.map(\.effect) == [.scheduled, .scheduled, .none])
    #expect(renamed[1].before == renamed[0].after)
    #expect(answers[Fingerprint("k1")] == nil)
    #expect(answers[Fingerprint("k2")]?.count == 2)
    // What was taken back stays known, so that it does not come in again.
    let instants = try store.answerInstants()
    #expect(instants[Fingerprint("k2")] == [noon(2), noon(5), noon(9)].map(\.milliseconds))
    #expect(instants[Fingerprint("new")]?.count == 3)
  }
}
