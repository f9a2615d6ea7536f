import Chronology
import Decks
import Files
import Glibc
import Marking
import Memory
import Study

extension Benchmarks {
  /// What one core does in a second without the disk.
  static func inProcess() {
    let steps = median(5) {
      let scheduler = Scheduler()
      var schedule = Schedule.new
      let count = 2_000_000
      let start = monotonic()
      for step in 0..<count {
        if step % 32 == 0 { schedule = .new }
        let rating = Rating.allCases[step * 7 % 4]
        schedule = scheduler.next(
          schedule, rating: rating, second: Int64(step) * 86_400, day: schedule.lastDay + step % 9,
          seed: UInt64(step))
      }
      withExtendedLifetime(schedule) {}
      return (monotonic() - start) / Double(count) * 1e6
    }
    report("scheduler step", steps, "µs", promise: 0.2)
    for count in [40, 2000] {
      report("mark, deck of \(count) actors", markTime(actors: count), "µs", promise: 50)
    }
  }

  private static func markTime(actors count: Int) -> Double {
    let given = ["Anna", "Boris", "Chen", "Dolores", "Emil", "Fatima", "Georg", "Hana"]
    let actors = (0..<count).map { number in
      Actor(
        name: "\(given[number % given.count]) \(surname(number))", kind: .person,
        also: ["\(surname(number)) the \(number)th"])
    }
    let tables = dataFolder().map { MarkingTables(folder: $0) } ?? MarkingTables()
    let marker = Marker(
      actors: actors, states: tables.states, names: tables.names, words: tables.words)
    var cases: [(Expected, String)] = []
    for number in 0..<200 {
      let name = actors[number % count].name
      cases.append((Expected(answer: name, kind: .person), String(name.dropLast())))
      cases.append((Expected(answer: "25 July 1969", kind: .date), "july \(number % 31), 1969"))
      cases.append((Expected(answer: "50,000 rubles", kind: .number), "\(number) thousand roubles"))
      cases.append((Expected(answer: "Soviet Union", kind: .state), "USSR"))
    }
    return median(5) {
      let start = monotonic()
      for (expected, typed) in cases { _ = marker.mark(typed, for: expected) }
      return (monotonic() - start) / Double(cases.count) * 1e6
    }
  }

  private static func surname(_ number: Int) -> String {
    let syllables = ["ba", "ro", "min", "tes", "ka", "lov", "dar", "sen"]
    let picked = [number % 8, number / 8 % 8, number / 64 % 8, number / 512 % 8]
    return picked.map { syllables[$0] }.joined().capitalizedFirst
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// The data of the build tree, where the benchmark runs in it.
func dataFolder() -> String? {
  let path = "Data"
  return access(path, F_OK) == 0 ? path : nil
}
