import Chronology
import Decks

/// One attempt at a paper: a value that each answer changes and that is saved after each.
///
/// Time runs while a question is open. What happens between two saves of a sitting that was cut off
/// is an interruption: told in the report, and counted only under a strict clock.
package struct Sitting: Hashable, Sendable {
  /// An answer with how it was given.
  package struct Response: Hashable, Sendable {
    package var reply: Reply
    /// What was typed, as it was typed.
    package var typed: String
    /// 1–3; `nil` where it was not asked or not given.
    package var certainty: Int?
    /// When it was given; a changed answer has the time of the change.
    package var at: Instant
    /// Whether the time ran out while it was typed.
    package var isLate: Bool
  }

  /// A time in which no question was open though the sitting was not finished.
  package struct Interruption: Hashable, Sendable {
    /// The question that was open, counted from 0.
    package var question: Int
    package var from: Instant
    package var to: Instant
    /// Whether the clock went back meanwhile, so that nobody knows how long it took.
    package var isClockSetBack: Bool { to < from }
  }

  /// How a sitting ended.
  package enum Ending: String, CaseIterable, Hashable, Sendable {
    case handedIn = "handed-in"
    case timeUp = "time-up"
  }

  /// A sitting's state.
  package enum State: Hashable, Sendable {
    case open
    case finished(Ending, at: Instant)
  }

  /// `2026-11-25T1030-finals-k3fb`: the name of its file, and of its records in the journal.
  package let name: String
  package let paper: Paper
  package let started: Instant
  /// The local time's offset from UTC at the start, in minutes, east positive.
  package let zone: Int
  /// Whether interruptions count as time used.
  package let isClockStrict: Bool
  /// What finishing it must not leave: no record in the journal.
  package let isDryRun: Bool
  package private(set) var responses: [Response?]
  /// How long each question was open, in milliseconds.
  package private(set) var openFor: [Int64]
  package private(set) var flagged: Set<Int> = []
  /// The question that is open, counted from 0.
  package private(set) var current = 0
  package private(set) var interruptions: [Interruption] = []
  package private(set) var state = State.open
  /// Marks that the student changed afterwards, by question.
  package private(set) var overrides: [Int: Credit] = [:]
  /// When the open question was opened or last counted; `nil` while none is open.
  package private(set) var openedAt: Instant?
  /// How often the clock went back while a question was open.
  package private(set) var clockSetBack = 0

  /// A mark that the student gives in place of the marker's.
  package enum Credit: String, CaseIterable, Hashable, Sendable {
    case right
    case wrong
  }

  /// Begins a sitting with the first question open.
  ///
  /// - Parameters:
  ///   - paper: what is sat.
  ///   - device: the name of the device.
  ///   - at: now.
  ///   - zone: the local time's offset from UTC, in minutes.
  ///   - isClockStrict: whether interruptions count as time used.
  ///   - isDryRun: whether it is to leave no trace in the journal.
  package init(
    _ paper: Paper, device: String, at: Instant, zone: Int, isClockStrict: Bool = false,
    isDryRun: Bool = false
  ) {
    let local = at.advanced(byMilliseconds: Int64(zone) * 60_000)
    let day = Int(local.seconds.dividedDown(by: 86_400))
    let minute = Int((local.seconds - Int64(day) * 86_400) / 60)
    let clock = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    self.init(
      name: "\(CivilDay(number: day).iso)T\(clock)-\(Sitting.slug(paper.blueprint.name))-\(device)",
      paper: paper, started: at, zone: zone, isClockStrict: isClockStrict, isDryRun: isDryRun)
    openedAt = at
  }

  /// A sitting without answers, to be filled by what a file says.
  init(
    name: String, paper: Paper, started: Instant, zone: Int, isClockStrict: Bool, isDryRun: Bool
  ) {
    self.name = name
    self.paper = paper
    self.started = started
    self.zone = zone
    self.isClockStrict = isClockStrict
    self.isDryRun = isDryRun
    responses = paper.questions.map { _ in nil }
    openFor = paper.questions.map { _ in 0 }
  }

  /// A paper's name as a part of a file's name: small letters, digits and hyphens.
  package static func slug(_ name: String) -> String {
    let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let slug = words.joined(separator: "-").prefix(40)
    return slug.isEmpty ? "exam" : String(slug)
  }
}

// MARK: The clock

