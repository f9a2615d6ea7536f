import Memory

/// How much a study day asks of the student.
package struct DayLimits: Hashable, Sendable {
  /// New cards a day.
  package var new: Int
  /// Reviews a day; `nil` for as many as are due.
  package var reviews: Int?
  /// Minutes a session; `nil` for no end.
  package var minutes: Int?
  /// Days over which what is due is spread: today asks one share of it; `nil` for all of it.
  package var spread: Int?

  package init(new: Int = 10, reviews: Int? = nil, minutes: Int? = 20, spread: Int? = nil) {
    self.new = new
    self.reviews = reviews
    self.minutes = minutes
    self.spread = spread
  }
}

/// What was done on a study day so far, counted against its limits.
package struct DayDone: Hashable, Sendable {
  /// New cards introduced.
  package var new: Int
  /// Reviews of cards that were not new.
  package var reviews: Int

  package init(new: Int = 0, reviews: Int = 0) {
    self.new = new
    self.reviews = reviews
  }
}

/// The cards that a study day asks, before they are put in order.
///
/// A pure function of states, day and limits: the number announced in the evening is the number
/// that the next day begins with.
package struct DayPlan: Hashable, Sendable {
  /// Cards in learning steps, the earliest due first.
  package var learning: [Candidate]
  /// Cards due for review, the most overdue for their interval first.
  package var due: [Candidate]
  /// New cards in the order of the deck.
  package var new: [Candidate]
  /// How many of `due`, at its end, are asked before their day.
  package var ahead: Int
  /// Cards that are due but beyond the day's limit.
  package var beyondLimit: Int
  /// How long it takes, in seconds, by the student's own pace.
  package var seconds: Int

  /// The cards asked, each counted once.
  package var count: Int { learning.count + due.count + new.count }

  /// Plans a study day.
  ///
  /// - Parameters:
  ///   - candidates: the cards that may be asked, in the order of their decks.
  ///   - day: the study day, counted from 1970-01-01.
  ///   - endOfDay: the second since 1970 at which the next study day begins.
  ///   - limits: the day's limits.
  ///   - done: what was done on that day so far.
  ///   - pace: how long the student takes.
  /// - Returns: the plan.
  package static func make(
    _ candidates: [Candidate], day: Int, endOfDay: Int64, limits: DayLimits, done: DayDone,
    pace: Pace
  ) -> DayPlan {
    var plan = DayPlan(learning: [], due: [], new: [], ahead: 0, beyondLimit: 0, seconds: 0)
    // Cards of one note give each other away: one of them a day.
    var taken: [Int: Int] = [:]
    for candidate in candidates where !candidate.isNew && candidate.schedule.lastDay == day {
      taken[candidate.note] = candidate.entry
    }
    for candidate in candidates where !candidate.isHeld && !candidate.isNew {
      switch candidate.schedule.due {
      case .new: continue
      case .second(let second) where second < endOfDay: plan.learning.append(candidate)
      case .day(let due) where due <= day: plan.due.append(candidate)
      case .second, .day: continue
      }
    }
    plan.learning.sort { ($0.dueSecond, $0.entry) < ($1.dueSecond, $1.entry) }
    plan.learning.removeAll { !take($0, in: &taken) }
    plan.due.sort { $0.precedes($1, on: day) }
    plan.due.removeAll { !take($0, in: &taken) }
    if let days = limits.spread, days > 1 {
      let share = (plan.due.count + days - 1) / days
      plan.beyondLimit = plan.due.count - share
      plan.due.removeLast(plan.beyondLimit)
    }
    if let most = limits.reviews {
      let room = max(0, most - done.reviews)
      let beyond = max(0, plan.due.count - room)
      plan.beyondLimit += beyond
      plan.due.removeLast(beyond)
    }
    plan.seconds = (plan.learning.count + plan.due.count) * pace.review
    let room = newCards(within: limits, done: done, after: plan.seconds, pace: pace)
    let new = candidates.filter { $0.isNew && !$0.isHeld }
    // What an exam asked unseen and found unknown is learnt before the rest of the deck.
    for candidate in new.filter(\.isMissed) + new.filter({ !$0.isMissed }) {
      if plan.new.count == room { break }
      if take(candidate, in: &taken) { plan.new.append(candidate) }
    }
    plan.seconds += plan.new.count * pace.new
    return plan
  }

  /// Adds cards that are not due yet, the nearest to their day first, as far as the limits allow.
  package mutating func addAhead(
    _ candidates: [Candidate], day: Int, limits: DayLimits, done: DayDone, pace: Pace
  ) {
    var taken: [Int: Int] = [:]
    for candidate in candidates where !candidate.isNew && candidate.schedule.lastDay == day {
      taken[candidate.note] = candidate.entry
    }
    for candidate in learning + due + new { taken[candidate.note] = candidate.entry }
    var later = candidates.filter { candidate in
      !candidate.isHeld && candidate.isDueAfter(day) && candidate.schedule.lastDay != day
    }
    later.sort { ($0.dueDay, $0.entry) < ($1.dueDay, $1.entry) }
    later.removeAll { !take($0, in: &taken) }
    var room = later.count
    if let most = limits.reviews { room = min(room, max(0, most - done.reviews - due.count)) }
    if let minutes = limits.minutes {
      room = min(room, max(0, minutes * 60 - seconds) / pace.review)
    }
    let nearest = later.prefix(room)
    ahead = nearest.count
    due += nearest
    seconds += ahead * pace.review
  }

  /// New cards wait while the due ones fill the time.
  private static func newCards(
    within limits: DayLimits, done: DayDone, after seconds: Int, pace: Pace
  ) -> Int {
    let allowed = max(0, limits.new - done.new)
    guard let minutes = limits.minutes else { return allowed }
    return min(allowed, max(0, minutes * 60 - seconds) / pace.new)
  }
}

/// Takes a card unless a sibling was taken before it.
private func take(_ candidate: Candidate, in taken: inout [Int: Int]) -> Bool {
  if let entry = taken[candidate.note] { return entry == candidate.entry }
  taken[candidate.note] = candidate.entry
  return true
}

extension Candidate {
  fileprivate var dueSecond: Int64 {
    switch schedule.due {
    case .second(let second): second
    case .new, .day: 0
    }
  }

  fileprivate func isDueAfter(_ day: Int) -> Bool {
    switch schedule.due {
    case .day(let due): due > day
    case .new, .second: false
    }
  }

  fileprivate var dueDay: Int {
    switch schedule.due {
    case .day(let day): day
    case .new, .second: 0
    }
  }

  /// Misses first, then the cards whose delay weighs most against their interval.
  fileprivate func precedes(_ other: Candidate, on day: Int) -> Bool {
    if isMissed != other.isMissed { return isMissed }
    let delay = (day - dueDay) * max(1, other.schedule.interval)
    let otherDelay = (day - other.dueDay) * max(1, schedule.interval)
    return delay == otherDelay ? entry < other.entry : delay > otherDelay
  }
}
