import ArgumentParser
import Chronology
import Decks
import Exams
import Progress
import Study
import Terminal

/// `tripos exam`: sets a paper and sits it.
struct SitExamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sit",
    abstract: "Sit a mock exam; this is what \"tripos exam\" does.",
    discussion: """
      tripos exam --questions 30 --time 40m --about dates,actors
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var exam: ExamOptions

  @Flag(help: "Go on with the exam that was left open.")
  var resume = false

  @Flag(help: "Count interruptions as time used.")
  var strictClock = false

  @Flag(help: "Leave no trace: no file, no record.")
  var dryRun = false

  func run() throws {
    let app = try App(options)
    app.sayWhichHome()
    let library = try app.library()
    // Opened for writing, so that the device has its lasting name from the first exam on.
    let store = try app.storeForSession()
    if let open = app.sittings.open() {
      if try resume || app.offers(open) {
        let bank = try app.examBank([], library, store)
        try store.close()
        return try app.resume(open, bank, library)
      }
    } else if resume {
      throw Failure(
        .badInput(
          "no exam is open.",
          mend: "\"tripos exam\" begins one, \"tripos exam list\" shows the past ones."))
    }
    let (blueprint, decks) = try exam.blueprint(ExamSettings(path: app.home.settings))
    let bank = try app.examBank(decks, library, store)
    try store.close()
    try bank.requireCards()
    let now = app.world.clock.now()
    let seed = app.world.seed ?? UInt64(bitPattern: now.milliseconds)
    let paper: Paper
    do throws(BlueprintProblem) {
      paper = try PaperSetter.paper(
        blueprint, from: bank.bank, seed: seed, latestYear: app.today.components.year)
    } catch {
      throw ExamWording.failure(error)
    }
    for line in ExamWording.summary(paper) { app.world.output.line("\(line)") }
    guard try app.begins() else { return try app.world.finish() }
    let sitting = Sitting(
      paper, device: store.device.text, at: app.world.clock.now(),
      zone: app.calendar.offset(now) / 60, isClockStrict: strictClock, isDryRun: dryRun)
    try app.sit(sitting, bank, library)
  }
}

extension App {
  /// Waits for the one Enter that begins an exam.
  func begins() throws -> Bool {
    switch world.ask(Prompt("Enter: begin")) {
    case .line(let line):
      return ![":quit", "quit", "q", "n", "no"].contains(line.trimmed.lowercased())
    case .endOfInput, .timedOut: return false
    case .interrupted: throw ExitCode(ExitStatus.interrupted)
    case .terminated(let signal): throw ExitCode(128 + signal)
    }
  }

  /// Offers to go on with an open sitting.
  fileprivate func offers(_ open: Sitting) throws -> Bool {
    let answered = open.responses.count { $0 != nil }
    let left =
      open.left(at: world.clock.now().earlier(open.openedAt))
      .map { ", \(ExamWording.remaining($0)) left" } ?? ""
    world.output.line(
      "An exam is open, \"\(open.paper.blueprint.name)\": \(answered) of \(open.responses.count) answered\(left)."
    )
    while true {
      switch world.ask(Prompt("Go on with it? y/n")) {
      case .line(let line):
        switch line.trimmed.lowercased() {
        case "", "y", "yes": return true
        case "n", "no":
          world.output.line("It stays open; \"tripos exam list\" shows it.")
          return false
        case _: world.output.line("Please answer y or n.")
        }
      case .endOfInput, .timedOut: throw ExitCode.success
      case .interrupted: throw ExitCode(ExitStatus.interrupted)
      case .terminated(let signal): throw ExitCode(128 + signal)
      }
    }
  }

  /// Goes on with a sitting, and says what changed meanwhile.
  fileprivate func resume(_ open: Sitting, _ bank: ExamBank, _ library: Library) throws {
    var sitting = open
    let now = world.clock.now()
    sitting.resume(at: now)
    if let interruption = sitting.interruptions.last {
      if interruption.isClockSetBack {
        world.output.line("The clock went back since the last answer; that time is not counted.")
      } else {
        let away = interruption.to.milliseconds - interruption.from.milliseconds
        let counted = sitting.isClockStrict ? "counted" : "not counted"
        world.output.line("Interrupted for \(Report.duration(away)) (\(counted)).")
      }
    }
    let changes = sitting.deckChanges { key in
      library.entry(key: key).flatMap { try? library.card($0) }
    }
    if !changes.isEmpty {
      world.output.line(
        "The decks were edited: \(ReviewWording.count(changes.count, "question")) of the paper read otherwise now or are gone. The exam goes on as it was set."
      )
    }
    try sit(sitting, bank, library)
  }
}

extension Instant {
  /// The earlier of two instants; this one where there is no other.
  fileprivate func earlier(_ other: Instant?) -> Instant { other.map { min(self, $0) } ?? self }
}