extension Sitting {
  /// Time used so far, in milliseconds, with the open question's time until `now`.
  package func used(at now: Instant) -> Int64 {
    let open =
      openFor.reduce(0, +) + (openedAt.map { max(0, now.milliseconds - $0.milliseconds) } ?? 0)
    guard isClockStrict else { return open }
    let away = interruptions.reduce(0) { $0 + max(0, $1.to.milliseconds - $1.from.milliseconds) }
    return open + away
  }

  /// Time left, in milliseconds, never below 0; `nil` without a limit.
  package func left(at now: Instant) -> Int64? {
    paper.blueprint.minutes.map { max(0, Int64($0) * 60_000 - used(at: now)) }
  }

  /// Counts the time of the open question up to now, and goes on counting.
  ///
  /// A clock that was set back counts as no time, and is told in the report.
  private mutating func count(to now: Instant) {
    guard let opened = openedAt else { return }
    if now < opened { clockSetBack += 1 }
    if openFor.indices.contains(current) {
      openFor[current] += max(0, now.milliseconds - opened.milliseconds)
    }
    openedAt = now
  }

  /// Opens a sitting again that was left or cut off.
  ///
  /// - Parameter now: when it goes on; the time since the last save is an interruption.
  package mutating func resume(at now: Instant) {
    guard state == .open else { return }
    if let opened = openedAt {
      interruptions.append(Interruption(question: current, from: opened, to: now))
    }
    openedAt = now
  }

  /// Counts the open question's time before the sitting is left for a while.
  package mutating func pause(at now: Instant) {
    guard state == .open else { return }
    count(to: now)
  }
}

// MARK: The moves

extension Sitting {
  /// The questions without an answer, counted from 0.
  package var unanswered: [Int] { responses.indices.filter { responses[$0] == nil } }

  /// Answers the open question, or changes its answer, and opens the next one without an answer.
  ///
  /// - Parameters:
  ///   - reply: the answer.
  ///   - typed: what was typed.
  ///   - certainty: 1–3, where it was asked.
  ///   - now: when.
  ///   - isLate: whether the time ran out while it was typed.
  package mutating func answer(
    _ reply: Reply, typed: String, certainty: Int? = nil, at now: Instant, isLate: Bool = false
  ) {
    guard state == .open, responses.indices.contains(current) else { return }
    count(to: now)
    responses[current] = Response(
      reply: reply, typed: typed, certainty: certainty, at: now, isLate: isLate)
    if !isLate { current = next(after: current) }
  }

  /// Leaves the open question and opens the next one.
  package mutating func skip(at now: Instant) {
    guard state == .open else { return }
    count(to: now)
    current = (current + 1) % max(1, responses.count)
  }

  /// Opens the question before.
  ///
  /// - Returns: whether there is one.
  @discardableResult
  package mutating func back(at now: Instant) -> Bool { open(current - 1, at: now) }

  /// Opens a question, counted from 0.
  ///
  /// - Returns: whether there is one.
  @discardableResult
  package mutating func open(_ question: Int, at now: Instant) -> Bool {
    guard state == .open, responses.indices.contains(question) else { return false }
    count(to: now)
    current = question
    return true
  }

  /// Flags the open question, or takes the flag away.
  package mutating func toggleFlag() {
    guard state == .open else { return }
    if flagged.remove(current) == nil { flagged.insert(current) }
  }

  /// Ends the sitting.
  package mutating func finish(_ ending: Ending, at now: Instant) {
    guard state == .open else { return }
    count(to: now)
    openedAt = nil
    state = .finished(ending, at: now)
  }

  /// Changes a mark after the exam; `nil` gives the marker's mark back.
  package mutating func override(_ question: Int, with credit: Credit?) {
    guard responses.indices.contains(question) else { return }
    overrides[question] = credit
  }

  private func next(after question: Int) -> Int {
    let count = responses.count
    let following = (1...max(1, count)).map { (question + $0) % max(1, count) }
    return following.first { responses[$0] == nil } ?? min(question + 1, count - 1)
  }
}

extension Sitting {
  /// Puts in what a file says of the attempt.
  mutating func restore(
    responses: [Response?], openFor: [Int64], flagged: Set<Int>, current: Int,
    interruptions: [Interruption], state: State, overrides: [Int: Credit], openedAt: Instant?,
    clockSetBack: Int
  ) {
    self.responses = responses
    self.openFor = openFor
    self.flagged = flagged
    self.current = current
    self.interruptions = interruptions
    self.state = state
    self.overrides = overrides
    self.openedAt = openedAt
    self.clockSetBack = clockSetBack
  }
}

extension Int64 {
  fileprivate func dividedDown(by divisor: Int64) -> Int64 {
    self >= 0 ? self / divisor : (self - divisor + 1) / divisor
  }
}
