import Chronology
import Dispatch
import Progress
import Study
import Synchronization
import Terminal

/// The day's backup, made beside a session: nobody waits for it, at the start or at the end.
///
/// It begins a moment after the first question and is given up where the session ends before it is
/// done; the next session makes it then.
final class BackgroundBackup: Sendable {
  private let isCancelled = Atomic(false)
  private let failure = Mutex<Backup.Failure?>(nil)
  private let begin = DispatchSemaphore(value: 0)
  private let done = DispatchSemaphore(value: 0)

  /// How long the start of a session has the machine for itself.
  private static let headStart = DispatchTimeInterval.milliseconds(700)
  /// How long the end of a session may wait for a backup that is nearly done.
  private static let patience = DispatchTimeInterval.milliseconds(100)

  /// Begins to make a backup soon.
  ///
  /// - Parameter work: makes it, and asks now and then whether to stop.
  fileprivate init(
    _ work: @escaping @Sendable (_ isCancelled: () -> Bool) throws(Backup.Failure) -> Void
  ) {
    DispatchQueue(label: "tripos.backup", qos: .utility).async { [self] in
      _ = begin.wait(timeout: .now() + BackgroundBackup.headStart)
      do throws(Backup.Failure) {
        try work { self.isCancelled.load(ordering: .relaxed) }
      } catch {
        failure.withLock { $0 = error }
      }
      done.signal()
    }
  }

  /// Waits a little for the end of it, and gives it up after that.
  ///
  /// - Returns: why there is none, where that is worth a word.
  func finish() -> Backup.Failure? {
    begin.signal()
    if done.wait(timeout: .now() + BackgroundBackup.patience) == .timedOut {
      isCancelled.store(true, ordering: .relaxed)
      // A disk that hangs does not keep the student here; what is left is cleared the next time.
      guard done.wait(timeout: .now() + .seconds(2)) == .success else { return nil }
    }
    switch failure.withLock({ $0 }) {
    case .cancelled, .nothingToKeep, nil: return nil
    case .noBackup, .damaged, .file, .progress, .noRoom: return failure.withLock { $0 }
    }
  }
}

extension App {
  /// Begins today's backup, where the settings want one and it was not made yet.
  ///
  /// - Returns: the backup that is being made; `finishBackup` ends it.
  func beginBackup() -> BackgroundBackup? {
    guard settings.makesBackups else { return nil }
    let backup = AutomaticBackup(place: home.automaticBackups, space: settings.backupSpace)
    let (folder, now) = (home.progress, world.clock.now())
    guard backup.isDue(dayStart: calendar.start(of: calendar.day(of: now)), at: now) else {
      return nil
    }
    return BackgroundBackup { (isCancelled) throws(Backup.Failure) in
      try backup.run(of: folder, at: now, isCancelled: isCancelled)
    }
  }

  /// Ends the day's backup with the session; says it where there could be none.
  func finish(_ backup: BackgroundBackup?) {
    world.output.flush()
    guard let failure = backup?.finish() else { return }
    world.messages.line("Your answers are saved, but not backed up: \(failure.sentence)")
    if let mend = failure.mend { world.messages.line("  \(mend)") }
    world.messages.flush()
  }
}
