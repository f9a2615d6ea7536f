import Chronology
import Decks
import Digest
import Exchange
import Files
import JSON
import Memory
import Progress
import Proving
import Testing

@testable import Anki

/// A home for tests: decks in memory, journals in a folder.
struct TestHome {
  let folder: TemporaryFolder
  let scheduler: Scheduler

  init(scheduler: Scheduler = Scheduler()) throws {
    folder = try TemporaryFolder()
    self.scheduler = scheduler
  }

  var store: Store {
    get throws {
      try Store(
        folder: folder.path, device: try #require(DeviceID("test")), scheduler: scheduler,
        access: .reading)
    }
  }

  /// Brings in the history of all cards of a collection whose notes have an `Id:`.
  @discardableResult
  func take(_ collection: AnkiCollection, calendar: StudyCalendar = utc) throws
    -> HistoryImport.Tally
  {
    let reading = AnkiImport(collection)
    let notes = reading.findings.decks.flatMap(\.notes)
    let store = try store
    let known = try store.answerInstants()
    var history = HistoryImport(collection, calendar: calendar, scheduler: scheduler)
    for (note, links) in zip(notes, reading.links) {
      for link in links {
        let key = try key(of: note.note, blank: link.blank)
        history.add(
          card: link.card, key: key, progress: store.progress(of: key),
          known: known[Fingerprint(key)] ?? [])
      }
    }
    try history.journal.write(into: folder.path)
    return history.tally
  }

  private func key(of note: NoteSource, blank: Int?) throws -> String {
    if let id = note.id { return CardKey.make(id: id, blank: blank) }
    let deck = Deck.parse(bytes: note.utf8, path: "")
    let cards = deck.notes.flatMap { deck.cards(of: $0) }
    return try #require(
      cards.indices.contains((blank ?? 1) - 1) ? cards[(blank ?? 1) - 1].key : nil)
  }

  /// A deck with all that is known of its cards, as a collection.
  func export(_ deck: Deck, now: Instant, calendar: StudyCalendar = utc) throws -> AnkiCollection {
    let store = try store
    let answers = try store.answerSteps()
    var export = AnkiExport(now: now, calendar: calendar, scheduler: scheduler)
    export.add(deck, notes: deck.notes) {
      deck.cards(of: $0).map(\.key)
    } history: { key in
      AnkiExport.CardHistory(
        progress: store.progress(of: key), answers: answers[Fingerprint(key)] ?? [])
    }
    return export.collection()
  }

  /// Where every card stands, by its key.
  var states: [String: Schedule] {
    get throws {
      var states: [String: Schedule] = [:]
      try store.forEachCard { states[$0] = $1.schedule }
      return states
    }
  }
}

private let now = Instant(milliseconds: 1_795_600_000_000)

private func card(_ change: (inout AnkiCard) -> Void, log: [LogEntry] = []) -> AnkiCollection {
  var collection = sampleCollection()
  change(&collection.cards[0])
  collection.log = log
  return collection
}

private func entry(
  _ day: Int, ease: Int, interval: Int, kind: LogEntry.Kind = .review, factor: Int = 500
) -> LogEntry {
  LogEntry(
    id: Int64(day) * 86_400_000 + 43_200_000, card: 200, ease: ease, interval: interval,
    lastInterval: 0, factor: factor, milliseconds: 4000, kind: kind)
}

struct HistoryImportTests {
  @Test func newCardsLeaveNoRecord() throws {
    let home = try TestHome()
    #expect(try home.take(sampleCollection()) == HistoryImport.Tally())
    #expect(try listFolder(home.folder.path).isEmpty)
  }

