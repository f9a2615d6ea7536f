import Memory
import Testing

@testable import Progress

@Suite struct SnapshotConditionTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open(_ access: Store.Access) throws -> Store {
    try Store(
      folder: folder.path, device: deviceA, scheduler: Scheduler(), access: access,
      fromJournals: true)
  }

  private func condition() throws -> SnapshotCondition {
    try open(.reading).snapshotCondition(Scheduler())
  }

  private func study(_ day: Int) throws {
    let store = try open(.writing)
    for card in 0..<5 {
      try store.append(
        .review(key: "k\(card)", answer(.good)), at: noon(day, plus: Int64(card)), zone: 60,
        day: studyDay(day))
    }
    store.label(
      "k0",
      CardLabel(
        deck: "moon.md", section: [], place: 0, prompt: "First?", answer: "Luna"))
    try store.close()
  }

  private func repair(_ condition: SnapshotCondition) throws {
    let store = try open(.writing)
    store.renewSnapshot(condition)
    try store.close()
  }

  @Test func tellsWhatItIsWorth() throws {
    #expect(try condition() == .missing)
    try study(0)
    #expect(try condition() == .current)
    let whole = folder.read("progress.json")
    let before = folder.read("reviews-aaaa.jsonl")
    folder.write(
      "reviews-aaaa.jsonl",
      before + journal([record(deviceA, 6, 1, .review(key: "k0", answer(.good)))]))
    #expect(try condition() == .behind)
    folder.write("reviews-aaaa.jsonl", before)
    folder.write("progress.json", Array(whole.dropLast(40)))
    #expect(try condition() == .damaged)
    folder.write(
      "progress.json",
      Array(
        String(decoding: whole, as: UTF8.self).replacing("\"schema\": 1", with: "\"schema\": 9")
          .utf8))
    #expect(try condition() == .newer)
  }

  /// E15: a snapshot that lies is kept, and the next one tells the truth and keeps the labels.
  @Test func wrongSnapshotIsKeptAndReplaced() throws {
    try study(0)
    let whole = String(decoding: folder.read("progress.json"), as: UTF8.self)
    let lie = whole.replacing("\"reviews\":1", with: "\"reviews\":7")
    #expect(lie != whole)
    folder.write("progress.json", Array(lie.utf8))
    #expect(try condition() == .wrong)
    let label = try open(.reading).label(of: "k0")
    try repair(.wrong)
    #expect(try condition() == .current)
    #expect(try open(.reading).label(of: "k0") == label)
    let kept = folder.names.filter { $0.hasPrefix("progress.json.damaged-") }
    #expect(kept.count == 1)
    #expect(folder.read(kept.first ?? "") == Array(lie.utf8))
  }

  @Test func damagedSnapshotIsKept() throws {
    try study(0)
    folder.write("progress.json", Array("<html>".utf8))
    try repair(.damaged)
    #expect(try condition() == .current)
    #expect(folder.names.contains { $0.hasPrefix("progress.json.damaged-") })
  }
}
