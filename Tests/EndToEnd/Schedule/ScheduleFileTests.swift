import Chronology
import JSON
import Memory
import Testing

@testable import tripos

@Suite struct ScheduleFileTests {
  private func read(_ text: String) throws -> [ReplaySequence] {
    try readSequences(try JSON.parse(Array(text.utf8)), zone: offset)
  }

  private func offset(_ zone: String) -> (@Sendable (Instant) -> Int)? {
    if zone == "Asia/Seoul" { { _ in 9 * 3600 } } else { nil }
  }

  private func fault(_ text: String) throws -> ScheduleFileError? {
    let json = try JSON.parse(Array(text.utf8))
    do throws(ScheduleFileError) {
      _ = try readSequences(json, zone: offset)
      return nil
    } catch {
      return error
    }
  }

  @Test func everythingButTheReviewsMayBeMissing() throws {
    let sequences = try read(
      #"{"sequences": [{"reviews": []}, {"id": "b", "steps": [{"t": 90000, "rating": 3}]}]}"#)
    #expect(sequences.map(\.id) == ["0", "b"])
    let standard = try Scheduler(fuzz: false)
    #expect(sequences.map(\.scheduler) == [standard, standard])
    #expect(sequences[0].reviews == [])
    #expect(sequences[1].reviews == [.init(second: 90_000, day: 0, rating: .good)])
  }

  @Test func settingsInSecondsAndInMinutes() throws {
    let sequences = try read(
      #"""
      {"sequences": [
        {"desired_retention": 0.85, "maximum_interval": 30, "learning_steps_secs": [30, 86400],
         "relearning_steps_secs": [], "reviews": []},
        {"learning_steps_min": [0.5, 1440.0], "relearning_steps_min": [], "reviews": [],
         "parameters": [0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722,
           0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658,
           0.2]}]}
      """#)
    #expect(sequences[0].scheduler.desiredRetention == 0.85)
    #expect(sequences[0].scheduler.maximumInterval == 30)
    #expect(sequences[0].scheduler.learningSteps == [30, 86_400])
    #expect(sequences[0].scheduler.relearningSteps == [])
    #expect(sequences[1].scheduler.learningSteps == [30, 86_400])
    #expect(sequences[1].scheduler.relearningSteps == [])
    #expect(sequences[1].scheduler.parameters[20] == 0.2)
  }

  @Test func timeCountsFromTheEpochOfTheSchema() throws {
    let sequences = try read(
      #"""
      {"schema": {"epoch": "2024-01-01T12:00:00Z"},
       "sequences": [{"reviews": [{"t": 60, "rating": 1}]}]}
      """#)
    #expect(sequences[0].reviews == [.init(second: 1_704_110_460, day: 19_723, rating: .again)])
  }

  /// 20:00 UTC is past four in the morning in Seoul, and short of a roll-over at six.
  @Test func studyDaysFollowZoneAndRollover() throws {
    func day(_ settings: String) throws -> Int? {
      try read(
        #"{"sequences": [{\#(settings) "reviews": [{"t": 72000, "rating": 3}]}]}"#
      )[0].reviews.first?.day
    }
    #expect(try day("") == 0)
    #expect(try day(#""tz": "UTC", "rollover_hour": 21,"#) == -1)
    #expect(try day(#""tz": "Asia/Seoul","#) == 1)
    #expect(try day(#""tz": "Asia/Seoul", "rollover_hour": 6,"#) == 0)
  }

  @Test func elapsedDaysCountWhereTheyAreGiven() throws {
    let sequences = try read(
      #"""
      {"sequences": [{"reviews": [
        {"t": 50000, "rating": 3, "elapsed_days": null}, {"t": 100000, "rating": 3},
        {"t": 110000, "rating": 3, "elapsed_days": 7}, {"t": 110000, "rating": 3},
        {"t": 200000, "rating": 3}]}]}
      """#)
    #expect(sequences[0].reviews.map(\.day) == [0, 0, 7, 7, 8])
  }

  @Test func aCurrentStateGivesTheMemory() throws {
    let sequences = try read(
      #"""
      {"sequences": [{"reviews": [
        {"t": 0, "rating": 3, "current": {"state": "new"}},
        {"t": 1, "rating": 3, "current": {"state": "review", "s": 2.5, "d": 3}}]}]}
      """#)
    #expect(
      sequences[0].reviews.map(\.memory) == [nil, MemoryState(stability: 2.5, difficulty: 3)])
  }

  @Test(arguments: [
    ("[]", "sequences", ScheduleFileError.Problem.missing),
    (#"{"sequences": 1}"#, "sequences", .expected("a list")),
    (#"{"sequences": [{}]}"#, "sequences[0].steps", .missing),
    (#"{"sequences": [{"id": 1, "reviews": []}]}"#, "sequences[0].id", .expected("a text")),
    (
      #"{"sequences": [{"reviews": [{"t": 0}]}]}"#, "sequences[0].reviews[0].rating", .missing
    ),
    (
      #"{"sequences": [{"reviews": [{"t": 0, "rating": 5}]}]}"#,
      "sequences[0].reviews[0].rating", .expected("a rating, 1–4")
    ),
    (
      #"{"sequences": [{"reviews": [{"t": 9e17, "rating": 3}]}]}"#,
      "sequences[0].reviews[0].t", .expected("seconds within 30,000 years of 1970")
    ),
    (
      #"{"sequences": [{"reviews": [{"t": 1e300, "rating": 3}]}]}"#,
      "sequences[0].reviews[0].t", .expected("a number within reason")
    ),
    (
      #"{"sequences": [{"reviews": [{"t": 0, "rating": 3, "elapsed_days": 1e15}]}]}"#,
      "sequences[0].reviews[0].elapsed_days", .expected("a number of days")
    ),
    (
      #"{"sequences": [{"rollover_hour": 24, "reviews": []}]}"#, "sequences[0].rollover_hour",
      .expected("an hour, 0–23")
    ),
    (
      #"{"sequences": [{"tz": "Mars/Olympus", "reviews": []}]}"#, "sequences[0].tz",
      .unknownZone("Mars/Olympus")
    ),
    (
      #"{"sequences": [{"desired_retention": 1.5, "reviews": []}]}"#, "sequences[0]",
      .setting(.desiredRetention(1.5))
    ),
    (
      #"{"sequences": [{"learning_steps_min": [1e300], "reviews": []}]}"#,
      "sequences[0].learning_steps_min[0]", .expected("a number of minutes")
    ),
    (
      #"{"schema": {"epoch": "2024-13-01T12:00:00Z"}, "sequences": []}"#, "schema.epoch",
      .expected("an instant like 2024-01-01T12:00:00Z")
    ),
  ])
  func whatCannotBeUsedIsNamed(
    text: String, path: String, problem: ScheduleFileError.Problem
  ) throws {
    #expect(try fault(text) == ScheduleFileError(path: path, problem: problem))
  }
}
