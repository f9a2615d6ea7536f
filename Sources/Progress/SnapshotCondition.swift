import Files
import Memory

/// What the snapshot on the disk is worth, measured against the journals.
package enum SnapshotCondition: String, Hashable, Sendable {
  /// There is none yet.
  case missing
  /// It says what the journals come to.
  case current
  /// Records came since, or it was made with other settings; the next session makes a new one.
  case behind
  /// It cannot be read.
  case damaged
  /// It claims to be of these journals and says something else.
  case wrong
  /// A newer Tripos made it.
  case newer
}

extension Store {
  /// Compares the snapshot with a fold of the journals.
  ///
  /// For a store that was opened with `fromJournals`, so that the two come from different places.
  ///
  /// - Parameter scheduler: computes the memory states.
  /// - Returns: what the snapshot is worth.
  package func snapshotCondition(_ scheduler: Scheduler) -> SnapshotCondition {
    guard let bytes = try? readFile("\(folder)/\(Snapshot.fileName)").bytes else {
      return FileIdentity(path: "\(folder)/\(Snapshot.fileName)") == nil ? .missing : .damaged
    }
    do throws(Snapshot.Failure) {
      let (head, image) = try Snapshot.states(bytes)
      let read = try? Ledger(folder: folder, scheduler: scheduler, head: head, image: image)
      guard let read, read.positions == ledger.positions else { return .behind }
      if !read.state.saysTheSame(as: ledger.state) { return .wrong }
      return head.positions == ledger.positions ? .current : .behind
    } catch {
      switch error {
      case .damaged: return .damaged
      case .altered: return .wrong
      case .newer: return .newer
      }
    }
  }
}

extension FoldedState {
  /// Whether cards, days and renamings are the same, however they are held.
  fileprivate func saysTheSame(as other: FoldedState) -> Bool {
    guard days == other.days, aliases == other.aliases, cardCount == other.cardCount else {
      return false
    }
    var isSame = true
    forEachCard { fingerprint, _, progress in
      isSame = isSame && other.progress(of: fingerprint) == progress
    }
    return isSame
  }
}
