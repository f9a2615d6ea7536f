import Digest
import Files

/// A file in a folder of progress that a file sync, or a person, copied beside the one it is of.
///
/// Copies of journals count as they are; nothing has to be done about any of them.
package struct ConflictCopy: Hashable, Sendable {
  /// What it is a copy of.
  package enum Kind: Hashable, Sendable {
    /// A journal; whether every line of it stands in the others too.
    case journal(isContained: Bool)
    /// The snapshot, which is made anew anyway.
    case snapshot
    /// An exam.
    case sitting
  }

  /// The file's path.
  package let path: String
  package let kind: Kind

  /// The copies in a folder, sorted.
  ///
  /// - Parameter folder: the folder of progress.
  /// - Returns: what there is; nothing where the folder cannot be read.
  package static func all(in folder: String) -> [ConflictCopy] {
    ((try? ProgressFiles.names(in: folder)) ?? []).compactMap { name in
      kind(of: name, in: folder).map { ConflictCopy(path: "\(folder)/\(name)", kind: $0) }
    }
  }

  private static func kind(of name: String, in folder: String) -> Kind? {
    if JournalReader.isJournal(name) {
      let device = name.dropFirst("reviews-".count).dropLast(".jsonl".count)
      // Tripos's own merge names what it keeps beside, and knows why.
      if DeviceID(Array(device.utf8)) != nil || device.contains(".merged-") { return nil }
      return .journal(isContained: isContained(name, in: folder))
    }
    guard name.hasSuffix(".json") else { return nil }
    if name.hasPrefix("progress"), name != Snapshot.fileName { return .snapshot }
    let isMarked = ["sync-conflict", "conflicted copy", "conflict-"].contains { name.contains($0) }
    return name.hasPrefix("exams/") && isMarked ? .sitting : nil
  }

  /// Whether every line of a journal stands in the others.
  private static func isContained(_ name: String, in folder: String) -> Bool {
    guard let lines = try? readFile("\(folder)/\(name)").bytes.lineFingerprints else {
      return false
    }
    var missing = Set(lines)
    for other in (try? JournalReader.journals(in: folder)) ?? [] where other != name {
      missing.subtract((try? readFile("\(folder)/\(other)").bytes.lineFingerprints) ?? [])
    }
    return missing.isEmpty
  }
}
