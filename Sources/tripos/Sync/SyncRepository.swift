import Files
import Glibc

/// A file of a commit.
struct TreeEntry: Hashable {
  /// Its mode, in octal digits as git has it.
  var mode: String
  /// Names its content.
  var object: String

  /// Whether it is a file, not a link and not a repository within.
  var isFile: Bool { mode.hasPrefix("100") }
}

/// The repository that carries a home's files from device to device.
struct SyncRepository {
  let folder: SyncFolder
  let git: Git
  /// The branch that is synced.
  let branch: String
  /// The name that git has for the other side.
  let remoteName: String
  /// Where the other side is.
  let remote: String

  private var remoteBranch: String { "refs/remotes/\(remoteName)/\(branch)" }

  /// Opens the repository, and makes it where it is missing.
  ///
  /// - Parameters:
  ///   - folder: what is synced.
  ///   - url: the other side from now on; `nil` for the one that is known.
  ///   - isInteractive: whether somebody is there who can type a password.
  /// - Throws: `SyncFailure` and `FileError`.
  init(_ folder: SyncFolder, remote url: String?, isInteractive: Bool) throws {
    self.folder = folder
    let git = Git(folder: folder.path, isInteractive: isInteractive)
    self.git = git
    let isNew = access(folder.path + "/.git", F_OK) != 0
    _ = try git.run(["--version"])
    if isNew {
      guard url != nil else { throw SyncFailure.noRemote(folder: folder.path) }
      try git.text(["init", "--quiet"])
      try git.text(["symbolic-ref", "HEAD", "refs/heads/main"])
    }
    try makeFolder(git.workFolder)
    try SyncRepository.refuseUnfinished(git)
    let head = try git.run(["symbolic-ref", "--short", "HEAD"])
    guard head.status == 0 else { throw SyncFailure.detached(folder: folder.path) }
    let current = head.text
    let configured = try git.run(["config", "branch.\(current).remote"])
    remoteName = configured.status == 0 && configured.text != "." ? configured.text : "origin"
    if let url { try SyncRepository.set(url, as: remoteName, git, in: folder) }
    let known = try git.run(["config", "remote.\(remoteName).url"])
    guard known.status == 0, !known.text.isEmpty else {
      throw SyncFailure.noRemote(folder: folder.path)
    }
    remote = known.text
    branch = try SyncRepository.branch(current, remoteName, git)
  }

  /// Refuses where somebody began a merge by hand: what is to become of it is for him to say.
  private static func refuseUnfinished(_ git: Git) throws(SyncFailure) {
    let states = [
      ("MERGE_HEAD", "merge"), ("rebase-merge", "rebase"), ("rebase-apply", "rebase"),
      ("CHERRY_PICK_HEAD", "cherry-pick"), ("REVERT_HEAD", "revert"),
    ]
    for (file, what) in states where access("\(git.place)/\(file)", F_OK) == 0 {
      throw .unfinished(folder: git.folder, what: what)
    }
  }

  private static func set(
    _ url: String, as name: String, _ git: Git, in folder: SyncFolder
  ) throws {
    // A folder on this machine, such as a stick, becomes the other side by being named.
    if url.hasPrefix("/"), access(url, F_OK) != 0 {
      try makeFolder(parentFolder(of: url))
      try git.text(["init", "--quiet", "--bare", "--", url])
      try git.text(["--git-dir", url, "symbolic-ref", "HEAD", "refs/heads/main"])
    }
    let isKnown = try git.run(["config", "remote.\(name).url"]).status == 0
    try git.text(["remote", isKnown ? "set-url" : "add", "--", name, url])
  }

  /// The branch to sync: the current one, or for a new repository the one of the other side.
  private static func branch(
    _ current: String, _ remote: String, _ git: Git
  ) throws(SyncFailure) -> String {
    if try git.run(["rev-parse", "--verify", "--quiet", "HEAD"]).status == 0 { return current }
    let listed = try git.run(["ls-remote", "--symref", "--", remote, "HEAD"])
    let words = listed.text.split { $0 == "\t" || $0 == " " || $0 == "\n" }
    let start = "refs/heads/"
    guard words.first == "ref:", words.count > 1, words[1].hasPrefix(start) else { return current }
    try git.text(["symbolic-ref", "HEAD", String(words[1])])
    return String(words[1].dropFirst(start.count))
  }

