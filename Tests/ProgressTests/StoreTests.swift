import Chronology
import Files
import Memory
import Proving
import Testing

@testable import Progress

@Suite struct StoreTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func open(_ access: Store.Access = .writing, device: DeviceID = deviceA) throws -> Store {
    try Store(folder: folder.path, device: device, scheduler: Scheduler(), access: access)
  }

  @discardableResult
  func append(_ store: Store, _ day: Int, plus: Int64 = 0, _ event: Event) throws -> RecordID {
    try store.append(event, at: noon(day, plus: plus), zone: 60, day: studyDay(day))
  }

  @Test func keepsWhatWasAppended() throws {
    var store: Store? = try open()
    try append(store!, 0, .review(key: "a", answer(.good, due: 3)))
    try append(store!, 0, plus: 1, .review(key: "b", answer(.again, due: 1)))
    let before = store!.everything
    #expect(before.cards.keys.sorted() == ["a", "b"])
    #expect(store!.progress(of: "a")?.schedule.due == .day(studyDay(3).number))
    #expect(store!.tally(studyDay(0)).reviews == 2)
    store = nil
    let reader = try open(.reading)
    #expect(reader.everything == before)
    #expect(folder.names == ["lock", "reviews-aaaa.jsonl"])
    store = try open()
    #expect(store!.everything == before)
    try store!.close()
    #expect(folder.names == ["lock", "progress.json", "reviews-aaaa.jsonl"])
    #expect(try open(.reading).everything == before)
  }

  @Test func goesOnFromTheSnapshot() throws {
    var all: [Everything] = []
    for day in 0..<5 {
      let store = try open()
      if let last = all.last { #expect(store.everything == last) }
      for card in 0..<4 {
        try append(store, day, plus: Int64(card), .review(key: "k\(card)", answer(.good)))
      }
      all.append(store.everything)
      try store.close()
    }
    folder.remove("progress.json")
    #expect(try open(.reading).everything == all.last)
  }

  @Test func undoesAnyNumber() throws {
    var states: [Everything] = []
    var store = try open()
    for number in 0..<6 {
      states.append(store.everything)
      try append(store, 0, plus: Int64(number), .review(key: "k\(number % 2)", answer(.good)))
    }
    for number in (2..<6).reversed() {
      let undone = try store.undo(at: noon(0, plus: 100), zone: 60, day: studyDay(0))
      #expect(undone?.id.count == Int64(number + 1))
      #expect(
        store.everything.cards.mapValues(\.schedule) == states[number].cards.mapValues(\.schedule))
      #expect(store.everything.days == states[number].days)
    }
    try store.close()
    store = try open()
    for number in (0..<2).reversed() {
      #expect(
        try store.undo(at: noon(0, plus: 200), zone: 60, day: studyDay(0))?.id.count
          == Int64(number + 1))
    }
    #expect(try store.undo(at: noon(0, plus: 300), zone: 60, day: studyDay(0)) == nil)
    #expect(store.days == [])
  }
}
