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
    var options = options
    var app = try App(options)
    if app.world.input.isInteractive, let last = app.lastHomeInstead, app.hasNoDeck {
      guard asksToGoOn(in: last.path, last.reviews, app) else { return try app.world.finish() }
      options.home = last.path
      app = try App(options)
    } else {
      app.sayWhichHome()
    }
    let isFirstRun = app.world.input.isInteractive && app.hasNoDeck
    if isFirstRun, let samples = SampleDecks() {
      guard try takes(samples, app) else { return try app.world.finish() }
    }
    try HomePrompt(app: app, options: options).run(beginningReview: isFirstRun)
  }

  /// Whether the student begins with the decks that ship, which are copied then.
  private func takes(_ samples: SampleDecks, _ app: App) throws -> Bool {
    let screen = app.world.output
    let cards = ReviewWording.count(samples.cardCount, "card")
    screen.line("Tripos: practise until your exam.")
    screen.line("There is no deck in \(app.world.short(app.home.decks)) yet.")
    screen.line("To begin with: \(samples.names.joined(separator: ", ")), \(cards).")
    screen.line(
      "What you answer stays on this computer, in \(app.world.short(app.home.progress)).")
    while true {
      switch app.world.ask(Prompt("Enter: begin with it · q: leave>")) {
      case .line(let line) where line.trimmed.isEmpty:
        _ = try samples.copy(to: app.home.decks)
        return true
      case .line(let line) where ["q", ":q", "quit", ":quit"].contains(line.trimmed.lowercased()):
        screen.line("A deck is a Markdown file: \"tripos help formats\".")
        return false
      case .line: screen.line("Enter begins with the sample deck, q leaves.")
      case .interrupted, .endOfInput, .timedOut: return false
      case .terminated(let signal): throw ExitCode(128 + signal)
      }
    }
  }

  /// Whether the student goes on in the home used last, where there is no deck in this one.
  private func asksToGoOn(in last: String, _ reviews: Int, _ app: App) -> Bool {
    app.world.output.line("There is no deck in \(app.home.decks).")
    app.world.output.line("Last time: \(last) (\(ReviewWording.count(reviews, "review"))).")
    switch app.world.ask(Prompt("Enter: go on there · q: leave>")) {
    case .line(let line): return line.trimmed.isEmpty
    case .endOfInput, .interrupted, .timedOut, .terminated: return false
    }
  }
}

/// The prompt of bare `tripos`: a status line and commands.
struct HomePrompt {
  let app: App
  let options: GlobalOptions