  @Test func answersBecomeReviewsAndTheStateIsAnkis() throws {
    let home = try TestHome()
    let log = [
      entry(19_700, ease: 3, interval: -600, kind: .learning), entry(19_701, ease: 3, interval: 3),
      entry(19_704, ease: 3, interval: 12), entry(19_705, ease: 0, interval: 5, kind: .manual),
    ]
    let collection = card(
      {
        ($0.type, $0.queue, $0.due, $0.interval) = (2, 2, 41, 12)
        ($0.reviews, $0.lapses) = (3, 0)
        $0.data = #"{"s":12.5,"d":4.321,"lrt":1702512000}"#
      }, log: log)
    let tally = try home.take(collection)
    #expect(tally.answers == 3 && tally.states == 1 && tally.changesByHand == 1)
    let progress = try #require(try home.store.progress(of: "anki-guid0"))
    #expect(progress.schedule.phase == .review)
    #expect(progress.schedule.memory == MemoryState(stability: 12.5, difficulty: 4.321))
    #expect(progress.schedule.due == .day(19_675 + 41))
    #expect(progress.schedule.interval == 12 && progress.schedule.reviews == 3)
    #expect(progress.answers == 3)
    #expect(progress.firstDay == CivilDay(number: 19_700))
    // Once more brings nothing.
    let again = try home.take(collection)
    #expect(again.cards == 0 && again.known == 3)
    #expect(try listFolder(home.folder.path).count { $0.name.hasPrefix("reviews-") } == 1)
  }

  @Test func whatAnswersComeToNeedsNoWord() throws {
    let home = try TestHome()
    var schedule = Schedule.new
    var log: [LogEntry] = []
    for (day, rating) in [
      (19_700, Rating.good), (19_701, .good), (19_708, .again), (19_709, .good),
    ] {
      let second = Int64(day) * 86_400 + 43_200
      schedule = home.scheduler.next(schedule, rating: rating, second: second, day: day, seed: 0)
      let interval =
        switch schedule.due {
        case .day(let due): due - day
        case .second(let due): -Int(due - second)
        case .new: 0
        }
      log.append(entry(day, ease: rating.rawValue, interval: interval))
    }
    let memory = try #require(schedule.memory)
    let collection = card(
      {
        ($0.type, $0.queue) = (2, 2)
        if case .day(let day) = schedule.due { $0.due = Int64(day - 19_675) }
        ($0.interval, $0.reviews, $0.lapses) = (
          schedule.interval, schedule.reviews, schedule.lapses
        )
        let s = (memory.stability * 10_000).rounded() / 10_000
        let d = (memory.difficulty * 1000).rounded() / 1000
        $0.data = #"{"s":\#(s),"d":\#(d),"lrt":\#(schedule.lastSecond)}"#
      }, log: log)
    let tally = try home.take(collection)
    #expect(tally.answers == 4 && tally.states == 0)
    #expect(try home.store.progress(of: "anki-guid0")?.schedule == schedule)
  }

  @Test func cardsOfSM2GetTheMemoryThatTheirIntervalMeans() throws {
    let home = try TestHome()
    let tally = try home.take(
      card {
        ($0.type, $0.queue, $0.due, $0.interval, $0.factor, $0.reviews) = (2, 2, 100, 30, 2500, 9)
      })
    #expect(tally.answers == 0 && tally.states == 1)
    let schedule = try #require(try home.store.progress(of: "anki-guid0")?.schedule)
    #expect(schedule.memory?.stability == 30)
    #expect(schedule.lastDay == 19_675 + 70 && schedule.due == .day(19_775))
    // Good on the due day multiplies the stability by the ease.
    let next = home.scheduler.next(
      schedule, rating: .good, second: 0, day: 19_775, seed: 0)
    #expect(abs((next.memory?.stability ?? 0) - 75) < 0.5)
  }

