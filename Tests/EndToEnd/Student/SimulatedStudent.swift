import Decks
import Files
import Proving
import Testing

/// Somebody who studies the shipped deck in a window for thirty days, and believes nothing.
///
/// The student goes by what the window shows: the question is read from it and looked up in the
/// deck. Whatever Tripos promises is checked as it happens.
final class SimulatedStudent {
  let seed: UInt64
  let traits: StudentTraits
  let home: TemporaryHome
  let journal: GrowingJournal
  var random: SplitMix64
  /// The cards of the deck as it is now.
  private(set) var cards: [AskedCard] = []
  /// The place of each card in the deck, by every key that it ever had.
  private(set) var places: [String: String] = [:]
  /// The places of the cards whose answers were seen.
  var met: Set<String> = []
  /// The places of the cards that are known before they are met.
  private let knownBefore: Set<String>
  /// The study day, counted from 0.
  var day = 0
  /// How many cards the last session announced for the next study day.
  var announced: Int?
  /// Answers that were right at once, and the Enters that they took.
  var rightAnswers = 0
  var entersForRight = 0
  /// Enters that no card asked for: after a story, and at the end.
  var entersBetween = 0
  /// Answers that were marked otherwise than they should be; the study goes on.
  var complaints: Set<String> = []
  /// The sessions so far, for messages.
  var diary: [String] = []
  /// What the student did beside answering, by name.
  var deeds: [String: Int] = [:]

  /// Something that Tripos promised and did not keep.
  struct Broken: Error, CustomStringConvertible {
    let description: String
  }

  init(seed: UInt64) throws {
    self.seed = seed
    self.traits = StudentTraits(seed: seed)
    self.random = SplitMix64(seed: seed)
    self.home = try TemporaryHome.withShippedDeck(settings: traits.settings)
    self.journal = GrowingJournal(home)
    let cards = try SimulatedStudent.cards(of: home)
    var random = SplitMix64(seed: seed ^ 0x5eed)
    let share = traits.knownBefore
    self.knownBefore = Set(
      cards.filter { _ in Double.random(in: 0..<1, using: &random) < share }.map(\.place))
    try home.write(SimulatedStudent.editor, to: "editor.sh")
    home.environment["EDITOR"] = "sh \(home.root)/editor.sh"
    try readDeck()
  }

  /// An editor that rewords the question of the note that it is given.
  private static let editor = """
    sed -i 's/^\\([QC]\\): /\\1: Now: /' "$1"

    """

  /// Reads the deck again, after an edit.
  func readDeck() throws {
    let cards = try SimulatedStudent.cards(of: home)
    self.cards = cards.map { AskedCard($0) }
    for card in cards { places[card.key] = card.place }
  }

  private static func cards(of home: TemporaryHome) throws -> [Card] {
    let library = try Library(folder: home.decks, cache: nil)
    return try library.entries.map { try library.card($0) }
  }

  /// Whether the student comes up with the answer now.
  func knows(_ card: Card) -> Bool {
    if met.contains(card.place) { return chance(traits.recall) }
    return knownBefore.contains(card.place)
  }

  func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }

  /// The instant of a day at an hour.
  func instant(hour: Int) -> String {
    let date = day < 6 ? "2026-11-\(25 + day)" : "2026-12-\(day < 15 ? "0" : "")\(day - 5)"
    return "\(date)T\(hour):00:00Z"
  }

  /// The study day as the journal writes it.
  var today: String { String(instant(hour: 20).prefix(10)) }

  /// Studies for so many days.
  func study(days: Int) throws {
    for number in 0..<days {
      day = number
      if traits.daysOff.contains(day) {
        announced = nil
        continue
      }
      try studyToday()
    }
    guard rightAnswers > 0 else { throw Broken(description: "seed \(seed): nothing was right") }
    let enters = Double(entersForRight + entersBetween) / Double(rightAnswers)
    if enters > 1.2 {
      throw Broken(description: "seed \(seed): \(enters) Enters for each card that was right")
    }
  }

  /// One or more sessions of a day, and what must hold when it is over.
  private func studyToday() throws {
    let expected = announced
    announced = nil
    var hour = 18
    var end = StudentSession.End.left
    var planned: [Int] = []
    repeat {
      let session = try StudentSession(self, at: instant(hour: hour))
      if hour == 18, let expected, session.planned != expected {
        throw Broken(
          description: "\(place): \(expected) were announced, \(session.plan) are asked")
      }
      end = try session.run()
      planned.append(session.planned)
      diary.append(
        "day \(day): \(session.plan), \(session.deeds.joined(separator: ", ")), \(end), "
          + "announced \(announced ?? -1)")
      try checkSnapshot(after: end)
      hour += 1
    } while end != .finished && hour < 24
    let asked = try checkDay()
    if let only = planned.first, planned.count == 1, only != asked {
      throw Broken(description: "\(place): \(only) cards were planned, \(asked) asked")
    }
  }

  /// Where the student is, for messages.
  var place: String {
    "seed \(seed), day \(day), after\n\(diary.suffix(4).joined(separator: "\n"))\n"
  }

  private func checkSnapshot(after end: StudentSession.End) throws {
    _ = journal.newLines()
    guard !journal.lines.isEmpty else { return }
    let kept = try states(of: home.progress)
    let rebuilt = try states(of: home.journalsAlone())
    for (name, state) in rebuilt where kept[name] != state {
      throw Broken(
        description:
          "\(place), after \(end): \(name) is \(kept[name] ?? "missing") and not \(state)")
    }
  }

  /// The limits of the day, and no two cards of one note.
  ///
  /// - Returns: how many cards were asked.
  private func checkDay() throws -> Int {
    let records = journal.lines
    let void = Set(records.filter { $0.kind == "void" }.compactMap(\.of))
    let rated = Set(records.filter { $0.kind == "rate" }.compactMap(\.of))
    let live = records.filter { record in
      (record.kind == "review" || record.kind == "pending" && rated.contains(record.number))
        && !void.contains(record.number)
    }
    let before = Set(live.filter { $0.day < today }.compactMap { places[$0.key] })
    let asked = Set(live.filter { $0.day == today }.compactMap { places[$0.key] })
    let introduced = asked.subtracting(before).count
    if introduced > traits.newPerDay {
      throw Broken(description: "\(place): \(introduced) new cards, \(traits.newPerDay) allowed")
    }
    let notes = Set(asked.map { $0.prefix { $0 != "." } })
    if notes.count < asked.count {
      throw Broken(description: "\(place): two cards of one note on a day: \(asked.sorted())")
    }
    return asked.count
  }
}
