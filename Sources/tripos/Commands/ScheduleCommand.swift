import ArgumentParser
import Chronology
import Files
import FoundationEssentials
import JSON
import Study
import Terminal

/// `tripos schedule`: goes through sequences of reviews with the scheduler.
struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Go through sequences of reviews with the scheduler and print what it makes of them.",
    discussion: """
      tripos schedule reviews.json --json
      tripos schedule reviews.json

      The file is a JSON object with "sequences", a list of objects with "id", "parameters" (21),
      "desired_retention", "learning_steps_secs", "relearning_steps_secs" (or …_min),
      "maximum_interval", "tz", "rollover_hour" and "reviews" (or "steps"): a list of objects with
      "t" (seconds), "rating" (1-4), and perhaps "elapsed_days" and "current" ("s", "d"). What is
      missing has the defaults.
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: JSONOption

  @Argument(help: "A JSON file with sequences of reviews.")
  var file: String

  func run() throws {
    let world = try options.world(settings: Settings())
    let bytes = try readFile(file).bytes
    let document: JSON
    do {
      document = try JSON.parse(bytes)
    } catch {
      throw Failure(.badJSON(path: file, error))
    }
    do {
      let sequences = try readSequences(document, zone: namedZone)
      if output.json {
        world.output.machine(report(sequences).compact)
      } else {
        for line in ScheduleWording.lines(sequences) { world.output.raw(line) }
      }
    } catch {
      throw Failure(.badSchedule(path: file, error))
    }
    try world.finish()
  }
}

/// The offsets of a zone of the system's zone data from UTC, in seconds.
private func namedZone(_ name: String) -> (@Sendable (Instant) -> Int)? {
  guard let zone = TimeZone(identifier: name) else { return nil }
  return { instant in
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
  }
}
