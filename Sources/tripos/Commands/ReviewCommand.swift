import ArgumentParser
import Decks
import Digest
import Progress
import Study
import Terminal

/// `tripos review`: today's session.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Review what is due today, with new cards among it.",
    discussion: """
      tripos review                        today's session on all decks
      tripos review "North Korea" --new 5  one deck, at most five new cards today
      tripos review --section 3 --ahead    a section, what is due later too
      tripos review --spread 3             a third of a backlog; the rest waits
      printf 'July 1957\\n' | tripos review

      A line is an answer; a line that begins with a colon is a command (? lists them).
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var selection: SelectionOptions

  @Option(help: ArgumentHelp("New cards today, earlier sessions included.", valueName: "n"))
  var new: Int?

  @Option(help: ArgumentHelp("Reviews today, earlier sessions included.", valueName: "n"))
  var limit: Int?

  @Option(help: ArgumentHelp("Minutes the session lasts; 0 for no end.", valueName: "n"))
  var minutes: Int?

  @Option(
    help: ArgumentHelp(
      "Spread what is due over so many days: ask one day's share now.", valueName: "days"))
  var spread: Int?

  @Flag(help: "Ask cards before they are due, the nearest first.")
  var ahead = false

  @Flag(help: "See the answer and say yourself whether you knew it.")
  var flip = false

  func validate() throws {
    for (name, value) in [("--new", new), ("--limit", limit), ("--minutes", minutes)] {
      if let value, value < 0 || value > 100_000 {
        throw ValidationError("\(name) takes a number from 0 to 100000, not \(value).")
      }
    }
    if let spread, spread < 1 || spread > 365 {
      throw ValidationError("--spread takes a number of days from 1 to 365, not \(spread).")
    }
  }

  func run() throws {
    let app = try App(options)
    app.sayWhichHome()
    let (library, store) = try app.libraryAndStore(.writing)
    let wanted = try selection.resolve(in: library)
    app.rememberHome()
    app.sayIfClockIsWrong(store)
    try app.noteDeckChanges(library, store)
    var limits = app.limits(library, store)
    if let new { limits.new = new }
    if let limit { limits.reviews = limit }
    if let minutes { limits.minutes = minutes == 0 ? nil : minutes }
    if let spread {
      // The most overdue come first, and none of them is new.
      limits.spread = spread
      if new == nil && spread > 1 { limits.new = 0 }
    }
    let planned = app.prepare(library, store, wanted: wanted, limits: limits, isAhead: ahead)
    guard let planned else {
      try app.sayNothingIsDue(library, store)
      return try app.world.finish()
    }
    try app.run(planned, isFlip: flip, wanted: wanted)
  }
}
