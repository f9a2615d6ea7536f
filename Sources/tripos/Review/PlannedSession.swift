import Chronology
import Decks
import Digest
import Memory
import Progress
import Study
import Terminal

/// A session that is ready to begin.
struct PlannedSession {
  let session: StudySession
  let plan: DayPlan
  let pace: Pace
}

extension App {
  /// The student's pace, as the days show it.
  func pace(_ store: Store) -> Pace {
    var answers = 0
    var milliseconds: Int64 = 0
    for day in store.days.suffix(30) {
      let tally = store.tally(day)
      answers += tally.answers
      milliseconds += Int64(tally.milliseconds)
    }
    return Pace(answers: answers, milliseconds: milliseconds)
  }

  /// What a study day asks by the limits, of all cards or of the wanted ones; `day` is today where
  /// it is not given.
  func plan(
    _ library: Library, _ store: Store, wanted: Set<Fingerprint>? = nil, limits: DayLimits,
    on day: CivilDay? = nil
  ) -> DayPlan {
    let day = day ?? today
    let dueLimit = dueLimit(library)
    var found = candidates(library, store, wanted: wanted, dueLimit: dueLimit, day: day)
    if found.withHistory < store.cardCount {
      // Cards whose words were edited since the session before stand under their old keys.
      let known = historyOfEdited(library, store)
      found = candidates(library, store, wanted: wanted, known: known, dueLimit: dueLimit, day: day)
    }
    return DayPlan.make(
      found.all, day: day.number,
      endOfDay: calendar.start(of: CivilDay(number: day.number + 1)).seconds, limits: limits,
      done: done(store, on: day), pace: pace(store))
  }

  /// What was done on a study day, counted against its limits.
  private func done(_ store: Store, on day: CivilDay) -> DayDone {
    let tally = store.tally(day)
    return DayDone(new: tally.introduced, reviews: tally.reviews - tally.introduced)
  }

  /// Prepares a session.
  ///
  /// - Returns: `nil` where there is nothing to ask.
  func prepare(
    _ library: Library, _ store: Store, wanted: Set<Fingerprint>?, limits: DayLimits,
    isAhead: Bool
  ) -> PlannedSession? {
    var plan = plan(library, store, wanted: wanted, limits: limits)
    if isAhead {
      plan.addAhead(
        candidates(library, store, wanted: wanted, dueLimit: dueLimit(library), day: today).all,
        day: today.number, limits: limits, done: done(store, on: today), pace: pace(store))
    }
    guard plan.count > 0 else { return nil }
    let seed = world.seed ?? UInt64(bitPattern: Int64(today.number))
    let all = plan.learning + interleaved(plan.due, with: plan.new, seed: seed)
    let order = all.filter(\.isMissed) + all.filter { !$0.isMissed }
    let session = StudySession(
      cards: Cards(library, tables: { markingTables }), store: store, scheduler: settings.scheduler,
      calendar: calendar, order: order.map(\.entry), minutes: limits.minutes,
      dueLimit: dueLimit(library), at: world.clock.now())
    return PlannedSession(session: session, plan: plan, pace: pace(store))
  }

  /// The tables that ship with the program.
  var markingTables: MarkingTables {
    DataFolder.path.map { MarkingTables(folder: $0) } ?? MarkingTables()
  }
}
