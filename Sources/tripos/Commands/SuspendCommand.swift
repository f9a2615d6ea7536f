import ArgumentParser
import Chronology
import Decks
import Progress
import Terminal

/// `tripos suspend`: a card is not asked any more.
struct SuspendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suspend",
    abstract: "Do not ask a card any more; with --undo ask it again.",
    discussion: """
      tripos suspend h1-b5nv
      tripos suspend h1-b5nv --undo
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp("The card's key, or the beginning of it.", valueName: "card"))
  var card: String

  @Flag(help: "Ask the card again.")
  var undo = false

  func run() throws {
    try setMark(on: card, options, undo ? Event.unsuspend : Event.suspend) {
      undo ? "Asked again" : "Suspended"
    }
  }
}

/// `tripos unflag`: a doubtful card is settled.
struct UnflagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unflag",
    abstract: "Take the flag off a card that was doubtful.",
    discussion: """
      tripos check --flagged
      tripos unflag h1-b5nv
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp("The card's key, or the beginning of it.", valueName: "card"))
  var card: String

  func run() throws { try setMark(on: card, options, Event.unflag) { "Not flagged any more" } }
}

/// Writes down what is to become of a card, and says so.
private func setMark(
  on card: String, _ options: GlobalOptions, _ event: (String) -> Event, done: () -> String
) throws {
  let app = try App(options)
  let library = try app.library()
  let store = try app.storeForSession()
  let key = try library.key(beginning: card, or: store)
  let now = app.world.clock.now()
  try store.append(
    event(key), at: now, zone: app.calendar.offset(now) / 60, day: app.calendar.day(of: now))
  try store.close()
  let prompt = try library.entry(key: key).map { try library.card($0).prompt } ?? key
  app.world.output.line("\(done()): \(prompt)")
  try app.world.finish()
}
