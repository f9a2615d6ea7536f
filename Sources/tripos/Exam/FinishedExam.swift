import ArgumentParser
import Chronology
import Decks
import Exams
import Memory
import Progress
import Study
import Terminal

extension App {
  /// Sits an exam from where it stands, and ends it with its report.
  ///
  /// - Throws: `ExitCode` where it was interrupted.
  func sit(_ sitting: Sitting, _ examBank: ExamBank, _ library: Library) throws {
    if world.input.isInteractive { world.output.line("\(ExamWording.keys)") }
    let loop = ExamLoop(sitting, world: world, store: sittings)
    let backup = beginBackup()
    defer { finish(backup) }
    switch loop.run() {
    case .finished: try close(loop.sitting, examBank)
    case .left:
      world.output.line(
        "Saved. \"tripos exam --resume\" goes on at question \(loop.sitting.current + 1).")
    case .interrupted: throw ExitCode(ExitStatus.interrupted)
    case .terminated(let signal): throw ExitCode(128 + signal)
    }
    try world.finish()
  }

  /// Writes the records of a sitting that was just ended, then the sitting, and shows the report.
  ///
  /// Records come first: after a crash in between the sitting is still open, and its records count
  /// once however often they are written.
  private func close(_ ended: Sitting, _ examBank: ExamBank) throws {
    var sitting = ended
    let grader = examBank.grader
    settleUnsure(&sitting, grader)
    let now = world.clock.now()
    let asked = askedSoFar()
    let report = Report(sitting, grader: grader, at: now, cards: examBank.cards, asked: asked)
    if !sitting.isDryRun {
      let store = try storeForSession()
      let events = ExamRecords.events(
        of: report, scheduler: settings.scheduler, day: today.number, second: now.seconds
      ) { store.progress(of: $0)?.schedule ?? .new }
      for event in events {
        try store.append(event, at: now, zone: calendar.offset(now) / 60, day: today)
      }
      try store.close()
      try sittings.save(sitting)
    }
    if sitting.isDryRun { try sittings.remove(sitting) }
    world.output.line()
    for line in report.lines { world.output.line("\(line)", indent: 7) }
    if !sitting.isDryRun, !report.misses.isEmpty {
      world.output.line()
      world.output.line("What was missed comes first in the next \"tripos review\".")
    }
  }

  /// Asks the student about the answers that the marker is not sure of.
  private func settleUnsure(_ sitting: inout Sitting, _ grader: Grader) {
    for (index, assessment) in grader.assess(sitting).enumerated() where assessment.isUnsure {
      let question = sitting.paper.questions[index]
      world.output.line()
      world.output.line("\(index + 1). \(question.card.prompt)")
      world.output.line("   you: \(sitting.responses[index]?.reply.words(for: question) ?? "")")
      world.output.line("   answer: \(question.card.answer)")
      asking: while true {
        guard case .line(let line) = world.ask(Prompt("Were you right? y/n")) else { return }
        switch line.trimmed.lowercased() {
        case "y", "yes": sitting.override(index, with: .right)
        case "n", "no": sitting.override(index, with: .wrong)
        case _:
          world.output.line("Please answer y or n.")
          continue asking
        }
        break asking
      }
    }
  }

  /// Changes the mark of a question of a finished sitting, in its file and in the journal.
  func remark(
    _ sitting: inout Sitting, question index: Int, as credit: Sitting.Credit,
    _ judge: @escaping Judge
  ) throws {
    sitting.override(index, with: credit)
    let question = sitting.paper.questions[index]
    let store = try storeForSession()
    let key = store.renamed(question.card.key) ?? question.card.key
    let history = try store.history(of: key)
    let place = history.lastIndex { entry in
      if case .exam(_, _, let asked) = entry.record.event {
        return asked.exam == sitting.name && asked.question == index + 1
      }
      return false
    }
    if let place {
      let record = history[place].record
      let assessment = Grader(judge: judge).assess(
        sitting.responses[index], to: question, scheme: sitting.paper.blueprint.scheme,
        override: credit)
      let before = place > 0 ? history[place - 1].progress.schedule : .new
      let now = world.clock.now()
      try store.append(
        .rate(
          key: key, of: record.id,
          ExamRecords.amendment(
            assessment, of: question, before: before, scheduler: settings.scheduler,
            day: record.day.number, second: record.at.seconds,
            seed: ExamRecords.seed(of: sitting, question: index))), at: now,
        zone: calendar.offset(now) / 60, day: today)
    }
    try store.close()
    try sittings.save(sitting)
  }
}