  @Test func suspendedFlaggedFilteredAndLearning() throws {
    let home = try TestHome()
    try home.take(
      card(
        {
          ($0.type, $0.queue, $0.due, $0.interval, $0.reviews) = (2, -1, -12, 7, 1)
          ($0.homeDeck, $0.homeDue, $0.deck, $0.flag) = (7, 50, 99, 3)
          $0.data = #"{"s":7.0,"d":5.0}"#
        }, log: [entry(19_700, ease: 3, interval: 7, kind: .filtered, factor: 0)]))
    let progress = try #require(try home.store.progress(of: "anki-guid0"))
    #expect(progress.isSuspended && progress.flag == "green flag in Anki")
    #expect(progress.schedule.due == .day(19_725))
    #expect(try home.store.tally(CivilDay(number: 19_700)).practices == 1)
    let other = try TestHome()
    try other.take(
      card {
        ($0.type, $0.queue, $0.due, $0.stepsLeft, $0.reviews) = (1, 1, 1_701_000_600, 1001, 1)
        $0.data = #"{"s":2.3065,"d":2.118,"lrt":1701000000}"#
      })
    let learning = try #require(try other.store.progress(of: "anki-guid0")?.schedule)
    #expect(learning.phase == .learning(step: 1) && learning.due == .second(1_701_000_600))
  }

  @Test func ofTwoAccountsTheLongerOneCounts() throws {
    let home = try TestHome()
    let first = card(
      {
        ($0.type, $0.queue, $0.due, $0.interval, $0.reviews) = (2, 2, 30, 3, 1)
        $0.data = #"{"s":3.0,"d":5.0}"#
      }, log: [entry(19_700, ease: 3, interval: 3)])
    try home.take(first)
    var second = first
    second.log.append(entry(19_703, ease: 3, interval: 9))
    (second.cards[0].due, second.cards[0].interval, second.cards[0].reviews) = (37, 9, 2)
    second.cards[0].data = #"{"s":9.0,"d":5.0}"#
    let tally = try home.take(second)
    #expect(tally.answers == 1 && tally.known == 1 && tally.states == 1)
    #expect(try home.store.progress(of: "anki-guid0")?.schedule.memory?.stability == 9)
    // The older file again changes nothing.
    #expect(try home.take(first).cards == 0)
    #expect(try home.store.progress(of: "anki-guid0")?.schedule.memory?.stability == 9)
  }

  @Test func extremeNumbersAreBounded() throws {
    let home = try TestHome()
    try home.take(
      card(
        {
          ($0.type, $0.queue, $0.due, $0.interval, $0.reviews) = (2, 2, .max, Int(Int32.max), 1)
          ($0.modified, $0.data) = (.max, #"{"s":1e308,"d":-5,"lrt":-1}"#)
        }, log: [entry(19_700, ease: 3, interval: Int(Int32.min)), entry(-5, ease: 9, interval: 1)])
    )
    let progress = try #require(try home.store.progress(of: "anki-guid0"))
    #expect(progress.schedule.reviews == 1)
    #expect(try home.store.problems.isEmpty)
  }
}

/// A deck with everything that a note can have.
private let everything = """
  ---
  name = "War & Peace"
  source = "A page"

  [actors."Soviet Union"]
  kind = "state"
  also = ["USSR"]
  ---

  Q: Before any heading?
  A: Yes

  # One

  ## Deeper [still]

  C: [North Korea] and North Vietnam established relations in [January 1950], <they> say {{c1::x}} \\[so\\].
  Also 2: 1/1950
  Also 2: Jan 1950
  Event 2: They establish relations
  Kind 1: state
  Source: section 3

  Q: Which "doctrine"  let   US troops
    leave & go?
  A:
  - The Nixon Doctrine
  - Vietnamization
  Also: Nixon's doctrine
  Kind: term
  Why: South Vietnam was to take over: its own defence.
  Tags: cold war, 1969
  Id: nixon-doctrine

  # Two

  C: Only [one] blank::here
  Id: one

  Q: Deeper still?
  A: No
  """

struct RoundTripTests {
  private func deck(_ text: String = everything) -> Deck {
    Deck.parse(bytes: Array(text.utf8), path: "/home/Decks/war.md")
  }

