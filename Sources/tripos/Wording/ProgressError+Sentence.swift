import Glibc
import Progress

extension ProgressError {
  var sentence: String {
    switch self {
    case .locked(let process, let host):
      let who = process.map { " (process \($0)\(host.map { " on \($0)" } ?? ""))" } ?? ""
      return "another Tripos session is open on this home\(who)."
    case .readOnly(let cause): return "nothing can be saved: \(cause.sentence)"
    case .newerVersion: return "a newer Tripos wrote this progress; it is not touched."
    case .openedForReading: return "this progress was opened for reading only."
    case .unreadable(let cause): return "cannot read the progress: \(cause.sentence)"
    case .notSaved(_, let cause): return "not saved: \(cause.sentence)"
    case .tooLarge(let bytes): return "a record of \(bytes) bytes is too large to save."
    case .snapshotNotWritten(let cause): return "the snapshot was not written: \(cause.sentence)"
    }
  }

  var mend: String? {
    switch self {
    case .locked: return "Finish that session first."
    case .readOnly(let cause), .unreadable(let cause), .snapshotNotWritten(let cause):
      return cause.mend
    case .newerVersion: return "Install the newer Tripos to go on with it."
    case .notSaved:
      return
        "It is kept in memory and saved with the next answer; \":save PATH\" writes it elsewhere."
    case .openedForReading, .tooLarge: return nil
    }
  }

  var exitCode: Int32 {
    switch self {
    case .locked: return ExitStatus.lockHeld
    case .readOnly(let cause), .unreadable(let cause): return cause.exitCode
    case .newerVersion, .tooLarge: return ExitStatus.badData
    case .openedForReading: return ExitStatus.internalError
    case .notSaved, .snapshotNotWritten: return ExitStatus.ioError
    }
  }
}
