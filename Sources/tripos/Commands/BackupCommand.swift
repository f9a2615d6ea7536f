import ArgumentParser
import JSON
import Progress
import Terminal

/// `tripos backup`: a verified copy of the progress.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy your answers to a safe place, and check the copy.",
    discussion: """
      tripos backup                  into the home's Backups folder
      tripos backup --to /media/usb  somewhere else
      tripos restore                 lists the backups of the home

      Every file is read back and compared. A backup is never overwritten; where
      nothing has changed since the last one, no other is made. In a backup's
      folder "sha256sum -c SHA256SUMS" checks it without Tripos.
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: JSONOption

  @Option(help: ArgumentHelp("The folder that holds the backups.", valueName: "dir"))
  var to: String?

  func run() throws {
    let app = try App(options)
    let place = to ?? app.home.backups
    let bar = app.world.progress("Backing up")
    defer { bar.finish() }
    let outcome = try Backup.make(
      of: app.home.progress, in: place, at: app.world.clock.now(), report: bar.report)
    bar.finish()
    if output.json {
      let (backup, isNew) = outcome.parts
      app.world.output.machine(
        JSON.answer([
          ("path", .string(backup.path)), ("files", .integer(Int64(backup.items.count))),
          ("new", .bool(isNew)),
        ]).compact)
    } else {
      switch outcome {
      case .made(let backup):
        let files = ReviewWording.count(backup.items.count, "file")
        app.world.output.line("Backed up, read back and compared: \(files).")
        app.world.output.raw("\(backup.path)")
      case .unchanged(let backup):
        app.world.output.line("Nothing has changed since the last backup, which is whole.")
        app.world.output.raw("\(backup.path)")
      }
    }
    try app.world.finish()
  }
}

extension Backup.Outcome {
  /// The backup, and whether it was made just now.
  fileprivate var parts: (Backup, isNew: Bool) {
    switch self {
    case .made(let backup): (backup, true)
    case .unchanged(let backup): (backup, false)
    }
  }
}
