import Files
import Glibc
import Progress

/// Brings what another device committed into the folder.
///
/// Journals are united by Tripos's own merge; of any other file that only one side changed, the
/// change is taken; where both did, git joins the lines, and what cannot be joined is kept twice.
struct SyncMerge {
  let repository: SyncRepository
  /// The commits: of this side, of the other, and the one that both went on from.
  let ours: String
  let theirs: String
  let base: String?

  /// What a merge did.
  struct Outcome {
    /// What came into the journals.
    var steps: [MergeStep] = []
    /// Other files that changed here or came.
    var taken: [String] = []
    /// Other files that went.
    var removed: [String] = []
    /// Files that were changed on both sides: the one here stays, and theirs has another name.
    var doubled: [(name: String, theirs: String)] = []
  }

  private var folder: SyncFolder { repository.folder }
  private var fetched: String { repository.git.workFolder + "/fetched" }

  /// Does it.
  ///
  /// - Parameter progress: the folder of progress.
  /// - Returns: what came.
  /// - Throws: `SyncFailure`, `ProgressError` and `FileError`; doing it again is harmless then.
  func run(progress: String) throws -> Outcome {
    let mine = try repository.entries(of: ours)
    let other = try repository.entries(of: theirs)
    let common = try base.map { try repository.entries(of: $0) } ?? [:]
    var outcome = Outcome()
    try fetchJournals(mine, other, common)
    defer { remove(fetched) }
    // First, and under the lock: where a session is open, nothing at all is changed.
    outcome.steps = try Merge.run(from: fetched, into: progress, takesCopies: true)
    let names = Set(mine.keys).union(other.keys).sorted()
    for name in names where isOrdinary(name, mine, other, common) {
      try take(name, mine[name], other[name], common[name], &outcome)
    }
    return outcome
  }

  /// Whether a file is merged as any file is: all but journals, and exams that both went on with.
  private func isOrdinary(
    _ name: String, _ mine: [String: TreeEntry], _ other: [String: TreeEntry],
    _ common: [String: TreeEntry]
  ) -> Bool {
    if folder.isLocal(name) || folder.isJournal(name) { return false }
    guard folder.isSitting(name), let here = mine[name], let there = other[name] else {
      return true
    }
    return here == common[name] || there == common[name]
  }

  /// Puts the other side's journals where Tripos's merge can read them, and such exams.
  private func fetchJournals(
    _ mine: [String: TreeEntry], _ other: [String: TreeEntry], _ common: [String: TreeEntry]
  ) throws {
    remove(fetched)
    try makeFolder(fetched + "/exams")
    for (name, entry) in other where entry.isFile && entry != mine[name] {
      guard let inner = folder.progressName(name),
        folder.isJournal(name)
          || folder.isSitting(name) && !isOrdinary(name, mine, other, common)
      else { continue }
      try writeFile("\(fetched)/\(inner)", try repository.content(entry), durably: false)
    }
  }

  private func take(
    _ name: String, _ mine: TreeEntry?, _ other: TreeEntry?, _ common: TreeEntry?,
    _ outcome: inout Outcome
  ) throws {
    if mine == other || other == common { return }
    // What is no file is passed on by the commit and not made here.
    if mine.map({ !$0.isFile }) ?? false || other.map({ !$0.isFile }) ?? false { return }
    guard let other else {
      // They removed it; what was changed here meanwhile stays.
      guard mine == common else { return }
      let path = "\(folder.path)/\(name)"
      guard unlink(path) == 0 || errno == ENOENT else { throw FileError.system(.remove, path) }
      outcome.removed.append(name)
      return
    }
    let content = try repository.content(other)
    let path = "\(folder.path)/\(name)"
    guard isReachable(name) else { return }
    let isHere = FileIdentity(path: path) != nil
    if mine == nil && !isHere || mine != nil && mine == common {
      try write(content, to: path)
      outcome.taken.append(name)
      return
    }
    // Removed here, changed there: the change is worth more.
    let here = isHere ? try readFile(path).bytes : nil
    guard let here, here != content else {
      if here == nil {
        try write(content, to: path)
        outcome.taken.append(name)
      }
      return
    }
    if let common, let joined = try joined(here, try repository.content(common), content) {
      try write(joined, to: path)
      outcome.taken.append(name)
      return
    }
    // The ending is not that of a deck, so that no card is there twice.
    let beside = "\(name).theirs-\(other.object.prefix(7))"
    try write(content, to: "\(folder.path)/\(beside)")
    outcome.doubled.append((name, beside))
  }

  private func write(_ content: [UInt8], to path: String) throws(FileError) {
    try makeFolder(parentFolder(of: path))
    try writeFile(path, content)
  }

  /// Whether no link leads out of the folder on the way to a file.
  private func isReachable(_ name: String) -> Bool {
    var path = folder.path
    for part in name.split(separator: "/").dropLast() {
      path += "/\(part)"
      var info = stat()
      if lstat(path, &info) != 0 { return errno == ENOENT }
      if info.st_mode & S_IFMT != S_IFDIR { return false }
    }
    return true
  }

  /// Both changes in one text; `nil` where they touch the same lines.
  private func joined(
    _ here: [UInt8], _ common: [UInt8], _ there: [UInt8]
  ) throws -> [UInt8]? {
    let names = ["here", "common", "there"].map { "\(repository.git.workFolder)/\($0)" }
    defer {
      for name in names { unlink(name) }
    }
    for (name, content) in zip(names, [here, common, there]) {
      try writeFile(name, content, durably: false)
    }
    let result = try repository.git.run(["merge-file", "-p", "-q", "--"] + names)
    return result.status == 0 ? result.output : nil
  }

  private func remove(_ path: String) {
    for entry in (try? listFolder(path)) ?? [] {
      let inner = "\(path)/\(entry.name)"
      if entry.kind == .folder { remove(inner) } else { unlink(inner) }
    }
    rmdir(path)
  }
}