  /// The commit of this side; `nil` before the first.
  func head() throws(SyncFailure) -> String? {
    let result = try git.run(["rev-parse", "--verify", "--quiet", "HEAD"])
    return result.status == 0 ? result.text : nil
  }

  /// Commits all that is synced as it lies in the folder.
  ///
  /// - Parameters:
  ///   - message: what the commit is called.
  ///   - other: the commit that was merged, the second parent.
  ///   - added: files that git may not know yet.
  /// - Returns: the commit; that of before where nothing changed.
  /// - Throws: `SyncFailure`.
  @discardableResult
  func commit(
    _ message: String, merging other: String? = nil, adding added: [String] = []
  ) throws(SyncFailure) -> String {
    let head = try head()
    unlink("\(git.workFolder)/index")
    unlink("\(git.workFolder)/index.lock")
    if let head { try git.text(["read-tree", head]) }
    try git.text(["add", "-A", "--"] + folder.parts)
    try git.text(["add", "-u"])
    if !added.isEmpty { try git.text(["add", "-f", "--"] + added) }
    try keepLinks(of: head, and: other)
    try dropLocal()
    let tree = try git.text(["write-tree"])
    if let head, other == nil, try treeOf(head) == tree { return head }
    if let head, let other, try isAncestor(head, of: other), try treeOf(other) == tree {
      try move(to: other, from: head)
      return other
    }
    let parents = [head, other].compactMap { $0 }.flatMap { ["-p", $0] }
    let commit = try git.text(["commit-tree", tree] + parents, input: Array(message.utf8))
    try move(to: commit, from: head)
    return commit
  }

  /// Links and repositories within are passed on, but never made here.
  private func keepLinks(of head: String?, and other: String?) throws(SyncFailure) {
    var lines: [UInt8] = []
    for commit in [head, other].compactMap({ $0 }) {
      for (name, entry) in try entries(of: commit) where !entry.isFile {
        var info = stat()
        guard lstat("\(folder.path)/\(name)", &info) != 0 else { continue }
        lines += Array("\(entry.mode) \(entry.object)\t\(name)".utf8) + [0]
      }
    }
    if !lines.isEmpty { try git.text(["update-index", "-z", "--index-info"], input: lines) }
  }

  /// Takes out of a commit what should never have been in one.
  private func dropLocal() throws(SyncFailure) {
    let names = try git.bytes(["ls-files", "-z"]).split(separator: 0).map {
      String(decoding: $0, as: UTF8.self)
    }
    let local = names.filter(folder.isLocal)
    if !local.isEmpty { try git.text(["rm", "-q", "--cached", "--"] + local) }
  }

  /// Lets the branch point to another commit, and git's own index follow it.
  private func move(to commit: String, from head: String?) throws(SyncFailure) {
    let none = String(repeating: "0", count: commit.count)
    try git.text(["update-ref", "-m", "tripos sync", "HEAD", commit, head ?? none])
  }

  /// Has git's own index say what was committed, so that "git status" shows no ghosts.
  func refreshIndex() {
    let index = "\(git.workFolder)/index"
    guard access(git.place + "/index.lock", F_OK) != 0 else { return }
    if let bytes = try? readFile(index).bytes {
      _ = try? writeFile(git.place + "/index", bytes, durably: false)
    }
  }

  /// Brings what the other side has.
  ///
  /// - Returns: its commit; `nil` where it has none yet.
  /// - Throws: `SyncFailure`.
  func fetch() throws(SyncFailure) -> String? {
    let result = try git.run([
      "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--", remoteName,
      "+refs/heads/\(branch):\(remoteBranch)",
    ])
    if result.status != 0 {
      if result.message.contains("couldn't find remote ref") { return nil }
      throw failure(result.message)
    }
    return try git.text(["rev-parse", "--verify", remoteBranch])
  }