  /// Takes commands until the student leaves.
  ///
  /// - Parameter beginningReview: whether today's session comes first.
  /// - Throws: `Failure`, and the exit code of a signal.
  func run(beginningReview: Bool = false) throws {
    let library = try app.library()
    if beginningReview { run(["review"]) }
    var isNothingDue = try showStatus(library)
    guard app.world.input.isInteractive else { return try app.world.finish() }
    while true {
      let prompt = Prompt("tripos>", completions: completions(library))
      switch app.world.ask(prompt) {
      case .line(let line):
        var words = CommandLineWords.split(line)
        if words.first == "tripos" { words.removeFirst() }
        guard let first = words.first else {
          if isNothingDue {
            app.world.output.line("Nothing is due now. help lists the commands.")
          } else {
            run(["review"])
            isNothingDue = try showStatus(try app.library())
          }
          continue
        }
        if ["quit", "q", "exit", ":quit", ":q"].contains(first) { return try app.world.finish() }
        run(words)
        if ["review", "exam", "practice", "add", "generate"].contains(first) {
          isNothingDue = try showStatus(try app.library())
        }
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
    let plan = app.plan(library, store, limits: app.limits(library, store))
    let screen = app.world.output
    if plan.count == 0 {
      let tomorrow = CivilDay(number: app.today.number + 1)
      let next = app.plan(library, store, limits: app.limits(library, store), on: tomorrow)
      screen.line("Nothing is due now. " + ReviewWording.tomorrow(next))
    } else {
      let enter = app.world.input.isInteractive ? " Enter: review" : ""
      screen.line("\(ReviewWording.plan(plan)).\(enter)")
      if let advice = backlogAdvice(plan) { screen.line(advice) }
    }
    if let streak = StreakWording.sentence(store.days, today: app.today) {
      screen.line("\(streak)")
    }
    if let exam = try app.examSentence(library, store) { screen.line("\(exam)") }
    return plan.count == 0
  }

  /// How a backlog of more than a session can be spread; `nil` where one session is enough.
  private func backlogAdvice(_ plan: DayPlan) -> SafeText? {
    guard let minutes = app.settings.limits.minutes, minutes > 0 else { return nil }
    let seconds = minutes * 60
    guard plan.seconds > seconds else { return nil }
    let days = (plan.seconds + seconds - 1) / seconds
    let command: SafeText =
      app.isAtHomePrompt || app.world.input.isInteractive ? "review" : "tripos review"
    return "The most urgent come first. \"" + command
      + " --spread \(days)\" asks one of \(days) shares today."
  }

  private func run(_ words: [String]) {
    if words == ["help"] || words == ["?"] {
      for entry in HomePrompt.commands {
        app.world.output.line("\(padded(entry.example, toWidth: 18))\(entry.does)", indent: 18)
      }
      return
    }
    do {
      if let failure = Tripos.misspeltCommand(words) { throw failure }
      // Which home it is was said above the prompt.
      if ["review", "exam", "practice"].contains(words[0]) { app.rememberHome() }
      var command = try Tripos.parseAsRoot([words[0]] + words.dropFirst() + flags)
      try command.run()
    } catch is ExitCode {
      return
    } catch {
      let lines = Failure(error)?.lines ?? [SafeText(block: Tripos.message(for: error))]
      for line in lines { app.world.output.line(line) }
    }
  }

  /// The flags that bare `tripos` was given, for the commands of the prompt.
  private var flags: [String] {
    var flags = ["--at-prompt"]
    if let home = options.home { flags += ["--home", home] }
    if options.now != nil { flags += ["--now", app.world.clock.now().iso] }
    if let seed = options.seed { flags += ["--seed", String(seed)] }
    if let colour = options.colour { flags += ["--colour", colour.rawValue] }
    if options.plain { flags.append("--plain") }
    if options.accessible { flags.append("--accessible") }
    return flags
  }

  /// The commands that the prompt's help lists; `--help` has them all.
  private static let commands: [(example: String, does: String)] = [
    ("review", "today's session; review \"DECK\" --section 3 for a part"),
    ("practice", "any card, without moving its day: practice dates"),
    ("exam", "a mock exam; exam --resume goes on with one"),
    ("read SECTION", "a section's story"),
    ("decks", "decks and sections with what is due"),
    ("find WORDS", "cards by their words"),
    ("show CARD", "a card's history"),
    ("add", "a new card; edit CARD changes one"),
    ("generate TEXT", "cards from a text: plain, Markdown, HTML or PDF"),
    ("stats", "your progress in figures and charts"),
    ("check", "errors in the decks"),
    ("quit", "leave (Ctrl-D)"),
  ]

  private func completions(_ library: Library) -> [String] {
    let commands = HomePrompt.commands.map { String($0.example.prefix { $0 != " " }) } + ["help"]
    let decks = Set(library.decks.map(\.name)).sorted().map { "review \"\($0)\"" }
    let sections = library.decks.flatMap { $0.sections.compactMap(\.last) }.map { "read \"\($0)\"" }
    return commands + decks + sections
  }
}

/// The words of a line, as a shell splits them: quotation marks hold words together.
enum CommandLineWords {
  /// Splits a line; a mark that is not closed reaches to the end.
  static func split(_ line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isOpen = false
    var mark: Character?
    for character in line {
      if let open = mark {
        if character == open { mark = nil } else { word.append(character) }
      } else if character == "\"" || character == "'" && !isOpen {
        mark = character
        isOpen = true
      } else if character == " " {
        if isOpen { words.append(word) }
        word = ""
        isOpen = false
      } else {
        word.append(character)
        isOpen = true
      }
    }
    if isOpen { words.append(word) }
    return words
  }
}
