import Chronology
import Decks
import Files
import Glibc
import Memory
import Progress

extension Benchmarks {
  /// The deck that ships: the first question is there in the blink of an eye.
  static func shippedDeck(_ home: String) {
    makeHome(home)
    if let bytes = try? readFile("Decks/north-korea-vietnam.md").bytes {
      write(bytes, to: home + "/Decks/north-korea-vietnam.md")
    }
    _ = runToEnd(["due"], home: home)
    report(
      "shipped deck: first question",
      median(11) { runUntil("colonies?", ["review"], home: home).seconds * 1000 }, "ms", promise: 50
    )
  }

  /// 100,000 cards in 200 decks with 1,000,000 reviews.
  static func largeHome(_ home: String) {
    makeHome(home)
    print("\nMaking 200 decks of 500 cards with 1,000,000 reviews …")
    let keys = writeDecks(home + "/Decks", decks: 200, cards: 500)
    writeJournal(home + "/Progress/reviews-aaaa.jsonl", keys: keys, rounds: 10)
    let now = ["--now", "2026-11-25T12:00:00Z"]
    let arguments = ["review", "--minutes", "0"] + now
    // The first session writes the snapshot.
    _ = runToEnd(arguments, home: home)
    _ = runToEnd(["due"] + now, home: home)
    let due = Benchmarks.runs(7) { runToEnd(["due"] + now, home: home) }
    report("100,000 cards: due", due.seconds, "s", promise: 0.1)
    report("  memory, beside 119 MB of Anki's engine", due.megabytes, "MB", promise: 119)
    let first = Benchmarks.runs(7) { runUntil("Question", arguments, home: home) }
    report("100,000 cards: first question of review", first.seconds, "s", promise: 0.15)
    report("  beside 0.31 s of Anki's engine", first.seconds, "s", promise: 0.31)
    report("  memory, beside 119 MB of Anki's engine", first.megabytes, "MB", promise: 119)
    let statistics = Benchmarks.runs(5) { runToEnd(["stats"] + now, home: home) }
    report("1,000,000 reviews: stats", statistics.seconds, "s", promise: 1)
    report("  its memory", statistics.megabytes, "MB", promise: 400)
    let changed = Benchmarks.runs(5) {
      touchDeck(home + "/Decks/deck-007.md")
      return runUntil("Question", arguments, home: home)
    }
    report("  after one deck changed", changed.seconds, "s", promise: 0.2)
    let rebuilt = Benchmarks.runs(3) {
      removeTree(home + "/cache")
      unlink(home + "/Progress/progress.json")
      return runUntil("Question", arguments, home: home)
    }
    report("  with neither snapshot nor index", rebuilt.seconds, "s", promise: 2)
    report("  its memory", rebuilt.megabytes, "MB", promise: 400)
  }

  /// The medians of several runs.
  private static func runs(_ count: Int, _ run: () -> Run) -> Run {
    let all = (0..<count).map { _ in run() }
    return Run(
      seconds: all.map(\.seconds).sorted()[count / 2],
      megabytes: all.map(\.megabytes).sorted()[count / 2])
  }

  private static func makeHome(_ home: String) {
    for folder in ["", "/Decks", "/Progress", "/cache", "/state"] { mkdir(home + folder, 0o700) }
  }

  /// Writes decks and returns the keys of their cards.
  private static func writeDecks(_ folder: String, decks: Int, cards: Int) -> [String] {
    var keys: [String] = []
    for deck in 0..<decks {
      var text = "---\nname = \"Deck \(deck)\"\n---\n\n"
      for card in 0..<cards {
        if card % 50 == 0 { text += "# Part \(card / 50) of deck \(deck)\n\n" }
        text += "Q: Question \(deck)-\(card): in which year did event number \(card) take place?\n"
        text += "A: \(1100 + (deck * 31 + card * 7) % 900)\nSource: page \(card)\n\n"
      }
      let number = String(repeating: "0", count: 3 - String(deck).count) + String(deck)
      let path = "\(folder)/deck-\(number).md"
      write(Array(text.utf8), to: path)
      let parsed = Deck.parse(bytes: Array(text.utf8), path: path)
      keys += parsed.notes.flatMap { parsed.cards(of: $0) }.map(\.key)
    }
    return keys
  }

  /// Writes `rounds` reviews of each card in the order of time, a round every few weeks, the last
  /// ones around today.
  private static func writeJournal(_ path: String, keys: [String], rounds: Int) {
    guard let device = DeviceID("aaaa") else { return }
    let scheduler = Scheduler()
    var schedules = Array(repeating: Schedule.new, count: keys.count)
    var count: Int64 = 0
    let today = CivilDay(year: 2026, month: 11, day: 25)?.number ?? 0
    guard let file = fopen(path, "w") else { return }
    defer { fclose(file) }
    let order = keys.indices.sorted { ($0 % 57, $0 % 20_000) < ($1 % 57, $1 % 20_000) }
    for round in 0..<rounds {
      for index in order {
        let key = keys[index]
        let day = today - 600 + round * 58 + index % 57
        let second = Int64(day) * 86_400 + 36_000 + Int64(index % 20_000)
        let rating: Rating = (index + round * 3) % 11 == 0 && round > 0 ? .again : .easy
        schedules[index] = scheduler.next(
          schedules[index], rating: rating, second: second, day: day, seed: UInt64(index))
        count += 1
        let answer = Answer(
          rating: rating, mark: rating == .again ? .wrong : .correct, given: "1969",
          milliseconds: 4200, due: schedules[index].due)
        let record = Record(
          id: RecordID(device: device, count: count), at: Instant(milliseconds: second * 1000),
          zone: 0, day: CivilDay(number: day), event: .review(key: key, answer))
        let line = record.encoded() + [0x0a]
        fwrite(line, 1, line.count, file)
      }
    }
  }

  private static func touchDeck(_ path: String) {
    guard let bytes = try? readFile(path).bytes else { return }
    write(bytes + Array("\n".utf8), to: path)
  }

  private static func write(_ bytes: [UInt8], to path: String) {
    do {
      _ = try writeFile(path, bytes)
    } catch {
      print("cannot write \(path)")
    }
  }
}
