import Progress
import Terminal

extension Backup.Failure {
  var sentence: String {
    switch self {
    case .nothingToKeep(let folder): "there are no answers in \(folder) to back up."
    case .noBackup(let path): "\(path) is no backup."
    case .damaged(let path): "the backup is damaged: \(path) is missing or was changed."
    case .file(let error): error.sentence
    case .progress(let error): error.sentence
    case .noRoom(let place): "there is too little room for a backup in \(place)."
    case .cancelled: "the backup was stopped."
    }
  }

  var mend: String? {
    switch self {
    case .nothingToKeep: "Name the home with --home DIR."
    case .noBackup:
      "\"tripos restore\" lists the backups; \"tripos merge FOLDER\" takes any folder."
    case .damaged: "Take another backup: \"tripos restore\" lists them. Nothing was changed here."
    case .file(let error): error.mend
    case .progress(let error): error.mend
    case .noRoom: "Make room on that disk, or make it elsewhere: \"tripos backup --to DIR\"."
    case .cancelled: nil
    }
  }

  var exitCode: Int32 {
    switch self {
    case .nothingToKeep, .noBackup: ExitStatus.noInput
    case .damaged: ExitStatus.badData
    case .file(let error): error.exitCode
    case .progress(let error): error.exitCode
    case .noRoom, .cancelled: ExitStatus.ioError
    }
  }
}

extension Restore.Item {
  /// What becomes of the file, in a sentence.
  var sentence: String {
    switch change {
    case .added: "\(name) comes back\(lines)."
    case .replaced: "\(name) goes back to what it was\(lines)."
    case .removed: "\(name) goes\(lines)."
    }
  }

  private var lines: String {
    var parts: [String] = []
    if linesLost > 0 { parts.append("\(ReviewWording.count(linesLost, "record")) less") }
    if linesGained > 0 { parts.append("\(ReviewWording.count(linesGained, "record")) more") }
    return parts.isEmpty ? "" : ": \(parts.joined(separator: ", "))"
  }
}

extension MergeStep {
  /// What became of the file, in a sentence.
  var sentence: String {
    let records = lines > 0 ? ", \(ReviewWording.count(lines, "new record"))" : ""
    return switch kind {
    case .added: "\(name): was not here\(records)."
    case .grown: "\(name): goes further there\(records)."
    case .keptBeside(let beside): "\(name): differs; theirs is kept as \(beside)\(records)."
    case .replaced(let beside): "\(name): theirs is fuller; yours is kept as \(beside)."
    }
  }
}

extension ConflictCopy {
  /// What it is and what to do with it, in a sentence.
  var sentence: String {
    switch kind {
    case .journal(isContained: true):
      "\(path): a copy; the other journals have every line of it, so that it can be deleted."
    case .journal(isContained: false):
      "\(path): a copy that a file sync left; its answers count as they are, and stand nowhere else: keep it."
    case .snapshot: "\(path): a copy of what can always be made anew; it can be deleted."
    case .sitting: "\(path): a copy of an exam that a file sync left."
    }
  }
}

extension SnapshotCondition {
  /// What is wrong with the snapshot; `nil` where nothing is.
  var sentence: String? {
    switch self {
    case .missing, .current, .behind: nil
    case .damaged: "it cannot be read; no answer is lost by that."
    case .wrong: "it does not say what the journals say; no answer is lost by that."
    case .newer: "a newer Tripos made it; it is not used."
    }
  }
}