  @Test(arguments: [AnkiPackage.Generation.second, .third])
  func everyFieldComesBack(_ generation: AnkiPackage.Generation) throws {
    let deck = deck()
    #expect(deck.problems.isEmpty)
    let collection = try TestHome().export(deck, now: now)
    let bytes = try PackageWriter(generation).packed(
      collection, Scheduler(), WritingContext(now: now, calendar: utc))
    let reading = AnkiImport(try AnkiPackage(bytes).collection(withHistory: true))
    #expect(reading.findings.skipped.isEmpty)
    #expect(reading.findings.decks.map(\.name) == ["War & Peace"])
    #expect(reading.findings.decks[0].source == "A page")
    #expect(reading.findings.decks[0].actors == deck.frontMatter.actors)
    #expect(
      reading.findings.decks[0].notes.map { $0.note.normalised }
        == deck.notes.map { NoteSource($0).normalised })
    #expect(
      reading.findings.decks[0].notes.map(\.section)
        == deck.notes.map { deck.sections[$0.section].path })
    // And once more the same.
    let addition = try DeckAddition(
      of: reading.findings.decks[0], to: nil, path: "/home/Decks/war.md", name: "War & Peace")
    let again = Deck.parse(bytes: try #require(addition.bytes), path: "/home/Decks/war.md")
    #expect(again.cards.map(\.key) == deck.cards.map(\.key))
    let second = try TestHome().export(again, now: now)
    #expect(second.notes == collection.notes)
  }

  /// Studied at random, exported and imported into another home, every card stands where it stood.
  @Test(arguments: 0..<20) func everyStateComesBackBitForBit(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let offset = [0, 3600, -5 * 3600, 20_700][seed % 4]
    let calendar = StudyCalendar { _ in offset }
    let deck = deck()
    let home = try TestHome()
    var journal = ForeignJournal()
    var schedules: [String: Schedule] = [:]
    var instant = now.milliseconds - 200 * 86_400_000
    while instant < now.milliseconds {
      let at = Instant(milliseconds: instant)
      let day = calendar.day(of: at)
      let key = try #require(deck.cards.randomElement(using: &random)?.key)
      let rating = try #require(Rating.allCases.randomElement(using: &random))
      let schedule = home.scheduler.next(
        schedules[key] ?? .new, rating: rating, second: at.seconds, day: day.number,
        seed: random.next())
      let answer = Answer(
        rating: rating, mark: nil, given: "x",
        milliseconds: Int.random(in: 0...60_000, using: &random),
        due: schedule.due)
      if Int.random(in: 0..<8, using: &random) == 0, rating != .again {
        journal.add(.practice(key: key, answer), at: at, zone: offset / 60, day: day)
      } else {
        journal.add(.review(key: key, answer), at: at, zone: offset / 60, day: day)
        schedules[key] = schedule
      }
      instant += Int64.random(in: 200...20 * 86_400_000 / 4, using: &random)
    }
    journal.add(.suspend(key: "nixon-doctrine"), at: now, zone: 0, day: calendar.day(of: now))
    try journal.write(into: home.folder.path)
    let collection = try home.export(deck, now: now, calendar: calendar)
    let image = try CollectionWriter.image(
      collection, home.scheduler, WritingContext(now: now, calendar: calendar))
    let read = try CollectionReader(image).collection(withHistory: true)
    let other = try TestHome()
    let tally = try other.take(read, calendar: calendar)
    #expect(tally.states == 0)
    #expect(try other.states == home.states)
    #expect(try other.store.progress(of: "nixon-doctrine")?.isSuspended == true)
    // Into the same home it brings nothing.
    #expect(try home.take(read, calendar: calendar).cards == 0)
    // And the way out again is the same log.
    #expect(try other.export(deck, now: now, calendar: calendar).log == collection.log)
  }
}