  /// Sends a commit to the other side.
  ///
  /// - Returns: whether it was taken; `false` where another device was faster.
  /// - Throws: `SyncFailure`.
  func push(_ commit: String) throws(SyncFailure) -> Bool {
    let result = try git.run([
      "push", "--quiet", "--porcelain", "--", remoteName, "\(commit):refs/heads/\(branch)",
    ])
    if result.status == 0 {
      _ = try git.run(["update-ref", remoteBranch, commit])
      return true
    }
    let report = result.text
    let isOvertaken = [
      "fetch first", "non-fast-forward", "failed to update ref", "cannot lock ref",
    ]
    .contains { report.contains($0) || result.message.contains($0) }
    if isOvertaken { return false }
    // The line of the branch has the reason: "!", the names, and words in brackets.
    let refusal = report.split(separator: "\n").first { $0.hasPrefix("!") }
    throw failure(refusal?.split(separator: "\t").last.map(String.init) ?? result.message)
  }

  /// What git's words about the other side mean.
  private func failure(_ message: String) -> SyncFailure {
    func says(_ phrases: String...) -> Bool {
      phrases.contains { message.localised($0) }
    }
    if says(
      "could not resolve", "timed out", "unreachable", "connection refused", "failed to connect",
      "couldn't connect", "connection reset", "no route to host", "name resolution")
    {
      return .unreachable(remote: remote, message: message)
    }
    if says(
      "permission denied", "authentication failed", "host key verification", "could not read user",
      "could not read pass", "terminal prompts disabled", "access denied", "forbidden", "403", "401"
    ) {
      return .refused(remote: remote, message: message)
    }
    if says("does not appear to be a git repository", "not found", "does not exist") {
      return .noRepository(remote: remote)
    }
    return .git(command: "fetch or push", message: message)
  }
}

extension String {
  /// Whether the text holds a phrase, whatever the case.
  fileprivate func localised(_ phrase: String) -> Bool { lowercased().contains(phrase) }
}

extension SyncRepository {
  /// The files of a commit, by their paths.
  ///
  /// - Throws: `SyncFailure.badPath` where one leads out of the folder.
  func entries(of commit: String) throws(SyncFailure) -> [String: TreeEntry] {
    var entries: [String: TreeEntry] = [:]
    for line in try git.bytes(["ls-tree", "-r", "-z", "--full-tree", commit]).split(separator: 0) {
      let parts = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
      guard parts.count == 2 else { continue }
      let words = parts[0].split(separator: UInt8(ascii: " "))
      let name = String(decoding: parts[1], as: UTF8.self)
      guard words.count == 3 else { continue }
      let components = name.split(separator: "/", omittingEmptySubsequences: false)
      let isBad = components.contains {
        $0.isEmpty || $0 == "." || $0 == ".." || $0.lowercased() == ".git"
      }
      if isBad || Array(name.utf8) != Array(parts[1]) { throw .badPath(name) }
      entries[name] = TreeEntry(
        mode: String(decoding: words[0], as: UTF8.self),
        object: String(decoding: words[2], as: UTF8.self))
    }
    return entries
  }

  /// The content of a file of a commit.
  func content(_ entry: TreeEntry) throws(SyncFailure) -> [UInt8] {
    try git.bytes(["cat-file", "blob", entry.object])
  }

  /// The commit from which two went on; `nil` where they have nothing in common.
  func base(_ one: String, _ other: String) throws(SyncFailure) -> String? {
    let result = try git.run(["merge-base", one, other])
    return result.status == 0 ? String(result.text.prefix { $0 != "\n" }) : nil
  }

  /// Whether a commit is the other or one before it.
  func isAncestor(_ commit: String, of other: String) throws(SyncFailure) -> Bool {
    try git.run(["merge-base", "--is-ancestor", commit, other]).status == 0
  }

  /// How many lines of journals one commit has that another has not.
  func newRecords(in commit: String, since other: String?) throws(SyncFailure) -> Int {
    // The tree without any file, which every git knows.
    let empty = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
    let text = try git.text(["diff", "--numstat", "--no-renames", other ?? empty, commit])
    return text.split(separator: "\n").reduce(0) { sum, line in
      let words = line.split(separator: "\t", maxSplits: 2)
      guard words.count == 3, folder.isJournal(String(words[2])) else { return sum }
      return sum + (Int(words[0]) ?? 0)
    }
  }

  private func treeOf(_ commit: String) throws(SyncFailure) -> String {
    try git.text(["rev-parse", "\(commit)^{tree}"])
  }
}
