import Chronology
import Progress
import Study

/// What a check of the progress found, beside the lines that cannot be used.
struct ProgressCheck {
  /// What the snapshot was worth before a repair.
  let snapshot: SnapshotCondition
  /// Whether the snapshot is written anew when the store is closed.
  let isRepaired: Bool
  /// When the latest record claims to be made, where that is more than a day ahead of the clock.
  let futureInstant: Instant?
  /// Copies that a file sync left.
  let copies: [ConflictCopy]
  private let store: Store

  /// Checks a store that was read from its journals; repairs what can be repaired without loss.
  init(_ store: Store, _ app: App, isRepairing: Bool) {
    self.store = store
    copies = ConflictCopy.all(in: store.folder)
    snapshot = store.snapshotCondition(app.settings.scheduler)
    isRepaired = isRepairing && !snapshot.isGood
    if isRepaired { store.renewSnapshot(snapshot) }
    // Two computers' clocks may differ, and a time zone may be set wrongly; a day is more than that.
    let limit = app.world.clock.now().advanced(byMilliseconds: 86_400_000)
    futureInstant = store.latest.flatMap { $0.milliseconds > limit.milliseconds ? $0 : nil }
  }

  /// Whether nothing is wrong that asks for a mend; a wrong clock is only said.
  var isSound: Bool { store.problems.isEmpty && (isRepaired || snapshot.isGood) }

  /// What was found, a sentence each, with the file first.
  var sentences: [String] {
    var all = store.problems.map(\.sentence)
    if let what = snapshot.sentence {
      let mend =
        isRepaired
        ? "It is written anew, and the old one is kept beside it."
        : "\"tripos check --repair\" writes it anew."
      all.append("\(store.folder)/progress.json: \(what) \(mend)")
    }
    all += copies.map(\.sentence)
    if let futureInstant {
      all.append(
        "\(store.folder): the latest answer is dated \(futureInstant.iso), which is yet to come by this computer's clock: the clock was wrong then, or is now. Nothing is lost by that."
      )
    }
    return all
  }
}

extension SnapshotCondition {
  /// Whether the next session can begin with it, or makes a new one as it always does.
  fileprivate var isGood: Bool {
    switch self {
    case .missing, .current, .behind: true
    case .damaged, .wrong, .newer: false
    }
  }
}
