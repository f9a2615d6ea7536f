import ArgumentParser
import Files
import JSON
import Progress
import Terminal

/// `tripos merge`: brings in the answers of another folder.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Bring in the answers of another home, such as that of your other computer.",
    discussion: """
      tripos merge /media/usb/history      a home, a Progress folder or a backup
      tripos merge ~/old-laptop --dry-run  say what would come in

      What both have counts once, and nothing is overwritten: where one journal
      was written to in both places, both are kept. The result is the same
      whichever way round it is done. The other folder is only read. Copies that
      a file sync left in the Progress folder ("sync-conflict", "conflicted
      copy") need no merging: they count as they are.
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: JSONOption

  @Argument(help: ArgumentHelp("The other home or Progress folder.", valueName: "folder"))
  var folder: String

  @Flag(help: "Say what would be done, and do nothing.")
  var dryRun = false

  func run() throws {
    let app = try App(options)
    let other = try progressFolder()
    let bar = app.world.progress("Comparing the answers")
    defer { bar.finish() }
    let steps = try Merge.run(
      from: other, into: app.home.progress, isTrial: dryRun, report: bar.report)
    bar.finish()
    if !dryRun && !steps.isEmpty { try app.rebuild(labelsFrom: other) }
    if output.json {
      app.world.output.machine(
        JSON.answer([
          ("files", .array(steps.map { .string($0.name) })),
          ("records", .integer(Int64(records(steps)))), ("dry_run", .bool(dryRun)),
        ]).compact)
    } else {
      for step in steps { app.world.output.line("\(step.sentence)", indent: 2) }
      app.world.output.line("\(summary(steps))")
    }
    try app.world.finish()
  }

  private func records(_ steps: [MergeStep]) -> Int { steps.reduce(0) { $0 + $1.lines } }

  private func summary(_ steps: [MergeStep]) -> String {
    if steps.isEmpty { return "Nothing new there: all of it is here already." }
    let records = ReviewWording.count(records(steps), "new record")
    return dryRun ? "\(records) would come in; nothing was changed." : "\(records) came in."
  }

  /// The folder with the journals: the one that is named, or its Progress.
  private func progressFolder() throws -> String {
    for candidate in ["\(folder)/Progress", folder] {
      let names = (try? listFolder(candidate))?.map(\.name) ?? []
      if names.contains(where: { $0.hasPrefix("reviews-") && $0.hasSuffix(".jsonl") }) {
        return candidate
      }
    }
    _ = try listFolder(folder)
    throw Failure(
      .badInput(
        "there are no answers in \(folder).",
        mend: "Name a home folder, its Progress folder, or a backup."))
  }
}
