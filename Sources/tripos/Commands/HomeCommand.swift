import ArgumentParser
import Chronology
import Decks
import Progress
import Study
import Terminal

/// Bare `tripos`: what is due, and a prompt on a terminal.
struct HomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "home",
    abstract: "Say what is due today; on a terminal, take commands.",
    discussion: """
      tripos
      tripos home
      """)

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let app = try App(options)
    app.sayWhichHome()
    try HomePrompt(app: app, options: options).run()
  }
}

/// The prompt of bare `tripos`: a status line and commands.
struct HomePrompt {
  let app: App
  let options: GlobalOptions

  func run() throws {
    var library = try app.library()
    var isNothingDue = try showStatus(library)
    guard app.world.input.isInteractive else { return try app.world.finish() }
    while true {
      let prompt = Prompt("tripos>", completions: completions(library))
      switch app.world.ask(prompt) {
      case .line(let line):
        let words = line.split(separator: " ", maxSplits: 1).map(String.init)
        let first = words.first ?? (isNothingDue ? "help" : "review")
        if ["quit", "q", "exit", ":quit", ":q"].contains(first) { return try app.world.finish() }
        run(first, words.count > 1 ? words[1] : nil)
        // The command may have edited a deck.
        library = try app.library()
        isNothingDue = try showStatus(library)
      case .interrupted: app.world.output.line("Ctrl-D or quit leaves.")
      case .endOfInput, .timedOut: return try app.world.finish()
      case .terminated(let signal): throw ExitCode(128 + signal)
      }
    }
  }

  /// Prints what is due and the streak.
  ///
  /// - Returns: whether there is nothing to ask.
  private func showStatus(_ library: Library) throws -> Bool {
    let store = try app.readStore()
    let plan = app.plan(library, store, limits: app.settings.limits)
    let screen = app.world.output
    if plan.count == 0 {
      let tomorrow = CivilDay(number: app.today.number + 1)
      let next = app.plan(library, store, limits: app.settings.limits, on: tomorrow)
      screen.line("Nothing is due now. \(ReviewWording.tomorrow(next))")
    } else {
      let enter = app.world.input.isInteractive ? " Enter: review" : ""
      screen.line("\(ReviewWording.plan(plan)).\(enter)")
    }
    if let streak = StreakWording.sentence(store.days, today: app.today) {
      screen.line("\(streak)")
    }
    return plan.count == 0
  }

  private func run(_ word: String, _ rest: String?) {
    do {
      switch word {
      case "help", "?":
        for line in HomePrompt.help { app.world.output.line("\(line)", indent: 18) }
      case _:
        let arguments = [word] + (rest.map { [$0] } ?? []) + flags
        var command = try Tripos.parseAsRoot(arguments)
        try command.run()
      }
    } catch is ExitCode {
      return
    } catch {
      let lines = Failure(error)?.lines ?? [SafeText(block: Tripos.message(for: error))]
      for line in lines { app.world.output.line(line) }
    }
  }

  /// The flags that bare `tripos` was given, for the commands of the prompt.
  private var flags: [String] {
    var flags: [String] = []
    if let home = options.home { flags += ["--home", home] }
    if options.now != nil {
      flags += ["--now", app.world.clock.now().iso]
    }
    if let seed = options.seed { flags += ["--seed", String(seed)] }
    if options.plain { flags.append("--plain") }
    if options.accessible { flags.append("--accessible") }
    return flags
  }

  private static let help = [
    "review            today's session; \"review DECK\" for one deck",
    "read SECTION      a section's story",
    "decks             decks and sections with what is due",
    "find WORDS        cards by their words",
    "show CARD         a card's history",
    "check             errors in the decks",
    "quit              leave (Ctrl-D)",
  ]

  private func completions(_ library: Library) -> [String] {
    let commands = ["review", "read", "decks", "find", "show", "check", "help", "quit"]
    let decks = Set(library.decks.map(\.name)).sorted().map { "review \($0)" }
    let sections = library.decks.flatMap { $0.sections.compactMap(\.last) }.map { "read \($0)" }
    return commands + decks + sections
  }
}
