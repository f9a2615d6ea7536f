import ArgumentParser
import Chronology
import Decks
import Files
import Progress
import Terminal

/// `tripos restore`: puts a backup in place of the present progress.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Go back to a backup of your answers; without one, list the backups.",
    discussion: """
      tripos restore                         lists the backups
      tripos restore latest
      tripos restore tripos-20261125T213000Z --yes

      Shows what would change and asks. The present state is backed up first, so
      that this can be taken back. To bring in the answers of a backup and keep
      all later ones: tripos merge BACKUP. On each day of study a backup is made
      by itself; as they age one is kept of each day, then week, then month.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp("A backup's folder or name, or \"latest\".", valueName: "backup"))
  var backup: String?

  @Flag(help: "Do not ask.")
  var yes = false

  func run() throws {
    let app = try App(options)
    let screen = app.world.output
    let known = (Backup.all(in: app.home.backups) + Backup.all(in: app.home.automaticBackups))
      .sorted { $0.name < $1.name }
    guard let backup else {
      list(known, app)
      return try app.world.finish()
    }
    let chosen = try Backup(path: path(of: backup, among: known, app))
    let restore = try Restore(of: chosen, to: app.home.progress)
    guard !restore.items.isEmpty else {
      screen.line("Your answers are just as in that backup; there is nothing to do.")
      return try app.world.finish()
    }
    screen.line("Back to \(chosen.path):")
    for item in restore.items { screen.line("  \(item.sentence)", indent: 4) }
    if !yes {
      guard app.world.input.isInteractive else { throw Failure(.cannotAsk(option: "--yes")) }
      let end = app.world.ask(Prompt("Go back? (y, n)>"))
      guard case .line(let line) = end, ["y", "yes"].contains(line.trimmed.lowercased()) else {
        screen.line("Nothing was changed.")
        return try app.world.finish()
      }
    }
    let former = try restore.run(
      keepingPresentIn: app.home.backups, at: app.world.clock.now())
    try app.renewDevice()
    try app.rebuild()
    screen.line("Done: your answers are as they were then.")
    if let former {
      screen.line("What was there before is kept; to take this back:")
      screen.raw("tripos restore \(former.name)")
    }
    try app.world.finish()
  }

  private func list(_ known: [Backup], _ app: App) {
    if known.isEmpty {
      app.world.output.line(
        "There is no backup in \(app.home.backups) yet. \"tripos backup\" makes one.")
    }
    for backup in known {
      let isAutomatic = backup.path.hasPrefix(app.home.automaticBackups)
      let kind = isAutomatic ? "automatic" : "your own"
      app.world.output.raw("\(time(of: backup, app))  \(kind)  \(backup.path)")
    }
    guard let last = known.last else { return }
    app.world.output.line(
      "\"tripos restore \(last.name)\" shows what going back to the last one would change, and asks."
    )
  }

  /// When a backup was made, in local time.
  private func time(of backup: Backup, _ app: App) -> String {
    guard let instant = backup.instant else { return "????-??-?? ??:??" }
    let offset = Int64(app.calendar.offset(instant)) * 1000
    let local = instant.advanced(byMilliseconds: offset).iso
    return "\(local.prefix(10)) \(local.dropFirst(11).prefix(5))"
  }

  private func path(of word: String, among known: [Backup], _ app: App) -> String {
    if word == "latest", let last = known.last { return last.path }
    return known.first { $0.name == word }?.path ?? word
  }
}

extension Backup {
  /// Its folder's name.
  fileprivate var name: String { String(path.split(separator: "/").last ?? "") }
}

extension App {
  /// Folds all journals anew and writes the snapshot.
  ///
  /// - Parameter other: another folder of progress, whose snapshot may know cards that are new here.
  /// - Throws: `Failure` and `ProgressError`.
  func rebuild(labelsFrom other: String? = nil) throws {
    let store = try storeForSession(fromJournals: true)
    if let other { store.takeLabels(from: other) }
    try store.close()
  }
}
