import ArgumentParser
import Decks
import Digest
import JSON
import Progress
import Study
import Terminal

/// `tripos sync`: the same answers on all devices, by way of a git repository.
struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Share your answers and decks with your other devices through a git repository.",
    discussion: """
      tripos sync --remote git@example.org:me/history.git   the first time
      tripos sync --remote /media/usb/history.git           a stick does as well
      tripos sync                                           from then on

      Fetches what your other devices sent, unites it with what is here, and sends
      the result. Answers never conflict: every device has a journal of its own,
      and all of them count. Where a deck was changed on two devices in the same
      place, yours stays and theirs is kept beside it. Synced are Decks, Progress
      and tripos.toml; backups, locks and progress.json stay on each device. When
      Tripos runs from its own checkout, Progress alone is synced.
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: JSONOption

  @Option(
    help: ArgumentHelp(
      "Where the repository is that all your devices share: a URL or a folder.", valueName: "url"))
  var remote: String?

  /// How often another device may be faster before this one gives up.
  private static let attempts = 5

  func run() throws {
    let app = try App(options)
    let report = try app.sync(remote: remote, attempts: SyncCommand.attempts)
    if output.json {
      app.world.output.machine(report.json.compact)
    } else {
      for line in report.lines { app.world.output.line("\(line)", indent: 2) }
    }
    try app.world.finish()
  }
}

extension App {
  /// Fetches, unites and sends, until no other device comes in between.
  ///
  /// - Parameters:
  ///   - remote: the other side from now on; `nil` for the one that is known.
  ///   - attempts: how often to try.
  /// - Returns: what came and what went.
  /// - Throws: `SyncFailure`, `ProgressError` and `FileError`.
  func sync(remote: String?, attempts: Int) throws -> SyncReport {
    let folder = SyncFolder(home)
    let repository = try SyncRepository(
      folder, remote: remote, isInteractive: world.input.isInteractive)
    try folder.prepare()
    var ours = try repository.commit("Answers and decks of this device\n")
    defer { repository.refreshIndex() }
    var report = SyncReport(remote: repository.remote)
    for _ in 0..<attempts {
      let theirs = try repository.fetch()
      if let theirs, try !repository.isAncestor(theirs, of: ours) {
        let merge = SyncMerge(
          repository: repository, ours: ours, theirs: theirs,
          base: try repository.base(ours, theirs))
        let outcome = try merge.run(progress: home.progress)
        report.add(outcome)
        try noteNewAnswers(outcome)
        ours = try repository.commit(
          "Join the answers and decks of two devices\n", merging: theirs,
          adding: outcome.taken + outcome.doubled.map(\.theirs))
      }
      if ours == theirs { return report }
      report.sent = try repository.newRecords(in: ours, since: theirs)
      report.hasSent = true
      if try repository.push(ours) { return report }
    }
    throw SyncFailure.overtaken(remote: repository.remote)
  }

  /// Works new answers into the snapshot, and gives this device another name where two used one.
  private func noteNewAnswers(_ outcome: SyncMerge.Outcome) throws {
    guard !outcome.steps.isEmpty else { return }
    if let device = storedDevice,
      outcome.steps.contains(where: { $0.isDivergence && $0.name == "reviews-\(device).jsonl" })
    {
      try renewDevice()
    }
    let store = try storeForSession(fromJournals: true)
    labelNewCards(store)
    try store.close()
  }

  /// Notes what cards look like that were answered elsewhere only, so that their history is found
  /// again after an edit.
  private func labelNewCards(_ store: Store) {
    guard let library = try? library() else { return }
    var unlabelled: Set<Fingerprint> = []
    store.forEachGlance { unlabelled.insert($0.fingerprint) }
    for known in store.labels(of: unlabelled) { unlabelled.remove(Fingerprint(known.key)) }
    for entry in library.entries where unlabelled.contains(entry.fingerprint) {
      guard let card = try? library.card(entry) else { continue }
      store.label(card.key, CardLabel(card, folder: library.folder))
    }
  }
}

extension MergeStep {
  /// Whether both sides wrote to one journal.
  fileprivate var isDivergence: Bool {
    switch kind {
    case .keptBeside, .replaced: true
    case .added, .grown: false
    }
  }
}
