import Chronology
import JSON
import Memory

/// Finds the offsets of a time zone from UTC by its IANA name; `nil` where the zone is not known.
typealias ZoneFinder = (String) -> (@Sendable (Instant) -> Int)?

/// Reads the sequences of reviews that `tripos schedule` is given.
///
/// The members are those of the golden files made with py-fsrs and with Anki; what such a file says
/// of the results is not looked at. A setting that is missing has the scheduler's default.
///
/// - Parameters:
///   - json: the document: `schema`, perhaps with `epoch`, and `sequences`.
///   - zone: where time zones come from; UTC needs none.
/// - Returns: the sequences in the document's order.
/// - Throws: `ScheduleFileError` for the first value that cannot be used.
func readSequences(
  _ json: JSON, zone: ZoneFinder
) throws(ScheduleFileError) -> [ReplaySequence] {
  let document = JSONPlace(json)
  let epoch = try document["schema"]?["epoch"].map(instant)?.seconds ?? 0
  var sequences: [ReplaySequence] = []
  for (position, place) in try document.required("sequences").elements().enumerated() {
    let calendar = try calendar(place, zone: zone)
    sequences.append(
      ReplaySequence(
        id: try place["id"]?.string() ?? String(position), scheduler: try scheduler(place),
        reviews: try reviews(place, epoch: epoch, calendar: calendar)))
  }
  return sequences
}

private func scheduler(_ sequence: JSONPlace) throws(ScheduleFileError) -> Scheduler {
  var parameters: [Double]?
  if let place = sequence["parameters"] {
    parameters = []
    for element in try place.elements() { parameters?.append(try element.number()) }
  }
  let standard = Scheduler()
  let retention = try sequence["desired_retention"]?.number()
  let learning = try steps(sequence, "learning_steps")
  let relearning = try steps(sequence, "relearning_steps")
  let maximum = try sequence["maximum_interval"]?.integer()
  do {
    return try Scheduler(
      parameters: parameters ?? standard.parameters,
      desiredRetention: retention ?? standard.desiredRetention,
      learningSteps: learning ?? standard.learningSteps,
      relearningSteps: relearning ?? standard.relearningSteps,
      maximumInterval: maximum ?? standard.maximumInterval, fuzz: false)
  } catch {
    throw ScheduleFileError(path: sequence.path, problem: .setting(error))
  }
}

/// Delays in seconds, whether the file has them in seconds or in minutes.
private func steps(_ sequence: JSONPlace, _ name: String) throws(ScheduleFileError) -> [Int]? {
  if let seconds = sequence["\(name)_secs"] {
    var delays: [Int] = []
    for element in try seconds.elements() { delays.append(try element.integer()) }
    return delays
  }
  guard let minutes = sequence["\(name)_min"] else { return nil }
  var delays: [Int] = []
  for element in try minutes.elements() {
    guard let delay = Int(exactly: (try element.number() * 60).rounded()) else {
      throw element.expected("a number of minutes")
    }
    delays.append(delay)
  }
  return delays
}

private func calendar(
  _ sequence: JSONPlace, zone: ZoneFinder
) throws(ScheduleFileError) -> StudyCalendar {
  let rollover = sequence["rollover_hour"]
  let hour = try rollover?.integer() ?? 4
  if let rollover, !(0...23).contains(hour) { throw rollover.expected("an hour, 0–23") }
  guard let place = sequence["tz"], try place.string() != "UTC" else {
    return StudyCalendar(rolloverHour: hour) { _ in 0 }
  }
  let name = try place.string()
  guard let offset = zone(name) else {
    throw ScheduleFileError(path: place.path, problem: .unknownZone(name))
  }
  return StudyCalendar(rolloverHour: hour, offset: offset)
}

private func reviews(
  _ sequence: JSONPlace, epoch: Int64, calendar: StudyCalendar
) throws(ScheduleFileError) -> [ReplaySequence.Review] {
  var reviews: [ReplaySequence.Review] = []
  var calendarDay = 0
  let list = if let list = sequence["reviews"] { list } else { try sequence.required("steps") }
  for place in try list.elements() {
    let second = try second(place.required("t"), epoch: epoch)
    let today = calendar.day(of: Instant(milliseconds: second * 1000)).number
    let elapsed = try place["elapsed_days"].map(days) ?? today - calendarDay
    let day = reviews.last.map { $0.day + elapsed } ?? today
    calendarDay = today
    reviews.append(
      ReplaySequence.Review(
        second: second, day: day, rating: try rating(place.required("rating")),
        memory: try place["current"].flatMap(memory)))
  }
  return reviews
}

/// An instant that can be counted in milliseconds: within about 30,000 years of 1970.
private func second(_ place: JSONPlace, epoch: Int64) throws(ScheduleFileError) -> Int64 {
  let seconds = try place.integer()
  guard abs(Double(seconds)) < 1e12, abs(Double(epoch)) < 1e12 else {
    throw place.expected("seconds within 30,000 years of 1970")
  }
  return epoch + Int64(seconds)
}

private func days(_ place: JSONPlace) throws(ScheduleFileError) -> Int {
  let days = try place.integer()
  guard abs(Double(days)) < 1e12 else { throw place.expected("a number of days") }
  return days
}

private func rating(_ place: JSONPlace) throws(ScheduleFileError) -> Rating {
  guard let rating = place.value.int.flatMap(Rating.init(rawValue:)) else {
    throw place.expected("a rating, 1–4")
  }
  return rating
}

/// The memory that a card's state before a review holds; a new card has none.
private func memory(_ state: JSONPlace) throws(ScheduleFileError) -> MemoryState? {
  guard let stability = state["s"], let difficulty = state["d"] else { return nil }
  return MemoryState(stability: try stability.number(), difficulty: try difficulty.number())
}

/// Reads `2024-01-01T12:00:00Z`.
private func instant(_ place: JSONPlace) throws(ScheduleFileError) -> Instant {
  let text = try place.string()
  let parts = text.split(separator: "T", omittingEmptySubsequences: false)
  let clock = parts.last?.split(separator: ":", omittingEmptySubsequences: false) ?? []
  guard parts.count == 2, let day = CivilDay(iso: parts[0]), clock.count == 3,
    clock[2].last == "Z", let hour = Int64(clock[0]), let minute = Int64(clock[1]),
    let second = Int64(clock[2].dropLast()), (0..<24).contains(hour), (0..<60).contains(minute),
    (0..<60).contains(second)
  else { throw place.expected("an instant like 2024-01-01T12:00:00Z") }
  let seconds = Int64(day.number) * 86_400 + hour * 3600 + minute * 60 + second
  return Instant(milliseconds: seconds * 1000)
}
