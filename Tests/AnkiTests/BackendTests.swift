import Chronology
import Decks
import Digest
import Exchange
import Files
import JSON
import Memory
import Progress
import Testing

@testable import Anki

/// Both ways with Anki's own backend.
@Suite(.enabled(if: Backend.isThere, "missing tool: the Python package anki"))
struct BackendTests {
  @Test(arguments: ["legacy.apkg", "newer.apkg", "legacy.colpkg", "newer.colpkg"])
  func whatAnkiExportsIsImportedAsItIs(_ name: String) throws {
    let folder = try TemporaryFolder()
    _ = try Backend.run(["make", folder.path])
    let package = try AnkiPackage(try readFile("\(folder.path)/\(name)").bytes)
    #expect(package.generation == (name.hasPrefix("newer") ? .third : .second))
    let collection = try package.collection(withHistory: true)
    let dump = try JSON.parse(try readFile("\(folder.path)/dump.json").bytes)
    let home = try TestHome()
    try home.take(collection)
    let store = try home.store
    let reading = AnkiImport(collection)
    let notes = reading.findings.decks.flatMap(\.notes)
    // Every card of Anki's is a card here.
    var keys: [String: String] = [:]
    let guids = Dictionary(uniqueKeysWithValues: collection.notes.map { ($0.id, $0.guid) })
    for (note, links) in zip(notes, reading.links) {
      for link in links {
        let card = collection.cards[link.card]
        keys["\(guids[card.note] ?? "") \(card.ordinal)"] = CardKey.make(
          id: try #require(note.note.id), blank: link.blank)
      }
    }
    let cards = try #require(dump["cards"]?.array)
    #expect(cards.count == 22 && keys.count == 22)
    for card in cards {
      let name = "\(card["guid"]?.string ?? "") \(card["ord"]?.int ?? 0)"
      let progress = store.progress(of: try #require(keys[name])) ?? CardProgress()
      expect(progress, is: card)
    }
    // And every answer an answer; how many there were is up to Anki's queue.
    let answers = try store.answerSteps()
    let log = try #require(dump["log"]?.array).filter { $0["kind"]?.int != 4 }
    #expect(log.count > 50)
    for entry in log {
      let name = "\(entry["guid"]?.string ?? "") \(entry["ord"]?.int ?? 0)"
      let own = answers[Fingerprint(try #require(keys[name]))] ?? []
      let answer = try #require(own.first { $0.at.milliseconds == entry["at"]?.int64 })
      #expect(answer.rating.rawValue == entry["ease"]?.int)
      #expect(answer.milliseconds == entry["ms"]?.int)
    }
    #expect(answers.values.reduce(0) { $0 + $1.count } == log.count)
    #expect(reading.media.map(\.name) == ["map of europe.png"])
    #expect(try package.media("map of europe.png")?.prefix(4) == [0x89, 0x50, 0x4e, 0x47])
  }

  private func expect(_ progress: CardProgress, is card: JSON) {
    let schedule = progress.schedule
    let type =
      switch schedule.phase {
      case .new: 0
      case .learning: 1
      case .review: 2
      case .relearning: 3
      }
    #expect(type == card["type"]?.int, "\(card)")
    #expect(progress.isSuspended == (card["queue"]?.int == -1))
    #expect((progress.flag != nil) == (card["flag"]?.int != 0))
    guard type != 0 else { return }
    switch schedule.due {
    case .new: Issue.record("not due: \(card)")
    case .day(let day): #expect(Int64(day) == card["due"]?.int64, "\(card)")
    case .second(let second): #expect(second == card["due"]?.int64, "\(card)")
    }
    // As Anki rounds it.
    let memory = card["s"]?.double.flatMap { stability in
      card["d"]?.double.map { MemoryState(stability: stability, difficulty: $0) }
    }
    #expect(memory != nil && CardData.isSame(schedule.memory, memory), "\(card)")
    #expect(schedule.reviews == card["reps"]?.int && schedule.lapses == card["lapses"]?.int)
    if type == 2 { #expect(schedule.interval == card["ivl"]?.int) }
  }

  @Test(arguments: [AnkiPackage.Generation.second, .third])
  func whatTriposExportsAnkiImportsAsItIs(_ generation: AnkiPackage.Generation) throws {
    let folder = try TemporaryFolder()
    let home = try TestHome()
    let text = """
      # Wars

      C: [North Korea] and [North Vietnam] stood together.
      Also 2: DRV
      Tags: cold war, asia

      ## Cold

      Q: When?
      A: 1950 & later
      Why: "because"
      """
    let deck = Deck.parse(bytes: Array(text.utf8), path: "/Decks/history.md")
    // Anki tells days by its own clock, so that the answers are of the last days.
    let dumpOfNothing = try Backend.dump()
    let today = try #require(dumpOfNothing["today"]?.int)
    let now = Instant(milliseconds: (Int64(today) * 86_400 + 50_000) * 1000)
    var journal = ForeignJournal()
    var schedule = Schedule.new
    let keys = deck.cards.map(\.key)
    for (days, rating) in [(20, Rating.good), (19, .good), (12, .again), (12, .good), (10, .hard)] {
      let day = today - days
      let at = Instant(
        milliseconds: (Int64(day) * 86_400 + 40_000 + schedule.lastSecond % 7 * 700) * 1000)
      schedule = home.scheduler.next(
        schedule, rating: rating, second: at.seconds, day: day, seed: 1)
      let answer = Answer(
        rating: rating, mark: .correct, given: "", milliseconds: 4321, due: schedule.due)
      journal.add(.review(key: keys[1], answer), at: at, zone: 0, day: CivilDay(number: day))
    }
    let answer = Answer(
      rating: .good, mark: nil, given: "", milliseconds: 99, due: .second(now.seconds + 600))
    journal.add(.review(key: keys[2], answer), at: now, zone: 0, day: CivilDay(number: today))
    journal.add(.suspend(key: keys[0]), at: now, zone: 0, day: CivilDay(number: today))
    try journal.write(into: home.folder.path)
    let collection = try home.export(deck, now: now)
    let path = "\(folder.path)/out.apkg"
    let bytes = try PackageWriter(generation).packed(
      collection, home.scheduler, WritingContext(now: now, calendar: utc))
    try writeFile(path, bytes)
    // Importing it twice brings nothing twice.
    let dump = try Backend.dump(path, path)
    #expect(
      dump["decks"]?.array?.compactMap(\.string) == [
        "history", "history::Wars", "history::Wars::Cold",
      ])
    let notes = try #require(dump["notes"]?.array)
    #expect(
      Set(notes.compactMap { $0["fields"]?.array?.first?.string }) == [
        "{{c1::North Korea}} and {{c2::North Vietnam}} stood together.", "When?",
      ])
    #expect(Set(notes.compactMap { $0["tags"]?.string }) == ["", " asia cold\u{a0}war "])
    let cards = try #require(dump["cards"]?.array)
    #expect(cards.count == 3)
    let studied = try #require(cards.first { $0["reps"]?.int == 5 })
    let memory = try #require(schedule.memory)
    #expect(schedule.due == .day(studied["due"]?.int ?? 0))
    #expect(studied["ivl"]?.int == schedule.interval && studied["lapses"]?.int == 1)
    #expect(studied["s"]?.double == (memory.stability * 10_000).rounded() / 10_000)
    #expect(studied["d"]?.double == (memory.difficulty * 1000).rounded() / 1000)
    #expect(studied["last"]?.int64 == schedule.lastSecond)
    let learning = try #require(cards.first { $0["type"]?.int == 1 })
    #expect(learning["due"]?.int64 == now.seconds + 600)
    #expect(cards.count { $0["queue"]?.int == -1 } == 1)
    let log = try #require(dump["log"]?.array)
    #expect(log.count == 6)
    #expect(log.compactMap { $0["at"]?.int64 } == collection.log.map(\.id))
    #expect(log.compactMap { $0["ease"]?.int } == collection.log.map(\.ease))
    #expect(log.compactMap { $0["ivl"]?.int } == collection.log.map(\.interval))
    #expect(log.compactMap { $0["ms"]?.int } == [4321, 4321, 4321, 4321, 4321, 99])
    // Anki finds equal notes by the checksum of the first field, which is ours.
    for note in notes where note["type"]?.string == "Tripos question" {
      #expect(note["csum"]?.int64 == SHA1.checksum(Array("When?".utf8)))
    }
  }
}
