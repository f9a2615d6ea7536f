import Chronology
import Memory
import Proving

@testable import Progress

/// The fold as the formats word it, with lists of records that are moved about: slow and plain.
struct FoldOracle {
  private(set) var histories: [String: [Record]] = [:]
  private(set) var aliases: [String: String] = [:]
  private(set) var cards: [String: CardProgress] = [:]
  private(set) var days: [Int: DayTally] = [:]

  init(_ records: [Record]) {
    let all = Set(records).sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    var void: Set<RecordID> = []
    for record in all {
      if case .void(_, let target) = record.event { void.insert(target) }
    }
    var rates: [RecordID: Amendment] = [:]
    for record in all where !void.contains(record.id) {
      if case .rate(_, let target, let amendment) = record.event { rates[target] = amendment }
    }
    for record in all {
      if case .relink(let moves) = record.event, !void.contains(record.id) { rename(moves) }
      guard let key = record.event.key else { continue }
      switch record.event {
      case .rate, .void: break
      default: histories[aliases[key] ?? key, default: []].append(record)
      }
    }
    var tallies = DayTallies()
    for (key, history) in histories {
      var progress = CardProgress()
      for record in history.sorted(by: { ($0.at, $0.id) < ($1.at, $1.id) }) {
        if void.contains(record.id) {
          progress.latest = max(progress.latest, record.at)
        } else {
          progress.apply(Step(record, rates[record.id]), Scheduler(), &tallies)
        }
      }
      if !history.isEmpty { cards[key] = progress }
    }
    tallies.flush()
    days = tallies.byDay
  }

  private mutating func rename(_ moves: [Event.Move]) {
    var first: [String: String] = [:]
    for move in moves where first[move.old] == nil { first[move.old] = move.new }
    let moving = first.keys.map { ($0, histories.removeValue(forKey: $0) ?? []) }
    for (old, history) in moving {
      histories[first[old] ?? old, default: []].append(contentsOf: history)
    }
    for (old, new) in aliases { aliases[old] = first[new] ?? new }
    for (old, new) in first { aliases[old] = new }
    for new in first.values { aliases[new] = nil }
  }
}

extension Step {
  init(_ record: Record, _ rate: Amendment?) {
    var answer: Answer?
    var text = ""
    switch record.event {
    case .review(_, let given), .practice(_, let given): answer = given
    case .exam(_, let given, let question):
      answer = given
      text = "\(question.exam)#\(question.question)"
    case .pending(_, let given, let milliseconds):
      answer = Answer(
        rating: .again, mark: nil, given: given, milliseconds: milliseconds, due: nil)
    case .flag(_, let why): text = why
    default: break
    }
    var schedule: Schedule?
    if case .state(_, let stated) = record.event { schedule = stated }
    var rating = answer?.rating
    if case .pending = record.event { rating = nil }
    let due = rate.map { $0.due ?? ($0.rating == rating ? answer?.due : nil) } ?? answer?.due
    self.init(
      kind: record.event.kind, at: record.at.milliseconds, day: record.day,
      rating: rate?.rating ?? rating, mark: rate?.mark ?? answer?.mark,
      milliseconds: answer?.milliseconds ?? 0, due: due, text: text, schedule: schedule,
      seed: record.id.device.packed &+ UInt64(bitPattern: record.id.count)
        &* 0x9e37_79b9_7f4a_7c15)
  }
}

extension [Record] {
  /// What two devices might have written, each in its order, perhaps with clocks that jump back.
  static func random(
    _ count: Int, clockFails: Bool = false, using random: inout SplitMix64
  ) -> [Record] {
    var records: [Record] = []
    var counts: [DeviceID: Int64] = [:]
    var time: [DeviceID: Int64] = [deviceA: 0, deviceB: 0]
    var keys = (0..<5).map { "k\($0)" }
    for _ in 0..<count {
      let device = Bool.random(using: &random) ? deviceA : deviceB
      counts[device, default: 0] += 1
      var now = (time[device] ?? 0) + .random(in: 1...40_000_000, using: &random)
      if clockFails, Int.random(in: 0..<10, using: &random) == 0 { now -= 200_000_000 }
      time[device] = now
      let id = RecordID(device: device, count: counts[device] ?? 0)
      let event = Event.random(after: records, by: device, &keys, using: &random)
      let day = Int((now >= 0 ? now : now - 86_399_999) / 86_400_000)
      records.append(
        Record(
          id: id, at: noon(0, plus: now), zone: 60, day: studyDay(day), event: event))
    }
    return records
  }
}

extension Event {
  fileprivate static func random(
    after records: [Record], by device: DeviceID, _ keys: inout [String],
    using random: inout SplitMix64
  ) -> Event {
    let key = keys.randomElement(using: &random) ?? ""
    let rating = Rating.allCases.randomElement(using: &random) ?? .good
    var given = answer(rating, RecordedMark.allCases.randomElement(using: &random))
    switch Int.random(in: 0..<3, using: &random) {
    case 0: given.due = .day(studyDay(.random(in: 0..<60, using: &random)).number)
    case 1: given.due = .second(noon(.random(in: 0..<60, using: &random)).seconds)
    default: break
    }
    let own = records.filter { $0.id.device == device }
    switch Int.random(in: 0..<31, using: &random) {
    case 0..<12: return .review(key: key, given)
    case 12..<14: return .pending(key: key, given: "x", milliseconds: 0)
    case 14..<17:
      guard let target = records.suffix(8).randomElement(using: &random) else { break }
      return .rate(
        key: target.event.key ?? key, of: target.id,
        Amendment(rating: rating, mark: given.mark, due: given.due))
    case 17..<20:
      guard let target = own.suffix(6).randomElement(using: &random) else { break }
      return .void(key: target.event.key ?? key, of: target.id)
    case 20..<22: return .practice(key: key, given)
    case 22..<24:
      return .exam(
        key: key, given,
        ExamQuestion(exam: "e", question: .random(in: 1...3, using: &random), type: "typed"))
    case 24..<26:
      var moves: [Move] = []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let new = Bool.random(using: &random) ? "k\(Int.random(in: 0..<9, using: &random))" : key
        moves.append(Move(keys.randomElement(using: &random) ?? "", new))
        keys.append(new)
      }
      return .relink(moves)
    case 26: return .suspend(key: key)
    case 27: return Bool.random(using: &random) ? .unsuspend(key: key) : .bury(key: key)
    case 28:
      return Bool.random(using: &random) ? .flag(key: key, why: "odd") : .unflag(key: key)
    case 29:
      return .state(
        key: key,
        Schedule(
          phase: .review, memory: MemoryState(stability: 12.5, difficulty: 4),
          due: .day(studyDay(.random(in: 0..<60, using: &random)).number), interval: 12,
          lastDay: studyDay(0).number, lastSecond: noon(0).seconds, reviews: 3, lapses: 1))
    default: return Bool.random(using: &random) ? .keep(key: key) : .reject(key: key)
    }
    return .review(key: key, given)
  }
}
