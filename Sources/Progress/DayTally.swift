/// What was done on one study day.
package struct DayTally: Hashable, Sendable {
  /// Answers that moved due dates: reviews, and exam questions about cards that were not new.
  package var reviews = 0
  /// Cards reviewed for the first time ever.
  package var introduced = 0
  /// Different cards that were answered in any way.
  ///
  /// A card counts again where its answers of one day are parted by an answer of another day, as
  /// journeys across the date line can make it.
  package var cards = 0
  /// Answers to practise.
  package var practices = 0
  /// Answers in exams, the `reviews` among them included.
  package var exams = 0
  /// Time from question to answer, over all answers.
  package var milliseconds = 0
  /// Answers of any kind that were right; where nothing was typed, those not rated again.
  package var correct = 0
  package var almost = 0
  package var wrong = 0

  package init() {}

  /// All answers of the day.
  package var answers: Int { correct + almost + wrong }

  static func += (left: inout Self, right: Self) {
    for field in fields { left[keyPath: field] += right[keyPath: field] }
  }

  /// All counts, in the order of the snapshot and the cache.
  static var fields: [WritableKeyPath<DayTally, Int>] {
    [
      \.reviews, \.introduced, \.cards, \.practices, \.exams, \.milliseconds, \.correct, \.almost,
      \.wrong,
    ]
  }

  /// The names of the counts in the snapshot.
  static let fieldNames = [
    "reviews", "introduced", "cards", "practices", "exams", "ms", "correct", "almost", "wrong",
  ]
}

/// The tallies of all study days.
struct DayTallies {
  private(set) var byDay: [Int: DayTally]
  // Most records are of the same day as the one before.
  private var current: (day: Int, tally: DayTally)?

  init(_ byDay: [Int: DayTally] = [:]) { self.byDay = byDay }

  /// Changes the tally of a day.
  mutating func update(_ day: Int, _ change: (inout DayTally) -> Void) {
    if current?.day != day {
      flush()
      current = (day, byDay[day] ?? DayTally())
    }
    if var open = current {
      change(&open.tally)
      current = open
    }
  }

  /// Puts the open day back with the others; needed before `byDay` is read.
  mutating func flush() {
    if let open = current { byDay[open.day] = open.tally }
    current = nil
  }
}
